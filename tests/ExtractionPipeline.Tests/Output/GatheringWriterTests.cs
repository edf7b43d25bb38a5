using ExtractionPipeline.Output;

using NUnit.Framework;

namespace ExtractionPipeline.Tests.Output;

public sealed class GatheringWriterTests
{
    /// <summary>Pieces that fill what is gathered to the last character, go over it, and are longer than all of it.</summary>
    [Test]
    public void PiecesOfAnyLengthArriveWholeAndInOrder()
    {
        string[] pieces = ["", "一", new string('二', 16_383), "三", new string('四', 16_384), "五", new string('六', 100_000), "七", new string('八', 16_380), "九十百千万"];
        using var behind = new StringWriter();
        using (var gathering = new GatheringWriter(behind))
        {
            foreach (var piece in pieces)
            {
                gathering.Write(piece);
                gathering.Write('\n');
                gathering.Write(piece.ToCharArray(), 0, Math.Min(1, piece.Length));
            }
        }

        Assert.That(behind.ToString(), Is.EqualTo(string.Concat(pieces.Select(p => p + "\n" + p[..Math.Min(1, p.Length)]))));
    }

    [Test]
    public void SingleCharactersArriveBeyondWhatIsGathered()
    {
        using var behind = new StringWriter();
        using (var gathering = new GatheringWriter(behind))
        {
            for (var i = 0; i < 40_000; i++) gathering.Write((char)('a' + (i % 26)));
        }

        Assert.That(behind.ToString(), Is.EqualTo(string.Concat(Enumerable.Range(0, 40_000).Select(i => (char)('a' + (i % 26))))));
    }

    [Test]
    public void FlushingHandsOnAtOnceAndTheWriterBehindStaysOpen()
    {
        using var behind = new StringWriter();
        using (var gathering = new GatheringWriter(behind))
        {
            gathering.Write("奖励");
            Assert.That(behind.ToString(), Is.Empty);
            gathering.Flush();
            Assert.That(behind.ToString(), Is.EqualTo("奖励"));
        }

        behind.Write("50万元");
        Assert.That(behind.ToString(), Is.EqualTo("奖励50万元"));
    }
}
