using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;

using ExtractionPipeline.Conversion;
using ExtractionPipeline.Diagnostics;
using ExtractionPipeline.Tests.Cli;

using NUnit.Framework;

namespace ExtractionPipeline.Tests.Conversion;

/// <summary>The handling of the program, with small scripts in its place.</summary>
public sealed class LibreOfficeConverterTests
{
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void RemoveFolder() => _folder.Remove();

    private string Script(string content)
    {
        if (OperatingSystem.IsWindows()) Assert.Ignore("The scripts of these tests need a POSIX shell.");
        var path = _folder.Write("converter", "#!/bin/sh\n" + content);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return path;
    }

    private static byte[] Convert(string converter, TimeSpan? limit = null, CancellationToken cancellation = default)
    {
        var options = ConversionOptions.Default with { Converter = converter };
        return new LibreOfficeConverter(limit is { } given ? options with { TimeLimit = given } : options).ToDocx("{\\rtf1 a}"u8.ToArray(), "a.rtf", "rtf", cancellation);
    }

    private static string Refusal(string converter, TimeSpan? limit = null) => Assert.Throws<InputException>(() => Convert(converter, limit))!.Message;

    [Test]
    public void SaysHowToInstallWhatIsMissing() => Assert.That(Refusal("/nowhere/soffice"), Is.EqualTo(
        "EP1010: a.rtf: files of this kind are read with LibreOffice, and /nowhere/soffice was not found; install it (Debian, Ubuntu: apt-get install libreoffice-writer; others: libreoffice.org), name it with --converter PATH, or save the file as .docx"));

    [Test]
    public void SaysWhatTheProgramSaid() =>
        Assert.That(Refusal(Script("echo 'Error: source file could not be loaded' >&2\n")), Is.EqualTo("EP1011: a.rtf: LibreOffice could not convert the file (Error: source file could not be loaded); save it as .docx"));

    [Test]
    public void SaysThatThereIsNoResult() => Assert.That(Refusal(Script("exit 1\n")), Is.EqualTo("EP1011: a.rtf: LibreOffice could not convert the file (it wrote no result); save it as .docx"));

    [Test]
    public void GivesTheResultAndLeavesNothingBehind()
    {
        // The working folder is the temporary one.
        var result = Convert(Script($"pwd > {_folder.PathOf("where")}\nls profile/user > {_folder.PathOf("profile")}\nmkdir out\ncp document.rtf out/document.docx\n"));
        Assert.That(result, Is.EqualTo("{\\rtf1 a}"u8.ToArray()));
        Assert.That(Directory.Exists(File.ReadAllText(_folder.PathOf("where")).Trim()), Is.False);
        Assert.That(File.ReadAllText(_folder.PathOf("profile")), Is.EqualTo("registrymodifications.xcu\n"));
    }

    [Test]
    public void EndsTheProgramAndItsChildrenWhenTheTimeIsOver()
    {
        var script = Script($"pwd > {_folder.PathOf("where")}\nsleep 300 &\necho $! > {_folder.PathOf("child")}\nwait\n");
        Assert.That(Refusal(script, TimeSpan.FromSeconds(1)), Is.EqualTo("EP1011: a.rtf: LibreOffice could not convert the file (not finished after 1 s); save it as .docx"));
        AssertEnded();
    }

    [Test]
    public void EndsTheProgramAndItsChildrenOnCancel()
    {
        var script = Script($"pwd > {_folder.PathOf("where")}\nsleep 300 &\necho $! > {_folder.PathOf("child")}\nwait\n");
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        Assert.Throws<OperationCanceledException>(() => Convert(script, cancellation: stop.Token));
        AssertEnded();
    }

    [Test]
    public void EncryptionOfOpenDocumentIsNamed()
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var manifest = new StreamWriter(archive.CreateEntry("META-INF/manifest.xml").Open());
            manifest.Write("<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>");
        }

        var fault = Assert.Throws<InputException>(() => new LibreOfficeConverter(ConversionOptions.Default).ToDocx(stream.ToArray(), "a.odt", "odt"));
        Assert.That(fault!.Message, Is.EqualTo("EP1008: a.odt: the file is encrypted; save it without a password first"));
    }

    private void AssertEnded()
    {
        var child = int.Parse(File.ReadAllText(_folder.PathOf("child")), CultureInfo.InvariantCulture);
        Assert.That(() => IsRunning(child), Is.False.After(5000, 50));
        Assert.That(Directory.Exists(File.ReadAllText(_folder.PathOf("where")).Trim()), Is.False);
    }

    private static bool IsRunning(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
