using System.Xml.Linq;

namespace ExtractionPipeline.Export.Docx;

/// <summary>Cuts runs so that a stretch of a paragraph is made of whole runs; nothing else of them changes.</summary>
internal sealed class RunCutter(WordNames names)
{
    /// <summary>Cuts the runs of one paragraph at some places of its text.</summary>
    /// <param name="pieces">What the text is made of.</param>
    /// <param name="cuts">Offsets in the text.</param>
    /// <returns>The runs that hold text, with where their text begins and ends.</returns>
    public List<(XElement Run, int Start, int End)> Cut(IReadOnlyList<TextPiece> pieces, IReadOnlySet<int> cuts)
    {
        var starts = pieces.ToDictionary(p => p.Element, p => p.Start);
        var found = new List<(XElement, int, int)>();
        foreach (var run in pieces.Select(p => p.Element.Parent!).Distinct().ToList()) found.AddRange(Cut(run, starts, cuts));
        return found;
    }

    private List<(XElement Run, int Start, int End)> Cut(XElement run, Dictionary<XElement, int> starts, IReadOnlySet<int> cuts)
    {
        var made = new List<(XElement Run, int Start, int End)>();
        var properties = run.Element(names.RunProperties);
        var current = Begin(run, properties);
        var runs = new List<XElement> { current };
        var (from, to) = (-1, -1);
        foreach (var child in run.Nodes().ToList())
        {
            if (child == properties) continue;
            if (child is not XElement element || !starts.TryGetValue(element, out var start))
            {
                child.Remove();   // moved, not copied: a text box inside is marked too
                current.Add(child);
                continue;
            }

            foreach (var (part, first, last) in Parts(element, start, cuts))
            {
                if (cuts.Contains(first) && to >= 0)
                {
                    made.Add((current, from, to));
                    runs.Add(current = Begin(run, properties));
                    from = -1;
                }

                current.Add(part);
                (from, to) = (from < 0 ? first : from, last);
            }
        }

        if (from >= 0) made.Add((current, from, to));
        run.ReplaceWith(runs);
        return made;
    }

    private XElement Begin(XElement run, XElement? properties) =>
        new(names.Run, run.Attributes(), properties is null ? null : new XElement(properties));

    /// <summary>A text element in the parts between the cuts; one without a cut inside stays as it is.</summary>
    private IEnumerable<(XElement Part, int Start, int End)> Parts(XElement element, int start, IReadOnlySet<int> cuts)
    {
        var text = element.Name == names.Text ? element.Value : " ";
        var first = 0;
        for (var i = 1; i < text.Length; i++)
        {
            if (!cuts.Contains(start + i)) continue;
            yield return (Part(text[first..i]), start + first, start + i);
            first = i;
        }

        yield return (first == 0 ? new XElement(element) : Part(text[first..]), start + first, start + text.Length);
    }

    private XElement Part(string text) => new(names.Text, new XAttribute(XNamespace.Xml + "space", "preserve"), text);
}
