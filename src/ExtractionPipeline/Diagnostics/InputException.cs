namespace ExtractionPipeline.Diagnostics;

/// <summary>A file that cannot be used at all. The only exception that bad input may cause.</summary>
public sealed class InputException : Exception
{
    /// <param name="kind">Row of the catalogue.</param>
    /// <param name="file">The file as the caller named it.</param>
    /// <param name="details">Fill the places of the message.</param>
    public InputException(DiagnosticKind kind, string file, params string[] details)
        : this(kind, file, details, null)
    {
    }

    /// <param name="kind">Row of the catalogue.</param>
    /// <param name="file">The file as the caller named it.</param>
    /// <param name="details">Fill the places of the message.</param>
    /// <param name="cause">What the reader of the file format threw, or null.</param>
    public InputException(DiagnosticKind kind, string file, IReadOnlyList<string> details, Exception? cause)
        : base($"{kind.Code}: {file}: {Diagnostic.Format(kind.Message, details)}", cause)
    {
        Kind = kind;
        File = file;
        Details = details;
    }

    /// <summary>Row of the catalogue.</summary>
    public DiagnosticKind Kind { get; }

    /// <summary>The file as the caller named it.</summary>
    public string File { get; }

    /// <summary>What fills the places of the message.</summary>
    public IReadOnlyList<string> Details { get; }
}
