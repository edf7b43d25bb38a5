using System.Globalization;

using ExtractionPipeline.Diagnostics;

using Microsoft.Data.Sqlite;

namespace ExtractionPipeline.Export.Sqlite;

/// <summary>Faults of SQLite in the words of this program: what is wrong with the file, or why it cannot be read or written now.</summary>
internal static class SqliteFaults
{
    // Primary result codes of SQLite.
    private const int Error = 1;
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int NotADatabase = 26;

    /// <summary>Does some work on the database of a path.</summary>
    /// <exception cref="InputException">The file is no database (EP7007), or damaged (EP7012).</exception>
    /// <exception cref="IOException">It cannot be read or written now: no room, no permission, in use.</exception>
    public static T Guarded<T>(string path, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (SqliteException fault)
        {
            throw Of(fault, path);
        }
        catch (InvalidDataException fault)
        {
            throw new InputException(DiagnosticKinds.DatabaseDamaged, path, [fault.Message], fault);   // a packed result
        }
    }

    private static Exception Of(SqliteException fault, string path) => fault.SqliteErrorCode switch
    {
        NotADatabase => new InputException(DiagnosticKinds.DatabaseForeign, path, ["not an SQLite file"], fault),
        // All SQL is our own: what it does not find has gone.
        Corrupt or Error => new InputException(DiagnosticKinds.DatabaseDamaged, path, [Words(fault)], fault),
        Busy or Locked => new IOException("another program is writing to it", fault),
        ReadOnly or CannotOpen => new IOException("no permission", fault),
        Full => new IOException("the disk is full", fault),
        _ => new IOException(Words(fault), fault),
    };

    /// <summary>Between the quotes of "SQLite Error 11: 'database disk image is malformed'.".</summary>
    private static string Words(SqliteException fault) => fault.Message.Split('\'', 3) is [_, var words, _] ? words : string.Create(CultureInfo.InvariantCulture, $"SQLite error {fault.SqliteErrorCode}");
}
