using ExtractionPipeline.Rules;

// Arguments: the folder of the rules, the file to write. Faults are one line each, in the form that the build shows with their place.
if (args.Length != 2)
{
    Console.Error.WriteLine("usage: RuleCompiler RULES-FOLDER OUTPUT-FILE");
    return 2;
}

try
{
    var compiled = CompiledRules.Compile(RuleFiles.FromFolder(args[0]));
    Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(args[1]))!);
    File.WriteAllBytes(args[1], compiled.AsSpan());
    return 0;
}
catch (RuleFileException faults)
{
    foreach (var fault in faults.Faults) Console.Error.WriteLine($"{fault.Place.File}({fault.Place.Line},{fault.Place.Column}): error {fault.Kind.Code}: {ExtractionPipeline.Diagnostics.Diagnostic.Format(fault.Kind.Message, fault.Details)}");
    return 1;
}
