using ExtractionPipeline.Values;

namespace ExtractionPipeline.Rules;

/// <summary>How high a division stands (行政区划级别).</summary>
public enum DivisionLevel
{
    /// <summary>省、自治区、直辖市、特别行政区.</summary>
    Province,

    /// <summary>地级市、地区、自治州、盟.</summary>
    Prefecture,

    /// <summary>县、县级市、市辖区、旗.</summary>
    County,

    /// <summary>国家级新区 (a division's code or that of the division that holds it).</summary>
    NewArea,
}

/// <summary>One administrative division or national new area, in force or former.</summary>
/// <remarks>Immutable. One table makes each division once, so that two are the same where they are one object.</remarks>
public sealed class Division
{
    private readonly DivisionTable _table;
    private readonly int _parent;
    private readonly int _successor;
    private string[]? _path;

    internal Division(DivisionTable table, in DivisionRow row, string name)
    {
        _table = table;
        Code = DivisionCode.OfNumber(row.Code);
        Name = name;
        Level = row.Level;
        From = row.From == CompiledDivisions.None ? null : row.From;
        To = row.To == CompiledDivisions.None ? null : row.To;
        _parent = row.Parent;
        _successor = row.Successor;
        HasPrefectures = row.HasPrefectures != 0;
    }

    /// <summary>Its code; a former division's is the one that it had.</summary>
    public DivisionCode Code { get; }

    /// <summary>Full official name.</summary>
    public string Name { get; }

    /// <summary>Province, prefecture, county or new area.</summary>
    public DivisionLevel Level { get; }

    /// <summary>First year of name and code; null where it is before 1978 or not known.</summary>
    public int? From { get; }

    /// <summary>Year in which name or code went out of force; null while in force.</summary>
    public int? To { get; }

    /// <summary>The division above; null for a province.</summary>
    public Division? Parent => _table.AtOrNone(_parent);

    /// <summary>For a former division: the one in force that took it over.</summary>
    public Division? Successor => _table.AtOrNone(_successor);

    /// <summary>Whether some division in force names this one as its parent at prefecture level: a province that is no municipality.</summary>
    public bool HasPrefectures { get; }

    /// <summary>Whether it is no more in force under this name and code.</summary>
    public bool IsFormer => _successor != CompiledDivisions.None;

    /// <summary>The division in force that stands for it.</summary>
    public Division Today => Successor ?? this;

    /// <summary>Full names from the province down to itself.</summary>
    public IReadOnlyList<string> Path => _path ??= Parent is null ? [Name] : [.. Parent.Path, Name];

    /// <summary>Whether it lies in the other division (or is it).</summary>
    public bool IsWithin(Division other)
    {
        for (var at = this; at is not null; at = at.Parent)
        {
            if (at.Code == other.Code) return true;
        }

        return false;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Name} {Code}";
}

/// <summary>In which form a text names a division.</summary>
public enum PlaceForm
{
    /// <summary>江苏省, 沛县.</summary>
    FullName,

    /// <summary>江苏, 义乌.</summary>
    ShortName,

    /// <summary>恩施州, 秀山县, 科左中旗.</summary>
    Alias,

    /// <summary>苏, 沪: one character.</summary>
    Abbreviation,
}

/// <summary>How much a form of a name shows by itself that a place is meant.</summary>
public enum PlaceStrength
{
    /// <summary>By itself: full names, short forms of provinces and prefectures.</summary>
    Strong,

    /// <summary>Only with something beside it that speaks of places: short forms of counties, 中山区 (发展中山区).</summary>
    Weak,

    /// <summary>An everyday word (合作, 公安, 城区): only in a chain or beside other places in a list.</summary>
    CommonWord,
}

/// <summary>One division that a phrase may name.</summary>
public readonly record struct PlaceCandidate(Division Division, PlaceForm Form);

/// <summary>A phrase that names places, with every division that it may name. What a hit of <see cref="PhraseUse.Place"/> carries.</summary>
/// <param name="Phrase">As searched for.</param>
/// <param name="Candidates">Divisions in force before former ones; within these in order of code.</param>
/// <param name="Strength">Of the strongest candidate.</param>
/// <param name="HasEverydayStem">Whether a full name without its ending is an everyday word (合作|市): then it must be a row of whole words.</param>
public sealed record PlaceName(string Phrase, IReadOnlyList<PlaceCandidate> Candidates, PlaceStrength Strength, bool HasEverydayStem)
{
    /// <summary>What it may name; never changed.</summary>
    internal List<Division> Divisions { get; } = DivisionsOf(Candidates);

    /// <summary>The candidates as the finders go through them.</summary>
    internal PlaceCandidate[] AllCandidates { get; } = Candidates as PlaceCandidate[] ?? [.. Candidates];

    /// <summary>Whether it is a full name of three characters or more.</summary>
    public bool IsFullName { get; } = Phrase.Length > 2 && HasFullName(Candidates);

    private static List<Division> DivisionsOf(IReadOnlyList<PlaceCandidate> candidates)
    {
        var divisions = new List<Division>(candidates.Count);
        for (var i = 0; i < candidates.Count; i++) divisions.Add(candidates[i].Division);
        return divisions;
    }

    private static bool HasFullName(IReadOnlyList<PlaceCandidate> candidates)
    {
        for (var i = 0; i < candidates.Count; i++)
        {
            if (candidates[i].Form == PlaceForm.FullName) return true;
        }

        return false;
    }
}
