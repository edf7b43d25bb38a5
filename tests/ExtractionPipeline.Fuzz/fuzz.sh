#!/usr/bin/env bash
# Fuzzes one harness with afl++: tests/ExtractionPipeline.Fuzz/fuzz.sh documents|text|rules SECONDS [FOLDER]
# FOLDER (default artifacts/fuzz) holds the instrumented build and what is found; a second run goes on where the first one stopped.
set -euo pipefail
cd "$(dirname "$0")"
harness=${1:?documents, text or rules}
seconds=${2:?how many seconds}
work=$(realpath -m "${3:-../../artifacts/fuzz}")
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

if ! command -v afl-fuzz >/dev/null; then
  [ "$(id -u)" -eq 0 ] || { echo "afl++ is needed: apt-get install afl++"; exit 1; }
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends afl++
fi
if [ ! -x "$work/tools/sharpfuzz" ]; then
  dotnet tool install sharpfuzz.commandline --version 2.3.0 --tool-path "$work/tools"
fi

# Every harness has a build of its own, made anew: an assembly can be instrumented only once.
build=$work/$harness/build
rm -rf "$build"
dotnet publish ExtractionPipeline.Fuzz.csproj -c Release -p:RunAnalyzers=false -v q -o "$build"
for assembly in ExtractionPipeline ExtractionPipeline.Word ExtractionPipeline.Pdf ExtractionPipeline.Html; do
  "$work/tools/sharpfuzz" "$build/$assembly.dll"
done

input=Seeds/$harness
[ -d "$work/$harness/found/default/queue" ] && input=-
words=()
[ -f "Seeds/$harness.dict" ] && words=(-x "Seeds/$harness.dict")
# Ten seconds are the limit of time of a file; what takes longer counts as a hang.
export AFL_SKIP_BIN_CHECK=1 AFL_SKIP_CPUFREQ=1 AFL_I_DONT_CARE_ABOUT_MISSING_CRASHES=1 AFL_NO_AFFINITY=1 AFL_NO_UI=1
afl-fuzz -i "$input" -o "$work/$harness/found" -t 10000 -m none -V "$seconds" "${words[@]}" -- dotnet "$build/ExtractionPipeline.Fuzz.dll" fuzz "$harness"
grep -E "execs_done|execs_per_sec|saved_crashes|saved_hangs|corpus_count|edges_found|run_time" "$work/$harness/found/default/fuzzer_stats"
