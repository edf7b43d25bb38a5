using System.Text;

using ExtractionPipeline.Diagnostics;
using ExtractionPipeline.Measures;
using ExtractionPipeline.Mentions;
using ExtractionPipeline.Outline;
using ExtractionPipeline.Rules;
using ExtractionPipeline.Values;

namespace ExtractionPipeline.Tests.Measures;

/// <summary>Reads one sentence as an item and writes its measures as lines, so that a test states them as a person would note them.</summary>
internal static class MeasureReading
{
    public static readonly RuleSet Rules = RuleSet.Default();

    private static readonly MentionFinder s_finder = new(Rules);
    private static readonly MeasureLinker s_linker = new(Rules);

    /// <summary>The measures and messages of an item.</summary>
    /// <param name="text">The item.</param>
    /// <param name="own">Code of the document's own region, or empty.</param>
    /// <param name="heading">The heading above it, in a column of regions, or empty.</param>
    public static (IReadOnlyList<Measure> Measures, IReadOnlyList<Diagnostic> Diagnostics) Read(string text, string own = "", string heading = "")
    {
        var diagnostics = new DiagnosticBag([]);
        var item = ItemText.Read(new OutlineItem("1.1", "1", null, text, BlockLocation.InBody(1)), Rules);
        var document = RegionContext.None with { OwnRegion = DivisionCode.TryParse(own, out var code) ? code : null };
        var sections = heading.Length == 0 ? [] : new[] { new Section("1", 1, null, heading, "地区") };
        var found = s_finder.Find(item, document, diagnostics);
        var speaks = s_finder.ReadSelfReference(item, document, found) ?? document.OwnRegion;
        var context = new HeadingContexts(new HeadingTexts(new DocumentOutline(new DocumentFacts("", "", null, null, null, null), sections, []), Rules), Rules, s_finder, document).Around(item, found, speaks);
        return (s_linker.Link(context, diagnostics).Measures, diagnostics.ToList());
    }

    /// <summary>One measure a line: regions, reason, amounts.</summary>
    public static string Attributions(string text, string own = "", string heading = "")
    {
        var lines = Read(text, own, heading).Measures.Select(m =>
            $"{string.Join('+', m.Regions.Select(r => Rules.Places.Divisions.Find(r)!.Name))} {m.Reason.ToString().ToLowerInvariant()} {string.Join('+', m.Amounts.Select(a => a.Span.In(text)))}".Trim());
        return string.Join("; ", lines);
    }

    /// <summary>For whom, on which condition, for what: of the first measure that says any of them.</summary>
    public static string Parts(string text)
    {
        foreach (var measure in Read(text).Measures)
        {
            if (measure.Beneficiary is null && measure.Condition is null && measure.Purpose is null) continue;
            var parts = new StringBuilder();
            if (measure.Beneficiary is { } beneficiary) parts.Append("for ").Append(beneficiary.In(text)).Append("; ");
            if (measure.Condition is { } condition) parts.Append("if ").Append(condition.In(text)).Append("; ");
            if (measure.Purpose is { } purpose) parts.Append("to ").Append(purpose.In(text)).Append("; ");
            return parts.ToString()[..^2];
        }

        return "";
    }
}
