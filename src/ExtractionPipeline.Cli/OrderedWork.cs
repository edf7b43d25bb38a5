using System.Diagnostics.CodeAnalysis;

namespace ExtractionPipeline.Cli;

/// <summary>Does numbered pieces of work on several threads and hands the outcomes over in order, as they come.</summary>
/// <remarks>
/// What is handed over does not depend on the number of threads. Work never runs further ahead of what was handed over than
/// <see cref="MostAhead"/>, so one slow piece among many does not pile up the outcomes of the others. A stop does not wait for work that is under way.
/// </remarks>
internal sealed class OrderedWork<T>
    where T : class
{
    /// <summary>Pieces that may be begun and not yet handed over.</summary>
    internal const int MostAhead = 512;

    private readonly object _gate = new();   // pulsed when an outcome arrives, when one is handed over, and when a stop is asked for
    private readonly Dictionary<int, T> _waiting = [];
    private readonly int _count;
    private readonly Func<int, T> _work;
    private int _next;
    private int _handedOver;

    private OrderedWork(int count, Func<int, T> work)
    {
        _count = count;
        _work = work;
    }

    /// <summary>Does pieces 0 to count - 1.</summary>
    /// <param name="count">Number of pieces.</param>
    /// <param name="jobs">Number of threads, at least 1.</param>
    /// <param name="work">One piece; on any thread.</param>
    /// <param name="done">One outcome; on the caller's thread, in order of the pieces.</param>
    /// <param name="stop">Ends the waiting.</param>
    /// <returns>False where it was stopped before the last piece was handed over.</returns>
    public static bool Run(int count, int jobs, Func<int, T> work, Action<T> done, CancellationToken stop)
    {
        var all = new OrderedWork<T>(count, work);
        for (var i = 0; i < Math.Min(jobs, count); i++) new Thread(() => all.WorkOn(stop)) { IsBackground = true }.Start();
        return all.HandOver(done, stop);
    }

    private void WorkOn(CancellationToken stop)
    {
        while (Begin(out var number, stop))
        {
            var outcome = _work(number);
            lock (_gate)
            {
                _waiting.Add(number, outcome);
                if (number == _handedOver) Monitor.PulseAll(_gate);   // the one that is waited for
            }
        }
    }

    private bool Begin(out int number, CancellationToken stop)
    {
        lock (_gate)
        {
            while (_next - _handedOver >= MostAhead && !stop.IsCancellationRequested) Monitor.Wait(_gate);
            number = _next;
            if (number >= _count || stop.IsCancellationRequested) return false;
            _next++;
            return true;
        }
    }

    private bool HandOver(Action<T> done, CancellationToken stop)
    {
        using var wake = stop.Register(Wake);
        for (var number = 0; number < _count; number++)
        {
            if (!TryTake(number, out var outcome, stop)) return false;
            done(outcome);
        }

        return true;
    }

    private bool TryTake(int number, [NotNullWhen(true)] out T? outcome, CancellationToken stop)
    {
        lock (_gate)
        {
            while (!_waiting.Remove(number, out outcome))
            {
                if (stop.IsCancellationRequested) return false;
                Monitor.Wait(_gate);
            }

            _handedOver = number + 1;
            if (_next - number == MostAhead) Monitor.PulseAll(_gate);   // those that were too far ahead
            return true;
        }
    }

    private void Wake()
    {
        lock (_gate) Monitor.PulseAll(_gate);
    }
}
