"""Where a role begins and ends: leftwards from a name, and rightwards behind one."""

from __future__ import annotations

from dataclasses import dataclass

from service.actors.countries import COUNTRY_OF
from service.actors.english import ARTICLES, CALENDAR, OPENERS
from service.actors.role_words import (
    ADVERBS,
    BARE,
    BODY_ROLES,
    CLAUSE_WORDS,
    DEEDS,
    DETERMINERS,
    HALVES,
    MODIFIERS,
    PRONOUNS,
    RELATIVES,
    ROLES,
    TIES,
)
from service.actors.words import Range, Words, is_capital, is_possessive, is_word

CLOSERS = frozenset({",", "–", "—", ".", ";", ")", "?", "!", ":", "”", '"'})
_AFTER_STOP = frozenset({"", '"', "”", "'", "’", ")"})  # else the full stop is of "St."
_BEFORE_ROLES = DETERMINERS | ADVERBS
_LONGEST_PHRASE = 14  # words and hyphens of a noun phrase: "an up-and-coming 30-year-old mayor"
_LONGEST_TIE = 12  # words of "of the …" that are still read as one phrase


@dataclass(frozen=True, slots=True)
class Role:
    """Words [first, last) that say what an actor is."""

    first: int
    last: int
    weight: int  # how much it says


@dataclass(frozen=True, slots=True)
class Scene:
    """A text with the names that stand in it, by the word they begin or end with."""

    words: Words
    begins: dict[int, Range]  # word → the name that begins there
    ends: dict[int, Range]  # word → the name that ends before it
    people: frozenset[Range]


def ending_at(scene: Scene, end: int, line: int, heads: frozenset[str]) -> Role | None:
    """The role phrase whose last word is just before `end`."""
    words = scene.words
    if words.form(end - 1, line) in ("named", "called"):
        end -= 1
    head = _head_before(words, end, line, heads)
    if head is None:
        return None
    first, n_words = head, 1
    while (step := _modifier_before(scene, first, line)) is not None:
        first, n_words = step, n_words + 1
    if (step := _noun_phrase_before(words, first, line)) is not None:
        first, n_words = step, n_words + 1
    form = words.forms[head].lower()
    if n_words == 1 and form in BARE and end - head == 1:
        return None
    if (n_words == 1 and _is_verb(words, first, line)) or words.forms[first].lower() in HALVES:
        return None
    return Role(first, end, min(n_words, 3) if n_words > 1 or end - head > 1 else 1)


def _head_before(words: Words, end: int, line: int, heads: frozenset[str]) -> int | None:
    """Where the head of a role is that ends before `end`: "leader", "Secretary" of State."""
    form = words.form(end - 1, line)
    if words.glued(end) and form != "." and words.form(end, line) != ",":
        return None
    if form == "." and words.glued(end - 1) and words.form(end - 2, line) in _SHORT_TITLES:
        return end - 2
    start = _hyphened(words, end - 1, line)
    if form.lower() in heads or "".join(words.forms[start:end]).lower() in heads:
        return start
    if words.form(end - 2, line) == "of" and is_capital(form):
        form = words.form(end - 3, line)
        if is_capital(form) and form.lower() in heads:
            return end - 3
    return None


_SHORT_TITLES = frozenset(
    {"Sen", "Rep", "Gov", "Gen", "Lt", "Col", "Capt", "Sgt", "Prof", "Rev", "Adm", "Maj"}
)


def _hyphened(words: Words, i: int, line: int) -> int:
    """The first word of the hyphenated compound that ends at `i`."""
    while words.form(i - 1, line) == "-" and words.glued(i) and words.glued(i - 1):
        i -= 2
    return i


def _modifier_before(scene: Scene, first: int, line: int) -> int | None:
    """Where the modifier just before `first` begins, if one stands there."""
    words = scene.words
    form = words.form(first - 1, line)
    if not form or words.glued(first):
        return None
    if form == "." and words.form(first - 2, line) in _SHORT_TITLES:
        return first - 2  # "Maj. | Gen."
    if is_possessive(form):
        name = scene.ends.get(first - 1)
        if name is not None:
            return name[0]
        owner = words.form(first - 2, line)
        led = words.form(first - 3, line) in ARTICLES and owner.islower()
        return first - 2 if is_capital(owner) or led else None
    name = scene.ends.get(first)
    if name is not None:
        return name[0]
    if form in _QUOTES:
        return _quoted_before(scene, first - 1, line)
    start = _hyphened(words, first - 1, line)
    compound = "".join(words.forms[start:first])
    if any(compound.lower() in known for known in (MODIFIERS, ROLES, BODY_ROLES)):
        return start
    if compound in COUNTRY_OF or (start < first - 1 and _says_something(form)):
        return start
    return start if _may_belong(words, start) else None


_QUOTES = frozenset('"”')


def _quoted_before(scene: Scene, closing: int, line: int) -> int | None:
    """Where the title in quotation marks begins that ends at `closing`: of a "Late Watch" host."""
    name = scene.ends.get(closing)
    led = name is not None and scene.words.form(name[0] - 1, line) in ('"', "“")
    return name[0] - 1 if name and led else None


