using ExtractionPipeline.Rules;
using ExtractionPipeline.Tests.Mentions;
using ExtractionPipeline.Values;

using NUnit.Framework;

namespace ExtractionPipeline.Tests.Rules;

public sealed class DivisionTableTests
{
    private static DivisionTable Divisions => PlaceReading.Rules.Places.Divisions;

    [TestCase("320322", "沛县", "江苏省/徐州市/沛县")]
    [TestCase("500241", "秀山土家族苗族自治县", "重庆市/秀山土家族苗族自治县")]
    [TestCase("429004", "仙桃市", "湖北省/仙桃市")]
    [TestCase("232761", "加格达奇区", "黑龙江省/大兴安岭地区/加格达奇区")]
    [TestCase("653229", "和安县", "新疆维吾尔自治区/和田地区/和安县")]
    [TestCase("659012", "白杨市", "新疆维吾尔自治区/白杨市")]
    [TestCase("820000", "澳门特别行政区", "澳门特别行政区")]
    [TestCase("133100", "雄安新区", "河北省/雄安新区")]
    [TestCase("110000", "北京市", "北京市")]
    public void KnowsNameAndPathOfACode(string code, string name, string path)
    {
        var division = Divisions.Find(DivisionCode.Parse(code))!;
        Assert.That((division.Name, string.Join('/', division.Path)), Is.EqualTo((name, path)));
    }

    [TestCase("吉林", "220000 220200")]
    [TestCase("鼓楼区", "320106 320302 350102 410204")]
    [TestCase("恩施州", "422800")]
    [TestCase("兰州新区", "620100")]
    [TestCase("沪", "310000")]
    [TestCase("无此地", "")]
    public void KnowsEveryDivisionOfAName(string name, string codes) =>
        Assert.That(string.Join(' ', Divisions.Named(name).Where(c => !c.Division.IsFormer).Select(c => c.Division.Code)), Is.EqualTo(codes));

    [TestCase("襄樊市", "420600")]
    [TestCase("宣武区", "110102")]
    [TestCase("莱芜市", "370100")]
    [TestCase("江干区", "330102")]
    [TestCase("错那县", "540581")]
    public void LeadsAFormerNameToTodaysCode(string name, string code)
    {
        var former = Divisions.Named(name)[0].Division;
        Assert.That((former.IsFormer, former.Today.Code.ToString()[..3]), Is.EqualTo((true, code[..3])));
    }

    [TestCase("北京市", "东城区", true)]
    [TestCase("徐州市", "沛县", true)]
    [TestCase("苏州市", "沛县", false)]
    public void KnowsWhatLiesWithin(string above, string below, bool within) =>
        Assert.That(Divisions.Named(below)[0].Division.IsWithin(Divisions.Named(above)[0].Division), Is.EqualTo(within));

    [TestCase("合肥", PlaceStrength.Strong)]
    [TestCase("合肥市", PlaceStrength.Strong)]
    [TestCase("义乌", PlaceStrength.Weak)]
    [TestCase("张家港", PlaceStrength.Strong)]
    [TestCase("合作", PlaceStrength.CommonWord)]
    [TestCase("城区", PlaceStrength.CommonWord)]
    [TestCase("中山区", PlaceStrength.Weak)]
    [TestCase("和县", PlaceStrength.Weak)]
    [TestCase("鄂", PlaceStrength.Weak)]
    public void SaysHowMuchANameShowsByItself(string phrase, PlaceStrength strength)
    {
        var hits = PlaceReading.Rules.Phrases.Scan(phrase).Of(PhraseUse.Place);
        var name = hits.Select(h => h.Meaning.Subject).OfType<PlaceName>().Single(n => string.Equals(n.Phrase, phrase, StringComparison.Ordinal));
        Assert.That(name.Strength, Is.EqualTo(strength));
    }

    [TestCase("110000\t北京市\t北京\t\t京\tland\t\t\t\t\town", "error EP5011: rules/regions/divisions.tsv:2:1: the column \"level\" holds \"land\"; expected province, prefecture or county")]
    [TestCase("11000\t北京市\t北京\t\t京\tprovince\t\t\t\t\town", "error EP5011: rules/regions/divisions.tsv:2:1: the column \"code\" holds \"11000\"; expected six digits")]
    [TestCase("110101\t东城区\t东城\t\t\tcounty\t110000\t\t\t\town", "error EP5011: rules/regions/divisions.tsv:2:1: the column \"parent\" holds \"110000\"; expected the code of a division in force")]
    [TestCase("110000\t北京市\t北京\t\t京\tprovince\t\tlong ago\t\t\town", "error EP5011: rules/regions/divisions.tsv:2:1: the column \"from\" holds \"long ago\"; expected a year")]
    public void ReportsARowThatDoesNotFit(string row, string fault)
    {
        var faults = new RuleFaults();
        var header = "code\tname\tshort\taliases\tabbreviations\tlevel\tparent\tfrom\tto\tsuccessor\tsource\n";
        var areas = "code\tname\tshort\taliases\tparent\tsince\textent\tsource\n";
        DivisionTable.Read(RuleFiles.FromTexts([new RuleFile("regions/divisions.tsv", header + row), new RuleFile("regions/areas.tsv", areas)]), faults);
        Assert.That(Assert.Throws<RuleFileException>(faults.ThrowIfAny)!.Message, Is.EqualTo(fault));
    }
}
