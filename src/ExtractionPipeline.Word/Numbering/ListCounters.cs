using System.Text;

using ExtractionPipeline.Word.Paragraphs;

namespace ExtractionPipeline.Word.Numbering;

/// <summary>Counts the paragraphs of each list in document order and writes their labels as Word prints them.</summary>
/// <remarks>
/// Numbers belong to the abstract list: instances of one list run on. An instance that sets a start begins there when a level of it is
/// first used (ECMA-376 part 1 §17.9.26). A level begins anew after any level above it, or as w:lvlRestart says (§17.9.10).
/// A level above that has not been used yet prints its start.
/// </remarks>
internal sealed class ListCounters(ListDefinitions definitions)
{
    private readonly Dictionary<int, int?[]> _numbers = [];
    private readonly HashSet<long> _started = [];   // instance and level

    /// <summary>A label, or why there is none.</summary>
    /// <param name="Label">Null where nothing prints.</param>
    /// <param name="Fault">What cannot be worked out, in English; null where all is well.</param>
    public readonly record struct Result(string? Label, string? Fault);

    /// <summary>Counts one paragraph of a list and gives its label.</summary>
    public Result Count(int numberingId, int level)
    {
        if (definitions.Find(numberingId) is not { } list) return new Result(null, FormattableString.Invariant($"list {numberingId} is not defined"));
        level = Math.Clamp(level, 0, ListLevel.Count - 1);
        if (list.Levels[level] is not { } definition) return new Result(null, FormattableString.Invariant($"level {level + 1} of list {numberingId} is not defined"));
        var numbers = Advance(list, level);
        return Write(list, definition, level, numbers);
    }

    /// <summary>The level of the list that a paragraph style carries, or null.</summary>
    public int? LevelOfStyle(int numberingId, string style)
    {
        if (definitions.Find(numberingId) is not { } list) return null;
        for (var i = 0; i < ListLevel.Count; i++)
        {
            if (string.Equals(list.Levels[i]?.Style, style, StringComparison.Ordinal)) return i;
        }

        return null;
    }

    private int?[] Advance(ResolvedList list, int level)
    {
        if (!_numbers.TryGetValue(list.ListId, out var numbers)) _numbers[list.ListId] = numbers = new int?[ListLevel.Count];
        var setsStart = list.Starts[level] is not null && _started.Add(((long)list.Id << 8) | (uint)level);
        numbers[level] = setsStart || numbers[level] is not { } number
            ? list.Start(level)
            : number == int.MaxValue ? number : number + 1;

        for (var deeper = level + 1; deeper < ListLevel.Count; deeper++)
        {
            var restartAfter = list.Levels[deeper]?.RestartAfter ?? deeper;
            if (level < Math.Min(restartAfter, deeper)) numbers[deeper] = null;
        }

        return numbers;
    }

    private static Result Write(ResolvedList list, ListLevel definition, int level, int?[] numbers)
    {
        if (definition.Format is "bullet") return new Result(Visible(SymbolFonts.Known.Map(definition.Text, definition.Font)), null);

        var label = new StringBuilder();
        string? fault = null;
        for (var i = 0; i < definition.Text.Length; i++)
        {
            var c = definition.Text[i];
            if (c != '%' || i + 1 == definition.Text.Length || definition.Text[i + 1] is < '1' or > '9')
            {
                label.Append(c);
                continue;
            }

            var shown = definition.Text[++i] - '1';
            // A level below the paragraph's own has no number here; Word prints nothing.
            if (shown > level || list.Levels[shown] is not { } source) continue;
            var number = numbers[shown] ?? list.Start(shown);
            var format = definition.IsLegal && source.Format is not ("none" or "bullet") ? "decimal" : source.Format;
            if (source.Padding > 0 && !definition.IsLegal)
            {
                label.Append(NumeralSystems.Padded(number, source.Padding));
                continue;
            }

            var text = NumeralSystems.Known.Write(number, format);
            if (text is null) fault = $"the number format {format} is not known";
            label.Append(text);
        }

        return fault is null ? new Result(Visible(label.ToString()), null) : new Result(null, fault);
    }

    private static string? Visible(string label)
    {
        label = label.TrimEnd();
        return label.Length == 0 ? null : label;
    }
}
