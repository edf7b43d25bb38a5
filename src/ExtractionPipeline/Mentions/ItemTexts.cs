using System.Collections;

using ExtractionPipeline.Outline;
using ExtractionPipeline.Rules;

namespace ExtractionPipeline.Mentions;

/// <summary>The items of one document, folded and looked up, in order; may be gone through several times.</summary>
/// <remarks>
/// A looked-up item takes more than a thousand bytes however short it is. So the items of a document are kept where they are few, and read anew each
/// time where they are many: time is paid for memory only by documents that are far longer than any that was seen.
/// </remarks>
public sealed class ItemTexts(DocumentOutline outline, HeadingTexts headings, RuleSet rules, CancellationToken cancellation = default) : IEnumerable<ItemText>
{
    /// <summary>Items that are kept. The longest documents seen have an eighth of it.</summary>
    internal const int MostKept = 12_000;

    private List<ItemText>? _kept;

    /// <exception cref="OperationCanceledException">The caller has cancelled; looked at before each item.</exception>
    public IEnumerator<ItemText> GetEnumerator()
    {
        if (outline.Items.Count <= MostKept) _kept ??= [.. Read()];
        return _kept is { } kept ? kept.GetEnumerator() : Read().GetEnumerator();
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private IEnumerable<ItemText> Read()
    {
        var leadIns = new LeadIns(headings, rules);
        foreach (var item in outline.Items)
        {
            cancellation.ThrowIfCancellationRequested();
            yield return leadIns.Read(item);
        }
    }
}
