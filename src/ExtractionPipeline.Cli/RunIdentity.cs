using System.Security.Cryptography;
using System.Text;

using ExtractionPipeline.Conversion;
using ExtractionPipeline.Export.Tables;
using ExtractionPipeline.Html;
using ExtractionPipeline.Output;
using ExtractionPipeline.Pdf;
using ExtractionPipeline.Rules;
using ExtractionPipeline.Word;

namespace ExtractionPipeline.Cli;

/// <summary>All that the results of a document depend on beside its content, as one hash.</summary>
internal static class RunIdentity
{
    /// <summary>Rules, version, build, formats and options.</summary>
    /// <remarks>The compiler gives each state of the code an identity of its own (MVID), so that results of a changed program are never taken for its own.</remarks>
    public static string Of(RuleSet rules, OutputFormats formats, ReadingSettings reading, bool chinese)
    {
        var text = new StringBuilder().AppendJoin('\n', GeneratorInfo.Version, rules.Fingerprint, string.Join(',', formats.Names)).Append('\n');
        foreach (var part in (Type[])[typeof(PolicyPipeline), typeof(WordDocumentReader), typeof(PdfDocumentReader), typeof(HtmlDocumentReader), typeof(LibreOfficeConverter), typeof(DocumentRows), typeof(RunIdentity)])
            text.Append(part.Module.ModuleVersionId).Append('\n');
        text.Append(reading.RejectRevisions ? "reject" : "accept").Append(chinese && formats.SpeakToPeople ? " zh" : " en");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
