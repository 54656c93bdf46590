"""From what a model writes to sentences: its marks removed, its case restored, its end cut."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from service.grounding.words import key, read_words
from service.text.sentences import split_sentences

_BEFORE = re.compile(r"\s+([.,;:!?%)\]’”])")
_AFTER = re.compile(r"([(\[“‘])\s+")
_ENDED = re.compile(r"[.!?…][\"'”’)\]]*$")
_LETTER = re.compile(r"[^\W\d_]")


def finish(draft: str, article: Iterable[str]) -> list[str]:
    """The whole sentences of `draft`, in the order in which they were written.

    `article` is its sentences, whose letter case is taken where the model knows none.
    """
    text = " ".join(draft.replace("<n>", " ").split())
    text = _AFTER.sub(r"\1", _BEFORE.sub(r"\1", text))
    if text and text == text.lower():
        text = _restore_case(text, article)
    sentences = [span.of(text) for span in split_sentences(text)]
    return list(_once(_upper(s) for s in sentences if _ENDED.search(s) and _LETTER.search(s)))


def _restore_case(text: str, article: Iterable[str]) -> str:
    """`text` with each word as the article most often writes it inside a sentence."""
    seen: dict[str, Counter[str]] = {}
    for sentence in article:
        for number, word in enumerate(read_words(sentence)):
            if number:
                seen.setdefault(key(word.text), Counter())[word.text] += 1
    pieces, end = [], 0
    for word in read_words(text):
        forms = [form for form in seen.get(word.key, Counter()) if form.lower() == word.text]
        best = max(forms, key=lambda form: seen[word.key][form], default=word.text)
        pieces += [text[end : word.span.start], best]
        end = word.span.end
    return "".join([*pieces, text[end:]])


def _upper(sentence: str) -> str:
    """`sentence` with a capital, if it begins with a letter or a quoted one."""
    first = _LETTER.search(sentence)
    if first is None or first.start() > 1:
        return sentence
    return sentence[: first.start()] + first[0].upper() + sentence[first.end() :]


def _once(sentences: Iterable[str]) -> Iterator[str]:
    """`sentences` without those that have been said."""
    said = set[str]()
    for sentence in sentences:
        if sentence.lower() not in said:
            said.add(sentence.lower())
            yield sentence
