using System.Globalization;
using System.Xml;
using System.Xml.Linq;

using ExtractionPipeline.Diagnostics;
using ExtractionPipeline.Export.Marking;
using ExtractionPipeline.Mentions;
using ExtractionPipeline.Output;
using ExtractionPipeline.Rules;

namespace ExtractionPipeline.Export.Docx;

/// <summary>A copy of a Word document for review in Word, WPS or LibreOffice: its text as it was, each mention highlighted, with a comment.</summary>
/// <remarks>
/// Comments that were there stay. The comments bear no date, so the same document gives the same bytes. Word ignores comments inside text boxes
/// ([MS-OI29500] 2.1.315): those stand at the box and quote its words.
/// </remarks>
public sealed class ReviewCopy
{
    /// <summary>Word opens no file with more comment ranges ([MS-OI29500] 2.1.315).</summary>
    public const int CommentLimit = 32_767;

    private const string Format = "docx";

    private readonly ReviewWords _words;
    private readonly RuleSet _rules;
    private readonly WordNames _names;
    private readonly XElement _comments;
    private int _nextId;
    private int _room;
    private int _leftOut;

    private ReviewCopy(ReviewWords words, RuleSet rules, WordNames names, XElement comments)
    {
        (_words, _rules, _names, _comments) = (words, rules, names, comments);
        _nextId = comments.Elements(names.Comment).Select(c => (int?)c.Attribute(names.Id) ?? -1).DefaultIfEmpty(-1).Max() + 1;
    }

    /// <summary>Writes the copy.</summary>
    /// <param name="package">The document's bytes, as they were read.</param>
    /// <param name="result">What was extracted from them.</param>
    /// <param name="rules">The rules; they know the names of regions and categories.</param>
    /// <param name="chinese">Language of the comments.</param>
    /// <param name="to">Takes the package.</param>
    /// <param name="commentLimit">Comments that the copy may hold, with those that were there.</param>
    /// <returns>Mentions that could not be marked (EP7003), or only highlighted (EP7013).</returns>
    /// <exception cref="InputException">The package is damaged (EP1004).</exception>
    public static IReadOnlyList<Diagnostic> Write(byte[] package, ExtractionResult result, RuleSet rules, bool chinese, Stream to, int commentLimit = CommentLimit)
    {
        ArgumentNullException.ThrowIfNull(result);
        try
        {
            using var copy = WordPackageCopy.Open(package);
            var root = copy.Main.Root!;
            var names = new WordNames(root.Name.Namespace);
            var review = new ReviewCopy(new ReviewWords(chinese), rules, names, copy.Comments(names).Root!);
            review._room = commentLimit - root.Descendants(names.RangeStart).Count();
            var missing = review.Mark(root, result);
            copy.Write(to);
            var findings = new List<Diagnostic>();
            if (missing > 0) findings.Add(new Diagnostic(DiagnosticKinds.MentionsUnplaced, DiagnosticPlace.Document, [Text(missing), Text(result.Items.Sum(i => i.Mentions.Count)), Format]));
            if (review._leftOut > 0) findings.Add(new Diagnostic(DiagnosticKinds.CommentsLeftOut, DiagnosticPlace.Document, [Text(review._leftOut), Format, Text(commentLimit)]));
            return findings;
        }
        catch (Exception fault) when (fault is InvalidDataException or XmlException)
        {
            throw new InputException(DiagnosticKinds.DamagedPackage, result.Source.Name, [fault.Message], fault);
        }
    }

    private int Mark(XElement body, ExtractionResult result)
    {
        var text = BodyText.Read(body, _names);
        var (stretches, missing) = MarkPlaces.Find(text.Texts, result);
        foreach (var paragraph in stretches.Where(s => s.Mention is not null).GroupBy(s => s.Paragraph))
        {
            var marks = paragraph.OrderBy(s => s.Start).ThenByDescending(s => s.End).ToList();
            var cuts = marks.SelectMany(m => new[] { m.Start, m.End }).ToHashSet();
            var runs = new RunCutter(_names).Cut(text.Pieces[paragraph.Key], cuts);
            foreach (var mark in marks) Comment(mark, runs);
        }

        return missing;
    }

