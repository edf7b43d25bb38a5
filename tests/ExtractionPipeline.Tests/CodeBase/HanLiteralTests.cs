using System.Text.RegularExpressions;

using NUnit.Framework;

namespace ExtractionPipeline.Tests.CodeBase;

/// <summary>Chinese words with a meaning stand in rule files and message tables, never in string or character literals of the sources.</summary>
public sealed partial class HanLiteralTests
{
    [Test]
    public void NoSourceHasAChineseLiteral()
    {
        var faults = new List<string>();
        foreach (var file in Checkout.Sources("src"))
        {
            var number = 0;
            foreach (var line in File.ReadLines(file))
            {
                number++;
                if (HanLiteral().IsMatch(WithoutComment(line))) faults.Add($"{Path.GetRelativePath(Checkout.Root, file)}:{number}: {line.Trim()}");
            }
        }

        Assert.That(faults, Is.Empty);
    }

    [TestCase("var x = \"补贴\";", true)]
    [TestCase("if (c == '元') return;", true)]
    [TestCase("// 补贴 is what is given: \"x\"", false)]
    [TestCase("/// <summary>地区 \"name\".</summary>", false)]
    [TestCase("if (c is '、' or '。') return;", false)]
    public void TellsALiteralFromAComment(string line, bool isFault) =>
        Assert.That(HanLiteral().IsMatch(WithoutComment(line)), Is.EqualTo(isFault));

    private static string WithoutComment(string line)
    {
        var comment = line.IndexOf("//", StringComparison.Ordinal);
        return comment < 0 ? line : line[..comment];
    }

    [GeneratedRegex("[\"'][^\"']*[\u3400-\u9fff\uf900-\ufaff][^\"']*[\"']")]
    private static partial Regex HanLiteral();
}
