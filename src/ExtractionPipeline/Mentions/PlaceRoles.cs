using ExtractionPipeline.Rules;

namespace ExtractionPipeline.Mentions;

/// <summary>Decides what a place does in its sentence.</summary>
/// <remarks>
/// The principle: a place is an actor where its government is meant or where something is said of its territory, people or
/// economy; it is a name where it stands inside the proper name of a document, event, zone, institution, school, enterprise,
/// brand or product. In this order:
/// 1. inside 《》 or a document number, or inside “” together with more words: name;
/// 2. right before a word of its government (人民政府, 民政局): actor;
/// 3. right behind a prefix of names (数字…, 中国（…）): name;
/// 4. behind a verb of issuing and before a word that ends titles, without a mark between (印发…办法), or at the head of an item
///    that is such a title: name;
/// 5. before a head of proper names (…博览会) within the head's distance, with no mark, verb, particle or other place
///    between: name;
/// 6. otherwise: actor.
/// </remarks>
internal sealed class PlaceRoles(PlaceRules rules)
{
    private const int LongestTitle = 40;
    private const int LongestQuote = 30;
    private const int VerbDistance = 6;
    private const char TitleOpens = '\u300a';
    private const char TitleCloses = '\u300b';
    private const char QuoteOpens = '\u201c';
    private const char QuoteCloses = '\u201d';

    public void Assign(ItemText text, List<PlaceToken> tokens, PlaceContexts contexts, WordBoundaries? words, ItemFindings findings)
    {
        if (tokens.Count == 0) return;
        var documents = findings.CoveredByDocuments();
        PlaceToken? next = null;
        for (var i = tokens.Count - 1; i >= 0; i--)
        {
            var token = tokens[i];
            if (!token.IsAccepted || token.Role == RegionRole.Other) continue;
            token.Role = RoleOf(text, token, next, contexts, words, documents);
            next = token;
        }
    }

    private RegionRole RoleOf(ItemText text, PlaceToken token, PlaceToken? next, PlaceContexts contexts, WordBoundaries? words, SpanCover documents)
    {
        if (IsInTitle(text, token, documents)) return Name(token, PlaceSteps.InTitle);
        if (IsInQuotes(text.Folded, token)) return Name(token, PlaceSteps.InQuotes);
        if (contexts.StartingAt(token.End, PlaceEffect.ActorHead) is { } body && !IsNoHead(token, body, contexts))
        {
            token.Because(body);
            return RegionRole.Actor;
        }

        if (contexts.EndingAt(token.Start, PlaceEffect.NamePrefix) is { } prefix)
        {
            token.Because(prefix);
            return RegionRole.Name;
        }

        var isShort = string.Equals(token.Form, PlaceSteps.Abbreviation, StringComparison.Ordinal);
        if (!isShort && (IsUnmarkedTitle(text, token, contexts) || IsHeadline(text.Folded, token, contexts) || HasHead(text, token, next, contexts, words))) return RegionRole.Name;
        return RegionRole.Actor;
    }

    private static bool IsInTitle(ItemText text, PlaceToken token, SpanCover documents) =>
        documents.Contains(text.Source(token.Start, token.End)) || IsBesideOpenMark(text.Folded, token);

    /// <summary>A title whose other mark stands in another line: 《 before the place without 》 between, or 》 behind it without 《.</summary>
    private static bool IsBesideOpenMark(string folded, PlaceToken token)
    {
        const string Ends = "\u300a\u300b\u3002;,";
        var before = folded.AsSpan(Math.Max(0, token.Start - LongestTitle)..token.Start);
        var behind = folded.AsSpan(token.End..Math.Min(folded.Length, token.End + LongestTitle));
        return (before.LastIndexOfAny(Ends) is >= 0 and var last && before[last] == TitleOpens)
            || (behind.IndexOfAny(Ends) is >= 0 and var first && behind[first] == TitleCloses);
    }

    private static bool IsInQuotes(string folded, PlaceToken token)
    {
        var start = Math.Max(0, token.Start - LongestQuote - 1);
        var from = start + folded.AsSpan(start..token.Start).LastIndexOf(QuoteOpens);
        if (from < start) return false;
        for (var i = from + 1; i < token.Start; i++)
        {
            if (folded[i] == QuoteCloses || Clauses.IsEnd(folded[i])) return false;
        }

        for (var to = token.End; to < folded.Length && to - from <= LongestQuote; to++)
        {
            if (folded[to] == QuoteCloses) return to - from - 1 > token.End - token.Start;
            if (Clauses.IsEnd(folded[to])) return false;
        }

        return false;
    }

