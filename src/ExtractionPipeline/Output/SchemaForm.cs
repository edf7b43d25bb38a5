using Newtonsoft.Json;

namespace ExtractionPipeline.Output;

/// <summary>The form of one value in the output, as JSON Schema (draft 7) writes it. A closed set.</summary>
internal abstract record SchemaForm
{
    private SchemaForm()
    {
    }

    /// <summary>What it means, for readers of the schema; null where its name says it.</summary>
    public string? Description { get; init; }

    /// <summary>Whether null may stand in its place.</summary>
    public bool Nullable { get; init; }

    /// <summary>A text; of a pattern where one is given.</summary>
    internal sealed record Characters(string? Pattern = null) : SchemaForm;

    /// <summary>One of some words.</summary>
    internal sealed record OneOf(IReadOnlyList<string> All) : SchemaForm;

    /// <summary>A whole number from a minimum on.</summary>
    internal sealed record Whole(int Minimum) : SchemaForm;

    /// <summary>An exact decimal.</summary>
    internal sealed record Number : SchemaForm;

    /// <summary>True or false.</summary>
    internal sealed record Flag : SchemaForm;

    /// <summary>A list.</summary>
    internal sealed record List(SchemaForm Element) : SchemaForm;

    /// <summary>One of the named forms; more than one name is a choice.</summary>
    internal sealed record Named(params string[] Names) : SchemaForm;

    /// <summary>An object with exactly these members, in this order.</summary>
    internal sealed record Members(params SchemaMember[] All) : SchemaForm;

    /// <summary>Writes the members of the schema object, between its braces.</summary>
    public void Write(JsonTextWriter json)
    {
        if (Description is not null) json.Member("description", Description);
        switch (this)
        {
            case Characters text:
                Type(json, "string");
                if (text.Pattern is not null) json.Member("pattern", text.Pattern);
                break;
            case OneOf words:
                Type(json, "string");
                json.Member("enum", words.All);
                break;
            case Whole whole:
                Type(json, "integer");
                json.Member("minimum", whole.Minimum);
                break;
            case Number: Type(json, "number"); break;
            case Flag: Type(json, "boolean"); break;
            case List list:
                Type(json, "array");
                Write(json, "items", list.Element);
                break;
            case Named named: WriteNamed(json, named); break;
            case Members members: WriteMembers(json, members); break;
        }
    }

    /// <summary>Writes a member that holds the schema of a form.</summary>
    public static void Write(JsonTextWriter json, string name, SchemaForm form)
    {
        json.BeginObject(name);
        form.Write(json);
        json.WriteEndObject();
    }

    private void Type(JsonTextWriter json, string type)
    {
        if (Nullable) json.Member("type", [type, "null"]);
        else json.Member("type", type);
    }

    private void WriteNamed(JsonTextWriter json, Named named)
    {
        if (named.Names.Length == 1 && !Nullable)
        {
            Reference(json, named.Names[0]);
            return;
        }

        json.BeginList("oneOf");
        if (Nullable)
        {
            json.WriteStartObject();
            json.Member("type", "null");
            json.WriteEndObject();
        }

        foreach (var name in named.Names)
        {
            json.WriteStartObject();
            Reference(json, name);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteMembers(JsonTextWriter json, Members members)
    {
        json.Member("type", "object");
        json.Member("additionalProperties", false);
        json.Member("required", [.. members.All.Where(m => !m.MayBeMissing).Select(m => m.Name)]);
        json.BeginObject("properties");
        foreach (var member in members.All) Write(json, member.Name, member.Form);
        json.WriteEndObject();
    }

    private static void Reference(JsonTextWriter json, string name) => json.Member("$ref", "#/definitions/" + name);
}

/// <summary>One member of an object.</summary>
/// <param name="Name">As the output writes it.</param>
/// <param name="Form">Of its value.</param>
/// <param name="MayBeMissing">Whether it stands only where there is something to say.</param>
internal sealed record SchemaMember(string Name, SchemaForm Form, bool MayBeMissing = false);
