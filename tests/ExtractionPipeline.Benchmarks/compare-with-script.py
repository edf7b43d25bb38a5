#!/usr/bin/python3
"""The tool beside the script that a user would write today, on the sample: python-docx and jieba (Debian: python3-docx, python3-jieba).

usage: compare-with-script.py TOOL [TIMES]      TOOL is the native binary, or "dotnet path/to/policy-extract.dll"

The script reads the document, cuts every paragraph into words, looks for amounts with a regular expression and for places in the list of
divisions, and prints JSON. The script that the goal was set by also used cpca and JioNLP for places and amounts; they are not packaged for
Debian and are left out here, so the real script is slower than the one below. Prints Markdown.
"""
import pathlib, resource, shlex, statistics, subprocess, sys, time

ROOT = pathlib.Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "samples" / "intelligent-construction-batch2.docx"
SCRIPT = '''
import json, re, sys, time
start = time.perf_counter()
import docx, jieba
jieba.setLogLevel(60)
places = {c for line in open(sys.argv[2], encoding="utf-8") if line[:1].isdigit() for c in line.split("\\t")[1:3] if len(c) > 1}
amount = re.compile(r"\\d+(?:\\.\\d+)?\\s*(?:[-—~至]\\s*\\d+(?:\\.\\d+)?)?\\s*(?:万|亿)?元(?:/\\w+)?|\\d+(?:\\.\\d+)?%")

def paragraphs(document):
    for paragraph in document.paragraphs: yield paragraph.text
    for table in document.tables:
        for row in table.rows:
            for cell in row.cells:
                for paragraph in cell.paragraphs: yield paragraph.text

def extract(path):
    found = []
    for text in paragraphs(docx.Document(path)):
        words = jieba.lcut(text)
        found.append({"text": text, "places": [w for w in words if w in places], "amounts": amount.findall(text)})
    return json.dumps(found, ensure_ascii=False, indent=2)

result = extract(sys.argv[1])
cold = time.perf_counter() - start
warm = []
for _ in range(int(sys.argv[3])):
    start = time.perf_counter()
    extract(sys.argv[1])
    warm.append(time.perf_counter() - start)
print(cold, min(warm) if warm else 0, len(result))
'''


def fresh(command, times):
    walls = []
    for _ in range(times):
        start = time.perf_counter()
        subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=True)
        walls.append((time.perf_counter() - start) * 1000)
    return min(walls), statistics.median(walls)


def main():
    tool, times = shlex.split(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 10
    script = [sys.executable, "-c", SCRIPT, str(SAMPLE), str(ROOT / "rules" / "regions" / "divisions.tsv")]
    try:
        warm = subprocess.run([*script, "20"], capture_output=True, text=True, check=True).stdout.split()
    except subprocess.CalledProcessError as fault:
        sys.exit("python3-docx and python3-jieba are needed: " + fault.stderr.strip().splitlines()[-1])
    rows = [("script (python-docx, jieba)", *fresh([*script, "0"], times)), (pathlib.Path(tool[-1]).name, *fresh([*tool, "run", str(SAMPLE)], times))]
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"Load {open('/proc/loadavg').read().split()[0]}; {times} fresh processes each; the sample.\n")
    print("| fresh process | least ms | median ms |\n|---|---|---|")
    for name, least, median in rows:
        print(f"| {name} | {least:.0f} | {median:.0f} |")
    print(f"\nThe script warm: {float(warm[1]) * 1000:.1f} ms a document (least of 20). Largest process: {peak:.0f} MB. cpca and JioNLP are not to be had here.")


main()
