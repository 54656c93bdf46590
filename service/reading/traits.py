"""What a block looks like, and how much that looks like prose."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from service.reading.dateline import is_date_line
from service.reading.hints import HINTS
from service.reading.lines import head, tail
from service.reading.signs import SIGNS
from service.reading.words import FUNCTION_WORDS, MENU_LINKS, MENU_WORDS
from service.text.spans import Span

_WORD = re.compile(r"\w+(?:['’.&-]\w+)*")
_CLOSERS = "\"'”’`)]»*_ "
_RUNNERS = ",;:–—-"
_REFERENCES = re.compile(r"(?:\s?\[[\d, –-]{1,8}\])+$")  # of an encyclopaedia: [12]
_TERMINATORS = ".?!…。！？؟।"
_INNER_SENTENCE = re.compile(r"[a-z\d)\"”’'][.?!][\"”’)]*\s+[\"“‘'(]*[A-Z\d]")
_BULLET = re.compile(r"(?:[•▪◦‣∙·*–—-]|\(?\d{1,2}[.)]|\(?[a-z]\))\s+(?=\w|[\"“'‘(])")
_SEPARATOR = re.compile(r"\s[|»›>•·/]\s|\|")
_NEWLINES = re.compile(r"\s*[\n\r\v\f\x85\u2028\u2029]\s*")
_LONG_WORD = re.compile(r"\S{120}")

SAMPLE = 1_500  # characters of a block that its traits are taken from: linear, whatever it holds
NEAR = 400  # characters that a sign is looked for in
MENU_LENGTH = 14  # words; a longer line of nothing but menu words has not been seen


@dataclass(frozen=True, slots=True)
class Traits:
    """One block, described."""

    span: Span
    words: int
    ends_sentence: bool
    runs_on: bool  # ends in a comma or a colon: something follows
    inner_sentences: bool  # a sentence ends before the block does
    function_share: float  # of the words
    capital_share: float  # of the words, the first apart
    bulleted: bool
    separators: int
    repeated: bool  # the same words stand in another block
    hint: float  # how much its phrases speak for furniture
    sign: str | None  # the form of furniture that it has

    @property
    def score(self) -> float:
        """How much it looks like prose: `PROSE` and more is, below `DOUBTFUL` isn't."""
        return sum(weight for weight, holds in WEIGHTS if holds(self)) - self.hint

    @property
    def is_prose(self) -> bool:
        return self.sign is None and self.score >= PROSE

    @property
    def is_clean_prose(self) -> bool:
        """Prose that no phrase speaks against: what an article begins and ends with."""
        return self.is_prose and self.hint < CLEAN


PROSE = 3.0
DOUBTFUL = 1.0
CLEAN = 1.0

# Set by hand, in halves, on news pages and on the texts of other genres; what jusText and
# Kohlschütter et al. (2010) found to tell boilerplate: length, function words, capitals, menus.
WEIGHTS: tuple[tuple[float, Callable[[Traits], bool]], ...] = (
    (2.0, lambda block: block.ends_sentence),
    (0.5, lambda block: block.runs_on),
    (1.0, lambda block: block.inner_sentences),
    (1.0, lambda block: block.words >= 7),
    (1.0, lambda block: block.words >= 20),
    (1.5, lambda block: block.words >= 45),
    (-1.0, lambda block: block.words < 4),
    (1.0, lambda block: block.function_share >= 0.2),
    (0.5, lambda block: block.function_share >= 0.35),
    (-1.0, lambda block: block.function_share < 0.08),
    (-1.0, lambda block: block.capital_share > 0.6),
    (-1.5, lambda block: block.separators >= 2),
    (-2.0, lambda block: block.repeated and block.words < 25),
    (0.5, lambda block: block.bulleted and block.words >= 4),
)


def describe(text: str, span: Span, *, repeated: bool = False, pull_quote: bool = False) -> Traits:
    """The traits of one block; long ones are judged by their beginning and end."""
    sample, ending = _NEWLINES.sub(" ", head(text, span, SAMPLE)), tail(text, span, 40)
    tokens = _WORD.findall(sample)
    words = [token.lower() for token in tokens]
    bare = _REFERENCES.sub("", ending).rstrip(_CLOSERS)
    count = max(len(span.of(text).split()), 1)
    return Traits(
        span=span,
        words=count,
        ends_sentence=bare[-1:] in _TERMINATORS and bool(bare),
        runs_on=bare[-1:] in _RUNNERS and bool(bare),
        inner_sentences=bool(_INNER_SENTENCE.search(sample)),
        function_share=_share(words, FUNCTION_WORDS.__contains__),
        capital_share=_share(tokens[1:], lambda word: word[0].isupper()),
        bulleted=bool(_BULLET.match(sample)),
        separators=len(_SEPARATOR.findall(sample[:NEAR])),
        repeated=repeated,
        hint=_hint(sample, frozenset(words), count),
        sign="pull quote" if pull_quote else _sign(sample, words),
    )


def _share(words: list[str], holds: Callable[[str], bool]) -> float:
    return sum(map(holds, words)) / len(words) if words else 0.0


def _hint(sample: str, words: frozenset[str], count: int) -> float:
    """The weightiest hint; in a long block one phrase says less about the whole."""
    near = sample[:NEAR]
    found = max((hint.weight for hint in HINTS if hint.found_in(near, words)), default=0.0)
    return found * min(1.0, 50 / count)


def _sign(sample: str, words: list[str]) -> str | None:
    if _LONG_WORD.search(sample) and len(words) < 30:
        return "no words"
    if sample[-1] not in _TERMINATORS and _is_menu(words):
        return "menu"
    if is_date_line(sample):
        return "date line"
    if len(sample) > NEAR:
        return None
    return next((name for name, form in SIGNS.items() if form.match(sample)), None)


def _is_menu(words: list[str]) -> bool:
    named = [word for word in words if word not in MENU_LINKS]
    if not named:
        return len(words) < 3
    return len(words) <= MENU_LENGTH and all(w in MENU_WORDS or w.isdigit() for w in named)
