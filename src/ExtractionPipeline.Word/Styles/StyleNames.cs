namespace ExtractionPipeline.Word.Styles;

/// <summary>What the name of a style says: "heading 2", "标题 2", "Title". The names stand in style-names.tsv.</summary>
internal sealed class StyleNames
{
    private readonly List<string> _headings = [];
    private readonly List<string> _titles = [];

    private StyleNames()
    {
        foreach (var row in TextTable.Read("Styles.style-names.tsv"))
        {
            (string.Equals(row[0], "title", StringComparison.Ordinal) ? _titles : _headings).Add(row[1]);
        }
    }

    /// <summary>The names of style-names.tsv.</summary>
    public static StyleNames Known { get; } = new();

    /// <summary>1 to 9 for a heading, 0 for a title, null for any other name.</summary>
    public int? HeadingLevel(string name)
    {
        foreach (var heading in _headings)
        {
            if (!name.StartsWith(heading, StringComparison.OrdinalIgnoreCase)) continue;
            var rest = name.AsSpan(heading.Length).Trim();
            if (rest.Length == 1 && rest[0] is >= '1' and <= '9') return rest[0] - '0';
        }

        foreach (var title in _titles)
        {
            if (string.Equals(name, title, StringComparison.OrdinalIgnoreCase)) return 0;
        }

        return null;
    }
}
