using System.Security.Cryptography;

using ExtractionPipeline.Output;

using Newtonsoft.Json;

namespace ExtractionPipeline.Cli;

/// <summary>Uses once what the end of a run asks for, while nothing else is to be done: the first use of the JSON writer and of SHA-256 takes 18 ms of a start.</summary>
internal static class Rehearsal
{
    public static void Run()
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData([], hash);
        using var json = new JsonTextWriter(TextWriter.Null) { Formatting = Formatting.Indented };
        json.WriteStartObject();
        json.Member("text", "\u4e00\n");
        json.Member("number", hash.Length);
        json.Member("decimal", 1m);
        json.Member("truth", true);
        json.Member("texts", (string[])["\u4e00"]);
        json.WriteEndObject();
    }
}
