"""The whole service on one page: Article → Brief.

Pure: no clock, no environment, no network. The same article, options and models give the same
brief, to the byte.
"""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext

from service.actors import find_actors
from service.article import Article
from service.brief import Brief, prove
from service.compose import Findings, compose
from service.dates import find_dates
from service.encoding.entities import decode_entities
from service.errors import ArticleTooShort, UnknownModel
from service.options import BriefOptions, SummaryOptions
from service.ports import Models, Watch
from service.summary import select_sentences
from service.text.sentences import split_sentences


class _NoWatch:
    def stage(self, name: str) -> AbstractContextManager[None]:  # noqa: ARG002
        return nullcontext()


NO_WATCH: Watch = _NoWatch()


def make_brief(
    article: Article, options: BriefOptions, models: Models, watch: Watch = NO_WATCH
) -> Brief:
    """Read `article` once and say what happened, who, when; raises InputError."""
    _check_model(options.summary, models)
    with watch.stage("sentences"):
        sentences = split_sentences(article.text, article.paragraphs)
        if not sentences:
            raise ArticleTooShort("the article has no sentence", field="text")
    with watch.stage("encode"):
        encoding = models.encoder.encode(article.text, sentences)
    with watch.stage("summary"):
        summary = select_sentences(article.text, encoding, options.summary)
    with watch.stage("actors"):
        actors = find_actors(article, encoding, decode_entities(encoding))
    with watch.stage("dates"):
        dates = find_dates(article.text, sentences, published=article.published.when)
    with watch.stage("compose"):
        findings = Findings(summary, actors[: options.max_actors], dates)
        return prove(compose(article, findings, options, models.name), article.text)


def _check_model(asked: SummaryOptions, models: Models) -> None:
    here = f"the models here are: {models.name.name} (extractive)"
    if asked.mode == "abstractive":
        raise UnknownModel(f"no abstractive model is installed; {here}", field="summary.mode")
    if asked.model not in (None, models.name.name):
        raise UnknownModel(f"no model is called {asked.model!r}; {here}", field="summary.model")
