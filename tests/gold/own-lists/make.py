#!/usr/bin/env python3
"""Turns the lists of this folder (*.list: text with its gold marked by hand) into a Word document and a gold file each.

  make.py FOLDER     writes FOLDER/<name>.docx and FOLDER/<name>.json for every FOLDER/<name>.list

Needs nothing but Python. The marks are explained in about.md. Division codes are looked up by their full or short name; where
several divisions share it, the .list gives the code.
"""
import json, os, re, sys, zipfile
from decimal import Decimal
from xml.sax.saxutils import escape

HERE = os.path.dirname(os.path.abspath(__file__))

def divisions():
    path = os.path.join(HERE, '..', '..', '..', 'rules/regions/divisions.tsv')
    names = {}
    head = None
    for line in open(path, encoding='utf-8'):
        if line.startswith('#'): continue
        f = line.rstrip('\n').split('\t')
        if head is None: head = f; continue
        r = dict(zip(head, f))
        if r.get('to') or r.get('validTo') or r.get('valid to'): continue
        rank = {'province': 0, 'prefecture': 1, 'county': 2}[r['level']]
        for n in {r['name'], r['short'], *r['aliases'].split('|')} - {''}:
            names.setdefault(n, []).append((rank, r['code']))
    return names

NAMES = divisions()

def code_of(name):
    if re.fullmatch(r'\d{6}', name): return name
    found = sorted(set(NAMES.get(name, [])))
    if not found: raise SystemExit(f'no division {name}')
    best = [c for r, c in found if r == found[0][0]]
    if len(best) > 1: raise SystemExit(f'{name}: several divisions {best}; give the code')
    return best[0]

def codes_of(names):
    return [code_of(n) for n in names.split(',')] if names.strip() not in ('', '-') else []

def value(spec):
    m = re.fullmatch(r'(<=|>=|<|>|~)?(\d+(?:\.\d+)?)(?:\.\.(\d+(?:\.\d+)?))?(%?)', spec)
    op, low, high, _ = m.groups()
    low = Decimal(low); high = Decimal(high) if high else low
    num = lambda d: None if d is None else (int(d) if d == d.to_integral() else float(d))
    v = {'min': num(low), 'max': num(high), 'minInclusive': True, 'maxInclusive': True, 'approximate': op == '~'}
    if op in ('<=', '<'): v.update(min=None, minInclusive=None, maxInclusive=op == '<=')
    if op in ('>=', '>'): v.update(max=None, maxInclusive=None, minInclusive=op == '>=')
    return v

MARK = re.compile(r'\{([^{}]*)\}|\[([^\[\]]*)\]|<([qto]):([^<>]*)>|\^([^^]*)\^')

def item(section, number, cats, label, marked):
    marked, _, own = marked.partition(' @@ ')
    text, at = '', 0
    g = {'id': f'{section}.{number}' if section else str(number), 'section': section, 'label': label or None, 'text': '', 'regions': [], 'regionMentions': [],
         'categories': dict(zip(('expected', 'allowed'), [[c for c in p.split(',') if c] for p in cats.split('/')])),
         'money': [], 'percents': [], 'quantities': [], 'times': [], 'documents': [], 'organisations': [], 'clauses': []}
    clause, actors, holds = None, [], None
    for m in MARK.finditer(marked):
        text += marked[at:m.start()]; at = m.end()
        region, amount, kind, body, starts = m.groups()
        if region is not None:
            body, _, role = region.partition(':'); name, _, code = body.partition('=')
            chained = g['regionMentions'] and g['regionMentions'][-1].get('end') == len(text) and not role and g['regionMentions'][-1]['role'] == 'actor'
            if role != 'x':
                parent = g['regionMentions'][-1] if chained else None
                c = code_of(code or name) if not parent or code else chain(parent['code'], name)
                if parent:
                    parent.update(text=parent['text'] + name, code=c, end=len(text) + len(name)); actors[-1] = c
                else:
                    r = {'': 'actor', 'n': 'name', 'o': 'other'}[role]
                    g['regionMentions'].append({'text': name, 'start': len(text), 'end': len(text) + len(name), 'code': c, 'role': r})
                    if r == 'actor': actors.append(c)
            text += name
        elif amount is not None:
            figure, role, v = amount.split(';')
            if v:
                a = {'figure': figure, **value(v)}
                if role: a['role'] = role
                g['percents' if v.endswith('%') else 'money'].append({**a, 'regions': None, 'holds': holds})
            text += figure
        elif kind is not None:
            body, _, v = body.partition('=')
            if kind == 'q': g['quantities'].append(body)
            elif kind == 't': g['times'].append({'text': body, 'value': v})
            else: g['organisations'].append({'text': body, 'region': code_of(v)})
            text += body
        else:
            holds = codes_of(starts); g['clauses'].append({'at': len(text), 'regions': holds})
    text += marked[at:]
    g['text'] = text
    for c in g['clauses']: c['starts'] = text[c.pop('at'):][:12]
    g['regions'] = codes_of(own) if own else list(dict.fromkeys(actors))
    for a in g['money'] + g['percents']:
        a['regions'] = a.pop('holds') or (g['regions'] if not g['clauses'] else [c for c in g['regions'] if c not in {x for k in g['clauses'] for x in k['regions']}] or g['regions'])
    for a in g['percents']: a.pop('regions')
    for r in g['regionMentions']: r.pop('end')
    depth, start = 0, 0
    for i, ch in enumerate(text):
        if ch == '《':
            depth += 1
            if depth == 1: start = i
        if ch == '》':
            depth -= 1
            if depth == 0: g['documents'].append(text[start:i + 1])
    return g

