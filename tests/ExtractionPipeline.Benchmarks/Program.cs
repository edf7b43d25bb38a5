using BenchmarkDotNet.Running;

using ExtractionPipeline.Benchmarks.Report;

if (args is ["report", .. var options]) SpeedReport.Write(options, Console.Out);
else BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
