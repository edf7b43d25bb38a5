using ExtractionPipeline.Cli;

using NUnit.Framework;

namespace ExtractionPipeline.Tests.Cli;

public sealed class OrderedWorkTests
{
    [TestCase(1)]
    [TestCase(3)]
    [TestCase(200)]
    public void HandsOutcomesOverInOrder(int jobs)
    {
        var done = new List<string>();
        var finished = OrderedWork<string>.Run(
            100,
            jobs,
            number =>
            {
                if (number % 10 == 0) Thread.Yield();
                return $"{number}";
            },
            done.Add,
            CancellationToken.None);
        Assert.That(finished, Is.True);
        Assert.That(done, Is.EqualTo(Enumerable.Range(0, 100).Select(n => $"{n}")));
    }

    [Test]
    public void DoesNotWaitForWorkUnderWayWhenStopped()
    {
        using var stop = new CancellationTokenSource();
        using var never = new ManualResetEventSlim();
        var done = new List<string>();
        var finished = OrderedWork<string>.Run(
            5,
            1,
            number =>
            {
                if (number == 2) never.Wait();
                return $"{number}";
            },
            outcome =>
            {
                done.Add(outcome);
                if (done.Count == 2) stop.Cancel();
            },
            stop.Token);
        never.Set();
        Assert.That(finished, Is.False);
        Assert.That(done, Is.EqualTo(new[] { "0", "1" }));
    }

    [Test]
    public void HasNothingToDoWithoutPieces() =>
        Assert.That(OrderedWork<string>.Run(0, 4, _ => "x", _ => Assert.Fail("nothing to hand over"), CancellationToken.None), Is.True);
}
