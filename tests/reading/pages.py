"""Pages of the corpus: each block with a mark that says what it is."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent.parent / "corpus" / "reading" / "pages"
CUT = "¦"  # in a block of prose: the dateline ends here


@dataclass(frozen=True, slots=True)
class Page:
    """A pasted page: its blocks, and which of them are the title and the prose."""

    name: str
    blocks: tuple[str, ...]
    published: str
    title: str | None
    prose: tuple[str, ...]
    tolerated: frozenset[str]

    def text(self, separator: str) -> str:
        return separator.join(self.blocks)


def read_page(path: Path) -> Page:
    """`= ` marks the title, `+ ` prose, `- ` furniture, `@ ` furniture with a date, and `? ` what
    nobody could tell from prose by its form. The first line is the date.
    """
    published, *lines = path.read_text().splitlines()
    marked = [(line[0], line[2:]) for line in lines if line]
    prose = [block for mark, block in marked if mark == "+" or CUT in block]
    return Page(
        name=path.stem,
        published=published,
        blocks=tuple(block.replace(CUT, "") for _, block in marked),
        title=next((block for mark, block in marked if mark == "="), None),
        prose=tuple(block.rpartition(CUT)[2] for block in prose),
        tolerated=frozenset(block for mark, block in marked if mark == "?"),
    )


@cache
def all_pages() -> tuple[Page, ...]:
    return tuple(read_page(path) for path in sorted(FOLDER.glob("*.txt")))