def _says_something(last: str) -> bool:
    """Whether a compound that ends so is part of a role: "eight-time", and no age."""
    return last.islower() and last not in ("old", "like", "so")


def _noun_phrase_before(words: Words, first: int, line: int) -> int | None:
    """Where the common nouns before `first` begin that an article leads: "the | chess grandmaster".

    An article before them shows that no verb stands between: "the club | sacked coach".
    """
    at = first
    while first - at < _LONGEST_LED and _may_qualify(words, at - 1, line):
        at = _hyphened(words, at - 1, line)
        before = words.form(at - 1, line)
        if before.lower() in DETERMINERS or before in PRONOUNS:
            return at
        if words.forms[at].endswith(("ed", "s", "ing")):
            return None
    return None


_LONGEST_LED = 5


def _may_qualify(words: Words, i: int, line: int) -> bool:
    form = words.form(i, line)
    if not _says_something(form) or not form.isalpha() or words.glued(i + 1):
        return False
    return not any(form in barred for barred in (CLAUSE_WORDS, TIES, PRONOUNS, DEEDS, ADVERBS))


def _may_belong(words: Words, i: int) -> bool:
    """Whether the capitalised word `i`, marked by nobody, may name what the role is in."""
    form = words.forms[i]
    if not is_capital(form) or form in CALENDAR or form in ARTICLES:
        return False
    return words.lines[i] == 0 or not (words.opens(i) and form in OPENERS)


def _is_verb(words: Words, first: int, line: int) -> bool:
    before = words.form(first - 1, line).lower()
    if before == "to":
        noun = words.form(first, line).lower()
        plainly_noun = noun.endswith(_NOUN_ENDINGS) and noun not in _VERBS_TOO
        return not plainly_noun and words.form(first - 2, line).lower() != "according"
    return before in ("will", "would", "who")


_NOUN_ENDINGS = ("er", "or", "ist", "man", "ress")
_VERBS_TOO = frozenset({"anchor", "author", "doctor", "engineer", "father", "mother", "partner"})


def phrase(scene: Scene, at: int, line: int, heads: frozenset[str], *, closed: bool) -> Role | None:
    """The role that begins at `at`, up to the sign that closes it."""
    words = scene.words
    while words.form(at, line) in _BEFORE_ROLES:
        at += 1
    head = at
    while head - at < _LONGEST_PHRASE and _in_noun_phrase(words, head, line):
        head += 1
    last = head - 1 - (words.form(head - 1, line) == "emeritus")
    if last < at or words.form(last, line).lower() not in heads:
        return None
    if any(_names_somebody(scene, i, line) for i in range(at, head)):
        return None
    end = _tied_end(scene, head, line)
    if end is None:
        end = head
        if closed or not _closes(words, head, line):
            return None
    n_words = end - at
    bare = n_words == 1 and words.forms[at].lower() in BARE
    return None if bare else Role(at, end, 3 if n_words > 1 else 1)


def _names_somebody(scene: Scene, i: int, line: int) -> bool:
    """Whether a person's name begins at `i`, and not as an owner: "Smith, coach | Jones"."""
    name = scene.begins.get(i)
    if name is None or name not in scene.people:
        return False
    return not is_possessive(scene.words.form(name[1], line))


def _in_noun_phrase(words: Words, i: int, line: int) -> bool:
    form = words.form(i, line)
    if words.glued(i) and words.forms[i - 1] == "-":
        return is_word(form)  # "editor-in-chief"
    if not form or form.lower() in CLAUSE_WORDS or form in TIES or form in PRONOUNS:
        return False
    return is_word(form) or is_possessive(form) or (form == "-" and words.glued(i))


def _closes(words: Words, i: int, line: int) -> bool:
    form = words.form(i, line)
    if form == ".":
        return words.form(i + 1, line) in _AFTER_STOP
    return form in CLOSERS or not form or form in RELATIVES or is_double_dash(words, i)


def is_double_dash(words: Words, i: int) -> bool:
    """Whether a dash of two hyphens begins at `i`."""
    return words.forms[i : i + 2] == ("-", "-") and words.glued(i + 1)


_TELLS = frozenset({"said", "says", "told", "tells"})  # "chief executive of Acme | told reporters"


def _tied_end(scene: Scene, head: int, line: int) -> int | None:
    """Where a role ends whose noun phrase ends at `head`: there, or behind "of Acme"."""
    words = scene.words
    if _closes(words, head, line):
        return head
    if words.form(head, line) not in TIES:
        return None
    i = head + 1
    while i - head <= _LONGEST_TIE and not _closes(words, i, line):
        form = words.form(i, line)
        if form in RELATIVES and i > head + 1:
            return i
        if form in _TELLS and is_capital(words.form(i - 1, line)):
            return i
        if form.lower() in PRONOUNS and words.form(i - 2, line) in ARTICLES:
            return i  # "chief of the company | her father founded"
        if form.lower() in CLAUSE_WORDS or form.lower() in PRONOUNS:
            return None
        i += 1
    if i - head > _LONGEST_TIE or i == head + 1:
        return None
    return i
