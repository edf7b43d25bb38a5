using ExtractionPipeline.Diagnostics;
using ExtractionPipeline.Output;

namespace ExtractionPipeline.Checking;

/// <summary>A decision to take over what was found: ITEM, ITEM.FIELD or a field of the document, each with =WORDS to single out one of several.</summary>
/// <param name="Item">Id of the item; null for a field of the document.</param>
/// <param name="Field">As check shows it, such as money.role; null for all of the item.</param>
/// <param name="Words">Part of the marked, expected or found words; null for any.</param>
public sealed record GoldenDecision(string? Item, string? Field, string? Words)
{
    /// <summary>The field that renews or adds the document's hash.</summary>
    public const string HashField = "source.sha256";

    /// <summary>1.2.3 | 1.2.3.money | 1.2.3.money=50 | document.title. An item's id has digits and dots, a field begins with a letter.</summary>
    public static GoldenDecision Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        var (place, words) = equals < 0 ? (text, null) : (text[..equals], text[(equals + 1)..]);
        var field = 0;
        while (field < place.Length && (char.IsAsciiDigit(place[field]) || place[field] == '.')) field++;
        return new GoldenDecision(field == 0 ? null : place[..field].TrimEnd('.'), field == place.Length ? null : place[field..], words);
    }

    /// <inheritdoc/>
    public override string ToString() => string.Join('.', new[] { Item, Field }.OfType<string>()) + (Words is null ? "" : "=" + Words);

    internal bool IsAbout(GoldenDifference difference)
    {
        if (!string.Equals(Item, difference.Item, StringComparison.Ordinal)) return false;
        if (Field is not null && !string.Equals(Field, difference.Field, StringComparison.Ordinal)) return false;
        return Words is null || Holds(difference.Expected) || Holds(difference.Found) || (difference is { Text: { } text, Span: { } span } && Holds(span.In(text)));
    }

    private bool Holds(string? text) => text?.Contains(Words!, StringComparison.Ordinal) == true;
}

/// <summary>A golden with decisions taken over.</summary>
/// <param name="Text">Its text: everything else stands as it stood.</param>
/// <param name="Taken">The differences that are no more, in the order in which they were taken over.</param>
/// <param name="Left">What still differs.</param>
public sealed record GoldenTaken(string Text, IReadOnlyList<GoldenDifference> Taken, GoldenReport Left);

/// <summary>Takes single decisions over into a golden and touches nothing else.</summary>
/// <remarks>One difference after the other, each against the text that the one before left, so that an edit never meets another's.</remarks>
public static class GoldenAcceptance
{
    /// <summary>Takes over.</summary>
    /// <param name="goldenText">JSON of the golden.</param>
    /// <param name="file">Its name, for faults.</param>
    /// <param name="result">What was extracted.</param>
    /// <param name="decisions">Each must be about a difference.</param>
    /// <exception cref="InputException">The golden cannot be used, or a decision cannot be taken over (EP6009, EP6010).</exception>
    public static GoldenTaken Take(string goldenText, string file, ExtractionResult result, IReadOnlyList<GoldenDecision> decisions)
    {
        ArgumentNullException.ThrowIfNull(decisions);
        ArgumentNullException.ThrowIfNull(result);
        var tree = GoldenComparison.TreeOf(result);
        var text = goldenText;
        var taken = new List<GoldenDifference>();
        foreach (var decision in decisions)
        {
            var before = taken.Count;
            while (Find(text) is { } difference)
            {
                // One decision can uncover others (a role is judged once its amount is right), but never more than the item has fields.
                if (taken.Count - before > 10_000) throw new InvalidOperationException($"Taking over {decision} does not settle.");
                text = difference.Change!.In(new JsonTextEdits(text)).Apply();
                taken.Add(difference);
            }

            if (taken.Count == before) throw Refused(decision, GoldenComparison.Compare(GoldenComparison.ReadGolden(text, file), tree, result), file);

            GoldenDifference? Find(string current)
            {
                var golden = GoldenComparison.ReadGolden(current, file);
                if (string.Equals(decision.Field, GoldenDecision.HashField, StringComparison.Ordinal)) return Hash(golden, tree);
                return GoldenComparison.Compare(golden, tree, result).Differences.FirstOrDefault(d => d.Change is not null && decision.IsAbout(d));
            }
        }

        return new GoldenTaken(text, taken, GoldenComparison.Compare(GoldenComparison.ReadGolden(text, file), tree, result));
    }

    /// <summary>The golden's hash where it is not the document's, or is missing.</summary>
    private static GoldenDifference? Hash(JsonTree golden, JsonTree tree)
    {
        var found = tree["source"]!["sha256"]!;
        var source = golden["source"];
        var expected = source?["sha256"];
        if (expected?.Matches(found) == true) return null;
        GoldenChange change = expected is not null ? new GoldenChange.Becomes(expected, found)
            : source is not null ? new GoldenChange.FieldAdded(source, "sha256", found)
            : new GoldenChange.FieldAdded(golden, "source", JsonTree.ObjectOf([new("sha256", found)]));
        var at = expected ?? source ?? golden;
        return new GoldenDifference(null, GoldenDecision.HashField, expected?.Scalar, found.Scalar, null, null, at.Line, at.Column) { Change = change };
    }

    private static InputException Refused(GoldenDecision decision, GoldenReport report, string file)
    {
        if (report.Differences.Any(decision.IsAbout)) return new InputException(DiagnosticKinds.DecisionNotAlone, file, decision.ToString());
        var open = report.Differences.Select(d => d.Item is null ? d.Field : $"{d.Item}.{d.Field}").Distinct(StringComparer.Ordinal).ToList();
        const int shown = 8;
        var list = open.Count == 0 ? "-" : string.Join(", ", open.Take(shown)) + (open.Count > shown ? ", \u2026" : "");
        return new InputException(DiagnosticKinds.DecisionWithoutDifference, file, decision.ToString(), list);
    }
}
