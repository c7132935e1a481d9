#!/usr/bin/env python3
"""Fails where the translations miss a word of the sources, leave the glossary, or break a text's form."""

import argparse
import collections
import pathlib
import re
import shutil
import sys
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree

ROOT = pathlib.Path(__file__).resolve().parents[2]
FOLDER = ROOT / "translations"
sys.path.insert(0, str(FOLDER))
sys.dont_write_bytecode = True
import update  # noqa: E402

CJK = "[\u3400-\u9fff，。；：？！、（）“”…]"
HAN = "[\u3400-\u9fff]"
ACCESS_KEY = re.compile(r"\(&(\w)\)")

Text = collections.namedtuple("Text", "context source comment")


def read(path):
    """The texts of a .ts file: Text -> (its translations, one or one per plural form; is it finished)."""
    texts = {}
    for context in ElementTree.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            forms = [form.text or "" for form in translation.findall("numerusform")]
            if message.get("numerus") != "yes":
                forms = [translation.text or ""]
            key = Text(context.findtext("name"), message.findtext("source"), message.findtext("comment") or "")
            texts[key] = (forms, translation.get("type") is None and all(forms))
    return texts


def plain(text):
    """Without access key, ellipsis and colon at the end: what the glossary speaks of."""
    return ACCESS_KEY.sub("", text).replace("&", "").rstrip("….:： ")


def glossary():
    """Lines "term, translation, word in the comment": the first line that fits counts."""
    lines = (FOLDER / "glossary.tsv").read_text(encoding="utf-8").splitlines()
    return [(line.split("\t") + [""])[:3] for line in lines]


def term_of(text, terms):
    words = plain(text.source).lower()
    for english, chinese, where in terms:
        if words in (english, english + "s") and where in text.comment:
            return chinese
    return None


def places(text):
    return sorted(re.findall(r"%L?(?:\d+|n)", text))


def access_key(text):
    found = re.search(r"&(\w)", text)
    return found.group(1).lower() if found else ""


def wrong_term(text, form, terms=tuple(map(tuple, glossary()))):
    wanted = term_of(text, terms)
    if wanted and plain(form) != wanted:
        return f"the glossary says {wanted}"
    missing = [chinese for english, chinese, _ in terms
               if " " in english and re.search(rf"\b{english}", text.source, re.IGNORECASE) and chinese not in form]
    return f"the glossary says {missing}" if missing else None


def wrong_punctuation(_, form):
    shown = ACCESS_KEY.sub("", form)
    rules = {rf"{CJK}[,.;:!?]|(?<!;)[,;:!?]{HAN}": "half-width punctuation",
             rf"{CJK} ?\((?!\*)|\([^)]*{HAN}": "half-width brackets",
             r"[\"']": "straight quotes",
             rf"{HAN}[A-Za-z0-9]|(?<!%)[A-Za-z0-9]{HAN}|第%|%\d轮": "no space between Chinese and Latin",
             r" [，。；：？！、（）“”]|[，。；：？！、（] ?[，。；：？！、）]": "punctuation after a space or punctuation",
             r"第 ?\S+ ?轮次|轮次 ?%": "it is called 第 4 轮"}
    return next((says for pattern, says in rules.items() if re.search(pattern, shown)), None)


def wrong_end(text, form):
    ends = {".": "。", "?": "？", ":": "：", "!": "！", "…": "…"}
    last = ACCESS_KEY.sub("", form)[-1:]
    if text.source[-1] in ends:
        return None if last == ends[text.source[-1]] else f"does not end with {ends[text.source[-1]]}"
    sentence_follows = re.search(r"%\d$", text.source)
    return "ends as a sentence does" if last in ends.values() and not sentence_follows else None


def wrong_marks(text, form):
    if places(form) != places(text.source):
        return "other places for values"
    if access_key(form) != access_key(text.source):
        return "another access key"
    if any(form.count(mark) != text.source.count(mark) for mark in "\n…"):
        return "other lines or ellipses"
    return "texts are plain" if re.search(r"</?[a-zA-Z][^>]*>|&\w+;", text.source + form) else None


def brackets_for_plural(_, form):
    return "write both forms out" if re.search(r"\((?:s|es|ies)\)", form) else None


class Translations(unittest.TestCase):
    lupdate = ""

    def check(self, wrong, name="autodidact_zh_CN.ts"):
        faults = [f"{text.context}: {text.source!r} -> {form!r}: {says}"
                  for text, (forms, _) in read(FOLDER / name).items()
                  for form in forms if form and (says := wrong(text, form))]
        self.assertEqual(len(faults), 0, "\n" + "\n".join(faults))

    def test_every_word_of_the_sources_is_translated(self):
        with tempfile.TemporaryDirectory() as folder:
            for name in update.FILES:
                shutil.copy(FOLDER / name, folder)
            warnings = update.update(self.lupdate, pathlib.Path(folder))
            self.assertEqual(warnings, "", "lupdate warns")
            for name in update.FILES:
                now, then = read(pathlib.Path(folder) / name), read(FOLDER / name)
                faults = ([f"new in the sources: {text}" for text in now if text not in then]
                          + [f"gone from the sources: {text}" for text in then if text not in now]
                          + [f"unfinished: {text}" for text, (_, done) in then.items() if not done])
                self.assertEqual(len(faults), 0, f"\n{name}: run update_translations, and translate\n" + "\n".join(faults))

    def test_the_files_hold_the_window(self):
        self.assertGreater(len(read(FOLDER / "autodidact_zh_CN.ts")), 500)
        self.assertGreater(len(read(FOLDER / "autodidact_en.ts")), 20)

    def test_terms_are_those_of_the_glossary(self):
        self.check(wrong_term)

    def test_chinese_punctuation_is_full_width(self):
        self.check(wrong_punctuation)

    def test_sentences_end_alike(self):
        self.check(wrong_end)

    def test_places_keys_and_lines_are_kept(self):
        for name in update.FILES:
            self.check(wrong_marks, name)

    def test_english_forms_are_written_out(self):
        self.check(brackets_for_plural, "autodidact_en.ts")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lupdate", default="/usr/lib/qt6/bin/lupdate")
    options, rest = parser.parse_known_args()
    Translations.lupdate = options.lupdate
    unittest.main(argv=[sys.argv[0], *rest])
