"""The whole service on one page: Article → Brief.

Pure: no clock, no environment, no network. The same article, options and models give the same
brief, to the byte.
"""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext

from service.actors import find_actors
from service.article import Article
from service.brief import LATE, Brief, prove
from service.compose import Findings, compose
from service.dates import find_dates
from service.encoding.entities import decode_entities
from service.errors import ArticleTooShort, DeadlineExceeded
from service.options import BriefOptions, SummaryOptions
from service.ports import Models, Watch
from service.rewriting import Note, Rewritten, Scene, rewrite
from service.summary import Choice, select_sentences
from service.text.sentences import split_sentences


class _NoWatch:
    def stage(self, name: str) -> AbstractContextManager[None]:  # noqa: ARG002
        return nullcontext()

    def left(self) -> float:
        return float("inf")


NO_WATCH: Watch = _NoWatch()
RESERVE = 1.0  # seconds that checking a summary, and composing and sending the answer may take


def make_brief(
    article: Article, options: BriefOptions, models: Models, watch: Watch = NO_WATCH
) -> Brief:
    """Read `article` once and say what happened, who, when; raises InputError."""
    names = models.names(options.summary)
    with watch.stage("sentences"):
        sentences = split_sentences(article.text, article.paragraphs)
        if not sentences:
            raise ArticleTooShort("the article has no sentence", field="text")
    with watch.stage("encode"):
        encoding = models.encoder.encode(article.text, sentences)
    with watch.stage("actors"):
        actors = find_actors(article, encoding, decode_entities(encoding))
    with watch.stage("dates"):
        dates = find_dates(article.text, sentences, published=article.published.when)
    with watch.stage("summary"):
        scene = Scene(article, encoding, actors, dates)
        summary, notes = _summarize(scene, options.summary, models, watch)
    with watch.stage("compose"):
        findings = Findings(summary, actors[: options.max_actors], dates, notes)
        return prove(compose(article, findings, options, names), article.text)


def _summarize(
    scene: Scene, options: SummaryOptions, models: Models, watch: Watch
) -> tuple[tuple[Choice, ...] | Rewritten, tuple[Note, ...]]:
    """Quotes, or other words where they are asked for and come in time."""
    if options.mode == "extractive":
        return select_sentences(scene.article.text, scene.encoding, options), ()
    rewriter = models.rewriters.load(options.model)
    try:
        left = lambda: watch.left() - RESERVE  # noqa: E731
        return rewrite(scene, options, rewriter, models.encoder, left), ()
    except DeadlineExceeded as late:
        note = Note(LATE, f"{late.detail}, so this one is quoted; a job may take longer")
        return select_sentences(scene.article.text, scene.encoding, options), (note,)
