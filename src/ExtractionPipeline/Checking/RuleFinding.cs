using ExtractionPipeline.Diagnostics;
using ExtractionPipeline.Rules;

namespace ExtractionPipeline.Checking;

/// <summary>Something that is wrong with one rule.</summary>
/// <param name="Kind">Row of the catalogue.</param>
/// <param name="Place">file:line:column.</param>
/// <param name="Details">Fill the places of the message.</param>
/// <param name="Found">What was found instead, one entry a finding; empty where that says nothing.</param>
public sealed record RuleFinding(DiagnosticKind Kind, RulePlace Place, IReadOnlyList<string> Details, IReadOnlyList<string> Found)
{
    internal static int Compare(RuleFinding left, RuleFinding right)
    {
        var byFile = string.CompareOrdinal(left.Place.File, right.Place.File);
        if (byFile != 0) return byFile;
        var byPlace = (left.Place.Line, left.Place.Column).CompareTo((right.Place.Line, right.Place.Column));
        return byPlace != 0 ? byPlace : string.CompareOrdinal(left.Kind.Code, right.Kind.Code);
    }
}