    /// <summary>Puts the comment around the runs of a mention; inner mentions come later, so theirs is the colour that stays.</summary>
    private void Comment(MarkedStretch mark, List<(XElement Run, int Start, int End)> runs)
    {
        var covered = runs.Where(r => r.Start < mark.End && mark.Start < r.End).Select(r => r.Run).ToList();
        if (covered.Count == 0) return;
        foreach (var run in covered) Highlight(run, Colour(mark.Mention!));
        if (_room-- <= 0)
        {
            _leftOut++;
            return;
        }

        var box = covered[0].Ancestors(_names.TextBox).LastOrDefault()?.Ancestors(_names.Run).LastOrDefault();
        var id = new XAttribute(_names.Id, _nextId++);
        (box ?? covered[0]).AddBeforeSelf(new XElement(_names.RangeStart, id));
        (box ?? covered[^1]).AddAfterSelf(new XElement(_names.RangeEnd, id), new XElement(_names.Run, new XElement(_names.Reference, id)));
        var comment = new XElement(_names.Comment, id, new XAttribute(_names.Author, GeneratorInfo.Name), new XAttribute(_names.Initials, "EP"));
        foreach (var line in Lines(mark.Item, mark.Mention!, inBox: box is not null)) comment.Add(new XElement(_names.Paragraph, new XElement(_names.Run, new XElement(_names.Text, line))));
        _comments.Add(comment);
    }

    private void Highlight(XElement run, string colour)
    {
        var properties = run.Element(_names.RunProperties);
        if (properties is null) run.AddFirst(properties = new XElement(_names.RunProperties));
        properties.Elements(_names.Highlight).Remove();
        var highlight = new XElement(_names.Highlight, new XAttribute(_names.Value, colour));
        if (properties.Elements().FirstOrDefault(_names.IsBehindHighlight) is { } behind) behind.AddBeforeSelf(highlight);
        else properties.Add(highlight);
    }

    private IEnumerable<string> Lines(ExtractedItem item, Mention mention, bool inBox)
    {
        if (inBox) yield return Printable($"{_words["text-box"]}: {mention.Span.In(item.Item.Text)}");
        yield return Printable(_words.Meaning(mention));
        var measure = item.Measures.FirstOrDefault(m => m.Amounts.Contains(mention, ReferenceEqualityComparer.Instance));
        if (measure is { Regions.Count: > 0 }) yield return $"{_words["places"]}: {string.Join("\u3001", measure.Regions.Select(r => _rules.Places.Divisions.Find(r)?.Name ?? r.ToString()))}";
        yield return $"{_words["item"]} {item.Item.Id} \u00B7 {_words["rule"]} {mention.Rule}";
    }

    /// <summary>One of the colours that Word has for highlighting.</summary>
    private static string Colour(Mention mention) => mention switch
    {
        MoneyMention { Role: MoneyRole.Award or MoneyRole.Floor } => "yellow",
        PercentMention { Role: PercentRole.Rate } => "yellow",
        MoneyMention { Role: MoneyRole.Cap } => "green",
        PercentMention { Role: PercentRole.Cap } => "green",
        MoneyMention { Role: MoneyRole.Threshold } => "cyan",
        PercentMention { Role: PercentRole.Threshold } => "cyan",
        MoneyMention { Role: MoneyRole.Penalty } => "red",
        MoneyMention => "magenta",
        _ => "lightGray",
    };

    private static string Printable(string text) => string.Concat(text.EnumerateRunes().Select(r => r.IsBmp && !XmlConvert.IsXmlChar((char)r.Value) ? "\uFFFD" : r.ToString()));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
