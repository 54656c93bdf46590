"""An abstractive summary: what the model reads of the article, writes of it, and may keep."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import ceil

from service.actors import Actor
from service.article import Article
from service.dates import DateMention
from service.encoding.encoding import Encoding
from service.grounding import Evidence, Reading, gather_evidence
from service.options import SummaryOptions
from service.ports import Encoder, Rewriter
from service.rewriting.check import check_sentences
from service.rewriting.finish import finish
from service.rewriting.fit import fits, joined, most_salient, sections
from service.rewriting.settle import settle
from service.rewriting.told import Gap, Note, Told
from service.text.spans import Span

Left = Callable[[], float]  # seconds until nobody waits any more


@dataclass(frozen=True, slots=True)
class Scene:
    """An article and what the other stages found in it."""

    article: Article
    encoding: Encoding
    actors: tuple[Actor, ...]
    dates: tuple[DateMention, ...]


@dataclass(frozen=True, slots=True)
class Rewritten:
    """A summary in other words, and how it came about."""

    sentences: tuple[Told, ...]
    gaps: tuple[Gap, ...]
    notes: tuple[Note, ...]
    unread: int = 0  # characters of the article's sentences that the model was not given


def rewrite(
    scene: Scene, options: SummaryOptions, rewriter: Rewriter, encoder: Encoder, left: Left
) -> Rewritten:
    """The summary, every name, number, date and quotation of which was looked up in the article.

    Raises DeadlineExceeded where the model is not done in time.
    """
    text = scene.article.text
    drafts, notes, unread = _drafts(scene, options, rewriter, left)
    own = [span.of(text) for span in scene.encoding.sentences]
    told = [finish(draft, own) for draft in drafts]
    checked = check_sentences(told, evidence_of(scene), encoder, scene.article.published.when)
    sentences, gaps, more = settle(
        told, checked, Reading.of(text, scene.encoding), text=text, options=options
    )
    return Rewritten(sentences, gaps, (*notes, *more), unread)


def evidence_of(scene: Scene) -> Evidence:
    """What the scene's article has to show: its sentences and its title."""
    article, when = scene.article, scene.article.published.when
    texts = [span.of(article.text) for span in scene.encoding.sentences]
    # Without a time of day: days are what dates are compared by.
    day = None if when is None else type(when).fromisoformat(when.isoformat()[:10])
    titled = [article.title] if article.title else []
    return gather_evidence([*texts, *titled], scene.actors, scene.dates, day)


def _drafts(
    scene: Scene, options: SummaryOptions, rewriter: Rewriter, left: Left
) -> tuple[tuple[str, ...], list[Note], int]:
    text, sentences = scene.article.text, scene.encoding.sentences
    if fits(text, sentences, rewriter):
        drafts = rewriter.write(joined(text, sentences), options, seconds=left())
        return drafts, [], 0
    if options.long == "map":
        return _map_and_merge(scene, options, rewriter, left)
    chosen = most_salient(text, scene.encoding, rewriter)
    note = Note(
        "long-article-selected",
        f"the article is longer than the {rewriter.window} tokens that the model reads at once; it "
        f"was given the {len(chosen)} most salient of {len(sentences)} sentences (summary.long: "
        "map has all of them read, in more time)",
    )
    drafts = rewriter.write(joined(text, chosen), options, seconds=left()) if chosen else ()
    return drafts, [note], _length(sentences) - _length(chosen)


def _map_and_merge(
    scene: Scene, options: SummaryOptions, rewriter: Rewriter, left: Left
) -> tuple[tuple[str, ...], list[Note], int]:
    """A summary of the summaries of the article's sections."""
    text, sentences = scene.article.text, scene.encoding.sentences
    runs = sections(text, sentences, rewriter)
    own = [span.of(text) for span in sentences]
    read = _length([sentence for run in runs for sentence in run])
    parts = [
        " ".join(finish(rewriter.write(joined(text, run), options, seconds=left())[0], own))
        for run in runs
    ]
    note = Note(
        "long-article-mapped",
        f"the article is longer than the {rewriter.window} tokens that the model reads at once; it "
        f"was read in {len(runs)} sections, and their summaries summed up",
    )
    while len(parts) > 1 and rewriter.tokens(" ".join(parts)) > rewriter.window:
        parts = _merge(parts, options, rewriter, left)
    drafts = rewriter.write(" ".join(parts), options, seconds=left()) if parts else ()
    return drafts, [note], _length(sentences) - read


def _merge(
    parts: Sequence[str], options: SummaryOptions, rewriter: Rewriter, left: Left
) -> list[str]:
    """Half as many parts, or one: each the summary of two."""
    pairs = [parts[2 * i : 2 * i + 2] for i in range(ceil(len(parts) / 2))]
    return [rewriter.write(" ".join(pair), options, seconds=left())[0] for pair in pairs]


def _length(spans: Sequence[Span]) -> int:
    return sum(len(span) for span in spans)
