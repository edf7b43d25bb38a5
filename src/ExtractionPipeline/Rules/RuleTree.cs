namespace ExtractionPipeline.Rules;

/// <summary>A value of a rule file with its place (1-based): a text, a list or a mapping. A closed set.</summary>
internal abstract record RuleValue(int Line, int Column);

/// <summary>A text; numbers and flags are texts until somebody reads them.</summary>
internal sealed record RuleScalar(string Text, int Line, int Column) : RuleValue(Line, Column);

/// <summary>A list.</summary>
internal sealed record RuleList(IReadOnlyList<RuleValue> Items, int Line, int Column) : RuleValue(Line, Column);

/// <summary>A mapping; each key stands once.</summary>
internal sealed record RuleMap(IReadOnlyList<KeyValuePair<RuleScalar, RuleValue>> Fields, int Line, int Column) : RuleValue(Line, Column)
{
    /// <summary>The value of a key, or null.</summary>
    public RuleValue? Find(string key)
    {
        foreach (var field in Fields)
        {
            if (string.Equals(field.Key.Text, key, StringComparison.Ordinal)) return field.Value;
        }

        return null;
    }
}
