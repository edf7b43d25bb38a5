using ExtractionPipeline.Cli;

using var process = Surroundings.OfProcess();
return CommandLine.Invoke(args, process);
