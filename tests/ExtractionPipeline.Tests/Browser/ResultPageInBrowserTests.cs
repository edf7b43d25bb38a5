using System.Globalization;

using ExtractionPipeline.Documents;
using ExtractionPipeline.Export.Html;
using ExtractionPipeline.Mentions;
using ExtractionPipeline.Output;
using ExtractionPipeline.Pdf;
using ExtractionPipeline.Tests.Cli;
using ExtractionPipeline.Tests.Export;

using NUnit.Framework;

using PuppeteerSharp;

namespace ExtractionPipeline.Tests.Browser;

/// <summary>The page of the sample in a real browser, used as an editor uses it.</summary>
public sealed class ResultPageInBrowserTests
{
    private const string ShownItems = "() => [...new Set([...document.querySelectorAll('main .item')].filter(s => !s.classList.contains('off') && s.getClientRects().length > 0).map(s => Number(s.dataset.item)))]";
    private const string Tip = "() => { const tip = document.getElementById('tip'); return tip.hidden ? '' : tip.textContent; }";
    private const string CapOfHefei = "最高200万元";

    private readonly List<string> _requests = [];
    private readonly List<string> _faults = [];

    private TemporaryFolder _folder = null!;
    private IBrowser? _browser;
    private IPage _page = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        _folder = new TemporaryFolder();
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        ResultPage.Write(ExportRun.Sample.Document, ExportRun.Sample.Result, ExportRun.Pipeline.Rules, chinese: true, writer);
        _folder.Write("page.html", writer.ToString());
        _browser = await Chromium.Start();
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _folder.Remove();
    }

    [SetUp]
    public async Task Open()
    {
        _requests.Clear();
        _faults.Clear();
        _page = await _browser!.NewPageAsync();
        _page.Request += (_, request) => _requests.Add(request.Request.Url);
        _page.PageError += (_, fault) => _faults.Add(fault.Message);
        _page.Console += (_, said) => _faults.Add(said.Message.Text);
        await View(1280);
        await _page.GoToAsync(new Uri(_folder.PathOf("page.html")).AbsoluteUri);
    }

    [TearDown]
    public async Task Close()
    {
        Assert.That(_faults, Is.Empty, "faults of the page's script");
        Assert.That(_requests.Where(r => !r.StartsWith("file:", StringComparison.Ordinal)), Is.Empty, "requests to a network");
        await _page.DisposeAsync();
    }

    [Test]
    public async Task AllItemsAreShownAtFirst() => Assert.That(await _page.EvaluateFunctionAsync<int[]>(ShownItems), Has.Length.EqualTo(49));

    [TestCase("region", "440300")]
    [TestCase("category", "fiscal")]
    [TestCase("role", "money.cap")]
    public async Task AFilterShowsTheItemsOfItsPlaceCategoryOrRole(string filter, string value)
    {
        await _page.SelectAsync("#" + filter, value);
        var fitting = ExportRun.Sample.Result.Items.Index().Where(i => Fits(i.Item, filter, value)).Select(i => i.Index).ToList();
        Assert.That(fitting, Is.Not.Empty.And.Count.LessThan(49));
        Assert.That(await _page.EvaluateFunctionAsync<int[]>(ShownItems), Is.EquivalentTo(fitting));
        Assert.That(await _page.EvaluateFunctionAsync<string>("() => document.getElementById('shown').textContent"), Is.EqualTo($"{fitting.Count} / 49 条目符合"));
    }

    [Test]
    public async Task FiltersJoinAndTheOthersCanBeSeenAgain()
    {
        await _page.SelectAsync("#region", "440300");
        await _page.SelectAsync("#role", "money.cap");
        Assert.That(await Shown(), Is.EqualTo(new[] { "1.2.2" }));
        await _page.ClickAsync("#only");
        Assert.That(await _page.EvaluateFunctionAsync<int>("() => [...document.querySelectorAll('main .item.off')].filter(s => s.getClientRects().length > 0).length"), Is.EqualTo(48), "dimmed in their places");
    }

    [Test]
    public async Task ABarOfTheChartChoosesItsPlaceByMouseAndKeyboard()
    {
        await _page.ClickAsync(".bar[data-region='340100']");
        Assert.That(await _page.EvaluateFunctionAsync<string>("() => document.getElementById('region').value"), Is.EqualTo("340100"));
        await _page.FocusAsync(".bar[data-region='340100']");
        await _page.Keyboard.PressAsync("Enter");
        Assert.That(await _page.EvaluateFunctionAsync<int[]>(ShownItems), Has.Length.EqualTo(49), "chosen again, it is let go");
    }

    [Test]
    public async Task HoveringFocusAndTouchShowValueAndRule()
    {
        const string Expected = "金额 · 上限: ≤ 2000000 CNY\n规则: money.unit.yuan\n条目: 1.2.3";
        var mark = await Mark(CapOfHefei);
        Assert.That(await _page.EvaluateFunctionAsync<string>(Tip), Is.Empty);
        await mark.HoverAsync();
        Assert.That(await _page.EvaluateFunctionAsync<string>(Tip), Is.EqualTo(Expected));
        await _page.Mouse.MoveAsync(2, 2);
        Assert.That(await _page.EvaluateFunctionAsync<string>(Tip), Is.Empty);
        await mark.FocusAsync();
        Assert.That(await _page.EvaluateFunctionAsync<string>(Tip), Is.EqualTo(Expected));
        await _page.Keyboard.PressAsync("Escape");
        Assert.That(await _page.EvaluateFunctionAsync<string>(Tip), Is.Empty);
        await View(390, touch: true);
        await (await Mark("最高500万元")).TapAsync();
        Assert.That(await _page.EvaluateFunctionAsync<string>(Tip), Does.StartWith("金额 · 上限: ≤ 5000000 CNY"));
    }

    [Test]
    public async Task OnATelephoneNothingSticksOutAndTheChartIsReadable()
    {
        await View(390, touch: true);
        Assert.That(await _page.EvaluateFunctionAsync<int>("() => document.documentElement.scrollWidth"), Is.LessThanOrEqualTo(390));
        Assert.That(await _page.EvaluateFunctionAsync<double>("() => Math.min(...[...document.querySelectorAll('.bar span')].map(s => parseFloat(getComputedStyle(s).fontSize)))"), Is.GreaterThanOrEqualTo(12));
        var box = await (await Mark(CapOfHefei)).BoundingBoxAsync();
        Assert.That(box!.Height, Is.GreaterThan(15));
    }

    [Test]
    public async Task ThePrintedPageHoldsTheDocumentAndNoControls()
    {
        var bytes = await _page.PdfDataAsync();
        var printed = string.Concat(new PdfDocumentReader(PdfReadingOptions.Default).Read(bytes, "page.pdf").Blocks.SelectMany(Words).Where(c => !char.IsWhiteSpace(c)));
        Assert.That(printed, Does.Contain("各地金额").And.Contain(CapOfHefei).And.Contain("凝聚发展共识"));
        Assert.That(printed, Does.Not.Contain("全部地区").And.Not.Contain("隐藏其他"));
    }

    private static IEnumerable<char> Words(Block block) => block switch
    {
        Paragraph paragraph => paragraph.Text,
        Table table => table.Rows.SelectMany(r => r.Cells.Where(c => c.OriginRow == r.Number)).SelectMany(c => c.Blocks).SelectMany(Words),
        _ => "",
    };

    private static bool Fits(ExtractedItem item, string filter, string value) => filter switch
    {
        "region" => item.Measures.SelectMany(m => m.Regions).Concat(item.Regions).Any(r => r.ToString() == value),
        "category" => item.Categories.Any(c => c.Code == value),
        _ => item.Mentions.OfType<MoneyMention>().Any(m => m.Role == MoneyRole.Cap),
    };

    private async Task<IEnumerable<string>> Shown() => (await _page.EvaluateFunctionAsync<int[]>(ShownItems)).Select(i => ExportRun.Sample.Result.Items[i].Item.Id);

    private async Task<IElementHandle> Mark(string words) =>
        (IElementHandle)await _page.EvaluateFunctionHandleAsync("words => [...document.querySelectorAll('main mark')].find(m => m.textContent === words)", words);

    private Task View(int width, bool touch = false) => _page.SetViewportAsync(new ViewPortOptions { Width = width, Height = 900, HasTouch = touch, IsMobile = touch });
}
