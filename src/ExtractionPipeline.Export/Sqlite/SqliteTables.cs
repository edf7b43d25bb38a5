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

    private const int Application = 0x45504442;   // "EPDB" (PRAGMA application_id)
    private const int NotADatabase = 26;          // SQLITE_NOTADB

    private readonly SqliteConnection _connection;
    private readonly SqliteTransaction _transaction;
    private readonly RuleSet _rules;
    private readonly List<(FlatTable Table, SqliteCommand Insert)> _inserts = [];

    private SqliteTables(SqliteConnection connection, RuleSet rules)
    {
        (_connection, _rules) = (connection, rules);
        _transaction = connection.BeginTransaction();
        if (Number("PRAGMA user_version") == 0) Run(Schema());
        foreach (var table in FlatTables.All) _inserts.Add((table, InsertInto(table)));
    }

    /// <summary>Opens or makes the database and begins the transaction.</summary>
    /// <exception cref="InputException">The file is no database, or one of another program or version (EP7007).</exception>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static SqliteTables Open(string path, RuleSet rules)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, ForeignKeys = true }.ToString());
        try
        {
            OpenChecked(connection, path);
            return new SqliteTables(connection, rules);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Opens a connection to a database of this form, or to a new one.</summary>
    /// <exception cref="InputException">The file is no database, or one of another program or version (EP7007).</exception>
    /// <exception cref="IOException">It cannot be opened.</exception>
    internal static void OpenChecked(SqliteConnection connection, string path)
    {
        try
        {
            connection.Open();
            CheckForm(connection, path);
        }
        catch (SqliteException fault)
        {
            if (fault.SqliteErrorCode == NotADatabase) throw new InputException(DiagnosticKinds.DatabaseForeign, path, "not an SQLite file");
            throw new IOException(fault.Message, fault);
        }
    }

    /// <inheritdoc/>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void Add(DocumentRows document)
    {
        ArgumentNullException.ThrowIfNull(document);
        Guarded(() =>
        {
            if (!IsThere(document)) Replace(document);
        });
    }

    /// <inheritdoc/>
    /// <exception cref="IOException">It cannot be written; the database is as it was.</exception>
    public void Complete() => Guarded(_transaction.Commit);

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var (_, insert) in _inserts) insert.Dispose();
        _transaction.Dispose();   // rolls back what was not committed
        _connection.Dispose();
    }

    private static void CheckForm(SqliteConnection connection, string path)
    {
        var (application, version) = (Number(connection, "PRAGMA application_id"), Number(connection, "PRAGMA user_version"));
        var isNew = application == 0 && version == 0 && Number(connection, "SELECT count(*) FROM sqlite_master") == 0;
        if (isNew || (application == Application && version == Version)) return;
        var why = application == Application ? FormattableString.Invariant($"its form is {version}, this program writes {Version}") : "another program made it";
        throw new InputException(DiagnosticKinds.DatabaseForeign, path, why);
    }

    /// <summary>Whether the same rules, version and schema have read these bytes already, under the same name.</summary>
    /// <param name="sha256">Of the file, in lower-case hexadecimal.</param>
    /// <param name="name">Name of the document in the run.</param>
    public bool Holds(string sha256, string name)
    {
        ArgumentNullException.ThrowIfNull(sha256);
        (string Column, object Value)[] same =
        [
            ("sha256", sha256), ("name", name), ("schema_version", ResultJsonWriter.SchemaVersion), ("generator_version", GeneratorInfo.Version), ("rules", _rules.Fingerprint),
        ];
        using var command = Command($"SELECT count(*) FROM documents WHERE {string.Join(" AND ", same.Select(s => $"{s.Column} = ${s.Column}"))}");
        foreach (var (column, value) in same) command.Parameters.AddWithValue("$" + column, value);
        return (long)command.ExecuteScalar()! > 0;
    }

    private bool IsThere(DocumentRows document) =>
        Holds((string)document.Document[FlatTables.Documents.IndexOf("sha256")]!, (string)document.Document[FlatTables.Documents.IndexOf("name")]!);

    private void Replace(DocumentRows document)
    {
        Run("DELETE FROM item_words WHERE rowid IN (SELECT item_number FROM items WHERE document_id = $id)", document.Id);
        Run("DELETE FROM documents WHERE document_id = $id", document.Id);
        foreach (var (table, insert) in _inserts)
        {
            foreach (var row in document.In(table)) Insert(insert, row);
        }

        AddResult(document);
        AddWords(document);
        AddMembers(document, "measure_regions", "regions", "region_names");
        AddMembers(document, "measure_categories", "categories", "category_names");
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

    private static void Guarded(Action work)
    {
        try
        {
            work();
        }
        catch (SqliteException fault)
        {
            throw new IOException(fault.Message, fault);
        }
    }
}
