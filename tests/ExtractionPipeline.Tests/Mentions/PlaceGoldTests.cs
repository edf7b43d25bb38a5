using System.Globalization;

using ExtractionPipeline.Mentions;

using Newtonsoft.Json.Linq;

using NUnit.Framework;

namespace ExtractionPipeline.Tests.Mentions;

/// <summary>Places, organisations and titles against the gold of tests/gold.</summary>
public sealed class PlaceGoldTests
{
    private sealed record GoldRegion(string Text, string Code, string? Role, bool Optional);

    [Test]
    public void FindsEveryPlaceOfTheSampleListWithItsRole([Values] bool withWords)
    {
        var items = ReadSample();
        var found = PlaceReading.FindAll(null, withWords, [.. items.Select(i => (string)i["text"]!)]);
        var differences = new List<string>();
        for (var i = 0; i < items.Count; i++)
        {
            var expected = items[i]["regionMentions"]!.Select(r => $"{r["text"]} {r["start"]} {r["code"]} {r["role"]}");
            var actual = found[i].Mentions.OfType<RegionMention>().OrderBy(m => m.Span.Start)
                .Select(m => string.Create(CultureInfo.InvariantCulture, $"{m.Span.In((string)items[i]["text"]!)} {m.Span.Start} {m.Place.Code} {RoleWord(m.Role)}"));
            differences.AddRange(Differences((string)items[i]["id"]!, expected, actual));
        }

        Assert.That(differences, Is.Empty);
    }

    [Test]
    public void FindsEveryOrganisationAndTitleOfTheSampleList()
    {
        var items = ReadSample();
        var found = PlaceReading.FindAll(null, true, [.. items.Select(i => (string)i["text"]!)]);
        var differences = new List<string>();
        for (var i = 0; i < items.Count; i++)
        {
            var id = (string)items[i]["id"]!;
            var organisations = found[i].Mentions.OfType<OrganisationMention>().Select(m => m.ValueText).ToList();
            differences.AddRange(items[i]["organisations"]!.Select(o => $"{o["text"]} {o["region"]}").Where(o => !organisations.Contains(o, StringComparer.Ordinal)).Select(o => $"{id} organisation missed: {o}"));
            var titles = found[i].Mentions.OfType<DocumentMention>().Select(m => m.ValueText);
            differences.AddRange(Differences(id, items[i]["documents"]!.Select(d => (string)d!), titles));
        }

        Assert.That(differences, Is.Empty);
        var all = found.SelectMany(f => f.Mentions.OfType<OrganisationMention>()).Select(m => m.ValueText);
        TestContext.Out.WriteLine(string.Join('\n', all));
    }

    [TestCase(true, false, 0.97)]
    [TestCase(true, true, 0.95)]
    [TestCase(false, false, 0.95)]
    public void FindsThePlacesOfProse(bool withWords, bool byLines, double least)
    {
        var (right, gold, predicted, roles, roleCount) = (0, 0, 0, 0, 0);
        foreach (var file in Directory.GetFiles(PlaceReading.TestFile("gold/prose"), "*.json").Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileNameWithoutExtension(file);
            var expected = ReadRegions(JObject.Parse(File.ReadAllText(file))["regions"]);
            var text = File.ReadAllText(Path.ChangeExtension(file, ".txt"));
            var texts = byLines ? text.Split('\n') : [text];
            var actual = PlaceReading.FindAll(null, withWords, texts)
                .Zip(texts, (f, t) => f.Mentions.OfType<RegionMention>().OrderBy(m => m.Span.Start).Select(m => (Mention: m, Text: Plain(m.Span.In(t)))))
                .SelectMany(m => m).ToList();
            var pairs = Align(expected, actual);
            var optional = pairs.Count(p => expected[p.Gold].Optional);
            right += pairs.Count - optional;
            gold += expected.Count(g => !g.Optional);
            predicted += actual.Count - optional;
            foreach (var (g, p) in pairs.Where(p => !expected[p.Gold].Optional && expected[p.Gold].Role is not null))
            {
                roleCount++;
                if (string.Equals(expected[g].Role, RoleWord(actual[p].Mention.Role), StringComparison.Ordinal)) roles++;
                else TestContext.Out.WriteLine($"{name} role {expected[g].Text}: {expected[g].Role}, found {RoleWord(actual[p].Mention.Role)}");
            }

            for (var i = 0; i < expected.Count; i++)
            {
                if (!expected[i].Optional && !pairs.Exists(p => p.Gold == i)) TestContext.Out.WriteLine($"{name} missed {expected[i]}");
            }

            for (var i = 0; i < actual.Count; i++)
            {
                if (!pairs.Exists(p => p.Found == i)) TestContext.Out.WriteLine($"{name} wrong {actual[i].Text} {actual[i].Mention.Place.Code} {actual[i].Mention.Rule}");
            }
        }

        var f1 = 2.0 * right / (gold + predicted);
        TestContext.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"regions F1 {f1:F3} ({right} right, {gold} gold, {predicted} found), roles {roles} of {roleCount}"));
        Assert.That(f1, Is.GreaterThanOrEqualTo(least));
        Assert.That((double)roles / roleCount, Is.GreaterThanOrEqualTo(0.95));
    }

    private static List<JObject> ReadSample() =>
        [.. JObject.Parse(File.ReadAllText(PlaceReading.TestFile("gold/intelligent-construction-batch2.json")))["items"]!.Cast<JObject>()];

    private static List<GoldRegion> ReadRegions(JToken? regions) =>
        regions is null ? [] : [.. regions.Select(r => new GoldRegion(Plain((string)r["text"]!), (string)r["code"]!, (string?)r["role"], (bool?)r["optional"] == true))];

    private static string Plain(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    private static string RoleWord(RegionRole role) => role switch
    {
        RegionRole.Actor => "actor",
        RegionRole.Name => "name",
        _ => "other",
    };

    private static IEnumerable<string> Differences(string id, IEnumerable<string> expected, IEnumerable<string> actual)
    {
        var found = actual.ToList();
        foreach (var one in expected)
        {
            if (!found.Remove(one)) yield return $"{id} missed: {one}";
        }

        foreach (var one in found) yield return $"{id} wrong: {one}";
    }

    /// <summary>Longest in-order pairing, as the scoring tool pairs: equal code, one text within the other.</summary>
    private static List<(int Gold, int Found)> Align(List<GoldRegion> gold, List<(RegionMention Mention, string Text)> found)
    {
        var best = new int[gold.Count + 1, found.Count + 1];
        bool Match(int g, int f) => string.Equals(gold[g].Code, found[f].Mention.Place.Code.ToString(), StringComparison.Ordinal)
            && (gold[g].Text.Contains(found[f].Text, StringComparison.Ordinal) || found[f].Text.Contains(gold[g].Text, StringComparison.Ordinal));
        for (var g = gold.Count - 1; g >= 0; g--)
        {
            for (var f = found.Count - 1; f >= 0; f--)
                best[g, f] = Math.Max(Math.Max(best[g + 1, f], best[g, f + 1]), Match(g, f) ? best[g + 1, f + 1] + 1 : 0);
        }

        var pairs = new List<(int, int)>();
        for (int g = 0, f = 0; g < gold.Count && f < found.Count;)
        {
            if (Match(g, f) && best[g, f] == best[g + 1, f + 1] + 1) pairs.Add((g++, f++));
            else if (best[g + 1, f] >= best[g, f + 1]) g++;
            else f++;
        }

        return pairs;
    }
}
