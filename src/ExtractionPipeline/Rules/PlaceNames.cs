using ExtractionPipeline.Text;

namespace ExtractionPipeline.Rules;

/// <summary>Every phrase that names a place, with how much it shows by itself. Numbers are those of the division table's names.</summary>
/// <remarks>Immutable, thread-safe; a name is made when a text first holds it, and only once. Compiled form: one byte a name, its strength and 4 for an everyday stem.</remarks>
internal sealed class PlaceNames
{
    private const byte EverydayStem = 4;

    private readonly DivisionTable _divisions;
    private readonly PhraseMeaning?[] _made;

    private PlaceNames(CompiledBytes table, DivisionTable divisions)
    {
        Table = table;
        _divisions = divisions;
        _made = new PhraseMeaning?[divisions.NameCount];
        _ = Strengths;
    }

    /// <summary>The compiled form.</summary>
    public CompiledBytes Table { get; }

    /// <summary>Number of names.</summary>
    public int Count => _made.Length;

    private ReadOnlySpan<byte> Strengths => Table.Read<byte>(0, _made.Length);

    public static PlaceNames Open(CompiledBytes table, DivisionTable divisions) => new(table, divisions);

    public static CompiledBytes Compile(DivisionTable divisions, PlaceStrengths strengths)
    {
        var writer = new CompiledWriter();
        for (var number = 0; number < divisions.NameCount; number++)
        {
            var phrase = divisions.NameAt(number);
            writer.Write((byte)((int)strengths.Of(phrase, divisions.Candidates(number)) | (strengths.HasEverydayStem(phrase) ? EverydayStem : 0)));
        }

        return writer.ToTable();
    }

    /// <summary>The phrase of a name.</summary>
    public string PhraseAt(int number) => _divisions.NameAt(number);

    /// <summary>What a name means, wherever it stands.</summary>
    public PhraseMeaning At(int number) => Volatile.Read(ref _made[number]) ?? Make(number);

    private PhraseMeaning Make(int number)
    {
        var (phrase, shown) = (PhraseAt(number), Strengths[number]);
        var name = new PlaceName(phrase, _divisions.Candidates(number), (PlaceStrength)(shown & ~EverydayStem), (shown & EverydayStem) != 0);
        var made = new PhraseMeaning(PhraseUse.Place, phrase, name);
        return Interlocked.CompareExchange(ref _made[number], made, comparand: null) ?? made;
    }
}
