using ExtractionPipeline.Text;

namespace ExtractionPipeline.Rules;

/// <summary>What the library's own rules come to, worked out when it is built, so that start-up opens tables and parses nothing.</summary>
/// <remarks>
/// Written by ExtractionPipeline.RuleCompiler while the library is built, out of the same code that reads --rules FOLDER; a test compares
/// it with its sources byte by byte. Layout: mark (int), number of parts (int), for each part its start and length in bytes (int), the parts.
/// </remarks>
internal sealed class CompiledRules
{
    private const int Mark = 0x32525045;   // "EPR2"
    private const string Resource = "rules.compiled";
    private const int PartsAt = 2 * sizeof(int);

    private readonly CompiledBytes _table;

    private CompiledRules(CompiledBytes table)
    {
        _table = table;
        if (table.Read<int>(0, 1)[0] != Mark) throw new InvalidDataException("The compiled rules have another form; build the library again.");
    }

    /// <summary>The YAML files, parsed, and the fingerprint of all files.</summary>
    public CompiledBytes Trees => Part(0);

    public CompiledBytes Folding => Part(1);

    public CompiledBytes UserWords => Part(2);

    public CompiledBytes Divisions => Part(3);

    public CompiledBytes PlaceNames => Part(4);

    public CompiledBytes Phrases => Part(5);

    /// <summary>Opens what travels inside the library.</summary>
    public static CompiledRules OpenDefault() => new(CompiledBytes.OfResource(Resource));

    /// <summary>Reads, checks and compiles rule files.</summary>
    /// <exception cref="RuleFileException">At least one fault; all of all files are listed.</exception>
    public static CompiledBytes Compile(RuleFiles files)
    {
        var faults = new RuleFaults();
        var rules = RuleSet.Read(files);
        CompiledBytes[] parts =
        [
            CompiledRuleTrees.Compile(files), FoldingRules.Compile(files, faults), SegmentationRules.Compile(files, faults), DivisionTable.Compile(files, faults),
            rules.Places.Names.Table, rules.Phrases.Compiled.Table,
        ];
        faults.ThrowIfAny();
        var writer = new CompiledWriter();
        writer.Write(Mark);
        writer.Write(parts.Length);
        var start = PartsAt + (parts.Length * 2 * sizeof(int));
        foreach (var part in parts)
        {
            writer.Write<int>([start, part.Length]);
            start += Aligned(part.Length);
        }

        foreach (var part in parts)
        {
            writer.Write(part.AsSpan());
            writer.Align();
        }

        return writer.ToTable();
    }

    private static int Aligned(int length) => (length + sizeof(int) - 1) / sizeof(int) * sizeof(int);

    private CompiledBytes Part(int number)
    {
        var place = _table.Read<int>(PartsAt + (number * 2 * sizeof(int)), 2);
        return _table.Part(place[0], place[1]);
    }
}
