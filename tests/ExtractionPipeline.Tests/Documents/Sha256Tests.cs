using System.Security.Cryptography;
using System.Text;

using ExtractionPipeline.Documents;

using NUnit.Framework;

namespace ExtractionPipeline.Tests.Documents;

public sealed class Sha256Tests
{
    [TestCase("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [TestCase("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")]
    [TestCase("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1")]
    public void GivesTheHashesOfTheStandard(string text, string hash) => Assert.That(Own(Encoding.ASCII.GetBytes(text)), Is.EqualTo(hash));

    [Test]
    public void IsTheFrameworksForEveryLengthAroundABlock()
    {
        var bytes = new byte[300];
        new Random(4711).NextBytes(bytes);
        for (var length = 0; length <= bytes.Length; length++)
        {
            var part = bytes.AsSpan(0, length);
            Assert.That(Own(part), Is.EqualTo(Convert.ToHexStringLower(SHA256.HashData(part))), $"{length} bytes");
        }
    }

    [Test]
    public void SaysTheSameBeforeAndAfterTheFrameworkHasTakenOver()
    {
        var bytes = new byte[200_000];
        new Random(4712).NextBytes(bytes);
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        for (var i = 0; i < 4; i++) Assert.That(Sha256.Hexadecimal(bytes), Is.EqualTo(hash));
        Assert.That(Sha256.Hexadecimal(bytes, 16), Is.EqualTo(hash[..16]));
    }

    private static string Own(ReadOnlySpan<byte> bytes)
    {
        var hash = new byte[Sha256.HashBytes];
        Sha256.Hash(bytes, hash);
        return Convert.ToHexStringLower(hash);
    }
}
