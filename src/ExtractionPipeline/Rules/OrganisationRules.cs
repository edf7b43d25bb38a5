namespace ExtractionPipeline.Rules;

/// <summary>Which part of an authority's name a phrase is.</summary>
public enum OrganisationPart
{
    /// <summary>A whole name of a central body: 财政部.</summary>
    Central,

    /// <summary>A name that lacks only the place or level before it: 国资委, 人民政府.</summary>
    Body,

    /// <summary>A party body that holds its level: 市委.</summary>
    PartyBody,

    /// <summary>A field of work: 住房城乡建设, 财政.</summary>
    Field,

    /// <summary>What closes a name after a field of work: 局, 委, 厅.</summary>
    Ending,

    /// <summary>What closes a name after free words: 领导小组, 委员会.</summary>
    FreeEnding,

    /// <summary>A level that stands for the place: 市 in 市财政局.</summary>
    Level,

    /// <summary>A word that holds the level's character and is no level: 城市, 各区.</summary>
    NotALevel,

    /// <summary>A word that begins like an ending and is none: 部门, 委托.</summary>
    NotAnEnding,

    /// <summary>A word that free words of a name do not hold: 牵头, 的.</summary>
    Stop,
}

/// <summary>One rule about names of authorities.</summary>
/// <param name="Rule">Id, phrases, source, examples.</param>
/// <param name="Part">Which part its phrases are.</param>
/// <param name="Region">The level that a <see cref="OrganisationPart.Level"/> or party body stands for; null for 国家.</param>
public sealed record OrganisationRule(Rule Rule, OrganisationPart Part, DivisionLevel? Region);

/// <summary>What names of authorities and bodies (机构) are made of.</summary>
public sealed class OrganisationRules
{
    private static readonly (string Word, OrganisationPart Value)[] Parts =
    [
        ("central", OrganisationPart.Central),
        ("body", OrganisationPart.Body),
        ("party-body", OrganisationPart.PartyBody),
        ("field", OrganisationPart.Field),
        ("ending", OrganisationPart.Ending),
        ("free-ending", OrganisationPart.FreeEnding),
        ("level", OrganisationPart.Level),
        ("not-a-level", OrganisationPart.NotALevel),
        ("not-an-ending", OrganisationPart.NotAnEnding),
        ("stop", OrganisationPart.Stop),
    ];

    private static readonly (string Word, DivisionLevel? Value)[] Levels =
    [
        ("none", null),
        ("province", DivisionLevel.Province),
        ("prefecture", DivisionLevel.Prefecture),
        ("county", DivisionLevel.County),
    ];

    private OrganisationRules(IReadOnlyList<OrganisationRule> all) => All = all;

    /// <summary>All rules, in reading order.</summary>
    public IReadOnlyList<OrganisationRule> All { get; }

    internal static OrganisationRules Read(RuleReader reader)
    {
        var all = new List<OrganisationRule>();
        foreach (var file in reader.Files.Under("organisations"))
        {
            all.AddRange(reader.ReadRules(file, PhraseUse.Organisation, (node, rule) => new OrganisationRule(
                rule, node.Choice("part", Parts), node.Choice("level", Levels, optional: true))));
        }

        return new OrganisationRules(all);
    }
}
