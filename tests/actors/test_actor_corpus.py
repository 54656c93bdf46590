from __future__ import annotations

import pytest

from tests.actors.passages import Case, actors_of, read_cases

CASES = [case for file in ("names.txt", "roles.txt", "nominals.txt") for case in read_cases(file)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.claim)
def test_passage(case: Case) -> None:
    article, actors = actors_of(case.marked, case.title)
    found = {actor.name: actor for actor in actors}
    for expected in case.expected:
        assert expected.name in found, f"{expected.name!r} is not among {list(found)}"
        actor = found[expected.name]
        role = actor.role.of(article.text) if actor.role else None
        assert (actor.kind, role) == (expected.kind, expected.role)
        assert set(expected.aliases) == set(actor.aliases)
    for name in case.absent:
        assert name not in found
    for name, texts in case.mentions.items():
        assert [mention.of(article.text) for mention in found[name].mentions] == texts
