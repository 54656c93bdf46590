"""What stands beside a name and tells that it is a body's: "the airline Norvane", "Norvane CEO"."""

from __future__ import annotations

from service.actors.countries import COUNTRY_OF
from service.actors.given_names import GIVEN_NAMES
from service.actors.marks import Mark
from service.actors.role_words import CLAUSE_WORDS, PRONOUNS
from service.actors.tables import words_of
from service.actors.words import Words, is_word, plain

# Before a name, or as the head of what is said of it between commas.
_BODIES = words_of(
    """agency airline automaker bank broadcaster carmaker carrier charity club company conglomerate
    corporation firm foundation league maker manufacturer militia network newspaper nonprofit
    organization organisation publisher retailer startup subsidiary tabloid watchdog"""
)
# Behind a name: who or what only a body has.
_POSTS = words_of(
    """CEO CFO COO Flight coach defender goalkeeper manager midfielder quarterback shares striker
    subsidiary winger"""
)
_BEFORE_POSTS = words_of("general assistant chief head team")
_GOES_ON = words_of("that which based in of I we")
_LONGEST = 7


def is_body_beside(words: Words, mark: Mark) -> bool:
    """Whether the words around a mark speak of a company, a club or the like."""
    forms = words.forms[mark.first : mark.last]
    if forms[0] in GIVEN_NAMES or plain(forms) in COUNTRY_OF:
        return False
    line = words.lines[mark.first]
    if words.form(mark.first - 1, line) in _BODIES:
        named = words.form(mark.first - 2, line) not in ("the", "their", "its")
        return named or len(forms) == 1  # "told the agency | Marta Keller"
    between = words.form(mark.first - 1, line) == "," == words.form(mark.last, line)
    if between and words.form(mark.first - 2, line) in _BODIES:
        return True
    at = mark.last
    at += words.form(at, line) in _BEFORE_POSTS
    post = words.form(at, line) in _POSTS and not words.glued(mark.last)
    return post or _is_apposed(words, mark.last, line)


def _is_apposed(words: Words, at: int, line: int) -> bool:
    """Whether ", a humanitarian organization" follows."""
    if words.form(at, line) != "," or words.form(at + 1, line) not in ("a", "an"):
        return False
    for i in range(at + 2, at + _LONGEST):
        form = words.form(i, line)
        if form in _BODIES:
            behind = words.form(i + 1, line)
            return not is_word(behind) or behind in _GOES_ON
        if not is_word(form) or form in CLAUSE_WORDS or form in PRONOUNS or form == "of":
            return False
    return False
