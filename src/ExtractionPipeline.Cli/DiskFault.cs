namespace ExtractionPipeline.Cli;

/// <summary>Why a file could not be written, in words that do not depend on the system.</summary>
internal static class DiskFault
{
    // IOException.HResult is errno on Unix and an HRESULT on Windows.
    private const int NoSpace = 28;                                  // ENOSPC
    private const int OverQuota = 122;                               // EDQUOT on Linux
    private const int WindowsDiskFull = unchecked((int)0x80070070);
    private const int WindowsHandleFull = unchecked((int)0x80070027);

    public static string Why(IOException fault) =>
        fault.HResult is NoSpace or OverQuota or WindowsDiskFull or WindowsHandleFull ? "the disk is full" : fault.Message;
}
