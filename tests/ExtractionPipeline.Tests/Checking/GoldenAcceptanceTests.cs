using System.Text;

using ExtractionPipeline.Checking;
using ExtractionPipeline.Diagnostics;
using ExtractionPipeline.Documents;
using ExtractionPipeline.Output;

using NUnit.Framework;

namespace ExtractionPipeline.Tests.Checking;

/// <summary>The text of a golden before and after a decision: nothing else moves.</summary>
public sealed class GoldenAcceptanceTests
{
    private const string File = "a.golden.json";

    private static readonly ExtractionResult Result = PolicyPipeline.CreateDefault().Extract(
        TextDocumentReader.Read(Encoding.UTF8.GetBytes("各地行动。\n合肥给予最高50万元补贴，宁波给予20万元奖励。\n"), "a.txt", "txt"));

    private static readonly string Hash = Result.Source.Sha256;

    [TestCase("2.money", """{ "items": [ { "id": "2", "mentions": [ { "kind": "money", "figure": "50万元", "value": { "max": 1 /* one */, "min": 500000 } }, { "kind": "money", "figure": "20万元" } ] } ] }""",
        """{ "items": [ { "id": "2", "mentions": [ { "kind": "money", "figure": "50万元", "value": { "max": 500000 /* one */, "min": null } }, { "kind": "money", "figure": "20万元" } ] } ] }""", TestName = "A value: only the parts that differ")]
    [TestCase("2.money.role", """{ "items": [ { "id": "2", "mentions": [ { "kind": "money", "role": "spent", "figure": "50万元" }, { "kind": "money", "role": "award" } ] } ] }""",
        """{ "items": [ { "id": "2", "mentions": [ { "kind": "money", "role": "cap", "figure": "50万元" }, { "kind": "money", "role": "award" } ] } ] }""", TestName = "A role")]
    [TestCase("2.money=7元", """{ "items": [ { "id": "2", "mentions": [ { "kind": "money", "figure": "7元" }, { "kind": "money", "figure": "8元" } ] } ] }""",
        """{ "items": [ { "id": "2", "mentions": [ { "kind": "money", "figure": "8元" } ] } ] }""", TestName = "One of several, by its words")]
    [TestCase("2.attribution", """{ "items": [ { "id": "2", "regions": ["110000", "340100"] } ] }""", """{ "items": [ { "id": "2", "regions": ["340100", "330200"] } ] }""", TestName = "A place goes, another comes")]
    [TestCase("2.categories", """{ "items": [ { "id": "2", "categories": [] } ] }""", """{ "items": [ { "id": "2", "categories": [ { "code": "fiscal" } ] } ] }""", TestName = "A category into an empty list")]
    [TestCase("2.items.label", """{ "items": [ { "id": "2", "label": "1." } ] }""", """{ "items": [ { "id": "2", "label": null } ] }""", TestName = "A field of the item")]
    [TestCase("7", """{ "items": [ { "id": "2" }, { "id": "7" } ] }""", """{ "items": [ { "id": "2" } ] }""", TestName = "An item that is not there")]
    [TestCase("1", """{ "complete": true, "items": [ { "id": "2", "label": null } ] }""", """{ "complete": true, "items": [ { "id": "1", "label": null }, { "id": "2", "label": null } ] }""", TestName = "An item that the golden lacks")]
    [TestCase("document.batch", """{ "document": { "batch": 3, "title": "x" } }""", """{ "document": { "batch": null, "title": "x" } }""", TestName = "A field of the document")]
    public void TakesOverOneDecisionAndNothingElse(string decision, string before, string after) => Assert.That(Take(before, decision), Is.EqualTo(after));