    /// <summary>印发运城市…运行补贴办法: quotation marks may stand inside, other marks may not.</summary>
    private static bool IsUnmarkedTitle(ItemText text, PlaceToken token, PlaceContexts contexts)
    {
        if (VerbBefore(token, contexts) is not { } verb) return false;
        var limit = Math.Min(text.Folded.Length, token.End + LongestTitle);
        for (var i = token.End; i < limit && !(Clauses.IsMark(text.Folded[i]) && text.Folded[i] is not (QuoteOpens or QuoteCloses)); i++)
        {
            if (contexts.StartingAt(i, PlaceEffect.TitleHead) is not { } head) continue;
            token.Because(verb);
            token.Because(head);
            return true;
        }

        return false;
    }

    /// <summary>A whole item that begins with a full name, has no clause mark, title mark or verb right behind it, and ends as titles do: 天津市…工作方案.</summary>
    private static bool IsHeadline(string folded, PlaceToken token, PlaceContexts contexts)
    {
        if (token.Start != 0 || folded.Length > LongestTitle || contexts.EndingAt(folded.Length, PlaceEffect.TitleHead, PlaceSide.After) is not { } head) return false;
        if (string.Equals(token.Form, PlaceSteps.ShortName, StringComparison.Ordinal) || contexts.StartingAt(token.End, PlaceEffect.Statement) is not null) return false;
        if (!Clauses.IsSame(folded, token.End, folded.Length) || folded.Contains(TitleOpens, StringComparison.Ordinal)) return false;
        token.Because(head);
        return true;
    }

    /// <summary>The verb ends right before the place, or a few characters before it (印发了新的…).</summary>
    private static PhraseHit? VerbBefore(PlaceToken token, PlaceContexts contexts)
    {
        for (var end = token.Start; end > 0 && end > token.Start - VerbDistance; end--)
        {
            if (contexts.EndingAt(end, PlaceEffect.TitleVerb) is { } verb) return verb;
            if (end < token.Start) return null;
        }

        return null;
    }

    private static bool HasHead(ItemText text, PlaceToken token, PlaceToken? next, PlaceContexts contexts, WordBoundaries? words)
    {
        const int FurthestHead = 24;
        if (next is { Role: RegionRole.Name } && next.Start == token.End && next.Evidence.Count > 0 && next.Division.Parent == token.Division.Parent && next.Division != token.Division)
        {
            // 宁波舟山港: two places side by side before one head.
            token.Because(next.Evidence[^1].Rule, next.Evidence[^1].Start, next.Evidence[^1].End);
            return true;
        }

        var from = IsBracketed(text.Folded, token) ? token.End + 1 : token.End;
        var limit = Math.Min(Clauses.NextMark(text.Folded, from, from + FurthestHead + 1), next?.Start ?? int.MaxValue);
        for (var i = from; i < limit; i++)
        {
            if (contexts.StartingAt(i, PlaceEffect.NameHead) is { } head && i - from <= PlaceContexts.RuleOf(head).Within
                && (PlaceContexts.RuleOf(head).AlsoFirst || !Clauses.BeginsAt(text.Folded, token.Start)) && !IsNoHead(token, head, contexts) && (words is null || words.IsAt(head.End)))
            {
                token.Because(head);
                return true;
            }

            if (StatementAt(i, token.End, contexts, words) is not { } verb) continue;
            token.Because(verb);
            return false;
        }

        return false;
    }

    /// <summary>天府（四川）联合股权交易中心: the place stands in brackets inside a name.</summary>
    private static bool IsBracketed(string folded, PlaceToken token) =>
        token.Start > 1 && folded[token.Start - 1] == '(' && !Clauses.IsMark(folded[token.Start - 2]) && token.End < folded.Length && folded[token.End] == ')';

    /// <summary>
    /// A verb or particle that ends what could be a name. Words that names hold as well (创新, 发展) end it only right behind the
    /// place; one character only as a word of its own (共, but not in 公共).
    /// </summary>
    private static PhraseHit? StatementAt(int start, int placeEnd, PlaceContexts contexts, WordBoundaries? words)
    {
        if (contexts.StartingAt(start, PlaceEffect.Statement) is not { } verb) return null;
        if (start == placeEnd) return verb;
        if (start - placeEnd > PlaceContexts.RuleOf(verb).Within) return null;
        if (words is null) return verb.End - verb.Start > 1 ? verb : null;
        return words.IsWhole(verb.Start, verb.End) ? verb : null;
    }

    /// <summary>银行业 begins like 银行 and is longer.</summary>
    private static bool IsNoHead(PlaceToken token, PhraseHit head, PlaceContexts contexts)
    {
        if (contexts.StartingAt(head.Start, PlaceEffect.NotAHead) is not { } longer || longer.End <= head.End) return false;
        token.Because(longer);
        return true;
    }

    private RegionRole Name(PlaceToken token, string step)
    {
        token.Because(rules.Step(step), token.Start, token.End);
        return RegionRole.Name;
    }
}
