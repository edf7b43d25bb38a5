namespace ExtractionPipeline.Word.Opening;

/// <summary>The parts that a Word document's text stands in.</summary>
internal enum PartKind
{
    /// <summary>Styles.</summary>
    Styles,

    /// <summary>List definitions.</summary>
    Numbering,

    /// <summary>Footnotes.</summary>
    Footnotes,

    /// <summary>Endnotes.</summary>
    Endnotes,

    /// <summary>Comments.</summary>
    Comments,
}

/// <summary>A part that was found: its name without the first slash, and the way to open it.</summary>
/// <param name="Name">word/styles.xml.</param>
/// <param name="Role">Last word of the type of the relationship that leads to it: styles, header, aFChunk.</param>
/// <param name="Open">A stream of its bytes.</param>
internal sealed record PackagePart(string Name, string Role, Func<Stream> Open);

/// <summary>Finds the parts of an open package by their relationships.</summary>
internal interface IPackageParts : IDisposable
{
    /// <summary>The main document.</summary>
    PackagePart Main { get; }

    /// <summary>The part of this kind that the main document refers to, or null.</summary>
    PackagePart? Find(PartKind kind);

    /// <summary>The part that a relationship of the main document leads to; null where there is none, or where it leads outside.</summary>
    PackagePart? Related(string relationshipId);
}
