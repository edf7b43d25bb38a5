using System.Text;

using ExtractionPipeline.Documents;
using ExtractionPipeline.Export.Tables;
using ExtractionPipeline.Output;
using ExtractionPipeline.Tests.CodeBase;
using ExtractionPipeline.Word;

namespace ExtractionPipeline.Tests.Export;

/// <summary>Documents to export, extracted once.</summary>
internal static class ExportRun
{
    public const string SampleName = "intelligent-construction-batch2";

    /// <summary>Texts that a spreadsheet would take for formulas, with quotes and a comma.</summary>
    public const string Dangerous = "关于支持政策的通知\n1. =cmd|' /C calc'!A0，杭州给予10万元补贴。\n2. 宁波称\"最高\"补贴,不超过20.5万元。\n3. -2+3 温州给予1%补贴。\n";

    private static readonly Lazy<PolicyPipeline> Default = new(PolicyPipeline.CreateDefault);
    private static readonly Lazy<(PolicyDocument Document, ExtractionResult Result)> ReadSample = new(() => Extract(new WordDocumentReader(WordReadingOptions.Default).Read(SampleBytes, SampleName + ".docx")));

    public static PolicyPipeline Pipeline => Default.Value;

    public static string SamplePath { get; } = Checkout.PathOf("samples", SampleName + ".docx");

    public static byte[] SampleBytes { get; } = File.ReadAllBytes(SamplePath);

    public static (PolicyDocument Document, ExtractionResult Result) Sample => ReadSample.Value;

    public static (PolicyDocument Document, ExtractionResult Result) Text(string text, string name = "a.txt") =>
        Extract(TextDocumentReader.Read(Encoding.UTF8.GetBytes(text), name, "txt"));

    public static DocumentRows Rows(ExtractionResult result, string name) => DocumentRows.Of(result, name, Pipeline.Rules);

    private static (PolicyDocument, ExtractionResult) Extract(PolicyDocument document) => (document, Pipeline.Extract(document));
}
