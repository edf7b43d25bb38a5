#!/usr/bin/python3
"""Makes the reference cuts that SegmenterTests compare with: python3-jieba 0.42.1 cuts a corpus, with and without HMM.

    make-reference-cuts.py [TEXT ...]

The corpus: the sample document's paragraphs; the lines of the TEXT files, which are real excerpts of policies (without
any, the excerpts of the existing reference are kept); and made lines: policy sentences from templates, chains of words
of the list, runs of rare and common characters, numbers and signs, odd spaces, full-width forms, emoji, characters
beyond U+FFFF, broken surrogates. The seed is fixed: the same inputs give the same files.

Writes, beside itself:
  reference-cuts.jsonl.gz        {"from", "text", "hmm": [lengths of the words in UTF-16 units], "plain": the same without
                                 HMM, absent where equal}
  reference-user-words.jsonl.gz  groups: {"words": [[word, frequency or null]], "frequencies": after adding, "total"}, then lines
  reference-logarithms.txt.gz    frequency and its math.log, for every frequency of the list and the total
"""
import gzip
import io
import json
import math
import os
import random
import re
import sys
import xml.etree.ElementTree as ElementTree
import zipfile

import jieba
from jieba import finalseg

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.join(HERE, "..", "..", "..")
SAMPLE = os.path.join(ROOT, "samples", "intelligent-construction-batch2.docx")
USER_WORDS = os.path.join(ROOT, "rules", "segmentation", "user-words.tsv")
CUTS = os.path.join(HERE, "reference-cuts.jsonl.gz")

PLACES = ("北京市 上海市 广州市 深圳市 苏州市 郑州市 保定市 台州市 长沙市 厦门市 成都市 南京市 哈尔滨市 青岛市 重庆市 天津市 "
          "陕西省 江苏省徐州市沛县 安徽省合肥市 浙江省温州市 嘉兴市 武汉市 雄安新区 内蒙古自治区 大连市中山区、西岗区 广州市长隆 "
          "河北京张高铁 吉林省吉林市 海南省 佛山市南海区 沪、苏、浙 我市 全省 各区县").split()
OFFICES = ("住房城乡建设部 市住建局 省发展改革委 市财政局 市科委、中关村管委会 人力资源社会保障局 自然资源和规划局 市人民政府办公厅 "
           "工信局 国家税务总局 市政务服务数据管理局 中国人民银行 银保监会").split()
SUBJECTS = ("建筑业企业 装配式建筑项目 智能建造试点企业 专精特新“小巨人”企业 高新技术企业 首台（套）重大技术装备 老旧小区改造项目 历史文化街区 "
            "既有建筑节能改造 BIM技术应用项目 智慧工地 建筑产业互联网平台 部品部件生产基地 瞪羚企业 规上企业 建设单位 物业服务企业 "
            "孵化器、众创空间 跨境电商企业 社会资本 科研院所 新型研发机构 养老服务机构 个体工商户 5G基站 R&D投入 C++软件 A+H股 REITs项目").split()
ACTIONS = ("给予资金补贴 给予一次性奖励 安排专项资金 减免城市基础设施配套费 优先纳入评优评奖 开展联合验收 推行评定分离 实行以奖代补 落实免申即享 "
           "予以贷款贴息 加强施工图审查 建立工作专班 实行容积率奖励 纳入信用加分 组织观摩交流 培育产业工人 推广应用建筑机器人 加装电梯 "
           "提供融资担保 完善定额计价依据 简化审批流程 严格督导考核").split()
CONDITIONS = ("投资额达到{m}以上的 年营业收入超过{m}的 建筑面积大于{n}平方米的 新增就业不少于{n}人的 研发费用增长{p}以上的 被认定为国家级的 装配率不低于{p}的 "
              "当年纳税{m}（含）至{m}的 每平方米{m} 容积率不超过{d} 获得{y}年度鲁班奖的 首次升规纳统的").split()
TAILS = ["最高不超过{m}", "按{p}给予补助", "奖励比例为{p}—{p}", "补贴标准{m}/平方米", "每人每月{m}", "有效期至{y}年{n}月{n}日", "自{y}年起施行",
         "同一项目不重复享受", "具体办法另行制定", "由各区按职责分工负责", "责任单位：{o}", "分别给予{m}、{m}、{m}奖励", "详见附件{n}",
         "依据《{a}办法》（建市〔{y}〕{n}号）", "累计完成{n}个项目、投资{m}，同比增长{p}"]
