namespace ExtractionPipeline.Cli;

/// <summary>What the process tells its caller; docs/output-format.md lists them.</summary>
internal static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>Done, with findings that fail a check.</summary>
    public const int Findings = 1;

    /// <summary>The command line cannot be understood, or its output has no place to go.</summary>
    public const int Usage = 2;

    /// <summary>An input could not be read, or its result not be written; the others were.</summary>
    public const int Unread = 3;

    /// <summary>The rule files are invalid.</summary>
    public const int RulesInvalid = 4;

    /// <summary>Stopped by Ctrl+C: 128 and the number of the signal, as shells expect.</summary>
    public const int Stopped = 130;
}
