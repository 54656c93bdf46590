"""The sentences of every draft, read as the article was, and looked up in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from service.dates import find_dates
from service.encoding.encoding import Floats
from service.encoding.entities import decode_entities
from service.grounding import Claim, Evidence, find_unsupported
from service.ports import Encoder
from service.text.spans import Span


@dataclass(frozen=True, slots=True)
class Checked:
    """A sentence's meaning, and what it says without support; spans count in the sentence."""

    vector: Floats  # (width,)
    claims: tuple[Claim, ...]


def check_sentences(
    drafts: Sequence[Sequence[str]],
    evidence: Evidence,
    encoder: Encoder,
    published: date | datetime | None,
) -> Mapping[str, Checked]:
    """Each different sentence of `drafts`, checked."""
    different = list(dict.fromkeys(sentence for draft in drafts for sentence in draft))
    if not different:
        return {}
    text, spans = _one_a_line(different)
    encoding = encoder.encode(text, spans)
    names = [entity.span for entity in decode_entities(encoding)]
    checked = {}
    for sentence, span, vector in zip(different, spans, encoding.sentence_vectors, strict=True):
        dates = find_dates(sentence, [Span(0, len(sentence))], published=published)
        inside = [_moved(name, -span.start) for name in names if span.contains(name)]
        claims = find_unsupported(sentence, evidence, dates=dates, names=inside)
        checked[sentence] = Checked(vector, claims)
    return checked


def _one_a_line(sentences: Sequence[str]) -> tuple[str, list[Span]]:
    spans, end = [], 0
    for sentence in sentences:
        spans.append(Span(end, end + len(sentence)))
        end += len(sentence) + 1
    return "\n".join(sentences), spans


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)
