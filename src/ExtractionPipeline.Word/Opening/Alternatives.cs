namespace ExtractionPipeline.Word.Opening;

/// <summary>Walks an mc:AlternateContent and stops at the one alternative that is to be read (ECMA-376 part 3 §9.3): never at two.</summary>
internal struct Alternatives(PartXml xml)
{
    private readonly PartXml.ChildElements _children = xml.Children();
    private bool _taken;

    /// <summary>Moves to the alternative to be read; false once it has been read, or where there is none.</summary>
    public bool Next()
    {
        while (_children.Next())
        {
            if (_taken) continue;
            if (xml.Name is "Choice" ? Understands(xml.Attribute("Requires")) : xml.Name is "Fallback") return _taken = true;
        }

        return false;
    }

    /// <summary>Whether all the prefixes stand for extensions of Microsoft or the standard: their text is kept as everywhere else.</summary>
    private readonly bool Understands(string? prefixes)
    {
        foreach (var prefix in (prefixes ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var space = xml.NamespaceOf(prefix) ?? "";
            if (!space.StartsWith("http://schemas.microsoft.com/office/", StringComparison.Ordinal)
                && !space.StartsWith("http://schemas.openxmlformats.org/", StringComparison.Ordinal)
                && !space.StartsWith("http://purl.oclc.org/ooxml/", StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }
}
