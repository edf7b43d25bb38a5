#!/usr/bin/env python3
"""Kills a run at random moments and lets it go on, many times; nothing may be lost, doubled or torn.

usage: kill-and-resume.py TOOL [TIMES [SEED]]

TOOL is the native binary, or "dotnet path/to/policy-extract.dll". Every round starts with an empty folder, kills the run (SIGKILL) at a
random moment up to the time that a whole run takes, looks at every result that is there, kills once more while it goes on, and lets it
finish with --resume. Then all results must be there, each once, with the bytes of a run that was never cut, and no other file.
"""
import hashlib, json, os, pathlib, random, shlex, shutil, subprocess, sys, tempfile, time

MANIFEST, JOURNAL = ".policy-extract.manifest", ".policy-extract.journal"


def write_documents(folder, count):
    for i in range(count):
        below = folder / f"{i % 7}"
        below.mkdir(parents=True, exist_ok=True)
        line = f"合肥对第{i}类建筑业企业给予最高{i + 10}万元补贴，其中对试点项目给予{i + 1}万元。\n"
        (below / f"{i:04}.txt").write_text(line * (1 + i % 40), encoding="utf-8")


def run(tool, documents, out, *options):
    return subprocess.Popen([*tool, "run", str(documents), "-o", str(out), "-q", "--jobs", "2", *options], stderr=subprocess.PIPE)


def results(out):
    return {str(p.relative_to(out)): hashlib.sha256(p.read_bytes()).hexdigest() for p in out.rglob("*") if p.is_file() and p.name != MANIFEST}


def check_cut(out, whole):
    """What a killed run has left: whole results, unfinished files, manifest and journal; nothing else."""
    done = 0
    for path in out.rglob("*"):
        if not path.is_file() or path.name in (MANIFEST, JOURNAL) or path.name.startswith(".policy-extract-"):
            continue
        name = str(path.relative_to(out))
        if whole.get(name) != hashlib.sha256(path.read_bytes()).hexdigest():
            sys.exit(f"torn or unknown: {name}")
        json.loads(path.read_text(encoding="utf-8"))
        done += 1
    return done


def kill_after(process, seconds):
    time.sleep(seconds)
    process.kill()
    process.wait()


def main():
    tool = shlex.split(sys.argv[1])
    times = int(sys.argv[2]) if len(sys.argv) > 2 else 50
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else random.randrange(1 << 30)
    chance = random.Random(seed)
    root = pathlib.Path(tempfile.mkdtemp(prefix="kill-and-resume-"))
    try:
        documents = root / "documents"
        write_documents(documents, 600)
        started = time.perf_counter()
        if run(tool, documents, root / "whole").wait() != 0:
            sys.exit("the run that is not cut fails")
        length = time.perf_counter() - started
        whole = results(root / "whole")
        cuts = []
        while len(cuts) < times:
            out = root / f"out-{len(cuts)}"
            kill_after(run(tool, documents, out), chance.uniform(0, length))
            for _ in range(2):
                if not out.exists():
                    break   # killed before it began
                cuts.append(check_cut(out, whole))
                if len(cuts) % 2 == 1:
                    kill_after(run(tool, documents, out), chance.uniform(0, length))
            begun = out.exists() and ((out / MANIFEST).exists() or (out / JOURNAL).exists())
            last = run(tool, documents, out, *(["--resume"] if begun else []))
            if last.wait() != 0:
                sys.exit(f"going on fails: {last.stderr.read().decode()}")
            if results(out) != whole:
                sys.exit("results are lost, doubled or torn")
            shutil.rmtree(out)
        print(f"{len(cuts)} kills (seed {seed}), {len(whole)} documents, {min(cuts)} to {max(cuts)} of them done at the kill: nothing lost, doubled or torn")
    finally:
        shutil.rmtree(root, ignore_errors=True)


main()
