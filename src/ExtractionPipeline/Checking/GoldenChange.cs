namespace ExtractionPipeline.Checking;

/// <summary>What taking over one difference does to the text of the golden. A closed set.</summary>
internal abstract record GoldenChange
{
    public abstract JsonTextEdits In(JsonTextEdits edits);

    /// <summary>The parts of a value that differ become what was found.</summary>
    internal sealed record Becomes(JsonTree Old, JsonTree Found) : GoldenChange
    {
        public override JsonTextEdits In(JsonTextEdits edits) => edits.Become(Old, Found);
    }

    /// <summary>An element of a list goes.</summary>
    internal sealed record Removed(JsonTree List, JsonTree Element) : GoldenChange
    {
        public override JsonTextEdits In(JsonTextEdits edits) => edits.Remove(List, Element);
    }

    /// <summary>An element comes; where it stands is asked when it is added.</summary>
    internal sealed record Added(JsonTree List, JsonTree Element, Func<JsonTree?> After) : GoldenChange
    {
        public override JsonTextEdits In(JsonTextEdits edits) => edits.Add(List, Element, After());
    }

    /// <summary>A field comes that the golden did not have.</summary>
    internal sealed record FieldAdded(JsonTree Owner, string Name, JsonTree Value) : GoldenChange
    {
        public override JsonTextEdits In(JsonTextEdits edits) => edits.AddFirst(Owner, Name, Value);
    }
}
