using System.Runtime.CompilerServices;
using System.Security.Cryptography;

using ExtractionPipeline.Diagnostics;
using ExtractionPipeline.Documents;
using ExtractionPipeline.Export.Docx;
using ExtractionPipeline.Export.Html;
using ExtractionPipeline.Export.Text;
using ExtractionPipeline.Output;
using ExtractionPipeline.Rules;

namespace ExtractionPipeline.Cli;

/// <summary>Writes the formats of which each document has a file of its own: a.json, a.jsonl, a.html, a.review.docx.</summary>
/// <remarks>Safe for several threads. Each writer is called from a method of its own, so that a run loads only what it needs.</remarks>
internal sealed class DocumentFiles
{
    private const string FirstEnding = ".json";   // names are told apart by it

    private readonly IReadOnlyList<InputFile> _inputs;
    private readonly IReadOnlyList<string> _names;
    private readonly IReadOnlyList<string> _formats;
    private readonly bool _chinese;

    private DocumentFiles(IReadOnlyList<InputFile> inputs, IReadOnlyList<string> names, OutputFormats formats, bool chinese) =>
        (_inputs, _names, _formats, _chinese) = (inputs, names, formats.Documents, chinese);

    /// <summary>Gives every file of the run its name.</summary>
    /// <exception cref="CommandFault">Two would have one name (EP1023), or one that of a document (EP7009).</exception>
    public static DocumentFiles Of(InputList inputs, string folder, OutputFormats formats, bool chinese)
    {
        var names = OutputNames.Of(inputs.Files, FirstEnding).Select(n => n[..^FirstEnding.Length]).ToList();
        var files = new DocumentFiles(inputs.Files, names, formats, chinese);
        files.CheckDocuments(folder);
        return files;
    }

    /// <summary>The document's name in tables: its path below the folder that was named, with its ending.</summary>
    public string NameOf(int number) => _inputs[number].OutputName + _inputs[number].Ending;

    /// <summary>Where its results stand below the output folder, without an ending: no two documents of a run share it.</summary>
    public string ResultOf(int number) => _names[number];

    /// <summary>The files of one document that this run has written, with their hashes.</summary>
    public IReadOnlyList<WrittenFile> Written(int number, OutputFolder output) => [.. _formats.Select(f => output.TakeHash(Name(number, f))).OfType<WrittenFile>()];

    /// <summary>Writes all formats of one document.</summary>
    /// <returns>Whether they are whole, and what is to be said of them.</returns>
    /// <exception cref="InputException">One cannot be written (EP1022).</exception>
    public (bool Written, IReadOnlyList<Diagnostic> Findings) Write(int number, PolicyDocument document, ExtractionResult result, RuleSet rules, OutputFolder output)
    {
        var (written, findings) = (true, new List<Diagnostic>());
        foreach (var format in _formats)
        {
            if (string.Equals(format, OutputFormats.Docx, StringComparison.Ordinal))
            {
                written &= WriteReview(number, result, rules, output, findings);
                continue;
            }

            written &= output.Write(Name(number, format), writer => WriteText(format, document, result, rules, writer, _chinese, findings));
        }

        return (written, findings);
    }

    /// <summary>Writes one document in a format that is text.</summary>
    public static void WriteText(string format, PolicyDocument document, ExtractionResult result, RuleSet rules, TextWriter writer, bool chinese, List<Diagnostic> findings)
    {
        switch (format)
        {
            case OutputFormats.Json: ResultJsonWriter.Write(result, writer); break;
            case OutputFormats.JsonLines: WriteLines(result, writer); break;
            default: WritePage(document, result, rules, writer, chinese, findings); break;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void WriteLines(ExtractionResult result, TextWriter writer) => JsonLines.Write(result, writer);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void WritePage(PolicyDocument document, ExtractionResult result, RuleSet rules, TextWriter writer, bool chinese, List<Diagnostic> findings) =>
        findings.AddRange(ResultPage.Write(document, result, rules, chinese, writer));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool WriteReview(int number, ExtractionResult result, RuleSet rules, OutputFolder output, List<Diagnostic> findings)
    {
        if (result.Source.Format != "docx" || _inputs[number].Shown == DocumentReading.StandardInput)
        {
            findings.Add(new Diagnostic(DiagnosticKinds.ReviewNeedsWord, DiagnosticPlace.Document, [result.Source.Name == DocumentReading.StandardInput ? result.Source.Name : result.Source.Format]));
            return true;
        }

        var bytes = File.ReadAllBytes(_inputs[number].Shown);
        if (Convert.ToHexStringLower(SHA256.HashData(bytes)) != result.Source.Sha256) throw new InputException(DiagnosticKinds.SourceChanged, _inputs[number].Shown);
        return output.WriteBytes(Name(number, OutputFormats.Docx), stream => findings.AddRange(ReviewCopy.Write(bytes, result, rules, _chinese, stream)));
    }

    private string Name(int number, string format) =>
        _names[number] + (string.Equals(format, OutputFormats.Docx, StringComparison.Ordinal) ? ".review" + _inputs[number].Ending : "." + format);

    /// <summary>A run into the folder of its documents must not write over one of them.</summary>
    private void CheckDocuments(string folder)
    {
        var documents = _inputs.Where(i => i.Fault is null).Select(i => Path.GetFullPath(i.Shown)).ToHashSet(StringComparer.Ordinal);
        for (var number = 0; number < _inputs.Count; number++)
        {
            if (_inputs[number].Fault is not null) continue;
            foreach (var format in _formats)
            {
                var target = Path.Join(folder, Name(number, format));
                if (documents.Contains(Path.GetFullPath(target))) throw new CommandFault(ExitCode.Usage, DiagnosticKinds.ResultOverDocument, _inputs[number].Shown, target);
            }
        }
    }
}
