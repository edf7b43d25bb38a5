using System.Globalization;
using System.IO.Compression;
using System.Text;

using ExtractionPipeline.Diagnostics;
using ExtractionPipeline.Export.Archive;
using ExtractionPipeline.Export.Tables;
using ExtractionPipeline.Output;
using ExtractionPipeline.Rules;

using Microsoft.Data.Sqlite;

namespace ExtractionPipeline.Export.Sqlite;

/// <summary>The tables as an SQLite database that grows: adding is one transaction, and adding the same again changes nothing.</summary>
/// <remarks>
/// A document is known by its bytes. Where the database holds it as the same rules, version and schema read it, nothing is written; where
/// others read it, its rows are replaced. Whoever reads while a run adds sees the state before it.
/// </remarks>
public sealed class SqliteTables : ITableSink
{
    /// <summary>Form of the database (PRAGMA user_version).</summary>
    public const int Version = 1;

    internal const int Application = 0x45504442;   // "EPDB" (PRAGMA application_id)

    private readonly string _path;
    private readonly SqliteConnection _connection;
    private readonly SqliteTransaction _transaction;
    private readonly RuleSet _rules;
    private readonly List<(FlatTable Table, SqliteCommand Insert)> _inserts = [];

    private bool _failed;

    private SqliteTables(string path, SqliteConnection connection, RuleSet rules)
    {
        (_path, _connection, _rules) = (path, connection, rules);
        _transaction = connection.BeginTransaction();
        if (Number("PRAGMA user_version") == 0) Run(Schema());
        foreach (var table in FlatTables.All) _inserts.Add((table, InsertInto(table)));
    }

