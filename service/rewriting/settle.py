"""Which sentences make the summary: the likeliest draft's, where the article supports them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from service.grounding import Reading, closest, rests_on
from service.options import SummaryOptions
from service.rewriting.check import Checked
from service.rewriting.told import Gap, Note, Told
from service.summary import Choice, is_whole, select_sentences
from service.text.spans import Span

# As many of an offending sentence's words as another draft's has to share to say the same thing.
SAME_POINT = 0.5


@dataclass(slots=True)
class _Page:
    """The summary as it grows."""

    options: SummaryOptions
    sentences: list[Told] = field(default_factory=list)
    gaps: list[Gap] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    length: int = 0  # characters

    def add(self, told: Told) -> Span:
        start = self.length + bool(self.sentences)
        self.sentences.append(told)
        self.length = start + len(told.text)
        return Span(start, self.length)

    @property
    def full(self) -> bool:
        return len(self.sentences) == self.options.sentences

    def has_room(self, sentence: str) -> bool:
        words = sum(len(told.text.split()) for told in self.sentences)
        most = self.options.words
        return most is None or words + len(sentence.split()) <= most

    def said(self, sentence: str) -> bool:
        return any(told.text == sentence for told in self.sentences)


def settle(
    drafts: Sequence[Sequence[str]],
    checked: Mapping[str, Checked],
    reading: Reading,
    *,
    text: str,
    options: SummaryOptions,
) -> tuple[tuple[Told, ...], tuple[Gap, ...], tuple[Note, ...]]:
    """The sentences, what was found without support, and what to tell the reader."""
    page = _Page(options)
    for sentence in drafts[0] if drafts else ():
        if page.full:
            break
        if not page.has_room(sentence) or page.said(sentence):
            continue
        if not checked[sentence].claims:
            page.add(_told(sentence, checked, reading))
        else:
            _replace(page, sentence, drafts[1:], checked, reading, text)
    if not page.sentences:
        _quote_instead(page, reading, text)
    return tuple(page.sentences), tuple(page.gaps), tuple(page.notes)


def _replace(
    page: _Page,
    sentence: str,
    others: Sequence[Sequence[str]],
    checked: Mapping[str, Checked],
    reading: Reading,
    text: str,
) -> None:
    """Put in its place what another draft says of it, or the article's closest sentence."""
    told = next(_other_drafts(page, sentence, others, checked, reading), None)
    how = "by what another draft says"
    if told is None:
        told = next(_own_words(page, sentence, checked, reading, text), None)
        how = "by the article's own closest one"
    kept = told is None and not page.sentences
    if kept:
        told, how = _told(sentence, checked, reading), "by nothing, for want of one as short"
    place = page.add(told) if told else None
    claims = checked[sentence].claims
    if place:
        page.gaps += [
            Gap(
                claim.span.of(sentence),
                claim.kind,
                _inside(place, claim.span) if kept else place,
                replaced=not kept,
            )
            for claim in claims
        ]
    named = ", ".join(f'"{claim.span.of(sentence)}" ({claim.kind})' for claim in claims)
    done = f"was replaced {how}" if place else "was left out"
    page.notes.append(
        Note("unsupported", f"the model wrote {named}, not in the article; its sentence {done}")
    )


def _other_drafts(
    page: _Page,
    sentence: str,
    others: Sequence[Sequence[str]],
    checked: Mapping[str, Checked],
    reading: Reading,
) -> Iterator[Told]:
    """Supported sentences of other drafts that make the same point, likeliest draft first."""
    words = set(sentence.lower().split())
    for other in (other for draft in others for other in draft):
        shared = len(words & set(other.lower().split()))
        free = not checked[other].claims and not page.said(other) and page.has_room(other)
        if free and shared >= SAME_POINT * len(words):
            yield _told(other, checked, reading)


def _own_words(
    page: _Page, sentence: str, checked: Mapping[str, Checked], reading: Reading, text: str
) -> Iterator[Told]:
    """The article's whole sentences, the closest first, that the summary doesn't rest on yet."""
    spans = reading.encoding.sentences
    used = {n for n, span in enumerate(spans) if any(span in t.sources for t in page.sentences)}
    for number in closest(sentence, checked[sentence].vector, reading, used):
        own = " ".join(spans[number].of(text).split())
        if is_whole(own) and page.has_room(own):
            yield Told(own, (spans[number],), 1.0, spans[number])


def _told(sentence: str, checked: Mapping[str, Checked], reading: Reading) -> Told:
    numbers, share = rests_on(sentence, checked[sentence].vector, reading)
    return Told(sentence, tuple(reading.encoding.sentences[n] for n in numbers), share)


def _quote_instead(page: _Page, reading: Reading, text: str) -> None:
    """The article's most salient sentences, where the model wrote none that is whole and fits."""
    chosen: Sequence[Choice] = select_sentences(text, reading.encoding, page.options)
    for choice in chosen:
        page.add(Told(" ".join(choice.span.of(text).split()), (choice.span,), 1.0, choice.span))
    page.notes.append(
        Note("unfinished", "the model wrote no whole sentence of this length; these are quotes")
    )


def _inside(place: Span, span: Span) -> Span:
    return Span(place.start + span.start, place.start + span.end)
