#!/usr/bin/python3
"""Takes the word list and the figures of the hidden Markov model from python3-jieba 0.42.1.

Writes rules/segmentation/words.txt and rules/segmentation/hidden-markov-model.txt. Only facts are taken: the words
with their frequencies (without the part-of-speech tags), and the start, transition and emission log-probabilities.
After a run, compile them:  EP_ACCEPT_COMPILED=1 dotnet test --filter ShippedWordListTests
"""
import os

import jieba
from jieba.finalseg import emit_P, start_P, trans_P

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "..")
TARGET = os.path.join(ROOT, "rules", "segmentation")
STATES = "BEMS"

WORDS_HEADER = """\
# The word list of the segmenter: one word a line, a space, its frequency.
# Source: dict.txt of jieba 0.42.1 (MIT licence, see NOTICE), without the part-of-speech tags; order and lines unchanged.
# One word (B超) stands twice: the total counts both lines, as the reference does, and the last line wins.
# Do not add words here: user-words.tsv is for that. Compiled to word-list.bin by ShippedWordListTests (EP_ACCEPT_COMPILED=1).
"""

MODEL_HEADER = """\
# The hidden Markov model that cuts runs of characters which the word list does not know.
# Source: finalseg/prob_start.py, prob_trans.py and prob_emit.py of jieba 0.42.1 (MIT licence, see NOTICE).
# States: B begin, E end, M middle of a word, S a word by itself. Figures are natural logarithms of probabilities.
# start STATE FIGURE | transition FROM TO FIGURE | emission CHARACTER B E M S ("-" where the source has none)
# Compiled to word-list.bin by ShippedWordListTests (EP_ACCEPT_COMPILED=1).
"""


def main():
    assert jieba.__version__ == "0.42.1", jieba.__version__
    dictionary = os.path.join(os.path.dirname(jieba.__file__), "dict.txt")
    with open(dictionary, encoding="utf-8") as source, \
            open(os.path.join(TARGET, "words.txt"), "w", encoding="utf-8", newline="\n") as target:
        target.write(WORDS_HEADER)
        for line in source:
            word, frequency = line.strip().split(" ")[:2]
            assert not word.startswith("#")
            target.write(f"{word} {int(frequency)}\n")

    with open(os.path.join(TARGET, "hidden-markov-model.txt"), "w", encoding="utf-8", newline="\n") as target:
        target.write(MODEL_HEADER)
        for state in STATES:
            target.write(f"start {state} {start_P[state]!r}\n")
        for state in STATES:
            for following in STATES:
                if following in trans_P[state]:
                    target.write(f"transition {state} {following} {trans_P[state][following]!r}\n")
        for character in sorted(set().union(*(emit_P[state] for state in STATES))):
            figures = (repr(emit_P[state][character]) if character in emit_P[state] else "-" for state in STATES)
            target.write(f"emission {character} {' '.join(figures)}\n")


if __name__ == "__main__":
    main()
