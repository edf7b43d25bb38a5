using System.Text;

using ExtractionPipeline.Diagnostics;
using ExtractionPipeline.Text;

namespace ExtractionPipeline.Export.Archive;

/// <summary>A query in words: terms, AND, OR, NOT, brackets; terms side by side must all be found; "quotes" keep white space inside a term.</summary>
/// <remarks>NOT binds before AND, AND before OR. Operators are written in capitals; in lower case they are terms.</remarks>
public sealed class ArchiveQuery
{
    private readonly List<string> _tokens;
    private readonly List<string> _terms = [];
    private readonly FoldingTable _folding;
    private readonly string _text;
    private int _at;

    private ArchiveQuery(string text, FoldingTable folding) => (_text, _tokens, _folding) = (text, Split(text), folding);

    /// <summary>The query in the language of FTS5, over the column of characters.</summary>
    public string Match { get; private set; } = "";

    /// <summary>The terms that must or may be found, as written: what a snippet marks.</summary>
    public IReadOnlyList<string> Terms => _terms;

    /// <summary>Reads a query.</summary>
    /// <exception cref="InputException">An operator without a term, a bracket without its partner, a term without letters (EP7020).</exception>
    public static ArchiveQuery Parse(string text, FoldingTable folding)
    {
        ArgumentNullException.ThrowIfNull(text);
        var query = new ArchiveQuery(text, folding);
        query.Match = query.Either(wanted: true);
        if (query._at < query._tokens.Count) throw query.Fault($"\"{query._tokens[query._at]}\" has no partner");
        return query;
    }

    private string Either(bool wanted)
    {
        var parts = new List<string> { All(wanted) };
        while (Take("OR")) parts.Add(All(wanted));
        return parts.Count == 1 ? parts[0] : $"({string.Join(" OR ", parts)})";
    }

    private string All(bool wanted)
    {
        var with = new List<string>();
        var without = new List<string>();
        do
        {
            if (Take("NOT")) without.Add(One(wanted: false));
            else with.Add(One(wanted));
        }
        while (Take("AND") || (_at < _tokens.Count && _tokens[_at] is not ("OR" or ")")));
        if (with.Count == 0) throw Fault("NOT needs a term that is to be found beside it");
        return $"({string.Join(" AND ", with)}{string.Concat(without.Select(w => " NOT " + w))})";
    }

    private string One(bool wanted)
    {
        if (_at == _tokens.Count) throw Fault("a term is missing at the end");
        if (Take("("))
        {
            var inside = Either(wanted);
            return Take(")") ? inside : throw Fault("a bracket is not closed");
        }

        var term = _tokens[_at++];
        if (term is "AND" or "OR" or "NOT" or ")") throw Fault($"a term is missing before \"{term}\"");
        var phrase = SearchWords.Characters(term, _folding);
        if (phrase.Length == 0) throw Fault($"\"{term}\" has no letters");
        if (wanted) _terms.Add(term);
        return $"characters : \"{phrase}\"";
    }

    private bool Take(string token)
    {
        if (_at == _tokens.Count || !string.Equals(_tokens[_at], token, StringComparison.Ordinal)) return false;
        _at++;
        return true;
    }

    private static List<string> Split(string text)
    {
        var tokens = new List<string>();
        var term = new StringBuilder();
        var quoted = false;
        foreach (var c in text)
        {
            var bracket = quoted ? null : BracketOf(c);
            if (c is '"' or '\u201C' or '\u201D')
            {
                quoted = !quoted;
            }
            else if (quoted || (bracket is null && !char.IsWhiteSpace(c)))
            {
                term.Append(c);
            }
            else
            {
                End();
                if (bracket is not null) tokens.Add(bracket);
            }
        }

        End();
        return tokens;

        void End()
        {
            if (term.Length > 0) tokens.Add(term.ToString());
            term.Clear();
        }
    }

    private static string? BracketOf(char c) => c switch
    {
        '(' or '\uFF08' => "(",
        ')' or '\uFF09' => ")",
        _ => null,
    };

    private InputException Fault(string what) => new(DiagnosticKinds.QueryInvalid, _text, what);
}
