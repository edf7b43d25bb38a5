using System.Text;
using System.Xml;

using ExtractionPipeline.Diagnostics;

namespace ExtractionPipeline.Word.Opening;

/// <summary>Which language an element belongs to.</summary>
internal enum Vocabulary
{
    /// <summary>WordprocessingML, transitional or strict.</summary>
    Word,

    /// <summary>Office Math.</summary>
    Math,

    /// <summary>mc:AlternateContent and its parts.</summary>
    Compatibility,

    /// <summary>Anything else: drawings, VML, extensions.</summary>
    Other,
}

/// <summary>One part of the package, read forwards once. Never builds a tree.</summary>
/// <remarks>DTDs are refused and nothing outside the package is ever opened.</remarks>
internal sealed class PartXml : IDisposable
{
    private const string Transitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Strict = "http://purl.oclc.org/ooxml/wordprocessingml/main";
    private const string Math = "http://schemas.openxmlformats.org/officeDocument/2006/math";
    private const string StrictMath = "http://purl.oclc.org/ooxml/officeDocument/math";
    private const string Compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006";
    private const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string StrictRelationships = "http://purl.oclc.org/ooxml/officeDocument/relationships";

    private readonly XmlReader _reader;
    private readonly string _file;
    private readonly int _maxDepth;
    private readonly UnpackedMeter _meter;
    private string _lastNamespace = "";
    private Vocabulary _lastVocabulary = Vocabulary.Other;

    public PartXml(Stream stream, string file, WordReadingOptions options, UnpackedMeter meter)
    {
        _file = file;
        _meter = meter;
        _maxDepth = options.MaxNestingDepth;
        _reader = XmlReader.Create(new MeteredStream(stream, meter), new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            CloseInput = true,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            // White space under xml:space="preserve" is still reported; the rest would be trimmed away anyhow.
            IgnoreWhitespace = true,
        });
    }

    /// <summary>A plain walk over a part that describes the package: its relationships, its content types.</summary>
    public static XmlReader Walk(Stream stream, UnpackedMeter meter) =>
        XmlReader.Create(new MeteredStream(stream, meter), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CloseInput = true });

    /// <summary>Name of the element without its prefix.</summary>
    public string Name => _reader.LocalName;

    /// <summary>Language of the element.</summary>
    public Vocabulary Vocabulary
    {
        get
        {
            // One reader gives the same string instance for the same namespace, so this is nearly always one comparison.
            var space = _reader.NamespaceURI;
            if (ReferenceEquals(space, _lastNamespace)) return _lastVocabulary;
            _lastNamespace = space;
            return _lastVocabulary = space switch
            {
                Transitional or Strict => Vocabulary.Word,
                Math or StrictMath => Vocabulary.Math,
                Compatibility => Vocabulary.Compatibility,
                _ => Vocabulary.Other,
            };
        }
    }

    /// <summary>Whether the element is WordprocessingML.</summary>
    public bool IsWord => Vocabulary == Vocabulary.Word;

    /// <summary>Moves to the root element. False where the part is empty.</summary>
    public bool MoveToRoot() => _reader.MoveToContent() == XmlNodeType.Element;

    /// <summary>The child elements of the current element, to be walked at once.</summary>
    public ChildElements Children() => new(this, _reader.Depth, _reader.IsEmptyElement);

    /// <summary>An attribute in the namespace of its element (w:val of w:jc), or without one.</summary>
    public string? Attribute(string name) => _reader.GetAttribute(name, _reader.NamespaceURI) ?? _reader.GetAttribute(name);

    /// <summary>w:val.</summary>
    public string? Value => Attribute("val");

    /// <summary>w:val as a number; null where it is missing or none.</summary>
    public int? Number => int.TryParse(Value, System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out var n) ? n : null;

    /// <summary>A switch such as w:vanish: on unless w:val says otherwise (ECMA-376 part 1 §17.17.4).</summary>
    public bool IsOn => Value is not ("0" or "false" or "off");

    /// <summary>r:id of the element, or null.</summary>
    public string? RelationshipId => _reader.GetAttribute("id", Relationships) ?? _reader.GetAttribute("id", StrictRelationships);

    /// <summary>The namespace that a prefix stands for here, or null.</summary>
    public string? NamespaceOf(string prefix) => _reader.LookupNamespace(prefix);

    /// <summary>
    /// Text of the current element (w:t), as Word shows it: without xml:space="preserve" the spaces at both ends do not count;
    /// a line break of the XML is a space.
    /// </summary>
    /// <param name="preserve">Whether spaces at the ends count in any case.</param>
    public string ReadText(bool preserve = false)
    {
        if (_reader.IsEmptyElement) return "";
        preserve |= _reader.XmlSpace == XmlSpace.Preserve;
        var depth = _reader.Depth;
        var text = "";
        StringBuilder? more = null;   // CDATA can cut a text in pieces
        while (Advance() && !(_reader.NodeType == XmlNodeType.EndElement && _reader.Depth == depth))
        {
            if (_reader.NodeType is not (XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace)) continue;
            if (text.Length == 0) text = _reader.Value;
            else (more ??= new StringBuilder(text)).Append(_reader.Value);
        }

        if (more is not null) text = more.ToString();
        if (!preserve) text = text.Trim(' ', '\t', '\r', '\n');
        return text.AsSpan().IndexOfAny('\r', '\n') < 0 ? text : text.Replace("\r\n", " ", StringComparison.Ordinal).Replace('\n', ' ').Replace('\r', ' ');
    }

    /// <summary>The text of all w:t and w:delText inside the current element; the element is read to its end.</summary>
    public string ReadAllText()
    {
        if (_reader.IsEmptyElement) return "";
        var text = new StringBuilder();
        var depth = _reader.Depth;
        while (Advance() && !(_reader.NodeType == XmlNodeType.EndElement && _reader.Depth == depth))
        {
            if (_reader.NodeType == XmlNodeType.Element && IsWord && Name is "t" or "delText") text.Append(ReadText());
        }

        return text.ToString();
    }

    /// <inheritdoc/>
    public void Dispose() => _reader.Dispose();

    private bool Advance()
    {
        if (!_reader.Read()) return false;
        _meter.NextNode();
        if (_reader.Depth > _maxDepth)
        {
            throw new InputException(DiagnosticKinds.LimitExceeded, _file, "nesting of XML elements", FormattableString.Invariant($"{_maxDepth}"));
        }

        return true;
    }

    /// <summary>Walks over the child elements of one element. What a visitor leaves unread of a child is passed over.</summary>
    internal readonly struct ChildElements(PartXml xml, int depth, bool empty)
    {
        /// <summary>Moves to the next child element; false at the end of the parent.</summary>
        public bool Next()
        {
            if (empty) return false;
            var reader = xml._reader;
            while (xml.Advance())
            {
                if (reader.NodeType == XmlNodeType.Element)
                {
                    if (reader.Depth == depth + 1) return true;
                }
                else if (reader.NodeType == XmlNodeType.EndElement && reader.Depth == depth)
                {
                    return false;
                }
            }

            return false;
        }
    }
}
