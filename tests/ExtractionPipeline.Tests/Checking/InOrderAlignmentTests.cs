using ExtractionPipeline.Checking;

using NUnit.Framework;

namespace ExtractionPipeline.Tests.Checking;

public sealed class InOrderAlignmentTests
{
    [TestCase("abc", "abc", "0-0 1-1 2-2")]
    [TestCase("abc", "acb", "0-0 2-1")]
    [TestCase("aab", "ab", "0-0 2-1")]
    [TestCase("ab", "xaybz", "0-1 1-3")]
    [TestCase("ab", "", "")]
    [TestCase("abcd", "dabc", "0-1 1-2 2-3")]
    public void PairsTheLongestRunWithoutCrossing(string left, string right, string pairs) =>
        Assert.That(string.Join(' ', InOrderAlignment.Pairs(left.Length, right.Length, (i, j) => left[i] == right[j]).Select(p => $"{p.Left}-{p.Right}")), Is.EqualTo(pairs));
}
