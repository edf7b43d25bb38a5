namespace ExtractionPipeline.Rules;

/// <summary>What a word does to the clauses around it.</summary>
public enum ClauseWordKind
{
    /// <summary>其中: what follows is said of a part of what was named.</summary>
    Narrows,

    /// <summary>分别: two lists belong together one by one.</summary>
    Respectively,

    /// <summary>同时, 并: may stand before the subject of a clause and is passed over.</summary>
    Joins,

    /// <summary>对: opens the words that say for whom or on which condition.</summary>
    OpensBeneficiary,

    /// <summary>支持, 向: the receiver follows at once.</summary>
    Supports,

    /// <summary>按照, 实行: ends the words that say for whom, and opens what is done.</summary>
    Acts,

    /// <summary>自, 根据: a clause that opens with it leads in; the subject follows.</summary>
    LeadsIn,

    /// <summary>在, 与: the place behind it is where or with whom something is done, not who does it.</summary>
    Relates,

    /// <summary>给予, 奖励: opens what is given.</summary>
    Gives,

    /// <summary>用于, 推动: opens the words that say what for.</summary>
    OpensPurpose,

    /// <summary>用于, 为加快: opens the words that say what for, wherever it stands.</summary>
    StatesPurpose,

    /// <summary>经…的, 符合…的: opens a condition.</summary>
    OpensCondition,

    /// <summary>可, 不得: what follows is allowed or forbidden, and no purpose (可用于审批).</summary>
    Permits,

    /// <summary>提高了: tells a result, and no purpose.</summary>
    Reports,

    /// <summary>提供支撑: closes a clause that opens with 为 and says what for.</summary>
    ClosesPurpose,

    /// <summary>建设单位, 企业, 居民: the kind of body or person that receives.</summary>
    Receiver,

    /// <summary>的: what stands before it describes what stands behind it.</summary>
    Attribution,

    /// <summary>依托, 为: stands between 分别 and its list.</summary>
    OpensList,

    /// <summary>以及, 和: joins the last member of a list.</summary>
    JoinsList,

    /// <summary>等: closes a list.</summary>
    EndsList,

    /// <summary>处罚, 约谈: what is done to those behind 对 is no benefit.</summary>
    Penalises,

    /// <summary>为单位, 为主体: 以…为单位 names no receiver.</summary>
    Frames,

    /// <summary>一次性, 最高: stands between the giving and the given, and is neither receiver nor purpose.</summary>
    Filler,
}

/// <summary>A word that joins, narrows or divides clauses.</summary>
public sealed record ClauseRule(Rule Rule, ClauseWordKind Kind);

/// <summary>The rules of rules/measures/clauses.yaml.</summary>
public sealed record ClauseRules(IReadOnlyList<ClauseRule> Rules)
{
    internal static ClauseRules Read(RuleReader reader) => new(reader.ReadRules("measures/clauses.yaml", PhraseUse.Clause, (node, rule) =>
        new ClauseRule(rule, node.Choice("does",
        [
            ("narrows", ClauseWordKind.Narrows),
            ("respectively", ClauseWordKind.Respectively),
            ("joins", ClauseWordKind.Joins),
            ("opens-beneficiary", ClauseWordKind.OpensBeneficiary),
            ("gives", ClauseWordKind.Gives),
            ("opens-purpose", ClauseWordKind.OpensPurpose),
            ("states-purpose", ClauseWordKind.StatesPurpose),
            ("supports", ClauseWordKind.Supports),
            ("acts", ClauseWordKind.Acts),
            ("relates", ClauseWordKind.Relates),
            ("leads-in", ClauseWordKind.LeadsIn),
            ("permits", ClauseWordKind.Permits),
            ("reports", ClauseWordKind.Reports),
            ("closes-purpose", ClauseWordKind.ClosesPurpose),
            ("opens-condition", ClauseWordKind.OpensCondition),
            ("receiver", ClauseWordKind.Receiver),
            ("attribution", ClauseWordKind.Attribution),
            ("opens-list", ClauseWordKind.OpensList),
            ("joins-list", ClauseWordKind.JoinsList),
            ("ends-list", ClauseWordKind.EndsList),
            ("penalises", ClauseWordKind.Penalises),
            ("frames", ClauseWordKind.Frames),
            ("filler", ClauseWordKind.Filler),
        ]))));
}
