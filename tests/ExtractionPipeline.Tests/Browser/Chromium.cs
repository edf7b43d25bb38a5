using NUnit.Framework;

using PuppeteerSharp;

namespace ExtractionPipeline.Tests.Browser;

/// <summary>A browser without a window; tests are skipped where none is installed. EP_BROWSER names another.</summary>
internal static class Chromium
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "chrome"];

    public static async Task<IBrowser> Start()
    {
        var path = Environment.GetEnvironmentVariable("EP_BROWSER") ?? Installed();
        if (path is null) Assert.Ignore("no browser is installed (chromium, google-chrome); EP_BROWSER names one");
        // Continuous integration runs as root in a container, where the browser's own sandbox cannot start.
        return await Puppeteer.LaunchAsync(new LaunchOptions { Headless = true, ExecutablePath = path, Args = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"], Timeout = 120_000 });
    }

    private static string? Installed() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).SelectMany(folder => Names.Select(name => Path.Join(folder, name))).FirstOrDefault(File.Exists);
}
