"""The desk: a submission goes in, its brief comes out; every door of the service leads here."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace

from service import __version__
from service.article import Article
from service.brief import Brief
from service.errors import ArticleTooLong, FetchFailed, FetchRefused
from service.limits import Limits
from service.offsets import in_unit
from service.options import BriefOptions
from service.pipeline import NO_WATCH, make_brief
from service.ports import BriefCache, Fetched, Fetcher, Models, Watch
from service.reading import read_html, read_pdf, read_text
from service.request import Document, Link, Page, PastedText, Submission


@dataclass(frozen=True, slots=True)
class Answer:
    """A brief, and whether it was remembered rather than made."""

    brief: Brief
    cached: bool


@dataclass(frozen=True, slots=True)
class Desk:
    """Reads what is submitted, and makes its brief unless it remembers it."""

    models: Callable[[], Models]  # raises ModelError where there is none
    cache: BriefCache
    fetcher: Fetcher | None  # None: this service fetches nothing
    limits: Limits

    def answer(self, submission: Submission, watch: Watch = NO_WATCH) -> Answer:
        """The brief of `submission`; raises BriefError."""
        models = self.models()
        article = self._read(submission, watch)
        _check_length(len(article.text), self.limits)
        key = _key(article, submission.options, models)
        with watch.stage("cache"):
            remembered = self.cache.get(key)
        if remembered is not None:
            return Answer(remembered, cached=True)
        brief = make_brief(article, submission.options, models, watch)
        brief = in_unit(brief, article.text, submission.options.offsets)
        if brief.final:
            with watch.stage("cache"):
                self.cache.put(key, brief)
        return Answer(brief, cached=False)

    def _read(self, submission: Submission, watch: Watch) -> Article:
        source, title, published = submission.source, submission.title, submission.published
        if isinstance(source, Link):
            with watch.stage("fetch"):
                fetched = self._fetch(source.url)
            with watch.stage("read"):
                return _read_fetched(fetched, submission)
        with watch.stage("read"):
            match source:
                case PastedText(text):
                    _check_length(len(text), self.limits)
                    return read_text(text, title=title, published=published)
                case Page(page, charset):
                    return read_html(page, charset=charset, title=title, published=published)
                case Document(content):
                    return read_pdf(content, title=title, published=published)

    def _fetch(self, url: str) -> Fetched:
        if self.fetcher is None:
            raise FetchRefused("this server fetches no URLs; send the page itself", field="url")
        return self.fetcher.fetch(url)


def _read_fetched(page: Fetched, submission: Submission) -> Article:
    title, published = submission.title, submission.published
    if page.media_type == "application/pdf":
        article = read_pdf(page.body, title=title, published=published)
    elif page.media_type == "text/plain":
        article = read_text(_decode(page), title=title, published=published)
    else:
        return read_html(
            page.body, url=page.url, charset=page.charset, title=title, published=published
        )
    return replace(article, url=page.url, extracted=True)


def _decode(page: Fetched) -> str:
    try:
        return page.body.decode(page.charset or "utf-8-sig")
    except (LookupError, UnicodeDecodeError):
        raise FetchFailed(f"the text at {page.url} is not in the charset it names") from None


def _check_length(characters: int, limits: Limits) -> None:
    if characters > limits.characters:
        raise ArticleTooLong(
            f"the article has {characters} characters; this server reads up to {limits.characters}",
            limit=limits.characters,
            actual=characters,
        )


def _key(article: Article, options: BriefOptions, models: Models) -> str:
    """The same for the same article, options, model and version of this service, else different."""
    question = repr((article, options, models.names(options.summary), __version__))
    return hashlib.sha256(question.encode("utf-8", "backslashreplace")).hexdigest()
