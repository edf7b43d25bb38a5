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
            return new ArchiveFilter(query, Division(pipeline.Rules.Places.Divisions), Amount(Least, pipeline), Amount(Most, pipeline), KnownRole(), KnownCategory(pipeline.Rules.Categories), Series, Batch, Limit);
        }
        catch (InputException fault)
        {
            throw new CommandFault(ExitCode.Usage, fault.Kind, null, [.. fault.Details]);
        }
    }

    /// <summary>The filter with one of its conditions left out, for each where there are several: what a question without hits is to be told.</summary>
    /// <returns>The option left out, null for the words, and the rest.</returns>
    public static IEnumerable<(string? Left, ArchiveFilter Wider)> Wider(ArchiveFilter filter)
    {
        (string? Left, bool Set, ArchiveFilter Wider)[] all =
        [
            (null, filter.Query is not null, filter with { Query = null }), ("--region", filter.Region is not null, filter with { Region = null }), ("--min", filter.Least is not null, filter with { Least = null }),
            ("--max", filter.Most is not null, filter with { Most = null }), ("--role", filter.Role is not null, filter with { Role = null }), ("--category", filter.Category is not null, filter with { Category = null }),
            ("--series", filter.Series is not null, filter with { Series = null }), ("--batch", filter.Batch is not null, filter with { Batch = null }),
        ];
        return all.Count(one => one.Set) < 2 ? [] : all.Where(one => one.Set).Select(one => (one.Left, one.Wider));
    }

    /// <summary>A role by its name in the output, or in Chinese.</summary>
    private string? KnownRole()
    {
        if (Role is not { } word) return null;
        var chinese = Wording.Chinese();
        return RoleWording.AmountRoles.FirstOrDefault(r => string.Equals(r, word, StringComparison.OrdinalIgnoreCase) || string.Equals(chinese.Say(RoleWording.OfName(r)), word, StringComparison.Ordinal))
            ?? throw new CommandFault(ExitCode.Usage, DiagnosticKinds.RoleUnknown, null, word, string.Join(", ", RoleWording.AmountRoles.Select(r => $"{r} {chinese.Say(RoleWording.OfName(r))}")));
    }

    /// <summary>A category by its code, or by its name in either language.</summary>
    private string? KnownCategory(CategoryRules categories)
    {
        if (Category is not { } word) return null;
        return categories.Names.FirstOrDefault(n => string.Equals(n.Code, word, StringComparison.OrdinalIgnoreCase) || string.Equals(n.Chinese, word, StringComparison.Ordinal) || string.Equals(n.English, word, StringComparison.OrdinalIgnoreCase))?.Code
            ?? throw new CommandFault(ExitCode.Usage, DiagnosticKinds.CategoryUnknown, null, word, string.Join(", ", categories.Names.Select(n => $"{n.Code} {n.Chinese}")));
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
