using System.Globalization;

using ExtractionPipeline.Diagnostics;

namespace ExtractionPipeline.Rules;

/// <summary>A place in a rule file; line and column are 1-based.</summary>
public readonly record struct RulePlace(string File, int Line, int Column)
{
    /// <summary>file:line:column, as editors and terminals link it.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{File}:{Line}:{Column}");
}

/// <summary>One fault of one rule file.</summary>
public sealed record RuleFault(DiagnosticKind Kind, RulePlace Place, IReadOnlyList<string> Details)
{
    /// <summary>One line: severity, code, place, message.</summary>
    public override string ToString() => $"error {Kind.Code}: {Place}: {Diagnostic.Format(Kind.Message, Details)}";
}

/// <summary>Collects the faults of all rule files, so that an editor sees them all at once.</summary>
public sealed class RuleFaults
{
    private readonly List<RuleFault> _faults = [];

    /// <summary>Number of faults so far.</summary>
    public int Count => _faults.Count;

    /// <summary>Records one fault.</summary>
    public void Add(DiagnosticKind kind, RulePlace place, params string[] details) => _faults.Add(new RuleFault(kind, place, details));

    /// <summary>Throws where there is any fault.</summary>
    /// <exception cref="RuleFileException">There is at least one fault.</exception>
    public void ThrowIfAny()
    {
        if (_faults.Count > 0) throw InOrder();
    }

    private RuleFileException InOrder() =>
        new([.. _faults.OrderBy(f => f.Place.File, StringComparer.Ordinal).ThenBy(f => f.Place.Line).ThenBy(f => f.Place.Column)]);
}

/// <summary>Rule files that cannot be used; lists every fault of every file.</summary>
public sealed class RuleFileException : Exception
{
    /// <param name="faults">At least one, ordered by file, line and column.</param>
    public RuleFileException(IReadOnlyList<RuleFault> faults)
        : base(string.Join('\n', faults)) => Faults = faults;

    /// <summary>Ordered by file, line and column.</summary>
    public IReadOnlyList<RuleFault> Faults { get; }
}
