using System.Text.RegularExpressions;

using NUnit.Framework;

namespace ExtractionPipeline.Tests.CodeBase;

/// <summary>A folder of the library may use those before it, never one after it; the project of a file format knows three of them.</summary>
public sealed partial class FolderOrderTests
{
    private static readonly string[] Order =
    [
        "Values", "Diagnostics", "Documents", "Text", "Segmentation", "Rules", "Outline", "Mentions", "Measures", "Output", "Checking", "Series",
    ];

    [Test]
    public void NoFolderUsesALaterOne()
    {
        var faults = new List<string>();
        foreach (var file in Checkout.Sources("src", "ExtractionPipeline"))
        {
            var folder = Path.GetRelativePath(Checkout.PathOf("src", "ExtractionPipeline"), file).Split('/')[0];
            var place = Array.IndexOf(Order, folder);
            if (place < 0) continue;   // PolicyPipeline.cs stands above all folders
            faults.AddRange(UsedFolders(file).Where(used => Array.IndexOf(Order, used) > place).Select(used => $"{folder}/{Path.GetFileName(file)} uses {used}"));
        }

        Assert.That(faults, Is.Empty);
    }

    [Test]
    public void EveryFolderHasItsPlace()
    {
        var folders = Directory.EnumerateDirectories(Checkout.PathOf("src", "ExtractionPipeline")).Select(Path.GetFileName).Where(f => f is not ("bin" or "obj"));
        Assert.That(folders, Is.SubsetOf(Order));
    }

    [TestCase("Word")]
    [TestCase("Pdf")]
    [TestCase("Html")]
    [TestCase("Conversion")]
    public void AProjectOfAFormatKnowsOnlyTheDocumentModel(string project)
    {
        var used = Checkout.Sources("src", "ExtractionPipeline." + project).SelectMany(UsedFolders).Distinct(StringComparer.Ordinal).ToList();
        Assert.That(used, Is.SubsetOf(new[] { "Values", "Diagnostics", "Documents", project }));
    }

    [Test]
    public void NoNamespaceOfOursIsUsedGlobally()
    {
        var found = Checkout.Sources("src").Where(f => File.ReadAllText(f).Contains("global using ExtractionPipeline", StringComparison.Ordinal));
        Assert.That(found, Is.Empty);
    }

    [Test]
    public void NoFolderOrTypeHasAnEmptyName()
    {
        var files = Checkout.Sources("src").Select(f => Path.GetRelativePath(Checkout.Root, f));
        Assert.That(files.Where(f => EmptyName().IsMatch(f)), Is.Empty);
    }

    private static IEnumerable<string> UsedFolders(string file) =>
        UsingLine().Matches(File.ReadAllText(file)).Select(m => m.Groups["folder"].Value);

    [GeneratedRegex(@"^using (?:static |\w+ = )?ExtractionPipeline\.(?<folder>\w+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex UsingLine();

    [GeneratedRegex(@"(?:Common|Utils|Helpers?|Manager|Shared|Misc|Base)(?:/|\.cs)")]
    private static partial Regex EmptyName();
}
