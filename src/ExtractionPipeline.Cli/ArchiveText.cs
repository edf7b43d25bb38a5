using ExtractionPipeline.Export.Archive;
using ExtractionPipeline.Text;
using ExtractionPipeline.Values;

namespace ExtractionPipeline.Cli;

/// <summary>Items of an archive as a person reads them.</summary>
internal sealed class ArchiveText(TextWriter to, Wording say)
{
    public void Write(ArchiveHit hit, string text)
    {
        string[] parts = [hit.Title, hit.Item, string.Join(' ', hit.Regions), string.Join(' ', say.IsChinese ? hit.CategoryNames : hit.Categories)];
        to.WriteLine(TerminalText.Of(string.Join(" \u00B7 ", parts.Where(p => p.Length > 0))));
        to.WriteLine("  " + TerminalText.Of(text));
        foreach (var amount in hit.Amounts)
        {
            var whom = amount.Beneficiary is { } beneficiary ? $" \u2192 {beneficiary.ReplaceLineEndings(" ")}" : "";
            to.WriteLine(TerminalText.Of($"  {Role(amount.Role)}: {amount.Text.ReplaceLineEndings(" ")}{whom}"));
        }

        to.WriteLine($"  {hit.ItemId} \u00B7 {hit.Document} \u00B7 {Place(hit.Place)}");
        to.WriteLine();
    }

    private string Role(string role) => say.Say(RoleWording.OfName(role));

    private string Place(BlockLocation place) => place.Table is null
        ? say.Say(Messages.PlaceParagraph, $"{place.Paragraph}")
        : say.Say(Messages.PlaceCell, $"{place.Table}", $"{place.Row}", $"{place.Column}", $"{place.Paragraph}");
}

/// <summary>The sentence of an item in which the first term of a query stands, with the term marked.</summary>
internal sealed class Snippets(ArchiveQuery? query, FoldingTable folding)
{
    private const int Short = 80;   // characters of an item in which no term is marked

    private readonly List<string> _terms = [.. (query?.Terms ?? []).Select(t => SearchableText.Fold(t, folding).Folded).Where(t => t.Length > 0)];

    public string Of(string text)
    {
        var searchable = SearchableText.Fold(text, folding);
        var first = _terms
            .Select(t => (At: searchable.Folded.IndexOf(t, StringComparison.OrdinalIgnoreCase), t.Length))
            .Where(t => t.At >= 0)
            .OrderBy(t => t.At)
            .Select(t => (SourceSpan?)searchable.ToSource(t.At, t.At + t.Length))
            .FirstOrDefault();
        var marked = DifferenceText.Marked(text, first) ?? (text.Length > Short ? text[..Short] + "\u2026" : text);
        return marked.Trim().ReplaceLineEndings(" ");
    }
}
