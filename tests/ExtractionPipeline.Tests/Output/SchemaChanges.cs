using Newtonsoft.Json.Linq;

namespace ExtractionPipeline.Tests.Output;

/// <summary>What a newer schema of the output takes away from those who read results by an older one.</summary>
/// <remarks>Breaking: a member is gone or may now be missing, a value may be of another type, a closed set of words changed, a pattern changed. New members are not.</remarks>
internal sealed class SchemaChanges(JObject older, JObject newer)
{
    private readonly List<string> _breaking = [];
    private readonly HashSet<(string, string)> _seen = [];

    public static IReadOnlyList<string> Breaking(string older, string newer)
    {
        var changes = new SchemaChanges(JObject.Parse(older), JObject.Parse(newer));
        changes.Compare("result", changes.Older, changes.Newer);
        return changes._breaking;
    }

    public static string VersionOf(string schema) => (string)JObject.Parse(schema)["properties"]!["schemaVersion"]!["enum"]![0]!;

    private JObject Older { get; } = older;

    private JObject Newer { get; } = newer;

    private void Compare(string path, JToken before, JToken after)
    {
        if ((string?)before["$ref"] is { } from && (string?)after["$ref"] is { } to && !_seen.Add((from, to))) return;
        (before, after) = (Resolve(Older, before), Resolve(Newer, after));
        CompareTypes(path, before, after);
        CompareTexts(path, before, after);
        CompareMembers(path, before, after);
        if (before["items"] is { } element && after["items"] is { } now) Compare(path + "[]", element, now);
        var (choices, left) = (Choices(Older, before), Choices(Newer, after));
        foreach (var (name, form) in choices)
        {
            if (left.TryGetValue(name, out var other)) Compare(path + ":" + name, form, other);
            else _breaking.Add($"{path}: the choice {name} is gone");
        }

        foreach (var name in left.Keys.Where(n => choices.Count > 0 && !choices.ContainsKey(n))) _breaking.Add($"{path}: may now be {name}");
    }

    private void CompareTypes(string path, JToken before, JToken after)
    {
        var (was, isNow) = (Texts(before["type"]), Texts(after["type"]));
        foreach (var type in isNow.Except(was, StringComparer.Ordinal)) _breaking.Add($"{path}: may now be of type {type}");
        if (was.Count > 0 && isNow.Count == 0) _breaking.Add($"{path}: has no type any more");
    }

    private void CompareTexts(string path, JToken before, JToken after)
    {
        if (path == "result.schemaVersion") return;
        var (was, isNow) = (Texts(before["enum"]), Texts(after["enum"]));
        foreach (var word in was.Except(isNow, StringComparer.Ordinal)) _breaking.Add($"{path}: the word {word} is gone");
        foreach (var word in isNow.Except(was, StringComparer.Ordinal)) _breaking.Add($"{path}: may now be {word}");
        if (before["pattern"] is { } pattern && (string?)after["pattern"] != (string?)pattern) _breaking.Add($"{path}: the pattern was {pattern}");
    }

    private void CompareMembers(string path, JToken before, JToken after)
    {
        if (before["properties"] is not JObject members) return;
        var required = (Before: Texts(before["required"]), After: Texts(after["required"]));
        foreach (var member in members.Properties())
        {
            var place = path + "." + member.Name;
            if (after["properties"]?[member.Name] is not { } now)
            {
                _breaking.Add($"{place}: is gone");
                continue;
            }

            if (required.Before.Contains(member.Name) && !required.After.Contains(member.Name)) _breaking.Add($"{place}: may now be missing");
            Compare(place, member.Value, now);
        }
    }

    /// <summary>The forms of a choice by name: "null", or the last part of the reference.</summary>
    private static Dictionary<string, JToken> Choices(JObject root, JToken form) =>
        (form["oneOf"] ?? new JArray()).ToDictionary(c => (string?)c["type"] ?? ((string)c["$ref"]!).Split('/')[^1], c => Resolve(root, c), StringComparer.Ordinal);

    private static JToken Resolve(JObject root, JToken form)
    {
        while ((string?)form["$ref"] is { } reference) form = root["definitions"]![reference["#/definitions/".Length..]]!;
        return form;
    }

    private static List<string> Texts(JToken? token) => token switch
    {
        null => [],
        JArray array => [.. array.Select(e => (string)e!)],
        _ => [(string)token!],
    };
}
