using ExtractionPipeline.Rules;

namespace ExtractionPipeline.Outline;

/// <summary>Decides of each line of prose whether it is a section or an item, and puts it in its place.</summary>
/// <remarks>
/// A heading style and 第…章 make a section. Any other label makes one where its line is a short title with something below it:
/// a line without label, a deeper label or a table. A line that is a sentence or states an amount is an item, whatever its label; points that follow it are
/// items after it in the same section. So every item stands once, in reading order, and the lead of a list of points is never lost.
/// </remarks>
internal sealed class ProseReader(OutlineBuilder builder, LineContents contents)
{
    /// <summary>A longer line is no title, even without a full stop. In characters.</summary>
    private const int MaxTitle = 50;

    /// <summary>A title that ends in a full stop is no longer than this: 公告内容。</summary>
    private const int MaxTitleWithStop = 14;

    private IReadOnlyList<Line> _lines = [];
    private int[] _depths = [];
    private int _next;
    private readonly OpenItems _open = new();
    private (int Depth, int Kind)? _bareSibling;   // a title without anything below it: its siblings are items too

    /// <summary>Takes all lines of the document, in order.</summary>
    public void Prepare(IReadOnlyList<Line> lines)
    {
        _lines = lines;
        _depths = Nesting.Depths(lines);
        _next = 0;
    }

    /// <summary>Puts the next line in its place.</summary>
    public void ReadNext(bool tableFollows)
    {
        var (line, depth) = (_lines[_next], _depths[_next]);
        var isSection = IsSection(_next, tableFollows);
        _next++;
        if (depth > 0) builder.Close(depth);
        var above = depth > 0 ? _open.Above(depth) : null;
        if (isSection)
        {
            _open.Above(0);
            builder.OpenSection(depth, OutlineBuilder.SectionLabel(line.Label), Signs.TitleText([line.Text]), null);
            return;
        }

        var id = builder.AddItem(line.Label, line.Text, line.Location, above);
        if (depth > 0) _open.Open(depth, id);
    }

    private bool IsSection(int index, bool tableFollows)
    {
        var line = _lines[index];
        if (line.Marker is null) return line.HeadingLevel is > 0 && line.Text.Length <= 2 * MaxTitle && !contents.HasAmount(line.Text);
        if (line.Marker.Value.Rule is not { } rule) return false;
        if (rule.Shape == MarkerShape.Heading) return line.Text.Length <= 2 * MaxTitle;
        if (line.HeadingLevel is > 0 && line.Text.Length <= MaxTitle && !Signs.EndsSentence(line.Text[^1])) return !contents.HasAmount(line.Text);
        if (!IsTitle(line.Text, rule.Shape) || contents.HasAmount(line.Text)) return false;
        var sibling = (_depths[index], line.Marker.Value.Kind);
        var hasContent = tableFollows || (index + 1 < _lines.Count && HasContent(index, index + 1));
        if (hasContent && _bareSibling == sibling && !tableFollows && _lines[index + 1].Marker is null) return false;
        _bareSibling = hasContent ? null : sibling;
        return hasContent;
    }

    private bool HasContent(int index, int next)
    {
        var following = _lines[next];
        if (following.Marker is null) return following.HeadingLevel is not > 0 || _depths[next] > _depths[index];
        return _depths[next] > _depths[index];
    }

    private static bool IsTitle(string text, MarkerShape shape)
    {
        if (text.Length > MaxTitle) return false;
        var last = text[^1];
        var words = text;
        if (Signs.EndsSentence(last) || last is '：' or ':')
        {
            if (shape == MarkerShape.Article || text.Length > MaxTitleWithStop + 1 || text.Any(NumeralReader.IsDigit)) return false;
            words = text[..^1];
        }

        return words.Length > 0 && !words.Any(c => Signs.EndsClause(c)) && words[^1] is not ('，' or '、' or ',') && (words.Length == text.Length || !words.Contains('，', StringComparison.Ordinal));
    }
}
