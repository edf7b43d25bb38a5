using System.Text.RegularExpressions;

using ExtractionPipeline.Diagnostics;

using NUnit.Framework;

namespace ExtractionPipeline.Tests.CodeBase;

public sealed class DiagnosticsDocumentTests
{
    [Test]
    public void EveryCodeIsDocumentedWithItsSeverityAndMessage()
    {
        var document = File.ReadAllText(Checkout.PathOf("docs", "diagnostics.md"));
        var missing = typeof(DiagnosticKinds).GetFields()
            .Select(f => (DiagnosticKind)f.GetValue(null)!)
            .Select(k => $"| {k.Code} | {k.Severity.ToString().ToLowerInvariant()} | {k.Message.Replace("|", "\\|", StringComparison.Ordinal)} |")
            .Where(row => !document.Contains(row, StringComparison.Ordinal));
        Assert.That(missing, Is.Empty);
    }

    [Test]
    public void CodesStandOnceAndInOrder()
    {
        Assert.That(typeof(DiagnosticKinds).GetFields().Select(f => ((DiagnosticKind)f.GetValue(null)!).Code), Is.Unique);
        foreach (var file in Directory.EnumerateFiles(Checkout.PathOf("src", "ExtractionPipeline", "Diagnostics"), "DiagnosticKinds*.cs"))
        {
            var codes = Regex.Matches(File.ReadAllText(file), "new\\(\"(?<code>EP\\d{4})\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(10)).Select(m => m.Groups["code"].Value);
            Assert.That(codes, Is.Not.Empty.And.Ordered.Using<string>(StringComparer.Ordinal.Compare), Path.GetFileName(file));
        }
    }
}
