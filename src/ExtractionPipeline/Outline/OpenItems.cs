namespace ExtractionPipeline.Outline;

/// <summary>The labelled items that later ones may stand under: 1. above （1） and ①.</summary>
internal sealed class OpenItems
{
    private readonly List<OpenItem> _open = [];

    /// <summary>The item that was opened last, whatever its depth; null where none is open.</summary>
    public string? Last => _open.Count > 0 ? _open[^1].Id : null;

    /// <summary>Closes the items of this depth or deeper; gives the one that is open then, or null.</summary>
    public string? Above(int depth)
    {
        while (_open.Count > 0 && _open[^1].Depth >= depth) _open.RemoveAt(_open.Count - 1);
        return Last;
    }

    /// <summary>Opens an item; call <see cref="Above"/> before.</summary>
    public void Open(int depth, string id) => _open.Add(new OpenItem(depth, id));

    private sealed record OpenItem(int Depth, string Id);
}
