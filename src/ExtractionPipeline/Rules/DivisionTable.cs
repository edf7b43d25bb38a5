using System.Collections.Frozen;
using System.Globalization;

using ExtractionPipeline.Diagnostics;
using ExtractionPipeline.Values;

namespace ExtractionPipeline.Rules;

/// <summary>All divisions of county level and above, in force and former, and the national new areas (行政区划).</summary>
/// <remarks>Immutable, thread-safe. Read from rules/regions/divisions.tsv and areas.tsv.</remarks>
public sealed class DivisionTable
{
    private const string DivisionsFile = "regions/divisions.tsv";
    private const string AreasFile = "regions/areas.tsv";

    private static readonly string[] DivisionColumns =
        ["code", "name", "short", "aliases", "abbreviations", "level", "parent", "from", "to", "successor", "source"];

    private static readonly string[] AreaColumns = ["code", "name", "short", "aliases", "parent", "since", "extent", "source"];

    private readonly FrozenDictionary<DivisionCode, Division> _byCode;
    private readonly FrozenDictionary<string, IReadOnlyList<PlaceCandidate>> _byName;

    private DivisionTable(Builder builder)
    {
        _byCode = builder.InForce.ToFrozenDictionary();
        _byName = builder.Names.ToFrozenDictionary(p => p.Key, p => InOrder(p.Value), StringComparer.Ordinal);
    }

    /// <summary>Every phrase that names a division, with the divisions that it may name.</summary>
    public IEnumerable<KeyValuePair<string, IReadOnlyList<PlaceCandidate>>> Names => _byName;

    /// <summary>The division in force with this code; null where there is none.</summary>
    public Division? Find(DivisionCode code) => _byCode.GetValueOrDefault(code);

    /// <summary>Every division, in force or former, that is written so; divisions in force come first.</summary>
    public IReadOnlyList<PlaceCandidate> Named(string phrase) => _byName.GetValueOrDefault(phrase) ?? [];

    internal static DivisionTable Read(RuleFiles files, RuleFaults faults)
    {
        var builder = new Builder(faults);
        var rows = RuleTable.Read(files, DivisionsFile, DivisionColumns, faults);
        foreach (var row in rows) builder.AddDivision(row);
        builder.LinkDivisions();
        foreach (var row in RuleTable.Read(files, AreasFile, AreaColumns, faults)) builder.AddArea(row);
        return new DivisionTable(builder);
    }

    private static IReadOnlyList<PlaceCandidate> InOrder(List<PlaceCandidate> candidates) => candidates.Count == 1
        ? [.. candidates]
        : [.. candidates.OrderBy(c => c.Division.IsFormer).ThenBy(c => c.Division.Code).ThenBy(c => c.Form).DistinctBy(c => c.Division)];

    /// <summary>Collects the rows; parents and successors are linked once all are there.</summary>
    private sealed class Builder(RuleFaults faults)
    {
        private readonly List<(Division Division, string Parent, string Successor, RulePlace Place)> _rows = [];

        public Dictionary<DivisionCode, Division> InForce { get; } = [];

        public Dictionary<string, List<PlaceCandidate>> Names { get; } = new(StringComparer.Ordinal);

        public void AddDivision(RuleRow row)
        {
            if (!DivisionCode.TryParse(row["code"], out var code))
            {
                faults.Add(DiagnosticKinds.RuleRowField, row.Place, "code", row["code"], "six digits");
                return;
            }

            var division = new Division(code, row["name"], ReadLevel(row), ReadYear(row, "from"), ReadYear(row, "to"));
            if (division.Name.Length == 0) faults.Add(DiagnosticKinds.RuleRowField, row.Place, "name", "", "the full name");
            _rows.Add((division, row["parent"], row["successor"], row.Place));
            if (row["successor"].Length == 0 && !InForce.TryAdd(code, division))
                faults.Add(DiagnosticKinds.RuleRowField, row.Place, "code", row["code"], "a code that no other division in force has");
            AddNames(division, row["name"], row["short"], row["aliases"], row["abbreviations"]);
        }

        public void LinkDivisions()
        {
            foreach (var (division, parent, successor, place) in _rows)
            {
                division.Parent = Link(parent, "parent", place);
                division.Successor = Link(successor, "successor", place);
                if (division is { Level: DivisionLevel.Prefecture, IsFormer: false, Parent: { } above }) above.HasPrefectures = true;
            }
        }

        public void AddArea(RuleRow row)
        {
            if (!DivisionCode.TryParse(row["code"], out var code))
            {
                faults.Add(DiagnosticKinds.RuleRowField, row.Place, "code", row["code"], "six digits");
                return;
            }

            var area = new Division(code, row["name"], DivisionLevel.NewArea, ReadYear(row, "since"), null) { Parent = Link(IsPart(row) ? row["code"] : row["parent"], "parent", row.Place) };
            InForce.TryAdd(code, area);
            AddNames(area, row["name"], row["short"], row["aliases"], "");
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

        private Division? Link(string code, string column, RulePlace place)
        {
            if (code.Length == 0) return null;
            if (DivisionCode.TryParse(code, out var read) && InForce.TryGetValue(read, out var found)) return found;
            faults.Add(DiagnosticKinds.RuleRowField, place, column, code, "the code of a division in force");
            return null;
        }

        private void AddNames(Division division, string name, string shortName, string aliases, string abbreviations)
        {
            AddName(name, division, PlaceForm.FullName);
            if (shortName.Length > 0 && !string.Equals(shortName, name, StringComparison.Ordinal)) AddName(shortName, division, PlaceForm.ShortName);
            foreach (var alias in aliases.Split('|', StringSplitOptions.RemoveEmptyEntries)) AddName(alias, division, PlaceForm.Alias);
            foreach (var abbreviation in abbreviations.Split('|', StringSplitOptions.RemoveEmptyEntries)) AddName(abbreviation, division, PlaceForm.Abbreviation);
        }

        private void AddName(string phrase, Division division, PlaceForm form)
        {
            if (phrase.Length == 0) return;
            if (!Names.TryGetValue(phrase, out var list)) Names.Add(phrase, list = []);
            list.Add(new PlaceCandidate(division, form));
        }
    }
}
