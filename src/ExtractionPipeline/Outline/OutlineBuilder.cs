using System.Globalization;

using ExtractionPipeline.Values;

namespace ExtractionPipeline.Outline;

/// <summary>Gives sections and items their ids by position.</summary>
/// <remarks>A depth orders what may stand below what: a section closes every open section of its depth or deeper.</remarks>
internal sealed class OutlineBuilder
{
    private sealed class Node(string id, int level, int depth)
    {
        public string Id => id;

        public int Level => level;

        public int Depth => depth;

        public int Sections { get; set; }

        public int Items { get; set; }
    }

    private readonly List<Section> _sections = [];
    private readonly List<OutlineItem> _items = [];
    private readonly List<Node> _open = [new Node("", 0, int.MinValue)];

    public IReadOnlyList<Section> Sections => _sections;

    public IReadOnlyList<OutlineItem> Items => _items;

    /// <summary>Depth of the innermost open section; <see cref="int.MinValue"/> where none is open.</summary>
    public int Depth => _open[^1].Depth;

    /// <summary>Closes the open sections of this depth or deeper.</summary>
    public void Close(int depth)
    {
        while (_open[^1].Depth >= depth && _open.Count > 1) _open.RemoveAt(_open.Count - 1);
    }

    /// <summary>Opens a section.</summary>
    public void OpenSection(int depth, string? label, string title, string? column)
    {
        Close(depth);
        var parent = _open[^1];
        var id = Child(parent.Id, ++parent.Sections);
        _sections.Add(new Section(id, parent.Level + 1, label, title, column));
        _open.Add(new Node(id, parent.Level + 1, depth));
    }

    /// <summary>Adds an item to the innermost open section; gives its id.</summary>
    public string AddItem(string? label, string text, BlockLocation location, string? under = null)
    {
        var section = _open[^1];
        var item = new OutlineItem(Child(section.Id, ++section.Items), section.Id, label, text, location) { Under = under };
        _items.Add(item);
        return item.Id;
    }

    /// <summary>Adds a line to the last item: a page broke its sentence.</summary>
    public void CarryOn(string text) => _items[^1] = _items[^1] with { Text = _items[^1].Text + "\n" + text };

    /// <summary>The label of a section as the contract wants it: without the 、 or point that closes it.</summary>
    public static string? SectionLabel(string? label) => label is [.. var words, '、' or '.' or '．'] ? words.TrimEnd() : label?.TrimEnd();

    private static string Child(string parent, int ordinal)
    {
        var number = ordinal.ToString(CultureInfo.InvariantCulture);
        return parent.Length == 0 ? number : parent + "." + number;
    }
}
