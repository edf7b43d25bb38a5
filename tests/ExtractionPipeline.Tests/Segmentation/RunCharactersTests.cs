using System.Text.RegularExpressions;
using ExtractionPipeline.Segmentation;
using NUnit.Framework;

namespace ExtractionPipeline.Tests.Segmentation;

public sealed class RunCharactersTests
{
    [Test]
    public void AreThoseOfTheReferencePattern()
    {
        var pattern = new Regex(@"[\u4E00-\u9FD5a-zA-Z0-9+#&\._%\-]", RegexOptions.NonBacktracking);
        var differing = Enumerable.Range(0, char.MaxValue + 1)
            .Where(c => pattern.IsMatch(((char)c).ToString()) != RunCharacters.BelongsToRun((char)c));

        Assert.That(differing, Is.Empty);
    }

    [TestCase("7.5%以上", 4)]
    [TestCase("7.5.3", 3)]
    [TestCase("7.%", 1)]
    [TestCase("G15.a", 3)]
    [TestCase("5%%", 2)]
    [TestCase("--.%a", 4)]
    [TestCase("..中", 2)]
    [TestCase("&", 1)]
    public void NumbersAndNamesStayWhole(string text, int length) => Assert.That(RunCharacters.LengthOfAscii(text), Is.EqualTo(length));
}
