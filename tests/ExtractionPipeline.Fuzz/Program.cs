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
    foreach (var file in files) Console.WriteLine($"{(run(File.ReadAllBytes(file)) ? "read   " : "refused")} {file}");
    return 0;
}

static int Number(string text) => int.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

static int Usage()
{
    Console.Error.WriteLine("fuzz documents|text|rules                        under afl-fuzz; see fuzz.sh");
    Console.Error.WriteLine("replay documents|text|rules FILE ...             one file after the other; a finding throws");
    Console.Error.WriteLine("mutate documents|text|rules COUNT SEED FILE ...  COUNT changed files made from these, the same for the same seed");
    return 2;
}
