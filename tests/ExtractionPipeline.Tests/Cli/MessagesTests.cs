using System.Reflection;
using System.Text.RegularExpressions;

using ExtractionPipeline.Cli;
using ExtractionPipeline.Diagnostics;

using NUnit.Framework;

namespace ExtractionPipeline.Tests.Cli;

public sealed partial class MessagesTests
{
    private static readonly List<Message> All = [.. typeof(Messages).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (Message)f.GetValue(null)!)];

    private static readonly List<DiagnosticKind> Kinds =
        [.. typeof(DiagnosticKinds).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => f.GetValue(null)).OfType<DiagnosticKind>()];

    [Test]
    public void EveryMessageHasAChineseRowAndEveryRowAMessage() =>
        Assert.That(Wording.ReadRows().Keys, Is.EquivalentTo(All.Select(m => m.Key)));

    [Test]
    public void ChineseMessagesHaveThePlacesOfTheEnglishOnes()
    {
        var rows = Wording.ReadRows();
        Assert.That(All.Where(m => !string.Equals(Places(m.English), Places(rows[m.Key]), StringComparison.Ordinal)).Select(m => m.Key), Is.Empty);
    }

    [Test]
    public void EveryDiagnosticCodeHasAChineseRowAndEveryRowACode() =>
        Assert.That(DiagnosticMessages.ChineseRows.Keys, Is.EquivalentTo(Kinds.Select(k => k.Code)));

    [Test]
    public void ChineseDiagnosticsHaveThePlacesOfTheEnglishOnes() =>
        Assert.That(Kinds.Where(k => !string.Equals(Places(k.Message), Places(DiagnosticMessages.Chinese(k)), StringComparison.Ordinal)).Select(k => k.Code), Is.Empty);

    [Test]
    public void NoDiagnosticCodeIsUsedTwice() => Assert.That(Kinds.Select(k => k.Code), Is.Unique);

    private static string Places(string template) =>
        string.Join(' ', Place().Matches(template).Select(m => m.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    [GeneratedRegex(@"\{\d+\}")]
    private static partial Regex Place();
}