def chain(parent, name):
    width = 2 if parent.endswith('0000') else 4
    best = sorted((r, c) for r, c in set(NAMES[name]) if c[:width] == parent[:width] and c != parent)
    return best[0][1]

# Word -----------------------------------------------------------------------------------------------------------------------

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

class Doc:
    def __init__(self): self.body, self.nums = [], []
    def num(self, kind):
        """A list of its own that starts at 1: decimal 1.  chinese （一）"""
        self.nums.append(kind); return len(self.nums)
    def p(self, text, center=False, bold=0, num=None):
        pr = (f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{num}"/></w:numPr>' if num else '') + ('<w:jc w:val="center"/>' if center else '')
        run = lambda t, b: f'<w:r>{"<w:rPr><w:b/></w:rPr>" if b else ""}<w:t xml:space="preserve">{escape(t)}</w:t></w:r>' if t else ''
        return f'<w:p><w:pPr>{pr}</w:pPr>{run(text[:bold], True)}{run(text[bold:], False)}</w:p>'
    def add(self, *a, **k): self.body.append(self.p(*a, **k))
    def table(self, columns, rows, header=True):
        """rows: lists of cells; a cell is None (the one above goes on) or a list of paragraphs (XML)."""
        out = [f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>' + '<w:gridCol w:w="2000"/>' * len(columns) + '</w:tblGrid>']
        if header: rows = [[[self.p(c, center=True, bold=len(c))] for c in columns]] + rows
        for i, row in enumerate(rows):
            out.append('<w:tr>')
            if row[0] == 'across':
                out.append(f'<w:tc><w:tcPr><w:gridSpan w:val="{len(columns)}"/></w:tcPr>{row[1][0]}</w:tc></w:tr>'); continue
            row = list(row) + [[]] * (len(columns) - len(row))
            for j, cell in enumerate(row):
                below = i + 1 < len(rows) and rows[i + 1][0] != 'across' and j < len(rows[i + 1]) and rows[i + 1][j] is None
                merge = '<w:vMerge/>' if cell is None else '<w:vMerge w:val="restart"/>' if below else ''
                out.append(f'<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/>{merge}</w:tcPr>{"".join(cell) if cell else "<w:p/>"}</w:tc>')
            out.append('</w:tr>')
        self.body.append(''.join(out) + '</w:tbl>')
    def save(self, path):
        kinds = {'decimal': ('decimal', '%1.'), 'chinese': ('chineseCounting', '（%1）'), 'dun': ('chineseCounting', '%1、'), 'bracket': ('decimal', '（%1）')}
        numbering = ''.join(f'<w:abstractNum w:abstractNumId="{i}"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{f}"/><w:suff w:val="nothing"/><w:lvlText w:val="{t}"/></w:lvl></w:abstractNum>' for i, (f, t) in enumerate(kinds.values()))
        at = {k: i for i, k in enumerate(kinds)}
        numbering += ''.join(f'<w:num w:numId="{i}"><w:abstractNumId w:val="{at[k]}"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>' for i, k in enumerate(self.nums, 1))
        parts = {
            '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/></Types>',
            '_rels/.rels': '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
            'word/_rels/document.xml.rels': '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/></Relationships>',
            'word/document.xml': f'<w:document {W}><w:body>{"".join(self.body)}<w:sectPr/></w:body></w:document>',
            'word/numbering.xml': f'<w:numbering {W}>{numbering}</w:numbering>'}
        with zipfile.ZipFile(path, 'w', zipfile.ZIP_DEFLATED) as z:
            for name, xml in parts.items():
                z.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' + xml, zipfile.ZIP_DEFLATED)

def parse(path):
    g = {'title': None, 'series': None, 'batch': None, 'sections': [], 'items': []}
    form, counts, stack, tree = {}, {}, [], []
    for line in open(path, encoding='utf-8'):
        line = line.rstrip('\n')
        if line.startswith('# ') or not line: continue
        kind, rest = line[0], line[2:]
        if kind == 'T':
            g['title'] = rest
            m = re.search(r'（第([一二三四五六七八九十]+)批）$', rest)
            g['series'] = rest[:m.start()] if m else rest
            g['batch'] = '一二三四五六七八九十'.index(m.group(1)) + 1 if m else None
        elif kind == 'V': g['series'] = rest if rest != '-' else None
        elif kind == 'B': g['batch'] = int(rest)
        elif kind == 'F': form = dict(p.split('=', 1) for p in rest.split(' '))
        elif kind == 'P': tree.append(('P', rest))
        elif kind == 'S':
            level, rest = rest.split('|', 1); level = int(level)
            label, title, *column = rest.split('|')
            stack = stack[:level - 1]
            above = stack[-1] if stack else ''
            counts[above] = counts.get(above, 0) + 1
            sid = f'{above}.{counts[above]}' if above else str(counts[above])
            stack.append(sid)
            s = {'id': sid, 'level': level, 'label': label or None, 'title': title, 'column': column[0] if column else None}
            g['sections'].append(s); tree.append(('S', s))
        elif kind == 'I':
            cats, label, text = rest.split('|', 2)
            section = stack[-1] if stack else None
            counts[('i', section)] = counts.get(('i', section), 0) + 1
            it = item(section, counts[('i', section)], cats, label, text)
            g['items'].append(it); tree.append(('I', it))
        else: raise SystemExit(f'{path}: {line}')
    return g, form, tree

def typed(label, text): return (label or '') + text

def rows_of(tree):
    """[(sections from outside to inside, items)] for every innermost section."""
    rows, path = [], []
    for kind, x in tree:
        if kind == 'S': path = path[:x['level'] - 1] + [x]
        elif kind == 'I':
            if not rows or rows[-1][0] != path: rows.append((list(path), []))
            rows[-1][1].append(x)
    return rows

def build(g, form, tree, path):
    d = Doc()
    if not form.get('untitled'):
        title = g['title'].partition('（') if form.get('split-title') else (g['title'], '', '')
        d.add(title[0], center=True)
        if title[1]: d.add(title[1] + title[2], center=True)
    shape = form.get('shape', 'prose')
    if shape == 'runs':
        run = ''
        for kind, x in tree:
            if kind == 'S':
                if run: d.add(run)
                run = ''; d.add(typed(x['label'], x['title']))
            else: run += typed(x['label'], x['text'])
        d.add(run)
    elif shape == 'prose':
        for kind, x in tree:
            if kind == 'P': d.add(x)
            elif kind == 'S': d.add(typed(x['label'], x['title']), bold=99)
            else:
                t = typed(x['label'], x['text']).replace('\\n', '\n'); d.add(t, bold=t.find('。') + 1 if form.get('lead') else 0)
    else:
        columns = form['columns'].split('|')
        rows, before, count = [], [], 0
        split = int(form.get('split', 0))
        for sections, items in rows_of(tree):
            cells = []
            changed = False
            for depth, s in enumerate(sections):
                same = not changed and depth < len(before) and before[depth] is s
                changed = changed or not same
                text = typed(s['label'], s['title'])
                if form.get('ordinal') == 'items' and depth == len(sections) - 1: text = s['title']
                if depth == 0 and form.get('across'):
                    if not same: rows.append(('across', [d.p(text)]))
                    continue
                if depth == len(sections) - 1 and form.get('ordinal') == 'own': cells.append([d.p(s['title'])]); continue
                if depth == 0 and form.get('ordinal') == 'sections':
                    cells += [None, None] if same else [[d.p(s['label'] or '')], [d.p(s['title'])]]
                elif same: cells.append([d.p(text)] if form.get('repeat') else None)
                elif depth == 1 and form.get('auto'):
                    if len(before) == 0 or before[0] is not sections[0]: number = d.num('chinese')
                    cells.append([d.p(s['title'], num=number)])
                else: cells.append([d.p(text)])
            before = sections
            unit = form.get('last', '').split('/')
            if form.get('ordinal') == 'own':
                for x in items: rows.append([cells[0], [d.p(x['label'])], [d.p(x['text'])], cells[1]])
                continue
            if form.get('ordinal') == 'items':
                for i, x in enumerate(items):
                    rows.append([[d.p(x['label'] or sections[-1]['label'])], *(cells if i == 0 or form.get('repeat') else [None] * len(cells)), [d.p(x['text'])], *([d.p(u)] for u in unit if u)])
                continue
            if form.get('auto'):
                n = d.num(form['auto']); practice = [d.p(x['text'], num=n) for x in items]
            else: practice = [d.p(typed(x['label'], x['text'])) for x in items]
            if form.get('last-section'): cells.insert(len(cells), cells.pop()); cells = cells[:-1] + [practice] + cells[-1:]
            else: cells.append(practice)
            rows.append(cells + [[d.p(u)] for u in unit if u])
        if split:
            first = rows[:split]; rest = rows[split:]
            rest[0] = [[d.p('')] if c is None else c for c in rest[0]]
            d.table(columns, first); d.add(''); d.table(columns, rest, header=bool(form.get('again')))
        else: d.table(columns, rows)
    d.save(path)

def main(folder):
    for name in sorted(os.listdir(folder)):
        if not name.endswith('.list'): continue
        g, form, tree = parse(os.path.join(folder, name))
        base = os.path.join(folder, name[:-5])
        build(g, form, tree, base + '.docx')
        json.dump(g, open(base + '.json', 'w', encoding='utf-8', newline='\n'), ensure_ascii=False, indent=1)
        print(name, len(g['sections']), 'sections', len(g['items']), 'items')

if __name__ == '__main__': main(sys.argv[1])
