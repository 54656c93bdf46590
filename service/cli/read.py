"""`briefs read`: one article."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer
from pydantic import ValidationError

from service.errors import InvalidRequest
from service.http.problems import invalid
from service.request import Document, Link, Page, PastedText, QueryOptions, Source

_PDF, _HTML = b"%PDF-", (b"<!doctype html", b"<html")


def read(
    article: Annotated[
        str, typer.Argument(help="a text, HTML or PDF file, a URL, or - for standard input")
    ],
    json: Annotated[bool, typer.Option("--json", help="the API's answer")] = False,
    markdown: Annotated[bool, typer.Option("--markdown", help="the brief as Markdown")] = False,
    published: Annotated[
        str | None, typer.Option(help="when it appeared, such as 2019-01-24")
    ] = None,
    title: Annotated[str | None, typer.Option(help="its headline")] = None,
    sentences: Annotated[int, typer.Option(help="of the summary, 1 to 20")] = 3,
    words: Annotated[int | None, typer.Option(help="at most this many in the summary")] = None,
    mode: Annotated[str, typer.Option(help="extractive or abstractive")] = "extractive",
    model: Annotated[str | None, typer.Option(help="a name of `briefs models list`")] = None,
    long: Annotated[
        str, typer.Option(help="of an article too long to be rewritten at once: select or map")
    ] = "select",
) -> None:
    """Print the brief of ARTICLE."""
    # Here, so that `briefs --help` doesn't wait for the model's runtime (0.5 s of 0.7).
    from service.cli.show import show
    from service.markdown import to_markdown
    from service.settings import read_settings
    from service.wiring import make_desk

    if json and markdown:
        raise InvalidRequest("--json and --markdown exclude each other")
    given = {"title": title, "published": published, "model": model, "words": words}
    options = {"sentences": sentences, "mode": mode, "long": long, **given}
    submission = _options(options).submission(_source(article))
    brief = make_desk(read_settings(), fetches=True).answer(submission).brief
    if json:
        sys.stdout.write(brief.model_dump_json() + "\n")
    elif markdown:
        sys.stdout.write(to_markdown(brief))
    else:
        show(brief)


def _options(given: Mapping[str, object]) -> QueryOptions:
    try:
        return QueryOptions.model_validate(given)
    except ValidationError as error:
        raise invalid(error) from None


def _source(article: str) -> Source:
    if article.startswith(("http://", "https://")):
        return Link(article)
    ending = Path(article).suffix.lower()
    content = _content(article)
    if ending == ".pdf" or content.startswith(_PDF):
        return Document(content)
    start = content[:1_000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if ending in (".html", ".htm", ".xhtml") or start.startswith(_HTML):
        return Page(content)
    return PastedText.decode(content)


def _content(article: str) -> bytes:
    if article == "-":
        return sys.stdin.buffer.read()
    try:
        return Path(article).read_bytes()
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) else "no such file"
        raise InvalidRequest(f"{article} can't be read: {why}") from None
