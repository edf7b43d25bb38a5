using ExtractionPipeline.Checking;
using ExtractionPipeline.Documents;
using ExtractionPipeline.Mentions;
using ExtractionPipeline.Tests.CodeBase;
using ExtractionPipeline.Values;

using Newtonsoft.Json.Linq;

using NUnit.Framework;

namespace ExtractionPipeline.Tests.Mentions;

/// <summary>
/// Amounts and shares of texts written for this project in the manner of policies of many places and sectors (tests/gold/own-prose), read the whole way.
/// What is in them was written down before the program read them; six texts (a08, a14, a19, a33, a34, a36) were corrected after the first run. The rules were
/// then made with all of them in view: the floor guards what holds and does not measure unseen texts. A figure without a role in the gold is one whose role is open.
/// </summary>
public sealed class OwnProseTests
{
    private const double LeastValues = 0.97;    // share of gold and found figures that agree (F1)
    private const double LeastRoles = 0.95;     // share of the roles that are right, over the figures that agree

    [TestCase("money")]
    [TestCase("percents")]
    public void ReadsMostOfTheFigures(string kind)
    {
        var (right, expected, found, roles, rightRoles) = (0, 0, 0, 0, 0);
        var pipeline = new PolicyPipeline(Reading.Rules);
        foreach (var path in Directory.EnumerateFiles(Checkout.PathOf("tests", "gold", "own-prose"), "*.json").Order(StringComparer.Ordinal))
        {
            var gold = JObject.Parse(File.ReadAllText(path))[kind]!.ToList();
            var mentions = pipeline.Extract(Document(Path.ChangeExtension(path, ".txt"))).Items.SelectMany(i => i.Mentions).Select(m => Read(m, kind)).Where(m => m.Value.Length > 0).ToList();
            expected += gold.Count;
            found += mentions.Count;
            var pairs = InOrderAlignment.Pairs(gold.Count, mentions.Count, (left, at) => string.Equals(Value(gold[left], kind), mentions[at].Value, StringComparison.Ordinal));
            right += pairs.Count;
            var told = pairs.Where(p => gold[p.Left]["role"] is not null).ToList();
            roles += told.Count;
            rightRoles += told.Count(p => string.Equals((string?)gold[p.Left]["role"], mentions[p.Right].Role, StringComparison.Ordinal));
        }

        Assert.Multiple(() =>
        {
            Assert.That(2.0 * right / (expected + found), Is.GreaterThanOrEqualTo(LeastValues), $"{right} right of {expected} expected and {found} found");
            Assert.That((double)rightRoles / roles, Is.GreaterThanOrEqualTo(LeastRoles), $"{rightRoles} of {roles} roles");
        });
    }

    private static (string Value, string Role) Read(Mention mention, string kind) => mention switch
    {
        MoneyMention m when kind is "money" && m.Amount.Range.IsStated => ($"{m.Amount.Range} {m.Amount.Currency}", FigureReading.Name(m.Role.ToString())),
        PercentMention p when kind is "percents" => ($"{p.Share.Range} ", FigureReading.Name(p.Role.ToString())),
        _ => ("", ""),
    };

    private static string Value(JToken figure, string kind)
    {
        Interval range = ((decimal?)figure["min"], (decimal?)figure["max"]) switch
        {
            ({ } low, null) => Interval.AtLeast(low, (bool)figure["minInclusive"]!),
            (null, { } high) => Interval.AtMost(high, (bool)figure["maxInclusive"]!),
            ({ } low, { } high) => Interval.Between(low, (bool)figure["minInclusive"]!, high, (bool)figure["maxInclusive"]!),
            _ => Interval.Unstated,
        };
        return $"{range} {(kind is "money" ? (string?)figure["currency"] : "")}";
    }

    private static PolicyDocument Document(string path) => TextDocumentReader.Read(File.ReadAllBytes(path), Path.GetFileName(path), "txt");
}
