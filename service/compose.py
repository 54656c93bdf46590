"""From spans to the answer: quotes, links between the findings, and the brief's identity."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import date

from service import brief as answer
from service.actors import Actor, actors_in
from service.article import Article
from service.brief import ArticleFacts, Brief, BriefWarning, ModelName, Place, Quote, TimelineEntry
from service.dates import DateMention
from service.options import BriefOptions
from service.rewriting import Note, Rewritten, Told
from service.summary import Choice
from service.text.spans import Span


@dataclass(frozen=True, slots=True)
class Findings:
    """What the stages found, as spans of the article."""

    summary: tuple[Choice, ...] | Rewritten
    actors: tuple[Actor, ...]  # most salient first
    dates: tuple[DateMention, ...]  # in order of the text
    notes: tuple[Note, ...] = ()


def compose(
    article: Article, findings: Findings, options: BriefOptions, models: Sequence[ModelName]
) -> Brief:
    """The answer, in which every quote is a span of `article.text`.

    `models` are the one that reads and, where it was asked to, the one that writes.
    """
    return Brief(
        id=fingerprint(article, options, models),
        model=models[0],
        article=_facts(article, options, findings.summary),
        summary=_summary(article.text, findings, models),
        actors=tuple(_actor(article.text, actor) for actor in findings.actors),
        dates=tuple(_date(article.text, mention, findings.actors) for mention in findings.dates),
        timeline=tuple(_timeline(article.text, findings)),
        warnings=tuple(
            BriefWarning(code=note.code, detail=note.detail)
            for note in (*findings.notes, *_notes(findings.summary))
        ),
    )


def fingerprint(article: Article, options: BriefOptions, models: Sequence[ModelName]) -> str:
    """The same for the same question to the same models, else different: 128 bits, as hex."""
    question = {
        "text": article.text,
        "paragraphs": [(p.start, p.end) for p in article.paragraphs],
        "title": article.title,
        "published": [str(article.published.when), article.published.basis],
        "language": article.language,
        "extracted": article.extracted,
        "url": article.url,
        "options": asdict(options),
        "models": [model.model_dump() for model in models],
    }
    canonical = json.dumps(question, sort_keys=True, ensure_ascii=True)
    return hashlib.sha256(canonical.encode()).hexdigest()[:32]


def _facts(
    article: Article, options: BriefOptions, summary: tuple[Choice, ...] | Rewritten
) -> ArticleFacts:
    unread = summary.unread if isinstance(summary, Rewritten) else 0
    shown = article.extracted if options.include_text is None else options.include_text
    when = article.published.when
    return ArticleFacts(
        title=article.title,
        url=article.url,
        language=article.language,
        published=when.isoformat()[:10] if when else None,  # the calendar day is what dates hang on
        published_basis=article.published.basis,
        words=article.words,
        characters=len(article.text),
        characters_read=len(article.text) - unread,
        text=article.text if shown else None,
    )


def _quote(text: str, span: Span) -> Quote:
    return Quote(text=span.of(text), start=span.start, end=span.end)


def _place(span: Span) -> Place:
    return Place(start=span.start, end=span.end)


def _summary(text: str, findings: Findings, models: Sequence[ModelName]) -> answer.Summary:
    summary = findings.summary
    if isinstance(summary, Rewritten):
        return _rewritten(text, summary, findings.actors, models[-1])
    sentences = tuple(
        answer.SummarySentence(
            score=choice.score,
            actors=actors_in(choice.span, findings.actors),
            **_quote(text, choice.span).model_dump(),
        )
        for choice in summary
    )
    return answer.Summary(
        mode="extractive",
        # A hard-wrapped article has line breaks inside its sentences; the summary is one paragraph.
        text=" ".join(" ".join(sentence.text.split()) for sentence in sentences),
        sentences=sentences,
    )


def _rewritten(
    text: str, summary: Rewritten, actors: Sequence[Actor], model: ModelName
) -> answer.Summary:
    return answer.Summary(
        mode="abstractive",
        model=model,
        text=" ".join(told.text for told in summary.sentences),
        sentences=tuple(_told(text, told, actors) for told in summary.sentences),
        unsupported=tuple(
            answer.Unsupported(
                text=gap.text,
                kind=gap.kind,
                start=gap.span.start,
                end=gap.span.end,
                replaced=gap.replaced,
            )
            for gap in summary.gaps
        ),
    )


def _told(text: str, told: Told, actors: Sequence[Actor]) -> answer.SummarySentence:
    """A sentence with its sources, and with those of their actors that it names."""
    named = dict.fromkeys(
        name
        for actor in actors
        for name in (actor.name, *actor.aliases)
        if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", told.text)
    )
    return answer.SummarySentence(
        text=told.span.of(text) if told.span else told.text,
        start=told.span.start if told.span else None,
        end=told.span.end if told.span else None,
        score=told.score,
        sources=tuple(_quote(text, source) for source in told.sources),
        actors=tuple(a.name for a in actors if named.keys() & {a.name, *a.aliases}),
    )


def _notes(summary: tuple[Choice, ...] | Rewritten) -> tuple[Note, ...]:
    return summary.notes if isinstance(summary, Rewritten) else ()


def _actor(text: str, actor: Actor) -> answer.Actor:
    return answer.Actor(
        name=actor.name,
        type=actor.kind,
        role=actor.role.of(text) if actor.role else None,
        role_span=_place(actor.role) if actor.role else None,
        aliases=actor.aliases,
        salience=round(actor.salience, 4),
        mentions=tuple(_quote(text, mention) for mention in actor.mentions),
    )


def _date(text: str, mention: DateMention, actors: Sequence[Actor]) -> answer.DateMention:
    timex = mention.timex
    return answer.DateMention(
        type=timex.type,
        value=timex.value,
        mod=timex.mod,
        earliest=timex.earliest,
        latest=timex.latest,
        basis=mention.basis,
        sentence=_place(mention.sentence),
        actors=actors_in(mention.sentence, actors),
        **_quote(text, mention.span).model_dump(),
    )


def _timeline(text: str, findings: Findings) -> Iterator[TimelineEntry]:
    """Each dated sentence once for each of its dates, in calendar order.

    Of a day and a time on it, as in "on Friday, at 10 a.m.", the sentence is entered for the time.
    """
    dated: dict[tuple[date, date, Span], str] = {}
    for mention in findings.dates:
        timex = mention.timex
        if timex.type in ("DATE", "TIME") and timex.earliest and timex.latest and timex.value:
            key = (timex.earliest, timex.latest, mention.sentence)
            dated[key] = max(dated.get(key, ""), timex.value, key=len)
    for (_, _, sentence), value in sorted(dated.items()):
        yield TimelineEntry(
            date=value,
            sentence=_quote(text, sentence),
            actors=actors_in(sentence, findings.actors),
        )
