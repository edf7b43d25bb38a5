using ExtractionPipeline.Diagnostics;
using ExtractionPipeline.Text;

namespace ExtractionPipeline.Rules;

/// <summary>Reads rules/text/folding.tsv.</summary>
internal static class FoldingRules
{
    public static FoldingTable Read(RuleFiles files, RuleFaults faults) => FoldingTable.Open(files.Compiled?.Folding ?? Compile(files, faults));

    public static CompiledBytes Compile(RuleFiles files, RuleFaults faults)
    {
        var pairs = new Dictionary<char, char>();
        foreach (var row in RuleTable.Read(files, "text/folding.tsv", ["written", "searched", "source"], faults))
        {
            var (written, searched) = (row["written"], row["searched"]);
            if (written.Length != 1) faults.Add(DiagnosticKinds.RuleRowField, row.Place, "written", written, "one character");
            else if (searched.Length != 1) faults.Add(DiagnosticKinds.RuleRowField, row.Place, "searched", searched, "one character");
            else pairs[written[0]] = searched[0];
        }

        return FoldingTable.Compile(pairs);
    }
}
