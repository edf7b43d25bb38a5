using ExtractionPipeline.Rules;

using YamlDotNet.Core;

// Arguments: the folder of the rules, the file to write. Faults are one line each, in the form that the build shows with their place.
if (args.Length != 2)
{
    Console.Error.WriteLine("usage: RuleCompiler RULES-FOLDER OUTPUT-FILE");
    return 2;
}

var files = RuleFiles.FromFolder(args[0]);
var faulty = false;
foreach (var file in files.All.Where(f => f.IsYaml))
{
    try
    {
        file.ParseTree();
    }
    catch (YamlException fault)
    {
        faulty = true;
        Console.Error.WriteLine($"{Path.Combine(args[0], file.Path)}({fault.Start.Line},{fault.Start.Column}): error EP5001: not readable as YAML: {fault.Message.ReplaceLineEndings(" ")}");
    }
}

if (faulty) return 1;
Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(args[1]))!);
using var output = File.Create(args[1]);
CompiledRuleTrees.Write(files, output);
return 0;
