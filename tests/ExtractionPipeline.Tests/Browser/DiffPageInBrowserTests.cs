using ExtractionPipeline.Tests.Cli;

using NUnit.Framework;

using PuppeteerSharp;

namespace ExtractionPipeline.Tests.Browser;

/// <summary>The page of a comparison in a real browser.</summary>
public sealed class DiffPageInBrowserTests
{
    private const string Old = "智能建造清单（第一批）\n\n1.合肥对建筑业企业给予最高200万元补贴。\n2.苏州建立智能建造联席会议制度。\n";
    private const string New = "智能建造清单（第二批）\n\n1.青岛将智能建造纳入年度绩效考核。\n2.合肥对建筑业企业给予最高300万元补贴。\n";
    private const string Shown = "() => [...document.querySelectorAll('.measure')].filter(m => m.getClientRects().length > 0).map(m => m.querySelector('b').textContent)";

    [Test]
    public async Task TheSearchAndTheBoxesChooseWhatIsShown()
    {
        var folder = new TemporaryFolder();
        try
        {
            await using var browser = await Chromium.Start();
            var file = folder.PathOf("changes.html");
            Assert.That(CommandRun.Of("diff", folder.Write("old.txt", Old), folder.Write("new.txt", New), "--format", "html", "-o", file, "--lang", "zh").Error, Is.Empty);
            await using var page = await browser.NewPageAsync();
            var requests = new List<string>();
            page.Request += (_, request) => requests.Add(request.Request.Url);
            await page.GoToAsync(new Uri(file).AbsoluteUri);
            Assert.That(await page.EvaluateFunctionAsync<string[]>(Shown), Is.EqualTo(new[] { "不再出现", "变化", "新增" }));
            await page.TypeAsync("#find", "300万元");
            Assert.That(await page.EvaluateFunctionAsync<string[]>(Shown), Is.EqualTo(new[] { "变化" }));
            await page.ClickAsync("label.changed input");
            Assert.That(await page.EvaluateFunctionAsync<string[]>(Shown), Is.Empty);
            await page.SetViewportAsync(new ViewPortOptions { Width = 390, Height = 800 });
            Assert.That(await page.EvaluateFunctionAsync<int>("() => document.documentElement.scrollWidth"), Is.LessThanOrEqualTo(390));
            Assert.That(requests, Has.Count.EqualTo(1).And.All.StartsWith("file:"));
        }
        finally
        {
            folder.Remove();
        }
    }
}
