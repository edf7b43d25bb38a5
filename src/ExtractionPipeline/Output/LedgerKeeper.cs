using ExtractionPipeline.Mentions;
using ExtractionPipeline.Values;

namespace ExtractionPipeline.Output;

/// <summary>Keeps the account of all figures of a document: every number and every 《title》.</summary>
/// <remarks>A figure is explained when it lies inside a mention, or inside a candidate that was not taken for a stated reason.</remarks>
public sealed class LedgerKeeper
{
    private readonly List<UnexplainedFigure> _unexplained = [];
    private int _figures;

    /// <summary>Enters the figures of one item.</summary>
    public void Enter(ItemText text, ItemFindings found)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(found);
        var covered = found.Covered();
        for (var i = 0; i < text.Numbers.Count; i++) Enter(text, covered, text.Source(text.Numbers[i].Start, text.Numbers[i].End));
        EnterTitles(text, covered);
    }

    /// <summary>The account so far.</summary>
    public Ledger Close() => new(_figures, _figures - _unexplained.Count, [.. _unexplained]);

    private void Enter(ItemText text, SpanCover covered, SourceSpan figure)
    {
        _figures++;
        if (!covered.Contains(figure)) _unexplained.Add(new UnexplainedFigure(text.Item.Id, figure, figure.In(text.Item.Text)));
    }

    /// <summary>Enters the outermost 《…》; one that nobody closes ends with the text.</summary>
    private void EnterTitles(ItemText text, SpanCover covered)
    {
        var folded = text.Folded;
        var (depth, start) = (0, 0);
        for (var i = NextMark(folded, 0); i < folded.Length; i = NextMark(folded, i + 1))
        {
            if (folded[i] == '《' && depth++ == 0) start = i;
            if (folded[i] == '》' && depth > 0 && --depth == 0) Enter(text, covered, text.Source(start, i + 1));
        }

        if (depth > 0) Enter(text, covered, text.Source(start, folded.Length));
    }

    private static int NextMark(string folded, int from) => folded.AsSpan(from).IndexOfAny('《', '》') is >= 0 and var at ? from + at : folded.Length;
}
