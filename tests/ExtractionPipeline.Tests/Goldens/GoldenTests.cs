using ExtractionPipeline.Documents;
using ExtractionPipeline.Output;
using ExtractionPipeline.Tests.CodeBase;
using ExtractionPipeline.Word;

using NUnit.Framework;

namespace ExtractionPipeline.Tests.Goldens;

/// <summary>
/// Each folder of tests/golden holds a document, one text dump a stage and the JSON. The first file that differs names the stage that
/// changed. EP_ACCEPT_GOLDEN=1 rewrites the files; read the difference before you commit it.
/// </summary>
public sealed class GoldenTests
{
    private const string AcceptSwitch = "EP_ACCEPT_GOLDEN";

    private static readonly PolicyPipeline Pipeline = PolicyPipeline.CreateDefault();

    [TestCaseSource(nameof(Folders))]
    public void EveryStageIsAsItWas(string folder)
    {
        var path = Checkout.PathOf("tests", "golden", folder);
        foreach (var (file, text) in Stages(ReadDocument(path)))
        {
            var golden = Path.Combine(path, file);
            if (Environment.GetEnvironmentVariable(AcceptSwitch) == "1") File.WriteAllText(golden, text);
            Assert.That(File.Exists(golden), $"{folder}/{file} is missing; {AcceptSwitch}=1 writes it");
            Assert.That(FirstDifference(File.ReadAllText(golden), text), Is.Null, $"{folder}/{file} differs: this stage changed first");
        }
    }

    [TestCaseSource(nameof(Folders))]
    public void EveryGoldenSaysWhatItIsFor(string folder) =>
        Assert.That(File.Exists(Checkout.PathOf("tests", "golden", folder, "about.md")));

    [Test]
    public void NothingIsAcceptedInContinuousIntegration()
    {
        if (Environment.GetEnvironmentVariable("CI") is null) Assert.Pass("not in continuous integration");
        Assert.That(Environment.GetEnvironmentVariable(AcceptSwitch), Is.Null);
    }

    private static IEnumerable<string> Folders() =>
        Directory.EnumerateDirectories(Checkout.PathOf("tests", "golden")).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal);

    private static PolicyDocument ReadDocument(string folder)
    {
        var file = Directory.EnumerateFiles(folder, "document.*").Single();
        var bytes = File.ReadAllBytes(file);
        return Path.GetExtension(file) == ".docx"
            ? new WordDocumentReader(WordReadingOptions.Default).Read(bytes, Path.GetFileName(file))
            : TextDocumentReader.Read(bytes, Path.GetFileName(file), Path.GetExtension(file)[1..]);
    }

    private static IEnumerable<(string File, string Text)> Stages(PolicyDocument document)
    {
        yield return ("1-document.txt", StageDumps.Document(document));
        var result = Pipeline.Extract(document);
        yield return ("2-outline.txt", StageDumps.Outline(result));
        yield return ("3-words.txt", StageDumps.Words(result, Cut));
        yield return ("4-mentions.txt", StageDumps.Mentions(result));
        yield return ("5-measures.txt", StageDumps.Measures(result));
        yield return ("result.json", WithoutFingerprint(ResultJsonWriter.ToText(result)));
    }

    private static IEnumerable<string> Cut(string text) =>
        Pipeline.Rules.Segmenter.Cut(text, hmm: false).Select(w => text[w.Start..w.End]);

    /// <summary>Any change of any rule changes the fingerprint; a golden is about what is found.</summary>
    private static string WithoutFingerprint(string json) => json.Replace(Pipeline.Rules.Fingerprint, "sha256:…", StringComparison.Ordinal);

    /// <summary>The first line that differs, with both readings; null where the texts are equal.</summary>
    private static string? FirstDifference(string golden, string found)
    {
        if (string.Equals(golden, found, StringComparison.Ordinal)) return null;
        var (left, right) = (golden.Split('\n'), found.Split('\n'));
        var line = Enumerable.Range(0, Math.Min(left.Length, right.Length)).FirstOrDefault(i => !string.Equals(left[i], right[i], StringComparison.Ordinal), Math.Min(left.Length, right.Length));
        return $"line {line + 1}: golden \"{left.ElementAtOrDefault(line)}\", found \"{right.ElementAtOrDefault(line)}\"";
    }
}
