namespace ExtractionPipeline.Export.Tables;

/// <summary>Takes the rows of a run, document by document, and makes a file or several of them.</summary>
/// <remarks>Not thread-safe. Nothing is finished before <see cref="Complete"/>; disposing without it leaves what was there before.</remarks>
public interface ITableSink : IDisposable
{
    /// <summary>Adds one document.</summary>
    void Add(DocumentRows document);

    /// <summary>Finishes the files.</summary>
    void Complete();
}
