using ExtractionPipeline.Word.Opening;
using ExtractionPipeline.Word.Styles;

namespace ExtractionPipeline.Word.Numbering;

/// <summary>Reads word/numbering.xml.</summary>
internal static class ListDefinitionsReader
{
    // Word's dialog offers five places, and 255 characters for the text of a level.
    private const int MaxPadding = 10;
    private const int MaxText = 255;

    public static ListDefinitions Read(PartXml? xml, StyleSheet styles)
    {
        var lists = new Dictionary<int, AbstractList>();
        var instances = new Dictionary<int, ListInstance>();
        if (xml is not null && xml.MoveToRoot())
        {
            var children = xml.Children();
            while (children.Next())
            {
                if (!xml.IsWord) continue;
                if (xml.Name is "abstractNum" && ReadList(xml) is { } list) lists[list.Id] = list;
                else if (xml.Name is "num" && ReadInstance(xml) is { } instance) instances[instance.Id] = instance;
            }
        }

        return new ListDefinitions(lists, instances, styles);
    }

    private static AbstractList? ReadList(PartXml xml)
    {
        if (Integer(xml.Attribute("abstractNumId")) is not { } id) return null;
        var list = new AbstractList(id);
        var children = xml.Children();
        while (children.Next())
        {
            switch (xml.Name)
            {
                case "styleLink": list.DefinesStyle = xml.Value; break;
                case "numStyleLink": list.DefinedByStyle = xml.Value; break;
                case "lvl" when LevelIndex(xml) is { } index: list.Levels[index] = ReadLevel(xml); break;
            }
        }

        return list;
    }

    private static ListInstance? ReadInstance(PartXml xml)
    {
        if (Integer(xml.Attribute("numId")) is not { } id) return null;
        ListInstance? instance = null;
        var children = xml.Children();
        while (children.Next())
        {
            if (xml.Name is "abstractNumId" && xml.Number is { } abstractId) instance = new ListInstance(id, abstractId);
            else if (xml.Name is "lvlOverride" && instance is not null && LevelIndex(xml) is { } index) ReadOverride(xml, instance, index);
        }

        return instance;
    }

    private static void ReadOverride(PartXml xml, ListInstance instance, int index)
    {
        var children = xml.Children();
        while (children.Next())
        {
            if (xml.Name is "startOverride") instance.Starts[index] = xml.Number ?? 0;
            else if (xml.Name is "lvl") instance.Levels[index] = ReadLevel(xml);
        }
    }

    private static ListLevel ReadLevel(PartXml xml)
    {
        var level = new ListLevel();
        var children = xml.Children();
        while (children.Next())
        {
            level = xml.Vocabulary == Vocabulary.Compatibility ? ReadAlternatives(xml, level) : ReadProperty(xml, level);
        }

        return level;
    }

    private static ListLevel ReadProperty(PartXml xml, ListLevel level) => xml.Name switch
    {
        "start" => level with { Start = xml.Number ?? 1 },
        "numFmt" => ReadFormat(xml, level),
        "lvlText" => level with { Text = Shortened(xml.Value ?? "") },
        "isLgl" => level with { IsLegal = xml.IsOn },
        "lvlRestart" => level with { RestartAfter = xml.Number },
        "pStyle" => level with { Style = xml.Value },
        "rPr" => level with { Font = ReadFont(xml) ?? level.Font },
        _ => level,
    };

    /// <summary>Word 2010 and later write a custom format as a choice, with a plain one to fall back on.</summary>
    private static ListLevel ReadAlternatives(PartXml xml, ListLevel level)
    {
        var alternatives = xml.Children();
        while (alternatives.Next())
        {
            var fallback = xml.Name is "Fallback";
            var children = xml.Children();
            while (children.Next())
            {
                if (!(fallback && level.Padding > 0)) level = ReadProperty(xml, level);
            }
        }

        return level;
    }

    private static ListLevel ReadFormat(PartXml xml, ListLevel level)
    {
        var format = xml.Value ?? "decimal";
        if (format is not "custom") return level with { Format = format, Padding = 0 };
        var pattern = xml.Attribute("format") ?? "";
        var width = pattern.AsSpan().IndexOfAnyExceptInRange('0', '9');
        return width is > 1 and <= MaxPadding ? level with { Format = "decimal", Padding = width } : level;
    }

    private static string? ReadFont(PartXml xml)
    {
        string? font = null;
        var children = xml.Children();
        while (children.Next())
        {
            if (xml.Name is "rFonts") font = xml.Attribute("ascii") ?? xml.Attribute("hAnsi") ?? xml.Attribute("eastAsia");
        }

        return font;
    }

    private static string Shortened(string text) => text.Length <= MaxText ? text : text[..MaxText];

    private static int? LevelIndex(PartXml xml) => Integer(xml.Attribute("ilvl")) is { } index and >= 0 and < ListLevel.Count ? index : null;

    private static int? Integer(string? text) =>
        int.TryParse(text, System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out var n) ? n : null;
}
