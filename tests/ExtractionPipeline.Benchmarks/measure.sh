#!/usr/bin/env bash
# Measures everything that docs and issues promise of speed, and writes one file: tests/ExtractionPipeline.Benchmarks/results/DATE.md
#
# usage: tests/ExtractionPipeline.Benchmarks/measure.sh [--quick] [OUT]
#
# Builds the command (Release and, where gcc and zlib's headers are there, native) and the benchmarks; then stages, whole way, growth, fresh
# processes, a folder on one job and on two (SpeedReport), the stages again with BenchmarkDotNet, and the script of today beside the tool where
# python3-docx and python3-jieba are installed. --quick leaves BenchmarkDotNet out and takes fewer documents. EP_NATIVE=PATH takes a native
# binary that is built already. Nothing else should run on the machine; the load is written down.
set -euo pipefail
cd "$(dirname "$0")/../.."
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
here=tests/ExtractionPipeline.Benchmarks
quick=""
if [ "${1:-}" = "--quick" ]; then quick=1; shift; fi
out=${1:-$here/results/$(date -u +%Y-%m-%d).md}
mkdir -p "$(dirname "$out")" artifacts

dotnet build src/ExtractionPipeline.Cli --configuration Release --verbosity quiet
dotnet build $here --configuration Release --verbosity quiet
benchmarks=$here/bin/Release/net10.0/ExtractionPipeline.Benchmarks.dll
tool=src/ExtractionPipeline.Cli/bin/Release/net10.0/policy-extract.dll
native=${EP_NATIVE:-}
if [ -z "$native" ] && { command -v gcc || command -v clang; } >/dev/null && [ -e /usr/include/zlib.h ]; then
  dotnet publish src/ExtractionPipeline.Cli --configuration Release --runtime linux-x64 -p:PublishAot=true --output artifacts/native --verbosity quiet
  native=artifacts/native/policy-extract
fi

options=(--tool "$tool")
if [ -n "$native" ]; then options+=(--tool "$native"); fi
if [ -n "$quick" ]; then options+=(--seconds 3 --documents 300); fi
dotnet $benchmarks report "${options[@]}" > "$out"

{ echo; echo "## The script of today"; echo; } >> "$out"
/usr/bin/env python3 -c 'import docx, jieba' 2>/dev/null && python=python3 || python=/usr/bin/python3
$python $here/compare-with-script.py "${native:-dotnet $tool}" >> "$out" || echo "Not measured: python3-docx and python3-jieba are missing." >> "$out"

if [ -z "$quick" ]; then
  { echo; echo "## BenchmarkDotNet, short runs in one process"; } >> "$out"
  dotnet $benchmarks --filter '*' --inProcess --job short --exporters github --artifacts artifacts/benchmarks > artifacts/benchmarks.log
  for table in artifacts/benchmarks/results/*-report-github.md; do
    { echo; grep '^|' "$table"; } >> "$out"
  done
fi
echo "written: $out"
