"""What is asked: the request of the API, and what the rest of the service sees of it."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated, Any, Self

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainValidator,
    WithJsonSchema,
    model_validator,
)

from service.errors import NotText, UnsupportedMediaType
from service.options import (
    MAX_SENTENCES,
    BriefOptions,
    LongArticles,
    Mode,
    OffsetUnit,
    SummaryOptions,
)

# Python's ways to spell text that no document is written in; some spell lone surrogates.
_NO_CHARSETS = {"idna", "punycode", "raw-unicode-escape", "undefined", "unicode-escape", "utf-7"}


@dataclass(frozen=True, slots=True)
class PastedText:
    """Text, as its offsets will count it."""

    text: str

    @classmethod
    def decode(cls, body: bytes, charset: str | None = None) -> Self:
        """What `body` says in `charset`, in UTF-8 where none is named; nothing is guessed."""
        try:
            if charset and codecs.lookup(charset).name in _NO_CHARSETS:
                raise LookupError(charset)
            return cls(body.decode(charset or "utf-8-sig"))
        except UnicodeError:
            raise NotText(f"This is not {charset or 'utf-8'}; name the text's charset.") from None
        except (LookupError, ValueError):
            raise UnsupportedMediaType("The charset that is named is not known here.") from None


@dataclass(frozen=True, slots=True)
class Page:
    """An HTML page, decoded or not; `charset` is what its sender said."""

    content: str | bytes
    charset: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A PDF."""

    content: bytes


@dataclass(frozen=True, slots=True)
class Link:
    """A page that is yet to be fetched."""

    url: str


Source = PastedText | Page | Document | Link


@dataclass(frozen=True, slots=True)
class Submission:
    """One article, wherever it comes from, and what is asked about it."""

    source: Source
    options: BriefOptions
    title: str | None = None
    published: date | datetime | None = None


# Years in which a newspaper can have appeared; also keeps calendar arithmetic inside its range.
EARLIEST, LATEST = 1600, 2999
_DATE = re.compile(r"\d{4}-\d\d-\d\d(?:[Tt ]\d\d:\d\d.*)?", re.ASCII | re.DOTALL)


def parse_published(value: object) -> date | datetime:
    """The date or date-time (ISO 8601) that `value` spells; raises ValueError."""
    if not isinstance(value, str) or not _DATE.fullmatch(value):
        raise ValueError("not a date (2019-01-24) or date-time (2019-01-24T13:00:00Z)")
    try:
        when = date.fromisoformat(value) if len(value) == 10 else datetime.fromisoformat(value)
    except ValueError:
        raise ValueError("no such day or time") from None
    if not EARLIEST <= when.year <= LATEST:
        raise ValueError(f"the year must lie between {EARLIEST} and {LATEST}")
    return when


_PUBLISHED_SCHEMA = {
    "anyOf": [{"type": "string", "format": "date"}, {"type": "string", "format": "date-time"}],
    "description": "what relative dates count from; date or date-time",
    "examples": ["2019-01-24"],
}
PublishedDate = Annotated[
    date | datetime, PlainValidator(parse_published), WithJsonSchema(_PUBLISHED_SCHEMA)
]
Title = Annotated[str, Field(max_length=1_000)]
Sentences = Annotated[int, Field(ge=1, le=MAX_SENTENCES)]
Words = Annotated[int, Field(ge=1, le=10_000, description="a ceiling on the summary's words")]
ModelId = Annotated[str, Field(max_length=200)]
MaxActors = Annotated[int, Field(ge=0, le=100)]


class Asked(BaseModel):
    """A part of a request: frozen, and nothing but what is named."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class SummaryRequest(Asked):
    """How long the summary may be, and who writes it."""

    mode: Mode = "extractive"
    sentences: Sentences = 3
    words: Words | None = None
    model: ModelId | None = Field(
        default=None, description="a name of /v1/models; null is the default"
    )
    long: LongArticles = Field(
        default="select",
        description="of an article that is longer than an abstractive model reads at once, it "
        "reads the most salient sentences (select), or all by sections, in more time (map)",
    )


ONE_OF = ("text", "html", "url")


class BriefRequest(Asked):
    """One article, as exactly one of `text`, `html` and `url`, and what is asked about it."""

    model_config = ConfigDict(
        json_schema_extra={
            "oneOf": [
                {"required": [name], "properties": {name: {"type": "string"}}} for name in ONE_OF
            ]
        }
    )

    text: str | None = None
    html: str | None = None
    url: Annotated[str, Field(max_length=2_048)] | None = None
    title: Title | None = None
    published: PublishedDate | None = None
    summary: SummaryRequest = SummaryRequest()
    max_actors: MaxActors = 10
    offsets: OffsetUnit = Field(
        default="codepoint", description="the unit of every `start` and `end`"
    )
    include_text: bool | None = Field(
        None, description="`article.text` in the answer; null is only where it isn't what was sent"
    )

    @model_validator(mode="after")
    def _one_source(self) -> Self:
        given = [name for name in ONE_OF if getattr(self, name) is not None]
        if len(given) != 1:
            found = " and ".join(given) or "none of them"
            raise ValueError(f"exactly one of text, html and url is needed, found {found}")
        return self

    def submission(self) -> Submission:
        """The same, as the rest of the service sees it."""
        options = BriefOptions(
            summary=SummaryOptions(**self.summary.model_dump()),
            max_actors=self.max_actors,
            offsets=self.offsets,
            include_text=self.include_text,
        )
        return Submission(self._source(), options, self.title, self.published)

    def _source(self) -> Source:
        if self.text is not None:
            return PastedText(self.text)
        if self.html is not None:
            return Page(self.html)
        assert self.url is not None
        return Link(self.url)


def _whole(value: Any) -> Any:
    """Digits as a number; pydantic would also take "3.0" and " 3"."""
    return int(value) if isinstance(value, str) and re.fullmatch(r"-?\d{1,9}", value) else value


def _truth(value: Any) -> Any:
    return {"true": True, "false": False}.get(value, value) if isinstance(value, str) else value


class QueryOptions(Asked):
    """The options of a request whose body is the article itself, as query parameters."""

    title: Title | None = None
    published: PublishedDate | None = None
    mode: Mode = "extractive"
    sentences: Annotated[Sentences, BeforeValidator(_whole)] = 3
    words: Annotated[Words, BeforeValidator(_whole)] | None = None
    model: ModelId | None = None
    long: LongArticles = "select"
    max_actors: Annotated[MaxActors, BeforeValidator(_whole)] = 10
    offsets: OffsetUnit = "codepoint"
    include_text: Annotated[bool, BeforeValidator(_truth)] | None = None

    def submission(self, source: Source) -> Submission:
        """`source` with these options."""
        summary = SummaryOptions(self.mode, self.sentences, self.words, self.model, self.long)
        options = BriefOptions(summary, self.max_actors, self.offsets, self.include_text)
        return Submission(source, options, self.title, self.published)
