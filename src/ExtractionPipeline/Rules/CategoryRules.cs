using ExtractionPipeline.Diagnostics;

namespace ExtractionPipeline.Rules;

/// <summary>One group of words that speak for a category of measure (举措类别).</summary>
/// <param name="Rule">Its name, source and examples.</param>
/// <param name="Code">Stable code of the taxonomy; the name of its file.</param>
/// <param name="Number">Place of the code in the table of names, 0-based.</param>
/// <param name="Weight">3 decides alone; 2 needs support, or that nothing else speaks; 1 only supports a heading or other words.</param>
public sealed record CategoryRule(Rule Rule, string Code, int Number, int Weight)
{
    /// <summary>Place of the rule among those of all categories, in reading order, 0-based.</summary>
    internal int Index { get; init; }
}

/// <summary>A category's names for people.</summary>
public sealed record CategoryName(string Code, string English, string Chinese);

/// <summary>The rules of rules/categories/: one file a category.</summary>
public sealed record CategoryRules(IReadOnlyList<CategoryName> Names, IReadOnlyList<CategoryRule> Rules)
{
    private const string Folder = "categories";
    private const string NamesPath = Folder + "/names.tsv";

    internal static CategoryRules Read(RuleReader reader)
    {
        var names = RuleTable.Read(reader.Files, NamesPath, ["code", "en", "zh"], reader.Faults)
            .Select(row => new CategoryName(row["code"], row["en"], row["zh"]))
            .ToList();
        var rules = new List<CategoryRule>();
        var index = 0;
        foreach (var file in reader.Files.Under(Folder).Where(f => f.Path.EndsWith(".yaml", StringComparison.Ordinal)))
        {
            var code = Path.GetFileNameWithoutExtension(file.Path);
            var number = names.FindIndex(n => string.Equals(n.Code, code, StringComparison.Ordinal));
            if (number < 0)
            {
                reader.Faults.Add(DiagnosticKinds.CategoryUnnamed, new RulePlace(reader.Files.Root + "/" + file.Path, 1, 1), code);
            }

            rules.AddRange(reader.ReadRules(file, PhraseUse.Category, (node, rule) => ReadRule(node, rule, code, number) with { Index = index++ }));
        }

        return new CategoryRules(names, rules);
    }

    private static CategoryRule ReadRule(RuleNode node, Rule rule, string code, int number)
    {
        var weight = node.Choice("weight", [("1", 1), ("2", 2), ("3", 3)]);
        return new CategoryRule(rule, code, number, weight);
    }
}