    [TestCase("\n")]
    [TestCase("\r\n")]
    public void KeepsOrderCommentsAndLayout(string newLine)
    {
        const string before = """
            {
              // made by hand
              "items": [ { "text":"合肥给予最高50万元补贴，宁波给予20万元奖励。",  "id": "2",
                "mentions": [
                  // places
                  { "kind": "region", "text": "合肥" },   // the first
                  { "kind": "region", "text": "北京" },
                  { "kind": "region", "text": "上海" }    // wrong
                ] } ],
              "kinds": [ "region" ]
            }

            """;
        const string after = """
            {
              // made by hand
              "items": [ { "text":"合肥给予最高50万元补贴，宁波给予20万元奖励。",  "id": "2",
                "mentions": [
                  // places
                  { "kind": "region", "text": "合肥" },   // the first
                  { "kind": "region", "start": 13, "end": 15, "text": "宁波", "role": "actor", "value": { "code": "330200", "name": "宁波市", "level": "prefecture", "path": ["浙江省", "宁波市"] } }
                // wrong
                ] } ],
              "kinds": [ "region" ]
            }

            """;
        Assert.That(Take(before.ReplaceLineEndings(newLine), "2.regions"), Is.EqualTo(after.ReplaceLineEndings(newLine)));
    }

    [Test]
    public void AddsAMentionInReadingOrderAndInTheLayoutOfItsNeighbours()
    {
        const string before = """
            { "kinds": ["money"], "items": [ { "id": "2", "mentions": [
              {
                "kind": "money",
                "id": "a",
                "figure": "20万元"
              }
            ] } ] }
            """;
        const string after = """
            { "kinds": ["money"], "items": [ { "id": "2", "mentions": [
              {
                "id": "m2",
                "kind": "money",
                "start": 4,
                "end": 10,
                "text": "最高50万元",
                "figure": "50万元",
                "role": "cap",
                "value": {
                  "currency": "CNY",
                  "min": null,
                  "max": 500000,
                  "minInclusive": null,
                  "maxInclusive": true,
                  "per": [],
                  "approximate": false
                }
              },
              {
                "kind": "money",
                "id": "a",
                "figure": "20万元"
              }
            ] } ] }
            """;
        Assert.That(Take(before, "2.money"), Is.EqualTo(after));
    }

    [TestCase("{ }", """{ "source": { "sha256": "#" } }""")]
    [TestCase("{\n  \"complete\": false // why\n}\n", "{\n  \"source\": { \"sha256\": \"#\" },\n  \"complete\": false // why\n}\n")]
    [TestCase("""{ "source": { "name": "a.txt" } }""", """{ "source": { "sha256": "#", "name": "a.txt" } }""")]
    [TestCase("""{ "source": { "sha256": "00" } }""", """{ "source": { "sha256": "#" } }""")]
    public void RenewsOrAddsTheHash(string before, string after) => Assert.That(Take(before, "source.sha256"), Is.EqualTo(after.Replace("#", Hash, StringComparison.Ordinal)));

    [Test]
    public void AcceptingAllOfACleanGoldenIsRefused()
    {
        var fault = Assert.Throws<InputException>(() => Take(ResultJsonWriter.ToText(Result), "2.money"))!;
        Assert.That(fault.Kind, Is.EqualTo(DiagnosticKinds.DecisionWithoutDifference));
        Assert.That(fault.Details, Is.EqualTo(new[] { "2.money", "-" }));
    }

    [Test]
    public void AmountsOfAMeasureWaitForTheirMentions()
    {
        const string golden = """{ "items": [ { "id": "2", "mentions": [], "measures": [ { "start": 0, "amounts": [] } ] } ] }""";
        var fault = Assert.Throws<InputException>(() => Take(golden, "2.measures.amounts"))!;
        Assert.That(fault.Kind, Is.EqualTo(DiagnosticKinds.DecisionNotAlone));
    }

    [Test]
    public void AfterTakingOverEverythingNothingDiffers()
    {
        const string golden = """
            { "complete": true, "document": { "title": "x", "issuer": { "name": "y" } }, "sections": [ { "id": "1", "title": "z" } ], "items": [
              { "id": "2", "text": "x", "regions": [], "categories": [ { "code": "tax" } ],
                "mentions": [ { "id": "m9", "kind": "period", "text": "2023年", "value": "2023" } ], "measures": [ { "start": 40, "regions": [] } ] } ] }
            """;
        var taken = GoldenAcceptance.Take(golden, File, Result, [new(null, "document.title", null), new(null, "document.issuer", null), new(null, "sections", null), new("2", null, null), new("1", null, null)]);
        Assert.That(taken.Left.Differences, Is.Empty);
    }

    private static string Take(string golden, string decision) => GoldenAcceptance.Take(golden, File, Result, [GoldenDecision.Parse(decision)]).Text;
}
