using ExtractionPipeline.Values;

using Newtonsoft.Json;

namespace ExtractionPipeline.Output;

/// <summary>Members of JSON objects as every output of ours writes them: fixed names, exact decimals in plain notation.</summary>
public static class JsonMembers
{
    /// <summary>A text or null.</summary>
    public static void Member(this JsonTextWriter json, string name, string? value)
    {
        Name(json, name);
        json.WriteValue(value);
    }

    /// <summary>A whole number or null.</summary>
    public static void Member(this JsonTextWriter json, string name, int? value)
    {
        Name(json, name);
        json.WriteValue(value);
    }

    /// <summary>True, false or null.</summary>
    public static void Member(this JsonTextWriter json, string name, bool? value)
    {
        Name(json, name);
        json.WriteValue(value);
    }

    /// <summary>A decimal or null; the JSON writer itself would print a decimal with its scale (1.0).</summary>
    public static void Member(this JsonTextWriter json, string name, decimal? value)
    {
        Name(json, name);
        if (value is { } number) json.WriteRawValue(Interval.Write(number));
        else json.WriteNull();
    }

    /// <summary>A list of texts.</summary>
    public static void Member(this JsonTextWriter json, string name, IReadOnlyList<string> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        BeginList(json, name);
        for (var i = 0; i < texts.Count; i++) json.WriteValue(texts[i]);
        json.WriteEndArray();
    }

    /// <summary>A list of division codes.</summary>
    public static void Member(this JsonTextWriter json, string name, IReadOnlyList<DivisionCode> codes)
    {
        ArgumentNullException.ThrowIfNull(codes);
        BeginList(json, name);
        for (var i = 0; i < codes.Count; i++) json.WriteValue(codes[i].ToString());
        json.WriteEndArray();
    }

    /// <summary>Opens a list; its elements and its end follow.</summary>
    public static void BeginList(this JsonTextWriter json, string name)
    {
        Name(json, name);
        json.WriteStartArray();
    }

    /// <summary>Opens an object; its members and its end follow.</summary>
    public static void BeginObject(this JsonTextWriter json, string name)
    {
        Name(json, name);
        json.WriteStartObject();
    }

    private static void Name(JsonTextWriter json, string name)
    {
        ArgumentNullException.ThrowIfNull(json);
        json.WritePropertyName(name, escape: false);
    }
}
