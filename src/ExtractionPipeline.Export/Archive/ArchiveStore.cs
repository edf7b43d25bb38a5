using System.Buffers.Binary;
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
    private const int HeaderLength = 100;      // of an SQLite file
    private const int ApplicationOffset = 68;  // its application_id, big-endian

    private readonly string _path;
    private readonly SqliteConnection _connection;

    private ArchiveStore(string path, SqliteConnection connection) => (_path, _connection) = (path, connection);

    /// <summary>Whether a file looks like an archive, of whatever form; false where it cannot be read.</summary>
    public static bool IsArchive(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var header = new byte[HeaderLength];
            return file.ReadAtLeast(header, HeaderLength, throwOnEndOfStream: false) == HeaderLength
                && BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(ApplicationOffset)) == SqliteTables.Application;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <exception cref="InputException">No such file (EP7025), no archive (EP7007), one of another form (EP7010, EP7011), or a damaged one (EP7012).</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static ArchiveStore Open(string path)
    {
        if (!File.Exists(path)) throw new InputException(DiagnosticKinds.ArchiveMissing, path);
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, Mode = SqliteOpenMode.ReadWrite }.ToString());
        try
        {
            SqliteTables.OpenChecked(connection, path, mayBeNew: false);
            return new ArchiveStore(path, connection);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>All documents, by series, batch and name.</summary>
    /// <exception cref="InputException">The archive is damaged (EP7012).</exception>
    public IReadOnlyList<ArchiveDocument> Documents() => SqliteFaults.Guarded(_path, ReadDocuments);

    private List<ArchiveDocument> ReadDocuments()
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
    /// <exception cref="InputException">The archive is damaged (EP7012).</exception>
    public IReadOnlyList<ArchiveHit> Search(ArchiveFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return SqliteFaults.Guarded(_path, () => new ArchiveSearch(_connection).Find(filter));
    }

    /// <summary>All items of one document in their order, with all of their amounts.</summary>
    /// <exception cref="InputException">The archive is damaged (EP7012).</exception>
    public IReadOnlyList<ArchiveHit> Items(string documentId) => SqliteFaults.Guarded(_path, () => new ArchiveSearch(_connection).Of(documentId));

    /// <summary>The whole result of a document: the JSON of docs/output-format.md.</summary>
    /// <exception cref="InputException">The archive is damaged (EP7012).</exception>
    public string Result(string documentId) => SqliteFaults.Guarded(_path, () => ReadResult(documentId));

    private string ReadResult(string documentId)
    {
        using var command = Command("SELECT json FROM results WHERE document_id = $id");
        command.Parameters.AddWithValue("$id", documentId);
        var packed = command.ExecuteScalar() as byte[] ?? throw new InvalidDataException($"the result of {documentId} is missing");
        using var reader = new StreamReader(new GZipStream(new MemoryStream(packed), CompressionMode.Decompress), Encoding.UTF8);
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
