using ExtractionPipeline.Mentions;
using ExtractionPipeline.Outline;
using ExtractionPipeline.Rules;
using ExtractionPipeline.Values;

namespace ExtractionPipeline.Tests.Mentions;

/// <summary>One sentence read as an item, with the default rules (opened once).</summary>
internal static class Reading
{
    private static readonly Lazy<RuleSet> Opened = new(RuleSet.Default);

    public static RuleSet Rules => Opened.Value;

    public static ItemText Of(string sentence) =>
        ItemText.Read(new OutlineItem("1", "", null, sentence, BlockLocation.InBody(1)), Rules);
}
