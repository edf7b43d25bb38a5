using ExtractionPipeline.Diagnostics;
using ExtractionPipeline.Mentions;

using NUnit.Framework;

namespace ExtractionPipeline.Tests.Mentions;

public sealed class DocumentFinderTests
{
    [TestCase("依据《北京市数字经济促进条例》执行", "《北京市数字经济促进条例》", "北京市数字经济促进条例", null)]
    [TestCase("印发《关于贯彻〈住房租赁条例〉的通知》", "《关于贯彻〈住房租赁条例〉的通知》", "关于贯彻〈住房租赁条例〉的通知", null)]
    [TestCase("《关于落实《规划》的意见》", "《关于落实《规划》的意见》", "关于落实《规划》的意见", null)]
    [TestCase("按《规划》要求", "《规划》", "规划", null)]
    [TestCase("《办法》（温政办〔2017〕70号）继续有效", "《办法》（温政办〔2017〕70号）", "办法", "温政办〔2017〕70号")]
    [TestCase("《办法》建办市函〔2021〕316号", "《办法》建办市函〔2021〕316号", "办法", "建办市函〔2021〕316号")]
    [TestCase("根据国发〔2024〕7号文件", "国发〔2024〕7号", null, "国发〔2024〕7号")]
    [TestCase("京商财务字〔2022〕16 号", "京商财务字〔2022〕16 号", null, "京商财务字〔2022〕16号")]
    [TestCase("的通知穗民规字[2025]2号", "穗民规字[2025]2号", null, "穗民规字[2025]2号")]
    [TestCase("川建发(2023)第12号", "川建发(2023)第12号", null, "川建发(2023)第12号")]
    [TestCase("见津政办发【2020】８号", "津政办发【2020】８号", null, "津政办发【2020】８号")]
    [TestCase("依照国务院令第279号", "国务院令第279号", null, "国务院令第279号")]
    [TestCase("《关于推进\n智能建造的意见》", "《关于推进\n智能建造的意见》", "关于推进智能建造的意见", null)]
    public void FindsTitlesAndNumbers(string text, string words, string? title, string? number)
    {
        var found = Documents(text).Single();
        Assert.That((found.Span.In(text), found.Title, found.Number), Is.EqualTo((words, title, number)));
    }

    [TestCase("地铁3号线2号口")]
    [TestCase("2024年第7号楼")]
    [TestCase("责令第3号楼停工")]
    [TestCase("（2024）7号")]
    public void LeavesOtherFiguresAlone(string text) => Assert.That(Documents(text), Is.Empty);

    [Test]
    public void FindsSeveralInOrder()
    {
        const string Text = "《甲办法》、《乙办法》（苏政发〔2017〕151号）和国办发〔2023〕21号";
        Assert.That(Documents(Text).Select(d => d.ValueText), Is.EqualTo(new[] { "甲办法", "乙办法 苏政发〔2017〕151号", "国办发〔2023〕21号" }));
    }

    [TestCase("落实《温州市人民", "EP3301 the title mark 《 has no partner in this item; no title was read from it")]
    [TestCase("实施方案》要求", "EP3301 the title mark 》 has no partner in this item; no title was read from it")]
    public void ReportsAMarkWithoutPartner(string text, string message)
    {
        var diagnostics = new DiagnosticBag([]);
        var found = PlaceReading.FindAll(null, true, diagnostics, text)[0];
        Assert.That(found.Mentions.OfType<DocumentMention>(), Is.Empty);
        Assert.That(diagnostics.ToList().Select(d => $"{d.Kind.Code} {d.Message}"), Is.EqualTo(new[] { message }));
    }

    private static List<DocumentMention> Documents(string text) => [.. PlaceReading.Find(text).Mentions.OfType<DocumentMention>()];
}
