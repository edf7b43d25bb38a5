using System.Globalization;
using System.Text;

using ExtractionPipeline.Diagnostics;
using ExtractionPipeline.Documents;
using ExtractionPipeline.Export.Archive;
using ExtractionPipeline.Mentions;
using ExtractionPipeline.Rules;
using ExtractionPipeline.Values;

namespace ExtractionPipeline.Cli;

/// <summary>What archive search was asked, as it was typed; null where nothing was said.</summary>
/// <param name="Words">The query.</param>
/// <param name="Region">Name or code of a division.</param>
/// <param name="Least">An amount, written as documents write it, or a plain number of yuan.</param>
/// <param name="Most">The same.</param>
/// <param name="Role">Role of the amount.</param>
/// <param name="Category">Code of the category.</param>
/// <param name="Series">Name of the series, or a part of it.</param>
/// <param name="Batch">Number of the batch.</param>
/// <param name="Limit">Hits at most.</param>
internal sealed record ArchiveQuestion(string? Words, string? Region, string? Least, string? Most, string? Role, string? Category, string? Series, int? Batch, int Limit)
{
    /// <exception cref="CommandFault">A word of it cannot be read.</exception>
    public ArchiveFilter Filter(PolicyPipeline pipeline)
    {
        try
        {
            var query = string.IsNullOrWhiteSpace(Words) ? null : ArchiveQuery.Parse(Words, pipeline.Rules.Folding);
            return new ArchiveFilter(query, Division(pipeline.Rules.Places.Divisions), Amount(Least, pipeline), Amount(Most, pipeline), Role, Category, Series, Batch, Limit);
        }
        catch (InputException fault)
        {
            throw new CommandFault(ExitCode.Usage, fault.Kind, null, [.. fault.Details]);
        }
    }

    private DivisionCode? Division(DivisionTable divisions)
    {
        if (Region is not { } name) return null;
        if (DivisionCode.TryParse(name, out var code)) return code;
        var found = divisions.Named(name).Where(c => !c.Division.IsFormer).Select(c => c.Division).DistinctBy(d => d.Code).ToList();
        return found.Count switch
        {
            0 => throw new CommandFault(ExitCode.Usage, DiagnosticKinds.RegionUnknown, null, name),
            1 => found[0].Code,
            _ => throw new CommandFault(ExitCode.Usage, DiagnosticKinds.RegionShared, null, name, string.Join(", ", found.Select(d => $"{d.Name} {d.Code}"))),
        };
    }

    private static decimal? Amount(string? words, PolicyPipeline pipeline)
    {
        if (words is null) return null;
        if (decimal.TryParse(words, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var plain)) return plain;
        var read = pipeline.Extract(TextDocumentReader.Read(Encoding.UTF8.GetBytes(words), "-", "txt"));
        var amount = read.Items.SelectMany(i => i.Mentions).OfType<MoneyMention>().FirstOrDefault()?.Amount.Range;
        return amount?.Min ?? amount?.Max ?? throw new CommandFault(ExitCode.Usage, DiagnosticKinds.AmountUnreadable, null, words);
    }
}
