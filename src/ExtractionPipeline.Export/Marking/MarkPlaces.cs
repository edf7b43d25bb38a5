using System.Text;

using ExtractionPipeline.Mentions;
using ExtractionPipeline.Output;
using ExtractionPipeline.Values;

namespace ExtractionPipeline.Export.Marking;

/// <summary>Finds items and mentions in the paragraphs of a file by their visible characters.</summary>
/// <remarks>
/// Items stand in the order of the document, so each is looked for behind the one before, and then anywhere. An item may be a part of a
/// paragraph or run over several; white space does not count. Where the file has other characters than the reader gave (a symbol, hidden
/// text), the mentions of the item are looked for one by one with some of the words around them.
/// </remarks>
internal sealed class MarkPlaces
{
    private static readonly int[] Contexts = [12, 6, 3];   // visible characters on each side of a mention

    private readonly string _visible;
    private readonly List<(int Paragraph, int Offset)> _origins = [];
    private readonly List<MarkedStretch> _stretches = [];
    private int _cursor;

    private MarkPlaces(IReadOnlyList<string> paragraphs)
    {
        var visible = new StringBuilder();
        for (var number = 0; number < paragraphs.Count; number++)
        {
            var text = paragraphs[number];
            for (var i = 0; i < text.Length; i++)
            {
                if (char.IsWhiteSpace(text[i])) continue;
                visible.Append(text[i]);
                _origins.Add((number, i));
            }
        }

        _visible = visible.ToString();
    }

    /// <summary>All stretches that were found, and how many mentions were not.</summary>
    public static (IReadOnlyList<MarkedStretch> Stretches, int Missing) Find(IReadOnlyList<string> paragraphs, ExtractionResult result)
    {
        var places = new MarkPlaces(paragraphs);
        var missing = 0;
        foreach (var item in result.Items) missing += places.Add(item);
        return (places._stretches, missing);
    }

    /// <returns>Mentions of the item that were not found.</returns>
    private int Add(ExtractedItem item)
    {
        var (words, offsets) = Visible(item.Item.Text);
        if (words.Length == 0) return item.Mentions.Count;
        var start = Search(words);
        if (start >= 0)
        {
            _cursor = start + words.Length;
            AddStretches(start, _cursor, item, null);
        }

        var missing = 0;
        foreach (var mention in item.Mentions)
        {
            var (first, end) = VisibleSpan(offsets, mention.Span);
            var place = start >= 0 ? start + first : SearchAround(words, first, end);
            if (place < 0) missing++;
            else AddStretches(place, place + end - first, item, mention);
        }

        return missing;
    }

    private int Search(string words)
    {
        var found = _visible.IndexOf(words, _cursor, StringComparison.Ordinal);
        return found >= 0 ? found : _visible.IndexOf(words, StringComparison.Ordinal);
    }

    private int SearchAround(string words, int first, int end)
    {
        foreach (var context in Contexts)
        {
            var (from, to) = (Math.Max(0, first - context), Math.Min(words.Length, end + context));
            var found = Search(words[from..to]);
            if (found >= 0) return found + first - from;
        }

        return -1;
    }

    /// <summary>Adds one stretch for each paragraph that the visible characters lie in.</summary>
    private void AddStretches(int start, int end, ExtractedItem item, Mention? mention)
    {
        for (var at = start; at < end;)
        {
            var (paragraph, first) = _origins[at];
            var last = first;
            while (at < end && _origins[at].Paragraph == paragraph) last = _origins[at++].Offset;
            _stretches.Add(new MarkedStretch(paragraph, first, last + 1, item, mention));
        }
    }

    private static (string Words, List<int> Offsets) Visible(string text)
    {
        var (words, offsets) = (new StringBuilder(text.Length), new List<int>(text.Length));
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsWhiteSpace(text[i])) continue;
            words.Append(text[i]);
            offsets.Add(i);
        }

        return (words.ToString(), offsets);
    }

    /// <summary>The span in visible characters.</summary>
    private static (int First, int End) VisibleSpan(List<int> offsets, SourceSpan span)
    {
        var (first, end) = (offsets.BinarySearch(span.Start), offsets.BinarySearch(span.End));
        return (first < 0 ? ~first : first, end < 0 ? ~end : end);
    }
}
