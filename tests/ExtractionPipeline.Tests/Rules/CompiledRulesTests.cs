using System.Globalization;

using ExtractionPipeline.Rules;
using ExtractionPipeline.Segmentation;
using ExtractionPipeline.Tests.CodeBase;
using ExtractionPipeline.Text;

using NUnit.Framework;

namespace ExtractionPipeline.Tests.Rules;

/// <summary>What is worked out when the library is built must be what its sources say, to the byte; and it must say the same in use.</summary>
public sealed class CompiledRulesTests
{
    private static readonly RuleFiles Sources = RuleFiles.FromTexts(RuleFiles.FromFolder(Checkout.PathOf("rules")).All);

    [Test]
    public void EqualTheirSources() =>
        Assert.That(CompiledBytes.OfResource("rules.compiled").AsSpan().SequenceEqual(CompiledRules.Compile(Sources).AsSpan()), Is.True, "build the library again");

    [Test]
    public void AreReadInPlace() => Assert.That(CompiledBytes.OfResource("rules.compiled").IsInPlace, Is.True);

    [Test]
    public void GiveTheSameRules()
    {
        var (compiled, read) = (RuleSet.Default(), RuleSet.Read(Sources));
        Assert.That(compiled.Fingerprint, Is.EqualTo(read.Fingerprint));
        Assert.That(compiled.All.Select(Show), Is.EqualTo(read.All.Select(Show)));
    }

    [Test]
    public void GiveTheSameTexts() =>
        Assert.That(RuleFiles.Default().All.Select(f => (f.Path, f.Text)), Is.EqualTo(Sources.All.Select(f => (f.Path, f.Text))));

    [Test]
    public void GiveTheSameMentions()
    {
        var text = File.ReadAllText(Checkout.PathOf("tests", "golden", "002-support-policy-prose", "document.txt"));
        Assert.That(Show(RuleSet.Default(), text), Is.EqualTo(Show(RuleSet.Read(Sources), text)).And.Not.Empty);
    }

    [TestCase("")]
    [TestCase("智能建造\t\n")]
    [TestCase("智能建造\t\n造试\t0\n智能\t123456\n智能建造\t7\n")]
    public void OpenUserWordsWithTheFrequenciesThatTheyWereCountedWith(string rows)
    {
        var files = RuleFiles.FromTexts([new RuleFile("segmentation/user-words.tsv", "word\tfrequency\n" + rows)]);
        var words = rows.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(row => row.Split('\t')).Select(row => new UserWord(row[0], row[1].Length == 0 ? null : int.Parse(row[1], CultureInfo.InvariantCulture)));
        const string text = "推进智能建造试点，培育智能企业";
        Assert.That(SegmentationRules.Read(files, new RuleFaults()).Cut(text), Is.EqualTo(new Segmenter(WordDictionary.OpenDefault().WithUserWords(words)).Cut(text)));
    }

    [Test]
    public void SayWhenATableWasCutOff()
    {
        var whole = CompiledBytes.OfResource("rules.compiled").AsSpan();
        var cut = CompiledBytes.Of(whole[..64]);
        Assert.That(() => cut.Read<int>(60, 2), Throws.TypeOf<InvalidDataException>().With.Message.EqualTo("A compiled table ends before its time; build the library again."));
        Assert.That(() => cut.Part(-1, 1), Throws.TypeOf<InvalidDataException>());
        Assert.That(cut.Read<int>(60, 1).Length, Is.EqualTo(1));
    }

    private static string Show(Rule rule) =>
        $"{rule.Id.Name} {rule.Place} {rule.Order} {string.Join('|', rule.Phrases)} {rule.Source} {string.Join('|', rule.Examples)} {string.Join('|', rule.CounterExamples)}";

    private static List<string> Show(RuleSet rules, string text)
    {
        var hits = rules.Phrases.Scan(SearchableText.Fold(text, rules.Folding).Folded);
        return [.. Enum.GetValues<PhraseUse>().SelectMany(use => hits.Of(use).Select(h => $"{use} {h.Start} {h.End} {Subject(h.Meaning.Subject)} {hits.Longest(use)}"))];
    }

    private static string Subject(object subject) => subject is PlaceName name
        ? $"{name.Phrase} {name.Strength} {name.HasEverydayStem} {string.Join('|', name.Candidates.Select(c => $"{c.Form} {c.Division} {string.Join('/', c.Division.Path)} {c.Division.From} {c.Division.To} {c.Division.Successor} {c.Division.HasPrefectures}"))}"
        : subject.GetType().Name;
}