LABELS = ["", "", "", "一、", "（二）", "3.", "（4）", "第五条 ", "①", "1.2.3 ", "附件2：", "\t", "　　"]
SIGNS = list("，。；：、？！“”‘’（）《》〈〉【】—…·～〔〕,.;:()[]{}<>\"'/\\|=*^$@!?~`") + [" ", "  ", "\u3000", "\t", "\n", "\r\n", "\r", "\u00a0",
         "\u200b", "\u2028", "\x0b", "\x1c", "\x85", "\ufeff"]
ODD = list("０１２３４５６７８９％．ＡＢＣａｂｃ＋－＃＆＿" "㈠㈡①②㎡℃‰№Ⅲⅳ" "⼈⼤⽣萬㐀㐁䶿\u9fd5\u9fd6\u9fff\u4dff\u4e00\u33ff\ue001\ue010\uf900\ufa0e々〇○○〡ゝのアー한글ß éñЖ٣५")
BEYOND = ["\U00020000", "\U00020001", "\U0002a6d6", "\U0002b740", "\U00030000", "\U0001f600", "\U0001f1e8\U0001f1f3", "\U0001f468\u200d\U0001f4bb",
          "\U000e0100", "\U0010ffff", "e\u0301"]
BROKEN = ["\ud800", "\udc00", "\udbff", "\udfff", "\ude00\ud83d"]
ASCII = "0123456789" * 3 + "abcxyzABCXYZ" * 2 + "++##&&....__%%%---"


def word_list():
    with open(os.path.join(os.path.dirname(jieba.__file__), "dict.txt"), encoding="utf-8") as lines:
        return [(word, int(frequency)) for word, frequency, _ in (line.strip().split(" ") for line in lines)]


def sample_paragraphs():
    space = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    with zipfile.ZipFile(SAMPLE) as package:
        body = ElementTree.fromstring(package.read("word/document.xml"))
    for paragraph in body.iter(space + "p"):
        text = "".join(part.text or "" for part in paragraph.iter(space + "t"))
        if text:
            yield text


def excerpts(paths):
    if paths:
        for path in sorted(paths):
            with open(path, encoding="utf-8", newline="") as lines:
                yield from (line for line in re.split("(?<=\n)", lines.read()) if line.strip())
    elif os.path.exists(CUTS):
        with gzip.open(CUTS, "rt", encoding="utf-8") as lines:
            yield from (record["text"] for record in map(json.loads, lines) if record["from"] == "excerpt")


