using System.Collections;

namespace ExtractionPipeline.Rules;

/// <summary>A list that is read when somebody first asks for it.</summary>
/// <remarks>Two threads may read it at the same time; both read the same.</remarks>
internal sealed class OnDemand<T>(Func<IReadOnlyList<T>> read) : IReadOnlyList<T>
{
    private IReadOnlyList<T>? _items;

    public int Count => Items.Count;

    private IReadOnlyList<T> Items => _items ??= read();

    public T this[int index] => Items[index];

    public IEnumerator<T> GetEnumerator() => Items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
