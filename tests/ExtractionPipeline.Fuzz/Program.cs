using ExtractionPipeline.Fuzz;

using SharpFuzz;

return args switch
{
    ["fuzz", var harness] when Harnesses.All.TryGetValue(harness, out var run) => Fuzz(run),
    ["replay", var harness, .. var files] when Harnesses.All.TryGetValue(harness, out var run) => Replay(run, files),
    ["mutate", var harness, var count, var seed, .. var files] when Harnesses.All.TryGetValue(harness, out var run) =>
        MutationRun.Run(run, files, Number(count), Number(seed), Console.Out),
    _ => Usage(),
};

static int Fuzz(Func<byte[], bool> run)
{
    Fuzzer.OutOfProcess.Run(stream =>
    {
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        run(bytes.ToArray());
    });
    return 0;
}

static int Replay(Func<byte[], bool> run, string[] files)
{
    var found = 0;
    foreach (var file in files)
    {
        try
        {
            Console.WriteLine($"{(run(File.ReadAllBytes(file)) ? "read   " : "refused")} {file}");
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // What comes here is what was looked for.
            found++;
            Console.WriteLine($"FINDING {file}: {fault.GetType().Name}: {fault.Message}{string.Concat((fault.StackTrace ?? "").Split('\n').Take(4).Select(l => " <" + l.Trim()))}");
        }
    }

    return found == 0 ? 0 : 1;
}

static int Number(string text) => int.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

static int Usage()
{
    Console.Error.WriteLine("fuzz documents|text|rules                        under afl-fuzz; see fuzz.sh");
    Console.Error.WriteLine("replay documents|text|rules FILE ...             one file after the other; findings are named, with their place");
    Console.Error.WriteLine("mutate documents|text|rules COUNT SEED FILE ...  COUNT changed files made from these, the same for the same seed");
    return 2;
}
