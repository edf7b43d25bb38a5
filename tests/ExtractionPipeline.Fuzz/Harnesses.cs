using ExtractionPipeline.Diagnostics;
using ExtractionPipeline.Documents;
using ExtractionPipeline.Html;
using ExtractionPipeline.Pdf;
using ExtractionPipeline.Rules;
using ExtractionPipeline.Word;

namespace ExtractionPipeline.Fuzz;

/// <summary>The three doors by which bytes from outside come in. Each harness returns, or throws where a promise is broken.</summary>
public static class Harnesses
{
    private static readonly Lazy<PolicyPipeline> s_pipeline = new(PolicyPipeline.CreateDefault);

    /// <summary>Harness by name: documents, text, rules.</summary>
    public static IReadOnlyDictionary<string, Func<byte[], bool>> All { get; } = new Dictionary<string, Func<byte[], bool>>(StringComparer.Ordinal)
    {
        ["documents"] = Document,
        ["text"] = Text,
        ["rules"] = RuleFile,
    };

    /// <summary>A file: Word, PDF or a web page, by its first bytes; also a <see cref="LoosePackage"/>.</summary>
    /// <returns>Whether it could be read.</returns>
    public static bool Document(byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        return Reads(() =>
        {
            if (LoosePackage.IsLoose(bytes)) return new WordDocumentReader(WordReadingOptions.Default).Read(LoosePackage.Pack(bytes), "a.docx");
            if (bytes.AsSpan().StartsWith("%PDF"u8)) return new PdfDocumentReader(PdfReadingOptions.Default).Read(bytes, "a.pdf");
            return bytes.AsSpan().StartsWith("<"u8)
                ? new HtmlDocumentReader(HtmlReadingOptions.Default).Read(bytes, "a.html")
                : new WordDocumentReader(WordReadingOptions.Default).Read(bytes, "a.docx");
        });
    }

    /// <summary>A text: Markdown where it begins with #, else plain.</summary>
    public static bool Text(byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        return Reads(() => TextDocumentReader.Read(bytes, "a.txt", bytes.AsSpan().StartsWith("#"u8) ? "md" : "txt"));
    }

    /// <summary>One rule file; the first line is its path below rules/. All others are missing, which is a fault that is listed like any other.</summary>
    public static bool RuleFile(byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        var (path, text) = PathAndText(bytes);
        return LoadsRules(RuleFiles.FromTexts([new RuleFile(path, text)]));
    }

    /// <summary>One rule file among the default rules.</summary>
    public static bool RuleFileAmongAll(byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        var (path, text) = PathAndText(bytes);
        return LoadsRules(RuleFiles.FromTexts([.. RuleFiles.Default().All.Where(f => !string.Equals(f.Path, path, StringComparison.Ordinal)), new RuleFile(path, text)]));
    }

    private static (string Path, string Text) PathAndText(byte[] bytes)
    {
        var all = System.Text.Encoding.UTF8.GetString(bytes);
        var end = all.IndexOf('\n', StringComparison.Ordinal);
        return end < 0 ? (all, "") : (all[..end], all[(end + 1)..]);
    }

    private static bool LoadsRules(RuleFiles files)
    {
        try
        {
            _ = RuleSet.Read(files);
            return true;
        }
        catch (RuleFileException)
        {
            return false;
        }
    }

    private static bool Reads(Func<PolicyDocument> read)
    {
        PolicyDocument document;
        try
        {
            document = read();
        }
        catch (InputException)
        {
            return false;
        }

        Promises.Check(s_pipeline.Value, document);
        return true;
    }
}
