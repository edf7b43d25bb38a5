using System.Runtime.InteropServices;

using ExtractionPipeline.Text;

namespace ExtractionPipeline.Rules;

/// <summary>A division of the compiled table; -1 stands for no year and no division.</summary>
internal readonly record struct DivisionRow(int Code, int Name, int NameLength, DivisionLevel Level, int From, int To, int Parent, int Successor, int HasPrefectures);

/// <summary>The form of the compiled <see cref="DivisionTable"/>.</summary>
internal static class CompiledDivisions
{
    public const int None = -1;

    public static CompiledBytes Write(DivisionTableBuilder builder)
    {
        var texts = new CompiledTexts();
        var divisions = new List<DivisionRow>();
        foreach (var division in builder.Divisions)
        {
            divisions.Add(new DivisionRow(
                division.Code.Number, texts.Add(division.Name), division.Name.Length, division.Level, division.From ?? None, division.To ?? None, division.Parent, division.Successor, division.HasPrefectures ? 1 : 0));
        }

        var names = new List<Name>();
        var candidates = new List<Candidate>();
        foreach (var (phrase, places) in builder.Names.OrderBy(n => n.Key, StringComparer.Ordinal))
        {
            names.Add(new Name(texts.Add(phrase), phrase.Length, candidates.Count));
            candidates.AddRange(builder.InOrder(places).Select(p => new Candidate(p.Division, (int)p.Form)));
        }

        names.Add(new Name(0, 0, candidates.Count));
        var inForce = builder.InForce.OrderBy(d => d.Key).Select(d => new InForce(d.Key.Number, d.Value)).ToList();
        var writer = new CompiledWriter();
        writer.Write<int>([divisions.Count, inForce.Count, names.Count - 1, candidates.Count, texts.Characters.Length]);
        writer.Write<DivisionRow>(CollectionsMarshal.AsSpan(divisions));
        writer.Write<InForce>(CollectionsMarshal.AsSpan(inForce));
        writer.Write<Name>(CollectionsMarshal.AsSpan(names));
        writer.Write<Candidate>(CollectionsMarshal.AsSpan(candidates));
        writer.Write(texts.Characters);
        return writer.ToTable();
    }

    /// <summary>A division in force, by its code.</summary>
    internal readonly record struct InForce(int Code, int Division);

    /// <summary>A phrase; its candidates reach to the first of the next phrase.</summary>
    internal readonly record struct Name(int Start, int Length, int FirstCandidate);

    /// <summary>A division that a phrase may name, and the form of the name.</summary>
    internal readonly record struct Candidate(int Division, int Form);

    /// <summary>Where what stands.</summary>
    internal readonly record struct Layout(int Divisions, int InForceCount, int Names, int CandidateCount, int Characters)
    {
        private const int DivisionsAt = 5 * sizeof(int);
        private const int RowSize = 9 * sizeof(int);

        private int InForceAt => DivisionsAt + (Divisions * RowSize);

        private int NamesAt => InForceAt + (InForceCount * 2 * sizeof(int));

        private int CandidatesAt => NamesAt + ((Names + 1) * 3 * sizeof(int));

        private int CharactersAt => CandidatesAt + (CandidateCount * 2 * sizeof(int));

        public static Layout Read(CompiledBytes table)
        {
            var counts = table.Read<int>(0, 5);
            var layout = new Layout(counts[0], counts[1], counts[2], counts[3], counts[4]);
            _ = layout.CharactersOf(table);
            return layout;
        }

        public ReadOnlySpan<DivisionRow> DivisionsOf(CompiledBytes table) => table.Read<DivisionRow>(DivisionsAt, Divisions);

        public ReadOnlySpan<InForce> InForceOf(CompiledBytes table) => table.Read<InForce>(InForceAt, InForceCount);

        public ReadOnlySpan<Name> NamesOf(CompiledBytes table) => table.Read<Name>(NamesAt, Names + 1);

        public ReadOnlySpan<Candidate> CandidatesOf(CompiledBytes table) => table.Read<Candidate>(CandidatesAt, CandidateCount);

        public ReadOnlySpan<char> CharactersOf(CompiledBytes table) => table.Read<char>(CharactersAt, Characters);
    }
}
