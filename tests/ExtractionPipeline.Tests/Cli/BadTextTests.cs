using NUnit.Framework;

namespace ExtractionPipeline.Tests.Cli;

/// <summary>Texts that no editor means to send: a clear fault or a right result, and an end.</summary>
public sealed class BadTextTests : TestsInAFolder
{
    private const string Sentence = "合肥出台政策，对投资额达到100万元（含）以上的建筑业企业，按投资额的20%给予资金补贴，最高200万元。";

    [Test]
    public void SaysThatATextIsInBig5()
    {
        // 台北市政府補助五十萬元，最高一百萬元。各機關應依規定辦理。
        byte[] big5 =
        [
            0xA5, 0x78, 0xA5, 0x5F, 0xA5, 0xAB, 0xAC, 0x46, 0xA9, 0xB2, 0xB8, 0xC9, 0xA7, 0x55, 0xA4, 0xAD, 0xA4, 0x51, 0xB8, 0x55, 0xA4, 0xB8, 0xA1, 0x41, 0xB3, 0xCC, 0xB0, 0xAA, 0xA4, 0x40, 0xA6, 0xCA, 0xB8, 0x55, 0xA4, 0xB8, 0xA1, 0x43,
            0xA6, 0x55, 0xBE, 0xF7, 0xC3, 0xF6, 0xC0, 0xB3, 0xA8, 0xCC, 0xB3, 0x57, 0xA9, 0x77, 0xBF, 0xEC, 0xB2, 0x7A, 0xA1, 0x43,
        ];
        var path = Folder.PathOf("a.txt");
        File.WriteAllBytes(path, big5);
        var run = CommandRun.Of("run", path);
        Assert.That(run.ExitCode, Is.EqualTo(3));
        Assert.That(run.Error, Does.Contain($"error EP1210: {path}: "));
        Assert.That(run.Output, Is.Empty);
    }

    [Test]
    public void ReadsADamagedTextAsWhatItIs()
    {
        // Three bytes that are no UTF-8 in a text that is.
        var path = Folder.PathOf("a.txt");
        File.WriteAllBytes(path, [.. "合肥市对企业给予最高200万元补贴。"u8, 0xFF, 0xFE, 0x80, .. "苏州市奖励50万元。\n"u8]);
        var run = CommandRun.Of("run", path);
        Assert.That(run.ExitCode, Is.Zero);
        Assert.That(run.Error, Is.EqualTo($"warning EP1204: {path}: 3 place(s) hold bytes that are no character in UTF-8; U+FFFD stands there\n"));
        Assert.That(run.Output, Does.Contain("\"max\": 2000000").And.Contain("\"code\": \"320500\""));
    }

    [Test]
    public void ReadsEachLineOfATextThatWasPutTogetherFromTwo()
    {
        var gb = System.Text.CodePagesEncodingProvider.Instance.GetEncoding(54936)!;
        var path = Folder.PathOf("a.txt");
        File.WriteAllBytes(path, [.. "合肥市对企业给予最高200万元补贴。\n"u8, .. gb.GetBytes("苏州市奖励50万元。\n各区配套30%。\n"), .. "2024年起施行。\n"u8]);
        var run = CommandRun.Of("run", path);
        Assert.That(run.ExitCode, Is.Zero);
        Assert.That(run.Error, Is.EqualTo($"warning EP1206: {path}: the lines of this text are written in two encodings; 2 of them were read as UTF-8, 2 as GB18030\n"));
        Assert.That(run.Output, Does.Contain("\"text\": \"合肥市对企业给予最高200万元补贴。\"").And.Contain("\"text\": \"苏州市奖励50万元。\"").And.Contain("\"text\": \"各区配套30%。\""));
    }

    [Test]
    public void SaysOnceHowManyMoreWarningsOfAKindThereAre()
    {
        var path = Folder.Write("a.txt", string.Concat(Enumerable.Repeat("鼓楼区给予10万元补贴。\n", 13)));
        var run = CommandRun.Of("run", path);
        Assert.That(run.ErrorLines, Has.Length.EqualTo(11));
        Assert.That(run.ErrorLines[9], Does.StartWith($"warning EP3202: {path}: item 10 0..3: "));
        Assert.That(run.ErrorLines[10], Is.EqualTo($"warning EP3202: {path}: 3 more of this kind, 13 in all; the JSON has each"));
        Assert.That(run.Output.Split("EP3202"), Has.Length.EqualTo(14));
    }

    [Test]
    public void RefusesATextBeyondTheLimit()
    {
        var path = Folder.Write("a.txt", "");
        using (var file = File.OpenWrite(path)) file.SetLength(100L << 20);
        var run = CommandRun.Of("run", path);
        Assert.That((run.ExitCode, run.Output), Is.EqualTo((3, "")));
        Assert.That(run.Error, Does.StartWith($"error EP1007: {path}: 100 MB exceeds the limit of 32 MB; the file was not read"));
    }

    [Test]
    public void LeavesControlCharactersOutAndSaysSo()
    {
        var run = CommandRun.Of("run", Folder.Write("a.txt", "\u0001合肥给予\u0000最高50\u0008万元补贴。\u001B[31m\n"));
        Assert.That(run.ExitCode, Is.Zero);
        Assert.That(run.Error, Does.Contain("EP1202").And.Not.Contain("\u001B"));
        Assert.That(run.Output, Does.Contain("\"max\": 500000"));
    }

    /// <summary>No time is asserted: what grows with the square of the length would not end while anybody waits.</summary>
    [TestCaseSource(nameof(LongLines))]
    public void AVeryLongLineIsReadToItsEnd(string line, string found)
    {
        var run = CommandRun.Of("run", Folder.Write("a.txt", line), "-o", Folder.PathOf("out"));
        Assert.That(run.ExitCode, Is.Zero);
        Assert.That(run.Error, Does.Contain(found));
    }

    private static IEnumerable<TestCaseData> LongLines()
    {
        yield return new TestCaseData(string.Concat(Enumerable.Repeat(Sentence, 3_000)), ": 1 items, 12000 mentions, 0 unexplained figures").SetArgDisplayNames("sentences");
        yield return new TestCaseData(new string('1', 100_000), ": 1 items").SetArgDisplayNames("digits");
        yield return new TestCaseData(new string('一', 100_000), ": 1 items").SetArgDisplayNames("numerals");
        yield return new TestCaseData(new string('《', 100_000), ": 1 items").SetArgDisplayNames("open title marks");
        yield return new TestCaseData(string.Concat(Enumerable.Repeat("合肥、", 30_000)), ": 1 items, 30000 mentions").SetArgDisplayNames("places");
        yield return new TestCaseData(string.Concat(Enumerable.Repeat("第一条、", 30_000)), ": ").SetArgDisplayNames("labels");
    }
}
