using ExtractionPipeline.Text;
using ExtractionPipeline.Values;

namespace ExtractionPipeline.Rules;

/// <summary>All divisions of county level and above, in force and former, and the national new areas (行政区划).</summary>
/// <remarks>
/// Immutable, thread-safe. Read from rules/regions/divisions.tsv and areas.tsv; a division is made when it is first asked for, and only once.
/// Compiled form: counts of divisions, divisions in force, names and candidates (int); the divisions in reading order; those in force as
/// code and number in order of code; the names in ordinal order and one for the end; the candidates; the characters of all names.
/// </remarks>
public sealed class DivisionTable
{
    private const string DivisionsFile = "regions/divisions.tsv";
    private const string AreasFile = "regions/areas.tsv";

    private static readonly string[] DivisionColumns =
        ["code", "name", "short", "aliases", "abbreviations", "level", "parent", "from", "to", "successor", "source"];

    private static readonly string[] AreaColumns = ["code", "name", "short", "aliases", "parent", "since", "extent", "source"];

    private readonly CompiledBytes _table;
    private readonly CompiledDivisions.Layout _at;
    private readonly Division?[] _made;

    private DivisionTable(CompiledBytes table)
    {
        _table = table;
        _at = CompiledDivisions.Layout.Read(table);
        _made = new Division?[_at.Divisions];
    }

    /// <summary>Number of phrases that name divisions.</summary>
    internal int NameCount => _at.Names;

    /// <summary>The division in force with this code; null where there is none.</summary>
    public Division? Find(DivisionCode code)
    {
        var inForce = _at.InForceOf(_table);
        var (low, high) = (0, inForce.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            if (inForce[middle].Code == code.Number) return At(inForce[middle].Division);
            if (inForce[middle].Code < code.Number) low = middle + 1;
            else high = middle - 1;
        }

        return null;
    }

    /// <summary>Every division, in force or former, that is written so; divisions in force come first.</summary>
    public IReadOnlyList<PlaceCandidate> Named(string phrase)
    {
        ArgumentNullException.ThrowIfNull(phrase);
        var (low, high) = (0, _at.Names - 1);
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var order = NameSpan(middle).SequenceCompareTo(phrase);
            if (order == 0) return Candidates(middle);
            if (order < 0) low = middle + 1;
            else high = middle - 1;
        }

        return [];
    }

    internal static DivisionTable Read(RuleFiles files, RuleFaults faults) => Open(files.Compiled?.Divisions ?? Compile(files, faults));

    internal static DivisionTable Open(CompiledBytes table) => new(table);

    internal static CompiledBytes Compile(RuleFiles files, RuleFaults faults)
    {
        var builder = new DivisionTableBuilder(faults);
        foreach (var row in RuleTable.Read(files, DivisionsFile, DivisionColumns, faults)) builder.AddDivision(row);
        builder.LinkDivisions();
        foreach (var row in RuleTable.Read(files, AreasFile, AreaColumns, faults)) builder.AddArea(row);
        return CompiledDivisions.Write(builder);
    }

    /// <summary>A phrase that names divisions, by its number in ordinal order.</summary>
    internal string NameAt(int number) => NameSpan(number).ToString();

    /// <summary>The divisions that a phrase names: in force before former ones; within these in order of code.</summary>
    internal PlaceCandidate[] Candidates(int name)
    {
        var names = _at.NamesOf(_table);
        var candidates = _at.CandidatesOf(_table)[names[name].FirstCandidate..names[name + 1].FirstCandidate];
        var made = new PlaceCandidate[candidates.Length];
        for (var i = 0; i < made.Length; i++) made[i] = new PlaceCandidate(At(candidates[i].Division), (PlaceForm)candidates[i].Form);
        return made;
    }

    /// <summary>The division of a number; null for -1.</summary>
    internal Division? AtOrNone(int number) => number < 0 ? null : At(number);

    private Division At(int number) => Volatile.Read(ref _made[number]) ?? Make(number);

    private Division Make(int number)
    {
        var row = _at.DivisionsOf(_table)[number];
        var made = new Division(this, row, _at.CharactersOf(_table).Slice(row.Name, row.NameLength).ToString());
        return Interlocked.CompareExchange(ref _made[number], made, comparand: null) ?? made;
    }

    private ReadOnlySpan<char> NameSpan(int number)
    {
        var name = _at.NamesOf(_table)[number];
        return _at.CharactersOf(_table).Slice(name.Start, name.Length);
    }
}
