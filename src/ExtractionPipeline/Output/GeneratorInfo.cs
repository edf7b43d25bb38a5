namespace ExtractionPipeline.Output;

/// <summary>Name and version that every result carries.</summary>
public static class GeneratorInfo
{
    /// <summary>Name of the product.</summary>
    public const string Name = "ExtractionPipeline";

    /// <summary>Three numbers; the version of the assembly.</summary>
    public static string Version { get; } = typeof(GeneratorInfo).Assembly.GetName().Version!.ToString(3);
}
