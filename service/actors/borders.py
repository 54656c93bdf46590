"""People's names, mended: titles taken off, cut-off parts put back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from service.actors.english import (
    BODY_HEADS,
    CALENDAR,
    COMPANY_FORMS,
    GENERATIONS,
    GENERIC,
    OPENERS,
    PARTICLES,
    POSTNOMINALS,
    REGNAL,
    THINGS,
    TITLES,
)
from service.actors.given_names import GIVEN_NAMES
from service.actors.marks import Mark, takes_stop, trim
from service.actors.words import Words, is_capital, is_word

_NO_SURNAMES = GENERIC | BODY_HEADS | COMPANY_FORMS | CALENDAR | THINGS


def mend_names(words: Words, marks: Sequence[Mark]) -> list[Mark]:
    """`marks` with the borders where English spelling wants them.

    Titles stand outside ("President | Trump"), first names and generations inside.
    """
    stretched = list(_stretch_all(words, [_untitle(words, mark) for mark in marks]))
    return [mark for mark in stretched if not _is_title_only(words, mark)]


def _untitle(words: Words, mark: Mark) -> Mark:
    if _holds_office(words, mark):
        mark = Mark(mark.first + 1, mark.last, "person", mark.score)
    if mark.kind != "person":
        return mark
    mark = mark.over(mark.first, _before_letters(words, mark))
    first = after_titles(words, mark.first, mark.last)
    if first == mark.first and mark.last - first > 2 and _ends_title(words, first):
        first += 1
    return trim(words, mark.over(first, mark.last)) or mark


def _holds_office(words: Words, mark: Mark) -> bool:
    """Whether a body's mark is the end of an office and who holds it: "... of | State Ann Lee"."""
    long = mark.kind == "organization" and mark.last - mark.first > 2
    return long and _ends_title(words, mark.first) and words.forms[mark.first + 1] in GIVEN_NAMES


def _before_letters(words: Words, mark: Mark) -> int:
    """Where a name ends before the letters behind it: "Warren Truss | MP"."""
    last = mark.last
    while last - mark.first > 1 and words.forms[last - 1] in POSTNOMINALS:
        last -= 1
    return last


def _ends_title(words: Words, i: int) -> bool:
    """Whether word `i` is the rest of a title: "Archbishop of | Canterbury" Rowan Williams."""
    return i > 1 and words.forms[i - 1] == "of" and words.forms[i - 2].lower() in TITLES


def _is_title_only(words: Words, mark: Mark) -> bool:
    forms = words.forms[mark.first : mark.last]
    if forms[0] in ("CEO", "CFO", "COO"):
        return len(forms) == 1
    return mark.kind == "person" and all(form.lower() in TITLES or form == "." for form in forms)


def after_titles(words: Words, first: int, last: int) -> int:
    """Where the name begins behind titles: "Secretary of State | Mike Pompeo".

    A regnal title before a single name stays: "Pope Francis".
    """
    forms = words.forms
    at = first
    while at < last - 1:
        form = forms[at]
        if form in REGNAL and last - at == 2:
            break
        if form.lower() in TITLES:
            at += 1
            if forms[at] == "of" and at + 2 < last:
                at += 2
            elif forms[at] in (".", "-") and at < last - 1:
                at += 1
            continue
        behind = next(
            (i for i in range(at + 1, min(at + 4, last - 1)) if _is_title(words, i)), None
        )
        if behind is None or forms[behind] in _GIVEN_TITLES:
            break
        at = behind
    return at


_GIVEN_TITLES = frozenset({"King", "Prince", "Earl", "Major", "Dean", "Bishop", "Judge", "Marshal"})


def _is_title(words: Words, i: int) -> bool:
    return words.forms[i].lower() in TITLES


def _stretch_all(words: Words, marks: Sequence[Mark]) -> Iterator[Mark]:
    alone = {words.forms[mark.first] for mark in marks if mark.last - mark.first == 1}
    surnames = {words.forms[mark.last - 1] for mark in marks if mark.last - mark.first > 1}
    floor = 0
    for i, mark in enumerate(marks):
        ceiling = marks[i + 1].first if i + 1 < len(marks) else len(words.forms)
        line = words.lines[mark.first]
        low = max(floor, words.borders[line])
        high = min(ceiling, words.borders[line + 1])
        stretched = _stretch(words, mark, low=low, high=high, alone=alone, surnames=surnames)
        floor = stretched.last
        yield stretched


def _stretch(
    words: Words, mark: Mark, *, low: int, high: int, alone: set[str], surnames: set[str]
) -> Mark:
    """A name cut short, with the words that spelling says belong to it, within [low, high)."""
    if mark.kind == "person":
        first = _stretch_left(words, mark, low)
        start = mark.last
        if mark.last - first == 1 and words.forms[first] not in surnames:
            start += _is_surname(words, start, high)
        last = _stretch_right(words, mark.over(first, start), high, alone)
        return mark.over(first, last)
    last = mark.last
    if mark.kind == "organization":
        while last < high and words.forms[last] in COMPANY_FORMS and not words.glued(last):
            last += 1
        last += takes_stop(words, mark.first, last)
    return mark.over(mark.first, last)


def _stretch_right(words: Words, mark: Mark, high: int, alone: set[str]) -> int:
    last = mark.last
    if last + 1 < high and len(words.forms[last - 1]) == 1 and words.forms[last] == ".":
        last += 2 * is_capital(words.forms[last + 1])
    if last + 1 < high and words.forms[last] == "-" and words.glued(last) and words.glued(last + 1):
        part = words.forms[last + 1]
        whole = is_capital(part) or (mark.last - mark.first > 1 and len(part) <= 5)
        if is_word(part) and whole and part not in alone:
            last += 2
    if last < high and words.forms[last] in GENERATIONS:
        last += 1
    return last + takes_stop(words, mark.first, last) if last < high else last


def _stretch_left(words: Words, mark: Mark, low: int) -> int:
    first = mark.first
    while first - 1 >= low and mark.last - first < 4:
        before = words.forms[first - 1]
        if before == "-" and words.glued(first) and first - 2 >= low and words.glued(first - 1):
            if words.forms[first - 2].lower() not in PARTICLES:
                break
            first -= 2
        elif before in REGNAL and mark.last - first == 1:
            return first - 1
        elif mark.last - first == 1 and _is_given_name(words, first - 1):
            first -= 1
        else:
            break
    return first


def _is_surname(words: Words, i: int, high: int) -> bool:
    """Whether the unmarked word `i` behind a lone first name goes on with it: "Kyle | Waring"."""
    if i >= high or words.glued(i) or words.opens(i - 1) or words.lines[i] == 0:
        return False
    form = words.forms[i]
    return (
        form.istitle()
        and form.isalpha()
        and form not in _NO_SURNAMES
        and form.lower() not in TITLES
    )


def _is_given_name(words: Words, i: int) -> bool:
    """Whether the unmarked word `i` before a lone surname can only be the name's first part."""
    form = words.forms[i]
    if i and words.forms[i - 1] == "of":
        return False
    if not is_capital(form) or form.lower() in TITLES or form in GENERIC or form in CALENDAR:
        return False
    if form.isupper() and len(form) > 1:
        return False
    return form.isalpha() and len(form) > 1 and not words.opens(i) and form not in OPENERS
