using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Net.Sockets;

using ExtractionPipeline.Conversion;
using ExtractionPipeline.Diagnostics;
using ExtractionPipeline.Tests.Cli;
using ExtractionPipeline.Tests.Word;
using ExtractionPipeline.Word;

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

    /// <summary>LibreOffice with a profile of its own fetches the picture and the linked text; with ours it asks nobody.</summary>
    [Test]
    public void NothingIsFetched()
    {
        try
        {
            ConverterSearch.Find(null, "");
        }
        catch (InputException)
        {
            Assert.Ignore("LibreOffice (soffice) is not installed.");
        }

        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var here = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";
        var secret = _folder.Write("secret.txt", "SECRET");
        var content =
            $"""
            <office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.2"><office:body><office:text>
            <text:p>文<draw:frame text:anchor-type="as-char"><draw:image xlink:href="{here}/a.png" xlink:type="simple" xlink:actuate="onLoad"/></draw:frame></text:p>
            <text:section text:name="s"><text:section-source xlink:href="{here}/s.odt" xlink:type="simple" xlink:show="embed"/><text:p>旧</text:p></text:section>
            <text:section text:name="t"><text:section-source xlink:href="{new Uri(secret).AbsoluteUri}" xlink:type="simple" xlink:show="embed"/><text:p>旧</text:p></text:section>
            </office:text></office:body></office:document-content>
            """;
        var converted = new LibreOfficeConverter(ConversionOptions.Default).ToDocx(OpenDocument(content), "a.odt", "odt");
        Assert.That(listener.Pending(), Is.False, "nobody has knocked");
        Assert.That(new WordDocumentReader(WordReadingOptions.Default).Read(converted, "a.docx").Texts().Where(t => t.Length > 0), Is.EqualTo(new[] { "文", "旧", "旧" }));
    }

    private static byte[] OpenDocument(string content)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write("mimetype", "application/vnd.oasis.opendocument.text");
            Write("META-INF/manifest.xml", """<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>""");
            Write("content.xml", content);

            void Write(string name, string text)
            {
                using var entry = new StreamWriter(archive.CreateEntry(name, CompressionLevel.NoCompression).Open());
                entry.Write(text);
            }
        }

        return stream.ToArray();
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
