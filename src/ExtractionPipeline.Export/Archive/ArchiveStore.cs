using System.IO.Compression;
using System.Text;

using ExtractionPipeline.Diagnostics;
using ExtractionPipeline.Export.Sqlite;

using Microsoft.Data.Sqlite;

namespace ExtractionPipeline.Export.Archive;

/// <summary>A document as an archive lists it.</summary>
/// <param name="Id">First 16 hexadecimal digits of the SHA-256 of the file.</param>
/// <param name="Name">Name under which it was added.</param>
/// <param name="Title">Its title.</param>
/// <param name="Series">What joins the batches of one list.</param>
/// <param name="Batch">Number of the batch; null where the title names none.</param>
/// <param name="Items">Number of its items.</param>
/// <param name="Measures">Number of its measures.</param>
public sealed record ArchiveDocument(string Id, string Name, string Title, string Series, int? Batch, int Items, int Measures);

/// <summary>An archive opened for reading: a database that <see cref="SqliteTables"/> wrote.</summary>
/// <remarks>Many may read at once, also while one adds: they see the state before it until it is done.</remarks>
public sealed class ArchiveStore : IDisposable
{
    private readonly SqliteConnection _connection;

    private ArchiveStore(SqliteConnection connection) => _connection = connection;

    /// <exception cref="InputException">No such file (EP7025), or no archive of this version (EP7007).</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static ArchiveStore Open(string path)
    {
        if (!File.Exists(path)) throw new InputException(DiagnosticKinds.ArchiveMissing, path);
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, Mode = SqliteOpenMode.ReadWrite }.ToString());
        try
        {
            SqliteTables.OpenChecked(connection, path);
            return new ArchiveStore(connection);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>All documents, by series, batch and name.</summary>
    public IReadOnlyList<ArchiveDocument> Documents()
    {
        using var command = Command("SELECT document_id, name, title, series, batch, items, measures FROM documents ORDER BY series, batch, name, document_id");
        var documents = new List<ArchiveDocument>();
        using var row = command.ExecuteReader();
        while (row.Read())
        {
            documents.Add(new ArchiveDocument(row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), row.IsDBNull(4) ? null : row.GetInt32(4), row.GetInt32(5), row.GetInt32(6)));
        }

        return documents;
    }

    /// <summary>Items that fit, the best first.</summary>
    public IReadOnlyList<ArchiveHit> Search(ArchiveFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return new ArchiveSearch(_connection).Find(filter);
    }

    /// <summary>All items of one document in their order, with all of their amounts.</summary>
    public IReadOnlyList<ArchiveHit> Items(string documentId) => new ArchiveSearch(_connection).Of(documentId);

    /// <summary>The whole result of a document: the JSON of docs/output-format.md.</summary>
    public string Result(string documentId)
    {
        using var command = Command("SELECT json FROM results WHERE document_id = $id");
        command.Parameters.AddWithValue("$id", documentId);
        using var reader = new StreamReader(new GZipStream(new MemoryStream((byte[])command.ExecuteScalar()!), CompressionMode.Decompress), Encoding.UTF8);
        return reader.ReadToEnd();
    }

    /// <inheritdoc/>
    public void Dispose() => _connection.Dispose();

    private SqliteCommand Command(string sql)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        return command;
    }
}
