using System.Diagnostics;
using System.Globalization;

using ExtractionPipeline.Output;
using ExtractionPipeline.Tests.CodeBase;
using ExtractionPipeline.Word;

using Newtonsoft.Json.Linq;

using NUnit.Framework;

namespace ExtractionPipeline.Tests.Readme;

/// <summary>What the README promises is run.</summary>
public sealed class ReadmeTests
{
    private const string RunCommand = "dotnet run --project src/ExtractionPipeline.Cli -- run samples/intelligent-construction-batch2.docx";
    private const string TestCommand = "dotnet test";

    [TestCase("README.md")]
    [TestCase("README.zh-CN.md")]
    public void BothReadmesNameTheTwoCommands(string file)
    {
        var lines = File.ReadAllLines(Checkout.PathOf(file));
        Assert.That(lines, Does.Contain(RunCommand).And.Contain(TestCommand));
    }

    [Test]
    public void TheScriptRunsTheTestCommandOfTheReadme() =>
        Assert.That(File.ReadAllText(Checkout.PathOf(".ci", "run")), Does.Contain(TestCommand + " 2>&1"));

    [Test]
    public void TheFirstCommandPrintsTheListAsJson()
    {
        var words = RunCommand.Split(' ');
        var start = new ProcessStartInfo(words[0], words[1..]) { WorkingDirectory = Checkout.Root, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var name in start.Environment.Keys.Where(k => !IsOfANewMachine(k)).ToList()) start.Environment.Remove(name);
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        Assert.That(process.WaitForExit(TimeSpan.FromMinutes(5)), "the command did not end");
        Assert.That(process.ExitCode, Is.Zero, errors.Result);
        Assert.That(output, Does.StartWith("{").And.Contain("\"id\": \"4.3.3\""));
    }

    [TestCase("README.md")]
    [TestCase("README.zh-CN.md")]
    public void ThePieceOfTheResultIsWhatTheSampleGives(string file)
    {
        var readme = File.ReadAllText(Checkout.PathOf(file));
        var piece = JObject.Parse(readme.Split("```jsonc\n")[1].Split("```")[0]);
        var document = new WordDocumentReader(WordReadingOptions.Default).Read(File.ReadAllBytes(Checkout.PathOf("samples", "intelligent-construction-batch2.docx")), "list.docx");
        var result = JObject.Parse(ResultJsonWriter.ToText(PolicyPipeline.CreateDefault().Extract(document)));
        Assert.That(result.SelectTokens("$.items[*].mentions[*]"), Has.Some.Matches<JToken>(m => JToken.DeepEquals(m, piece)));
    }

    [Test]
    public void TheLibrarySnippetIsTheReadmesAndRuns()
    {
        var readme = File.ReadAllText(Checkout.PathOf("README.md"));
        foreach (var line in SnippetLines()) Assert.That(readme, Does.Contain(line));

        using var output = new StringWriter(CultureInfo.InvariantCulture);
        var folder = Directory.GetCurrentDirectory();
        try
        {
            Directory.SetCurrentDirectory(Checkout.Root);
            LibrarySnippet.Run(output);
        }
        finally
        {
            Directory.SetCurrentDirectory(folder);
        }

        Assert.That(output.ToString(), Does.Contain("1.2.1 350000 133100 210100").And.Contain("\"schemaVersion\""));
    }

    [Test]
    public void EveryFileThatTheReadmesNameExists()
    {
        foreach (var readme in new[] { "README.md", "README.zh-CN.md" })
        {
            var text = File.ReadAllText(Checkout.PathOf(readme));
            for (var at = text.IndexOf("](", StringComparison.Ordinal); at >= 0; at = text.IndexOf("](", at + 2, StringComparison.Ordinal))
            {
                var target = text[(at + 2)..text.IndexOf(')', at)];
                if (!target.StartsWith("https:", StringComparison.Ordinal)) Assert.That(File.Exists(Checkout.PathOf(target)), $"{readme} names {target}");
            }
        }
    }

    /// <summary>What a newcomer's shell has; the rest of this one's settings must not be needed.</summary>
    private static bool IsOfANewMachine(string variable) =>
        OperatingSystem.IsWindows() || variable is "PATH" or "HOME" or "DOTNET_ROOT" or "NUGET_PACKAGES";

    private static IEnumerable<string> SnippetLines()
    {
        var inside = false;
        foreach (var line in File.ReadLines(Checkout.PathOf("tests", "ExtractionPipeline.Tests", "Readme", "LibrarySnippet.cs")))
        {
            var trimmed = line.Trim();
            if (trimmed is "// <snippet>" or "// </snippet>") inside = trimmed == "// <snippet>";
            else if (inside && trimmed.Length > 0) yield return trimmed;
        }
    }
}
