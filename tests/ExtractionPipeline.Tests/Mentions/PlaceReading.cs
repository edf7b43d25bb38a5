using System.Runtime.CompilerServices;

using ExtractionPipeline.Diagnostics;
using ExtractionPipeline.Mentions;
using ExtractionPipeline.Outline;
using ExtractionPipeline.Rules;
using ExtractionPipeline.Values;

namespace ExtractionPipeline.Tests.Mentions;

/// <summary>Runs the finders of documents, places and organisations over a text, in the order in which the product does.</summary>
internal static class PlaceReading
{
    public static RuleSet Rules { get; } = RuleSet.Default();

    private static readonly DocumentFacts NoFacts = new("", "", null, null, null, null);

    private static DocumentFinder Documents { get; } = new(Rules);

    private static RegionFinder Regions { get; } = new(Rules);

    private static OrganisationFinder Organisations { get; } = new(Rules);

    /// <summary>What is found in a text that is a whole document.</summary>
    public static ItemFindings Find(string text, bool withWords = true) => FindAll(null, withWords, text)[0];

    /// <summary>What is found in the items of one document.</summary>
    public static IReadOnlyList<ItemFindings> FindAll(DocumentFacts? facts, bool withWords, params string[] texts) =>
        FindAll(facts, withWords, new DiagnosticBag([]), texts);

    /// <summary>The same, with the diagnostics.</summary>
    public static IReadOnlyList<ItemFindings> FindAll(DocumentFacts? facts, bool withWords, DiagnosticBag diagnostics, params string[] texts)
    {
        var items = texts.Select(ItemOf).ToList();
        var context = Regions.ReadContext(facts ?? NoFacts, ItemOf((facts ?? NoFacts).Title), items);
        var found = new List<ItemFindings>();
        foreach (var item in items)
        {
            var findings = new ItemFindings();
            Documents.Find(item, findings, diagnostics);
            Regions.Find(item, context, findings, withWords ? item.Boundaries : null, diagnostics);
            Organisations.Find(item, context, findings);
            found.Add(findings);
        }

        return found;
    }

    /// <summary>The words for the document's own region in one text.</summary>
    public static IReadOnlyList<SelfReference> SelfReferences(string text)
    {
        var item = ItemOf(text);
        var context = Regions.ReadContext(NoFacts, ItemOf(""), [item]);
        var findings = new ItemFindings();
        Regions.Find(item, context, findings, item.Boundaries);
        return Regions.ReadSelfReferences(item, context, findings);
    }

    /// <summary>A file below tests/.</summary>
    public static string TestFile(string path, [CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", path));

    private static ItemText ItemOf(string text) => ItemText.Read(new OutlineItem("1", "", null, text, BlockLocation.InBody(1)), Rules);
}
