using ExtractionPipeline.Word.Styles;

namespace ExtractionPipeline.Word.Numbering;

/// <summary>One level of a list (w:lvl).</summary>
internal sealed record ListLevel
{
    public const int Count = 9;

    /// <summary>w:numFmt; "decimal" where it is not said.</summary>
    public string Format { get; init; } = "decimal";

    /// <summary>Width of a custom format such as "001, 002, 003, ..."; 0 for all others.</summary>
    public int Padding { get; init; }

    /// <summary>w:lvlText: %1 to %9 stand for the numbers of the levels.</summary>
    public string Text { get; init; } = "";

    /// <summary>w:start. The standard says 0 where it is missing, Word counts from 1.</summary>
    public int Start { get; init; } = 1;

    /// <summary>w:isLgl: all levels print as Arabic figures.</summary>
    public bool IsLegal { get; init; }

    /// <summary>w:lvlRestart: 1-based level after which this one begins anew; 0 never; null after any level above.</summary>
    public int? RestartAfter { get; init; }

    /// <summary>Paragraph style that carries this level.</summary>
    public string? Style { get; init; }

    /// <summary>Font of the number, for bullets of symbol fonts.</summary>
    public string? Font { get; init; }
}

/// <summary>A w:abstractNum: the list whose numbers run on, whichever w:num refers to it.</summary>
internal sealed class AbstractList(int id)
{
    public int Id { get; } = id;

    public ListLevel?[] Levels { get; } = new ListLevel?[ListLevel.Count];

    /// <summary>The numbering style that this list defines (w:styleLink).</summary>
    public string? DefinesStyle { get; set; }

    /// <summary>The numbering style that defines this list (w:numStyleLink).</summary>
    public string? DefinedByStyle { get; set; }
}

/// <summary>A w:num: a list as paragraphs refer to it.</summary>
internal sealed class ListInstance(int id, int abstractId)
{
    public int Id { get; } = id;

    public int AbstractId { get; } = abstractId;

    /// <summary>w:startOverride by level.</summary>
    public int?[] Starts { get; } = new int?[ListLevel.Count];

    /// <summary>w:lvl inside w:lvlOverride by level.</summary>
    public ListLevel?[] Levels { get; } = new ListLevel?[ListLevel.Count];
}

/// <summary>A w:num with everything that it refers to.</summary>
/// <param name="Id">w:numId.</param>
/// <param name="ListId">Id of the abstract list: what the counters belong to.</param>
/// <param name="Levels">Nine levels; null where the list does not define one.</param>
/// <param name="Starts">Start that this instance sets, by level.</param>
internal sealed record ResolvedList(int Id, int ListId, ListLevel?[] Levels, int?[] Starts)
{
    public int Start(int level) => Starts[level] ?? Levels[level]?.Start ?? 1;
}

/// <summary>The lists that word/numbering.xml defines.</summary>
internal sealed class ListDefinitions(Dictionary<int, AbstractList> lists, Dictionary<int, ListInstance> instances, StyleSheet styles)
{
    // A list defined by a style defined by a list … ends after so many steps, as a circle.
    private const int MaxLinks = 8;

    private readonly Dictionary<int, ResolvedList?> _resolved = [];

    /// <summary>The list with this w:numId, or null where nothing defines it.</summary>
    public ResolvedList? Find(int numberingId)
    {
        if (!_resolved.TryGetValue(numberingId, out var list)) _resolved[numberingId] = list = Resolve(numberingId);
        return list;
    }

    private ResolvedList? Resolve(int numberingId)
    {
        if (!instances.TryGetValue(numberingId, out var instance) || !lists.TryGetValue(instance.AbstractId, out var list)) return null;
        var levels = new ListLevel?[ListLevel.Count];
        var defining = Defining(list);
        for (var i = 0; i < levels.Length; i++) levels[i] = instance.Levels[i] ?? defining.Levels[i];
        return new ResolvedList(numberingId, list.Id, levels, instance.Starts);
    }

    /// <summary>Follows w:numStyleLink to the list that holds the levels.</summary>
    private AbstractList Defining(AbstractList list)
    {
        for (var steps = 0; steps < MaxLinks && list.DefinedByStyle is { } style; steps++)
        {
            var next = ByStyle(style);
            if (next is null || next == list) break;
            list = next;
        }

        return list;
    }

    private AbstractList? ByStyle(string style)
    {
        if (styles.Find(style)?.NumberingId is { } id && instances.TryGetValue(id, out var instance)
            && lists.TryGetValue(instance.AbstractId, out var list) && list.DefinedByStyle is null)
        {
            return list;
        }

        foreach (var candidate in lists.Values)
        {
            if (string.Equals(candidate.DefinesStyle, style, StringComparison.Ordinal)) return candidate;
        }

        return null;
    }
}