    /// <summary>Opens or makes the database and begins the transaction.</summary>
    /// <exception cref="InputException">The file is no database (EP7007), one of another form (EP7010, EP7011), or damaged (EP7012).</exception>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static SqliteTables Open(string path, RuleSet rules)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, ForeignKeys = true }.ToString());
        try
        {
            OpenChecked(connection, path, mayBeNew: true);
            return SqliteFaults.Guarded(path, () => new SqliteTables(path, connection, rules));
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Opens a connection to a database of this form, or, for writing, to a new one.</summary>
    /// <exception cref="InputException">The file is no database (EP7007), one of another form (EP7010, EP7011), or damaged (EP7012).</exception>
    /// <exception cref="IOException">It cannot be opened.</exception>
    internal static void OpenChecked(SqliteConnection connection, string path, bool mayBeNew) => SqliteFaults.Guarded(path, () =>
    {
        connection.Open();
        CheckForm(connection, path, mayBeNew);
        return true;
    });

    /// <summary>Adds one document, where the database does not hold it as it is.</summary>
    /// <returns>Whether anything was written.</returns>
    /// <exception cref="InputException">The database is damaged (EP7012).</exception>
    /// <exception cref="IOException">It cannot be written.</exception>
    public bool Add(DocumentRows document)
    {
        ArgumentNullException.ThrowIfNull(document);
        if (IsThere(document)) return false;
        Guarded(() => Replace(document));
        return true;
    }

    void ITableSink.Add(DocumentRows document) => Add(document);

    /// <inheritdoc/>
    /// <exception cref="IOException">It cannot be written; the database is as it was.</exception>
    public void Complete() => Guarded(_transaction.Commit);

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var (_, insert) in _inserts) insert.Dispose();
        _transaction.Dispose();   // rolls back what was not committed
        _connection.Dispose();
        if (_failed) Recover();
    }

    /// <summary>Whether the same rules, version and schema have read these bytes already, under the same name.</summary>
    /// <param name="sha256">Of the file, in lower-case hexadecimal.</param>
    /// <param name="name">Name of the document in the run.</param>
    /// <exception cref="InputException">The database is damaged (EP7012).</exception>
    public bool Holds(string sha256, string name)
    {
        ArgumentNullException.ThrowIfNull(sha256);
        (string Column, object Value)[] same =
        [
            ("sha256", sha256), ("name", name), ("schema_version", ResultJsonWriter.SchemaVersion), ("generator_version", GeneratorInfo.Version), ("rules", _rules.Fingerprint),
        ];
        using var command = Command($"SELECT count(*) FROM documents WHERE {string.Join(" AND ", same.Select(s => $"{s.Column} = ${s.Column}"))}");
        foreach (var (column, value) in same) command.Parameters.AddWithValue("$" + column, value);
        return SqliteFaults.Guarded(_path, () => (long)command.ExecuteScalar()! > 0);
    }

    /// <summary>Other documents of the same series and batch; where no batch is named, of the same series and name.</summary>
    /// <returns>Their ids and names, in order.</returns>
    /// <exception cref="InputException">The database is damaged (EP7012).</exception>
    public IReadOnlyList<(string Id, string Name)> OtherStatesOf(DocumentRows document)
    {
        ArgumentNullException.ThrowIfNull(document);
        object Cell(string column) => Value(document.Document[FlatTables.Documents.IndexOf(column)]);
        using var command = Command("SELECT document_id, name FROM documents WHERE series = $series AND batch IS $batch AND document_id <> $id AND ($batch IS NOT NULL OR name = $name) ORDER BY document_id");
        command.Parameters.AddWithValue("$series", Cell("series"));
        command.Parameters.AddWithValue("$batch", Cell("batch"));
        command.Parameters.AddWithValue("$name", Cell("name"));
        command.Parameters.AddWithValue("$id", document.Id);
        return SqliteFaults.Guarded(_path, () =>
        {
            var others = new List<(string, string)>();
            using var row = command.ExecuteReader();
            while (row.Read()) others.Add((row.GetString(0), row.GetString(1)));
            return others;
        });
    }

    /// <summary>Lets the database grow no further; for tests of a full disk.</summary>
    internal void LimitPages(int pages) => Run(string.Create(CultureInfo.InvariantCulture, $"PRAGMA max_page_count = {pages}"));

    /// <summary>Takes a document out, in the same transaction.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void Remove(string documentId) => Guarded(() => Delete(documentId));

    /// <summary>After a fault of the disk SQLite restores the file when it is next opened: now, not with the next reader.</summary>
    private void Recover()
    {
        try
        {
            using var again = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = _path, Pooling = false }.ToString());
            again.Open();
            Number(again, "SELECT count(*) FROM sqlite_master");
        }
        catch (SqliteException)
        {
            // Whoever opens it next tries again; the fault itself was reported.
        }
    }

    private static void CheckForm(SqliteConnection connection, string path, bool mayBeNew)
    {
        var (application, version) = (Number(connection, "PRAGMA application_id"), Number(connection, "PRAGMA user_version"));
        if (application == Application && version == Version) return;
        var (form, known) = (version.ToString(CultureInfo.InvariantCulture), Version.ToString(CultureInfo.InvariantCulture));
        if (application == Application) throw new InputException(version < Version ? DiagnosticKinds.DatabaseOlder : DiagnosticKinds.DatabaseNewer, path, form, known);
        var isNew = application == 0 && version == 0 && Number(connection, "SELECT count(*) FROM sqlite_master") == 0;
        if (!isNew) throw new InputException(DiagnosticKinds.DatabaseForeign, path, "another program made it");
        if (!mayBeNew) throw new InputException(DiagnosticKinds.DatabaseForeign, path, "it is empty");
    }

    private bool IsThere(DocumentRows document) =>
        Holds((string)document.Document[FlatTables.Documents.IndexOf("sha256")]!, (string)document.Document[FlatTables.Documents.IndexOf("name")]!);

    private void Replace(DocumentRows document)
    {
        Delete(document.Id);
        foreach (var (table, insert) in _inserts)
        {
            foreach (var row in document.In(table)) Insert(insert, row);
        }

        AddResult(document);
        AddWords(document);
        AddMembers(document, "measure_regions", "regions", "region_names");
        AddMembers(document, "measure_categories", "categories", "category_names");
    }

    private void Delete(string documentId)
    {
        Run("DELETE FROM item_words WHERE rowid IN (SELECT item_number FROM items WHERE document_id = $id)", documentId);
        Run("DELETE FROM documents WHERE document_id = $id", documentId);
    }

    private void AddResult(DocumentRows document)
    {
        using var packed = new MemoryStream();
        using (var writer = new StreamWriter(new GZipStream(packed, CompressionLevel.Fastest), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false))) document.WriteJson(writer);
        using var command = Command("INSERT INTO results VALUES ($id, $json)");
        command.Parameters.AddWithValue("$id", document.Id);
        command.Parameters.AddWithValue("$json", packed.ToArray());
        command.ExecuteNonQuery();
    }

    private void AddWords(DocumentRows document)
    {
        var (id, text) = (FlatTables.Items.IndexOf("item_id"), FlatTables.Items.IndexOf("text"));
        using var command = Command("INSERT INTO item_words (rowid, words, characters) SELECT item_number, $words, $characters FROM items WHERE item_id = $id");
        var (words, characters, item) = (command.Parameters.Add("$words", SqliteType.Text), command.Parameters.Add("$characters", SqliteType.Text), command.Parameters.Add("$id", SqliteType.Text));
        foreach (var row in document.In(FlatTables.Items))
        {
            words.Value = string.Join(' ', _rules.Segmenter.CutForSearch((string)row[text]!));
            characters.Value = SearchWords.Characters((string)row[text]!, _rules.Folding);
            item.Value = row[id];
            command.ExecuteNonQuery();
        }
    }

    private void AddMembers(DocumentRows document, string table, string codes, string names)
    {
        var (code, name) = (FlatTables.Measures.IndexOf(codes), FlatTables.Measures.IndexOf(names));
        using var command = Command($"INSERT OR IGNORE INTO {table} VALUES ($id, $code, $name)");
        var (id, member, label) = (command.Parameters.Add("$id", SqliteType.Text), command.Parameters.Add("$code", SqliteType.Text), command.Parameters.Add("$name", SqliteType.Text));
        foreach (var row in document.In(FlatTables.Measures))
        {
            var (members, labels) = ((IReadOnlyList<string>)row[code]!, (IReadOnlyList<string>)row[name]!);
            for (var i = 0; i < members.Count; i++)
            {
                (id.Value, member.Value, label.Value) = (row[0], members[i], labels[i]);
                command.ExecuteNonQuery();
            }
        }
    }

    private SqliteCommand InsertInto(FlatTable table)
    {
        var columns = table.Columns.Select(c => c.Name).ToList();
        var command = Command($"INSERT INTO {table.Name} ({string.Join(", ", columns)}) VALUES ({string.Join(", ", columns.Select(c => "$" + c))})");
        foreach (var column in columns) command.Parameters.Add(new SqliteParameter("$" + column, DBNull.Value));
        return command;
    }

    private static void Insert(SqliteCommand command, IReadOnlyList<object?> row)
    {
        for (var i = 0; i < row.Count; i++) command.Parameters[i].Value = Value(row[i]);
        command.ExecuteNonQuery();
    }

    /// <summary>A decimal is bound as text, which the NUMERIC column turns into an exact integer where it is one.</summary>
    private static object Value(object? cell) => cell switch
    {
        null => DBNull.Value,
        long number => number,
        bool flag => flag ? 1L : 0L,
        _ => DocumentRows.AsText(cell)!,
    };

    private static string Schema()
    {
        using var reader = new StreamReader(typeof(SqliteTables).Assembly.GetManifestResourceStream("schema.sql")!, Encoding.UTF8);
        return reader.ReadToEnd() + FormattableString.Invariant($"PRAGMA application_id = {Application};\nPRAGMA user_version = {Version};\n");
    }

    private void Run(string sql, string? id = null)
    {
        using var command = Command(sql);
        if (id is not null) command.Parameters.AddWithValue("$id", id);
        command.ExecuteNonQuery();
    }

    private SqliteCommand Command(string sql)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.Transaction = _transaction;
        return command;
    }

    private long Number(string sql)
    {
        using var command = Command(sql);
        return (long)command.ExecuteScalar()!;
    }

    private static long Number(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }

    private void Guarded(Action work)
    {
        try
        {
            SqliteFaults.Guarded(_path, () =>
            {
                work();
                return true;
            });
        }
        catch
        {
            _failed = true;
            throw;
        }
    }
}
