"""A brief for a person at a terminal."""

from __future__ import annotations

from rich.console import Console
from rich.table import Table
from rich.text import Text

from service.brief import Actor, Brief
from service.markdown import dates_to_read


def show(brief: Brief) -> None:
    """Print `brief`; colours only where they can be seen."""
    console = Console(highlight=False, soft_wrap=False)
    article = brief.article
    if article.title:
        console.print(Text(article.title, style="bold"))
    facts = [article.published or "undated", f"{article.words} words"]
    console.print(Text(" · ".join(facts), style="dim"))
    console.print()
    console.print(Text(brief.summary.text))
    _table(console, "Who", [_actor(actor) for actor in brief.actors])
    _table(console, "When", [(day, ", ".join(words)) for day, words in dates_to_read(brief)])
    for warning in brief.warnings:
        console.print(Text(f"\n{warning.detail}", style="yellow"))


def _table(console: Console, title: str, rows: list[tuple[str, str]]) -> None:
    if not rows:
        return
    table = Table(title=title, title_justify="left", title_style="bold", box=None, pad_edge=False)
    table.show_header = False
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    console.print()
    console.print(table)


def _actor(actor: Actor) -> tuple[str, str]:
    return actor.name, actor.role or actor.type
