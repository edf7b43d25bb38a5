using System.Globalization;
using System.Text;

using ExtractionPipeline.Diagnostics;
using ExtractionPipeline.Documents;
using ExtractionPipeline.Export.Marking;
using ExtractionPipeline.Output;
using ExtractionPipeline.Rules;

namespace ExtractionPipeline.Export.Html;

/// <summary>One self-contained page: a summary, filters, and the document itself with its mentions marked. It fetches nothing.</summary>
public sealed class ResultPage
{
    private readonly ExtractionResult _result;
    private readonly RuleSet _rules;
    private readonly ReviewWords _words;
    private readonly TextWriter _to;

    private ResultPage(ExtractionResult result, RuleSet rules, ReviewWords words, TextWriter to) => (_result, _rules, _words, _to) = (result, rules, words, to);

    /// <summary>Writes the page of one document.</summary>
    /// <param name="document">The document as it was read.</param>
    /// <param name="result">What was extracted from it.</param>
    /// <param name="rules">The rules; they know the names of regions and categories.</param>
    /// <param name="chinese">Whether the page speaks Chinese; the document is as it is.</param>
    /// <param name="to">Takes UTF-8.</param>
    /// <returns>Mentions that could not be marked (EP7003).</returns>
    public static IReadOnlyList<Diagnostic> Write(PolicyDocument document, ExtractionResult result, RuleSet rules, bool chinese, TextWriter to)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(to);
        var page = new ResultPage(result, rules, new ReviewWords(chinese), to);
        var missing = page.WriteAll(document);
        var all = result.Items.Sum(i => i.Mentions.Count);
        return missing == 0 ? [] : [new Diagnostic(DiagnosticKinds.MentionsUnplaced, DiagnosticPlace.Document, [Text(missing), Text(all), OutputName])];
    }

    private const string OutputName = "html";

    private int WriteAll(PolicyDocument document)
    {
        WriteHead();
        WriteSummary();
        WriteFilters();
        _to.Write($"<main aria-label=\"{Say("page.document")}\">\n");
        var missing = DocumentBody.Write(document, _result, _words, _to);
        _to.Write("</main>\n");
        var made = _words.Say("page.made", GeneratorInfo.Name, GeneratorInfo.Version, _result.Source.Name);
        _to.Write($"<footer>{HtmlText.Of(made)}<br>sha256:{_result.Source.Sha256}<br>{HtmlText.Of(_result.RulesFingerprint)}</footer>\n<div id=\"tip\" role=\"tooltip\" hidden></div>\n");
        WriteItems();
        _to.Write($"<script>\n{Resource("page.js")}</script>\n</body>\n</html>\n");
        return missing;
    }

    private void WriteHead()
    {
        _to.Write($"<!DOCTYPE html>\n<html lang=\"{_words.Language}\">\n<head>\n<meta charset=\"utf-8\">\n");
        _to.Write("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'\">\n");
        _to.Write("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        _to.Write($"<title>{HtmlText.Of(Title())}</title>\n<style>\n{Resource("page.css")}</style>\n</head>\n<body>\n");
    }

    private void WriteSummary()
    {
        var facts = _result.Facts;
        _to.Write($"<header>\n<h1>{HtmlText.Of(Title())}</h1>\n");
        var known = new[] { facts.Issuer, facts.DocumentNumber, facts.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), facts.Batch is { } batch ? _words.Say("page.batch", Text(batch)) : null };
        _to.Write($"<p class=\"facts\">{string.Join(" \u00B7 ", known.OfType<string>().Select(HtmlText.Of))}</p>\n<ul class=\"counts\">\n");
        var measures = _result.Items.SelectMany(i => i.Measures).ToList();
        WriteCount("page.items", _result.Items.Count);
        WriteCount("page.measures", measures.Count);
        WriteCount("page.amounts", _result.Items.Sum(i => i.Mentions.Count(m => m is Mentions.MoneyMention or Mentions.PercentMention)));
        WriteCount("page.places", measures.SelectMany(m => m.Regions).Distinct().Count());
        WriteCount("page.unexplained", _result.Ledger.Unexplained.Count);
        _to.Write($"</ul>\n<section class=\"summary\">\n<h2>{Say("page.chart")}</h2>\n");
        RegionChart.Write(_result, _rules, _words, _to);
        _to.Write("</section>\n</header>\n");
    }

    private void WriteCount(string key, int count) => _to.Write($"<li><b>{Text(count)}</b> {Say(key)}</li>\n");

    private void WriteFilters()
    {
        _to.Write($"<nav aria-label=\"{Say("page.filter")}\">\n");
        var regions = _result.Items.SelectMany(i => i.Measures.SelectMany(m => m.Regions).Concat(i.Regions)).Distinct().Order();
        WriteSelect("region", "page.all-places", regions.Select(r => (r.ToString(), _rules.Places.Divisions.Find(r)?.Name ?? r.ToString())));
        var used = _result.Items.SelectMany(i => i.Categories).Select(c => c.Code).ToHashSet(StringComparer.Ordinal);
        WriteSelect("category", "page.all-categories", _rules.Categories.Names.Where(n => used.Contains(n.Code)).Select(n => (n.Code, _words.Language == "en" ? n.English : n.Chinese)));
        var roles = _result.Items.SelectMany(i => i.Mentions).Select(m => (Word: OutputWords.Of(m.Kind), Order: (int)m.Kind, Role: ReviewWords.RoleOf(m))).Distinct().OrderBy(r => r.Order).ThenBy(r => r.Role, StringComparer.Ordinal);
        WriteSelect("role", "page.all-roles", roles.Select(r => ($"{r.Word}{(r.Role is null ? "" : "." + r.Role)}", _words["kind." + r.Word] + (r.Role is null ? "" : " \u00B7 " + _words["role." + r.Role]))));
        _to.Write($"<label><input type=\"checkbox\" id=\"only\" checked>{Say("page.only")}</label>\n");
        _to.Write($"<output id=\"shown\" data-words=\"{Say("page.shown")}\"></output>\n<span class=\"legend\">");
        foreach (var role in (string[])["award", "cap", "threshold", "budget", "spent", "price"]) _to.Write($"<mark class=\"money {role}\">{Say("role." + role)}</mark> ");
        _to.Write($"<mark class=\"percent rate\">{Say("kind.percent")}</mark> <mark class=\"region\">{Say("kind.region")}</mark></span>\n</nav>\n");
    }

    private void WriteSelect(string name, string all, IEnumerable<(string Value, string Label)> options)
    {
        _to.Write($"<select id=\"{name}\" aria-label=\"{Say(all)}\"><option value=\"\">{Say(all)}</option>");
        foreach (var (value, label) in options) _to.Write($"<option value=\"{HtmlText.Of(value)}\">{HtmlText.Of(label)}</option>");
        _to.Write("</select>\n");
    }

    /// <summary>What the filters ask of an item: its places, categories and kinds of mention, as data that is no script.</summary>
    private void WriteItems()
    {
        _to.Write("<script type=\"application/json\" id=\"items\">[");
        for (var i = 0; i < _result.Items.Count; i++)
        {
            var item = _result.Items[i];
            var regions = item.Measures.SelectMany(m => m.Regions).Concat(item.Regions).Distinct().Select(r => r.ToString());
            var roles = item.Mentions.Select(m => OutputWords.Of(m.Kind) + (ReviewWords.RoleOf(m) is { } role ? "." + role : "")).Distinct(StringComparer.Ordinal);
            _to.Write($"{(i == 0 ? "" : ",")}\n{{\"region\":[{Quoted(regions)}],\"category\":[{Quoted(item.Categories.Select(c => c.Code).Distinct(StringComparer.Ordinal))}],\"role\":[{Quoted(roles)}]}}");
        }

        _to.Write("]</script>\n");
    }

    /// <summary>Codes and names of ours: ASCII letters, digits, points and hyphens, which need no escape.</summary>
    private static string Quoted(IEnumerable<string> codes) => string.Join(',', codes.Select(c => $"\"{c}\""));

    private string Title() => _result.Facts.Title.Length > 0 ? _result.Facts.Title : _words["page.no-title"];

    private string Say(string key) => HtmlText.Of(_words[key]);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Resource(string name)
    {
        using var reader = new StreamReader(typeof(ResultPage).Assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
