using System.Collections;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

using ExtractionPipeline.Text;

namespace ExtractionPipeline.Rules;

/// <summary>One occurrence of a phrase in folded text; start inclusive, end exclusive.</summary>
public readonly record struct PhraseHit(int Start, int End, PhraseMeaning Meaning);

/// <summary>The phrases that stand in one text, by use.</summary>
public sealed class PhraseHits
{
    private readonly PhraseHit[] _hits;     // group after group: see PhraseMeaning.Group
    private readonly int[] _first;          // by group: where its hits begin; one more for the end of the last
    private readonly int[] _longest;

    internal PhraseHits(PhraseHit[] hits, int[] first, int[] longest)
    {
        _hits = hits;
        _first = first;
        _longest = longest;
    }

    /// <summary>The hits of one use, in order of start, shorter before longer; words beside place names effect after effect.</summary>
    public PhraseHitList Of(PhraseUse use) => use == PhraseUse.PlaceContext ? new(_hits, _first[PhraseMeaning.GroupOf(PlaceEffect.Form)], _hits.Length) : OfGroup((int)use);

    /// <summary>The words beside place names that have one effect, in order of start, shorter before longer.</summary>
    public PhraseHitList Of(PlaceEffect effect) => OfGroup(PhraseMeaning.GroupOf(effect));

    /// <summary>Length of the longest phrase of one use: no hit that ends at a place or covers it starts further before it.</summary>
    public int Longest(PhraseUse use) => _longest[(int)use];

    private PhraseHitList OfGroup(int group) => new(_hits, _first[group], _first[group + 1]);
}

/// <summary>Phrases that stand in one text, in order of start, shorter before longer: a part of an array that nobody changes.</summary>
public readonly struct PhraseHitList : IReadOnlyList<PhraseHit>
{
    private readonly PhraseHit[] _hits;
    private readonly int _first;

    internal PhraseHitList(PhraseHit[] hits, int first, int end) => (_hits, _first, Count) = (hits, first, end - first);

    /// <inheritdoc/>
    public int Count { get; }

    /// <summary>The hit at a place in the list.</summary>
    public ref readonly PhraseHit this[int index]
    {
        get
        {
            WorkCount.Finds(1);
            // One check where a span over the part and its indexer make three; the part lies in the array.
            if ((uint)index >= (uint)Count) throw new ArgumentOutOfRangeException(nameof(index));
            return ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_hits), _first + index);
        }
    }

    /// <inheritdoc/>
    PhraseHit IReadOnlyList<PhraseHit>.this[int index] => this[index];

    /// <summary>All of them.</summary>
    public ReadOnlySpan<PhraseHit> AsSpan() => new(_hits, _first, Count);

    /// <summary>Goes through all of them.</summary>
    public ReadOnlySpan<PhraseHit>.Enumerator GetEnumerator()
    {
        WorkCount.Finds(Count);
        return AsSpan().GetEnumerator();
    }

    /// <inheritdoc/>
    IEnumerator<PhraseHit> IEnumerable<PhraseHit>.GetEnumerator() => new ArraySegment<PhraseHit>(_hits ?? [], _first, Count).GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => new ArraySegment<PhraseHit>(_hits ?? [], _first, Count).GetEnumerator();
}
