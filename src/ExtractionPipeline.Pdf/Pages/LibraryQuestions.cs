using System.Globalization;

using ExtractionPipeline.Diagnostics;

using UglyToad.PdfPig.Exceptions;

namespace ExtractionPipeline.Pdf.Pages;

/// <summary>Asks PdfPig, and says in our words what its exceptions mean. Nothing of ours runs inside a question.</summary>
internal sealed class LibraryQuestions(string file, UnpackingMeter meter)
{
    /// <summary>The page that is being read; 0 before the first.</summary>
    public int Page { get; set; }

    /// <summary>A question whose answer is that nothing is thrown.</summary>
    public void Do(Action question) => Ask(() =>
    {
        question();
        return true;
    });

    /// <exception cref="InputException">EP1007, EP1008 or EP1013.</exception>
    /// <exception cref="OperationCanceledException">The caller has cancelled.</exception>
    public T Ask<T>(Func<T> question)
    {
        try
        {
            var answer = question();
            return meter.Fault is { } fault ? throw fault : answer;
        }
        catch (PdfDocumentEncryptedException fault)
        {
            throw new InputException(DiagnosticKinds.Encrypted, file, [], fault);
        }
        catch (Exception fault) when (fault is not (InputException or OperationCanceledException or OutOfMemoryException))
        {
            // Where bytes are damaged the library throws whatever its code meets first, exceptions of the framework too: docs/decisions/0004.
            if (meter.Fault is { } limit) throw limit;
            var where = Page == 0 ? "its structure is damaged" : string.Create(CultureInfo.InvariantCulture, $"page {Page} is damaged");
            throw new InputException(DiagnosticKinds.DamagedPdf, file, [where], fault);
        }
    }
}
