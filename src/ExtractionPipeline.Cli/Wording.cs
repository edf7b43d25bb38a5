using System.Globalization;

using ExtractionPipeline.Diagnostics;

namespace ExtractionPipeline.Cli;

/// <summary>The language that people see. English stands in the code, Chinese in Messages.zh.tsv and the library's messages.zh.tsv.</summary>
internal sealed class Wording
{
    private const string Resource = "Messages.zh.tsv";

    private const string DetailsResource = "Details.zh.tsv";

    private readonly Dictionary<string, string>? _chinese;
    private readonly Dictionary<string, string> _details;

    private Wording(Dictionary<string, string>? chinese, Dictionary<string, string> details) => (_chinese, _details) = (chinese, details);

    public static Wording English { get; } = new(null, []);

    /// <summary>The languages that --lang takes.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["en", "zh"];

    public bool IsChinese => _chinese is not null;

    public static Wording Chinese() => new(ReadRows(), ReadRows(DetailsResource));

    /// <summary>All Chinese rows by key.</summary>
    public static Dictionary<string, string> ReadRows() => MessageTable.Read(typeof(Wording).Assembly, Resource);

    private static Dictionary<string, string> ReadRows(string resource) => MessageTable.Read(typeof(Wording).Assembly, resource);

    public string Say(Message message, params string[] details) =>
        Fill(_chinese is null ? message.English : _chinese.GetValueOrDefault(message.Key, message.English), details);

    /// <summary>A diagnostic; those of its details that are words of this program in the language too.</summary>
    public string Say(DiagnosticKind kind, IReadOnlyList<string> details) =>
        _chinese is null ? Fill(kind.Message, details) : Fill(DiagnosticMessages.Chinese(kind), [.. details.Select(d => _details.GetValueOrDefault(d, d))]);

    public string Say(Severity severity) => Say(severity switch
    {
        Severity.Note => Messages.SeverityNote,
        Severity.Warning => Messages.SeverityWarning,
        _ => Messages.SeverityError,
    });

    /// <summary>One line as the contract has it: "error EP1003: samples/a.docx: not a Word document …".</summary>
    public string Line(DiagnosticKind kind, string? subject, IReadOnlyList<string> details)
    {
        var message = TerminalText.Of(Say(kind, details));
        return subject is null ? $"{Say(kind.Severity)} {kind.Code}: {message}" : $"{Say(kind.Severity)} {kind.Code}: {TerminalText.Of(subject)}: {message}";
    }

    /// <summary>A diagnostic of a document, with its place.</summary>
    public string Line(Diagnostic diagnostic, string document)
    {
        var place = Place(diagnostic.Place);
        return Line(diagnostic.Kind, place.Length == 0 ? document : $"{document}: {place}", diagnostic.Details);
    }

    private string Place(DiagnosticPlace place)
    {
        var span = place.Span is { } s ? $" {s}" : "";
        if (place.Item is { } item) return Say(Messages.PlaceItem, item) + span;
        if (place.Location is not { } at) return "";
        var paragraph = at.Paragraph.ToString(CultureInfo.InvariantCulture);
        var where = at.Table is null ? Say(Messages.PlaceParagraph, paragraph) : Say(Messages.PlaceCell, $"{at.Table}", $"{at.Row}", $"{at.Column}", paragraph);
        return where + span;
    }

    private static string Fill(string template, IReadOnlyList<string> details) =>
        details.Count == 0 ? template : string.Format(CultureInfo.InvariantCulture, template, [.. details]);
}
