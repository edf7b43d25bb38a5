using System.Globalization;

using ExtractionPipeline.Diagnostics;

using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace ExtractionPipeline.Pdf.Pages;

/// <summary>Looks through the forms (drawings that pages and other forms draw, ISO 32000-2, 8.10) before a page is read.</summary>
/// <remarks>
/// The library runs a form inside a form on the stack and as often as it is drawn: 4,000 of them inside one another end the process,
/// forty that draw the next one twice never end. Which forms a stream draws is read from the names before its Do operators.
/// </remarks>
internal sealed class FormNesting(Structure structure, PdfReadingOptions options, string file, CancellationToken cancellation)
{
    private readonly Dictionary<(IndirectReference Form, int Resources), int> _runs = [];
    private readonly Dictionary<DictionaryToken, int> _resourceNumbers = new(ReferenceEqualityComparer.Instance);

    /// <summary>Looks at the forms of all pages.</summary>
    /// <exception cref="InputException">EP1007.</exception>
    public void Check()
    {
        var seen = new HashSet<IndirectReference>();
        var open = new Stack<(IToken Node, DictionaryToken? Inherited)>();
        if (structure.Catalog.CatalogDictionary.TryGet(NameToken.Pages, out var root)) open.Push((root, null));
        while (open.TryPop(out var next))
        {
            cancellation.ThrowIfCancellationRequested();
            if (next.Node is IndirectReferenceToken reference && !seen.Add(reference.Data)) continue;
            if (Find<DictionaryToken>(next.Node) is not { } node) continue;
            var resources = Find<DictionaryToken>(node, NameToken.Resources) ?? next.Inherited;
            if (Find<ArrayToken>(node, NameToken.Kids) is { } kids)
            {
                foreach (var kid in kids.Data) open.Push((kid, resources));
            }
            else if (resources is not null && FormsOf(resources).Count > 0)
            {
                var runs = 0;
                foreach (var content in Contents(node)) Add(ref runs, Runs(content, resources, 0));
            }
        }
    }

    /// <summary>How many streams are run where this one is, itself included.</summary>
    private int Runs(StreamToken stream, DictionaryToken resources, int depth)
    {
        if (depth > options.MaxFormDepth) throw Exceeded("the number of forms inside one another", options.MaxFormDepth);
        cancellation.ThrowIfCancellationRequested();
        var forms = FormsOf(resources);
        var runs = 1;
        if (forms.Count == 0) return runs;
        var content = stream.Decode(structure.FilterProvider, structure.TokenScanner);
        foreach (var (name, uses) in DrawnNames.Count(content.Span))
        {
            foreach (var (drawn, (reference, form)) in forms)
            {
                if (name.Length > 0 && !string.Equals(name, drawn, StringComparison.Ordinal)) continue;
                var each = RunsOf(reference, form, resources, depth);
                for (var i = 0; i < uses; i++) Add(ref runs, each);
            }
        }

        return runs;
    }

    private int RunsOf(IndirectReference reference, StreamToken form, DictionaryToken outer, int depth)
    {
        var resources = Find<DictionaryToken>(form.StreamDictionary, NameToken.Resources) ?? outer;
        if (!_resourceNumbers.TryGetValue(resources, out var number)) _resourceNumbers[resources] = number = _resourceNumbers.Count;
        if (_runs.TryGetValue((reference, number), out var known)) return known;
        return _runs[(reference, number)] = Runs(form, resources, depth + 1);
    }

    private Dictionary<string, (IndirectReference Reference, StreamToken Form)> FormsOf(DictionaryToken resources)
    {
        var forms = new Dictionary<string, (IndirectReference Reference, StreamToken Form)>(StringComparer.Ordinal);
        if (Find<DictionaryToken>(resources, NameToken.Xobject) is not { } all) return forms;
        foreach (var (name, token) in all.Data)
        {
            if (token is IndirectReferenceToken reference && Find<StreamToken>(token) is { } stream
                && stream.StreamDictionary.TryGet<NameToken>(NameToken.Subtype, structure.TokenScanner, out var kind) && Equals(kind, NameToken.Form))
            {
                forms[name] = (reference.Data, stream);
            }
        }

        return forms;
    }

    private IEnumerable<StreamToken> Contents(DictionaryToken page)
    {
        if (!page.TryGet(NameToken.Contents, out var contents)) yield break;
        if (Find<StreamToken>(contents) is { } single) yield return single;
        if (Find<ArrayToken>(contents) is not { } several) yield break;
        foreach (var one in several.Data)
        {
            if (Find<StreamToken>(one) is { } stream) yield return stream;
        }
    }

    private void Add(ref int runs, int more)
    {
        runs += more;
        if (runs > options.MaxStreams) throw Exceeded("the number of streams", options.MaxStreams);
    }

    private T? Find<T>(DictionaryToken dictionary, NameToken name)
        where T : class, IToken => dictionary.TryGet(name, out var token) ? Find<T>(token) : null;

    /// <summary>The token itself, or the object that it refers to.</summary>
    private T? Find<T>(IToken token)
        where T : class, IToken => token is IndirectReferenceToken reference ? structure.TokenScanner.Get(reference.Data)?.Data as T : token as T;

    private InputException Exceeded(string what, int limit) =>
        new(DiagnosticKinds.LimitExceeded, file, what, limit.ToString(CultureInfo.InvariantCulture));
}
