using System.Globalization;

using ExtractionPipeline.Diagnostics;
using ExtractionPipeline.Values;

namespace ExtractionPipeline.Rules;

/// <summary>Collects the rows of the division table; parents and successors are linked once all are there.</summary>
/// <remarks>A division is known by its number in reading order; -1 stands for none.</remarks>
internal sealed class DivisionTableBuilder(RuleFaults faults)
{
    private readonly List<DivisionSource> _divisions = [];
    private readonly List<(int Division, string Parent, string Successor, RulePlace Place)> _rows = [];

    public IReadOnlyList<DivisionSource> Divisions => _divisions;

    public Dictionary<DivisionCode, int> InForce { get; } = [];

    public Dictionary<string, List<(int Division, PlaceForm Form)>> Names { get; } = new(StringComparer.Ordinal);

    public void AddDivision(RuleRow row)
    {
        if (!DivisionCode.TryParse(row["code"], out var code))
        {
            faults.Add(DiagnosticKinds.RuleRowField, row.Place, "code", row["code"], "six digits");
            return;
        }

        var division = Add(new DivisionSource(code, row["name"], ReadLevel(row), ReadYear(row, "from"), ReadYear(row, "to")));
        if (row["name"].Length == 0) faults.Add(DiagnosticKinds.RuleRowField, row.Place, "name", "", "the full name");
        _rows.Add((division, row["parent"], row["successor"], row.Place));
        if (row["successor"].Length == 0 && !InForce.TryAdd(code, division))
            faults.Add(DiagnosticKinds.RuleRowField, row.Place, "code", row["code"], "a code that no other division in force has");
        AddNames(division, row["name"], row["short"], row["aliases"], row["abbreviations"]);
    }

    public void LinkDivisions()
    {
        foreach (var (number, parent, successor, place) in _rows)
        {
            var division = _divisions[number] with { Parent = Link(parent, "parent", place), Successor = Link(successor, "successor", place) };
            _divisions[number] = division;
            if (division is { Level: DivisionLevel.Prefecture, Successor: CompiledDivisions.None, Parent: not CompiledDivisions.None and var above })
                _divisions[above] = _divisions[above] with { HasPrefectures = true };
        }
    }

    public void AddArea(RuleRow row)
    {
        if (!DivisionCode.TryParse(row["code"], out var code))
        {
            faults.Add(DiagnosticKinds.RuleRowField, row.Place, "code", row["code"], "six digits");
            return;
        }

        var parent = Link(IsPart(row) ? row["code"] : row["parent"], "parent", row.Place);
        var area = Add(new DivisionSource(code, row["name"], DivisionLevel.NewArea, ReadYear(row, "since"), null, parent));
        InForce.TryAdd(code, area);
        AddNames(area, row["name"], row["short"], row["aliases"], "");
    }

    /// <summary>Divisions in force before former ones; within these in order of code; each once.</summary>
    public IEnumerable<(int Division, PlaceForm Form)> InOrder(List<(int Division, PlaceForm Form)> candidates) => candidates
        .OrderBy(c => _divisions[c.Division].Successor != CompiledDivisions.None)
        .ThenBy(c => _divisions[c.Division].Code)
        .ThenBy(c => c.Form)
        .DistinctBy(c => c.Division);

    private int Add(DivisionSource division)
    {
        _divisions.Add(division);
        return _divisions.Count - 1;
    }

    /// <summary>An area within a division bears that division's code and lies below it.</summary>
    private bool IsPart(RuleRow row)
    {
        if (row["extent"] is not ("own" or "same" or "part"))
            faults.Add(DiagnosticKinds.RuleRowField, row.Place, "extent", row["extent"], "own, same or part");
        return row["extent"] is "part";
    }

    private static DivisionLevel LevelOf(string word) => word switch
    {
        "province" => DivisionLevel.Province,
        "prefecture" => DivisionLevel.Prefecture,
        _ => DivisionLevel.County,
    };

    private DivisionLevel ReadLevel(RuleRow row)
    {
        if (row["level"] is not ("province" or "prefecture" or "county"))
            faults.Add(DiagnosticKinds.RuleRowField, row.Place, "level", row["level"], "province, prefecture or county");
        return LevelOf(row["level"]);
    }

    private int? ReadYear(RuleRow row, string column)
    {
        var written = row[column];
        if (written.Length == 0) return null;
        if (int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var year)) return year;
        faults.Add(DiagnosticKinds.RuleRowField, row.Place, column, written, "a year");
        return null;
    }

    private int Link(string code, string column, RulePlace place)
    {
        if (code.Length == 0) return CompiledDivisions.None;
        if (DivisionCode.TryParse(code, out var read) && InForce.TryGetValue(read, out var found)) return found;
        faults.Add(DiagnosticKinds.RuleRowField, place, column, code, "the code of a division in force");
        return CompiledDivisions.None;
    }

    private void AddNames(int division, string name, string shortName, string aliases, string abbreviations)
    {
        AddName(name, division, PlaceForm.FullName);
        if (shortName.Length > 0 && !string.Equals(shortName, name, StringComparison.Ordinal)) AddName(shortName, division, PlaceForm.ShortName);
        foreach (var alias in aliases.Split('|', StringSplitOptions.RemoveEmptyEntries)) AddName(alias, division, PlaceForm.Alias);
        foreach (var abbreviation in abbreviations.Split('|', StringSplitOptions.RemoveEmptyEntries)) AddName(abbreviation, division, PlaceForm.Abbreviation);
    }

    private void AddName(string phrase, int division, PlaceForm form)
    {
        if (phrase.Length == 0) return;
        if (!Names.TryGetValue(phrase, out var list)) Names.Add(phrase, list = []);
        list.Add((division, form));
    }
}

/// <summary>A division as its row has it.</summary>
internal sealed record DivisionSource(
    DivisionCode Code, string Name, DivisionLevel Level, int? From, int? To, int Parent = CompiledDivisions.None, int Successor = CompiledDivisions.None, bool HasPrefectures = false);