class Maker:
    """Makes lines; every choice comes from one generator with a fixed seed."""

    def __init__(self, seed, words, real):
        self.random = random.Random(seed)
        self.words = [word for word, _ in words]
        self.weights = []
        total = 0.0
        for _, frequency in words:
            total += math.sqrt(frequency)
            self.weights.append(total)
        self.characters = sorted({c for word in self.words for c in word if "\u4e00" <= c <= "\u9fd5"})
        self.model = sorted(set(finalseg.emit_P["S"]))
        self.real = real

    def pick(self, values):
        return values[self.random.randrange(len(values))]

    def frequent_word(self):
        return self.random.choices(self.words, cum_weights=self.weights)[0]

    def number(self):
        r = self.random.randrange
        return self.pick([str(r(1, 10)), str(r(10, 1000)), f"{r(1, 99)}.{r(0, 99)}", f"{r(1, 999):,}000", self.pick("一二三四五六七八九十") + self.pick(["", "十", "百"]),
                          "".join(self.pick("０１２３４５６７８９") for _ in range(r(1, 4))), f"{r(1, 9)}-{r(10, 99)}"])

    def fill(self, text):
        makers = {
            "{m}": lambda: self.number() + self.pick(["元", "万元", "万", "亿元", "万美元", " 万元", "万元（含）", "余万元"]),
            "{n}": self.number,
            "{p}": lambda: self.number() + self.pick(["%", "％", "‰", "个百分点", "%"]),
            "{d}": lambda: f"{self.random.randrange(1, 9)}.{self.random.randrange(1, 9)}",
            "{y}": lambda: self.pick([str(self.random.randrange(1998, 2036)), "二〇二三", "二○二五", "２０２４"]),
            "{o}": lambda: self.pick(OFFICES),
            "{a}": lambda: self.frequent_word() + self.pick(["管理", "扶持", "建设"]),
        }
        return re.sub(r"\{[mnpdyoa]\}", lambda hole: makers[hole.group()](), text)

    def policy(self):
        parts = [self.pick(LABELS), self.pick(PLACES), self.pick(["", "出台政策，", "印发实施意见，", "明确", "提出，", self.pick(OFFICES) + "牵头，"])]
        for _ in range(self.random.randrange(1, 4)):
            parts += ["对", self.pick(["", self.fill(self.pick(CONDITIONS))]), self.pick(SUBJECTS), self.pick(["", "，"]), self.pick(ACTIONS),
                      self.pick(["，", "；", "、", "，" + self.fill(self.pick(TAILS)) + "，"])]
            if self.random.random() < 0.3:
                parts += [self.frequent_word(), self.frequent_word(), self.pick(["", "、", "和"]), self.frequent_word(), "，"]
        return "".join(parts) + self.fill(self.pick(TAILS)) + self.pick(["。", "", "；", "。\n"])

    def chain(self):
        choose = self.frequent_word if self.random.random() < 0.5 else lambda: self.pick(self.words)
        return "".join(choose() for _ in range(self.random.randrange(2, 12)))

    def overlap(self):
        """Words that share a character, and words broken at the edges: many ways through the graph."""
        text = self.pick(self.words)
        for _ in range(self.random.randrange(2, 8)):
            word = self.pick(self.words)
            text += word[self.random.randrange(len(word)):] if self.random.random() < 0.4 else word[:self.random.randrange(len(word)) + 1]
        return text

    def run(self):
        kind = self.random.randrange(4)
        source = [self.characters, self.model, None, self.characters][kind]
        length = self.random.randrange(1, 30)
        if source is None:
            return "".join(chr(self.random.randrange(0x4DF0, 0x9FE0)) for _ in range(length))
        return "".join(self.pick(source) if kind != 3 or self.random.random() < 0.7 else self.pick("的一是在不了有和人这中大为上个国") for _ in range(length))

    def signs(self):
        parts = []
        for _ in range(self.random.randrange(1, 6)):
            parts.append("".join(self.pick(ASCII) for _ in range(self.random.randrange(1, 9))))
            parts.append(self.pick(["", self.frequent_word(), self.pick(self.characters), self.pick(SIGNS)]))
        return "".join(parts)

    def odd(self):
        makers = [lambda: self.pick(ODD), lambda: self.pick(SIGNS), lambda: self.pick(BEYOND), self.frequent_word,
                  lambda: self.pick(self.characters), lambda: self.pick(ASCII), lambda: self.pick(SIGNS) + self.pick(SIGNS)]
        if self.random.random() < 0.1:
            makers.append(lambda: self.pick(BROKEN))
        return "".join(self.pick(makers)() for _ in range(self.random.randrange(1, 20)))

    def window(self):
        text = self.pick(self.real)
        start = self.random.randrange(len(text))
        return text[start:start + self.random.randrange(2, 60)]

    def spoiled(self):
        """A real line with characters dropped, doubled, exchanged or replaced."""
        text = list(self.window())
        for _ in range(self.random.randrange(1, 4)):
            at = self.random.randrange(len(text))
            text[at] = self.pick(["", text[at] * 2, self.pick(self.characters), self.pick(SIGNS), self.pick(ODD), text[at - 1]])
        return "".join(text) or "空"


