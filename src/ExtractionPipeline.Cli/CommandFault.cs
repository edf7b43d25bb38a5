using ExtractionPipeline.Diagnostics;

namespace ExtractionPipeline.Cli;

/// <summary>A reason to end a command at once with one line on standard error.</summary>
internal sealed class CommandFault(int exitCode, DiagnosticKind kind, string? subject, params string[] details)
    : Exception($"{kind.Code}: {subject}: {string.Join("; ", details)}")
{
    public int ExitCode { get; } = exitCode;

    public DiagnosticKind Kind { get; } = kind;

    /// <summary>The file or folder it is about, as the caller named it; null for the command line itself.</summary>
    public string? Subject { get; } = subject;

    public IReadOnlyList<string> Details { get; } = details;
}