def whole(text):
    """As .NET sees it: a high and a low surrogate side by side are one character."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")


def pieces_of_single_characters(words, limit):
    """Words that the best way leaves in single characters: the model is not asked about them."""
    found = []
    for word, _ in words:
        if len(word) > 1 and all(len(part) == 1 for part in jieba.cut(word, HMM=False)):
            found.append(word)
    return found[:: max(1, len(found) // limit)]


def corpus(paths):
    words = word_list()
    real = [("sample", text) for text in sample_paragraphs()] + [("excerpt", text) for text in excerpts(paths)]
    real.append(("sample", "\n".join(text for source, text in real if source == "sample")))
    maker = Maker(20240229, words, [text for _, text in real])
    yield from real
    yield from (("made", word) for word, _ in words if not re.fullmatch("[\u4e00-\u9fd5]+", word))
    yield from (("made", word) for word in pieces_of_single_characters(words, 1500))
    yield from (("made", text) for text in ["", " ", "\r\n", "\n\r", "中\r\n文", "广州市长隆", "河北京张高铁", "B超", "T恤和AA制", "100%.5%a.5.6%", "一" * 3000])
    for count, make in [(9000, maker.policy), (3500, maker.chain), (2500, maker.overlap), (3000, maker.run), (2500, maker.signs),
                        (2500, maker.odd), (1500, maker.window), (2000, maker.spoiled)]:
        for _ in range(count):
            yield "made", whole(make())


def lengths(words):
    return [len(word.encode("utf-16-le", "surrogatepass")) // 2 for word in words]


def cut(text):
    record = {"text": text, "hmm": lengths(jieba.cut(text))}
    plain = lengths(jieba.cut(text, HMM=False))
    if plain != record["hmm"]:
        record["plain"] = plain
    return record


def dump(file, record):
    file.write(json.dumps(record, separators=(",", ":"), ensure_ascii=True) + "\n")


class Output:
    """A compressed text file without a date in it."""

    def __init__(self, path):
        self.path = path
        self.text = io.StringIO()

    def __enter__(self):
        return self.text

    def __exit__(self, *_):
        with open(self.path, "wb") as raw, gzip.GzipFile(filename="", mode="wb", fileobj=raw, mtime=0, compresslevel=9) as packed:
            packed.write(self.text.getvalue().encode("ascii"))


def shipped_user_words():
    with open(USER_WORDS, encoding="utf-8") as lines:
        rows = [line.rstrip("\n").split("\t") for line in lines if not line.startswith("#")]
    return [(row[0], int(row[1]) if row[1] else None) for row in rows[1:]]


def user_word_groups(words):
    """Each group starts from the bare word list. The last ones hold words of frequency 0, which jieba never forgets."""
    made = random.Random(7)
    pick = lambda: words[made.randrange(len(words))][0]
    yield shipped_user_words()
    yield [("城市更新", 5000), ("建筑", 3), ("的", 1), ("更新", None), ("城市", 999_999_999), ("城市", 4), ("补贴", None), ("补贴资", None), ("补贴资金", None)]
    yield [("R&D", None), ("R&D投入", 20), ("C++软件", None), ("5G", None), ("5G基站", 7), ("A+H", 3), ("BIM技术", None), ("2023", 1), ("3.5%", None), ("万元", 1),
           ("首台（套）", None), ("国 家", 40), ("\U00020000丁", None), ("\U00020000", 12), ("\U00020000丁", None), ("龘龘", None), ("龘", None), ("γ射线", None), ("①", 5)]
    yield [(pick()[-1] + pick()[:2] + (pick() if made.random() < 0.3 else ""), made.choice([None, None, 1, 3, 50, 100_000])) for _ in range(600)]
    yield [("建造", 0), ("智能", 0), ("奖补", 0), ("工信局", 0), ("徐州市", 0), ("市", 0), ("长隆", None), ("补贴", 0), ("补贴", 10), ("碳达峰", 0)]


def user_word_lines(maker, group):
    names = [word for word, _ in group]
    for _ in range(700):
        kind = maker.random.randrange(4)
        text = [maker.policy, maker.window, maker.chain, maker.run][kind]()
        at = maker.random.randrange(len(text) + 1)
        yield whole(text[:at] + "".join(maker.pick(names) for _ in range(maker.random.randrange(1, 4))) + text[at:])


def main():
    assert jieba.__version__ == "0.42.1", jieba.__version__
    jieba.setLogLevel(60)
    jieba.initialize()
    lines = list(corpus(sys.argv[1:]))
    with Output(CUTS) as file:
        for source, text in lines:
            dump(file, {"from": source, **cut(text)})

    words = word_list()
    with Output(os.path.join(HERE, "reference-logarithms.txt.gz")) as file:
        for figure in sorted({frequency for _, frequency in words} | {jieba.dt.total}):
            file.write(f"{figure} {math.log(figure)!r}\n")

    bare, total = dict(jieba.dt.FREQ), jieba.dt.total
    maker = Maker(20240301, words, [text for source, text in lines if source != "made"])
    with Output(os.path.join(HERE, "reference-user-words.jsonl.gz")) as file:
        for group in user_word_groups(words):
            jieba.dt.FREQ, jieba.dt.total = dict(bare), total
            for word, frequency in group:
                jieba.add_word(word, frequency)
            dump(file, {"words": group, "frequencies": [jieba.dt.FREQ[word] for word, _ in group], "total": jieba.dt.total})
            for text in user_word_lines(maker, group):
                dump(file, cut(text))
    print(f"{len(lines)} lines")


if __name__ == "__main__":
    main()
