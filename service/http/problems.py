"""What goes wrong, as RFC 9457 says it: one table from error to HTTP."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    SerializerFunctionWrapHandler,
    ValidationError,
    model_serializer,
)
from pydantic_core import ErrorDetails

from service import errors

MEDIA_TYPE = "application/problem+json"
TYPE = "urn:problem-type:article-briefs:"


class Sparse(BaseModel):
    """Leaves the members out that don't apply, where other answers have a null."""

    model_config = ConfigDict(frozen=True)

    @model_serializer(mode="wrap")
    def _without_absent(self, serialize: SerializerFunctionWrapHandler):  # type: ignore[no-untyped-def]
        return {name: value for name, value in serialize(self).items() if value is not None}


class FieldProblem(BaseModel):
    """One of several things wrong with a request."""

    model_config = ConfigDict(frozen=True)

    field: str | None
    detail: str


class Problem(Sparse):
    """What went wrong, for programs (`type`, `status`) and for people (`title`, `detail`)."""

    model_config = ConfigDict(
        frozen=True,
        json_schema_extra={
            "examples": [
                {
                    "type": TYPE + "article-too-long",
                    "title": "The article is too long",
                    "status": 413,
                    "detail": "the article has 1200000 characters; this server reads up to 1000000",
                    "limit": 1_000_000,
                    "actual": 1_200_000,
                }
            ]
        },
    )

    type: str
    title: str
    status: int
    detail: str
    field: str | None = Field(default=None, description="the part of the request that is at fault")
    limit: int | float | None = Field(default=None, description="what is allowed")
    actual: int | float | None = Field(default=None, description="what was sent")
    errors: tuple[FieldProblem, ...] | None = Field(
        default=None, description="where there are several"
    )

    def json_text(self) -> str:
        """The problem as it is sent."""
        return self.model_dump_json()


@dataclass(frozen=True, slots=True)
class Kind:
    """What a kind of error means over HTTP."""

    status: int
    name: str  # the end of its `type`
    title: str
    retry_after: int | None = None  # seconds


KINDS: dict[type[errors.BriefError], Kind] = {
    errors.MalformedRequest: Kind(400, "malformed-request", "The request is not readable"),
    errors.MissingKey: Kind(401, "missing-key", "A key is needed"),
    errors.Refused: Kind(403, "refused", "Not from there"),
    errors.NoSuchJob: Kind(404, "no-such-job", "There is no such job"),
    errors.RequestTooSlow: Kind(408, "request-too-slow", "The request came too slowly"),
    errors.RequestTooLarge: Kind(413, "request-too-large", "The request is too large"),
    errors.AnswerTooLarge: Kind(413, "answer-too-large", "The answer is too large"),
    errors.ArticleTooLong: Kind(413, "article-too-long", "The article is too long"),
    errors.UnsupportedMediaType: Kind(415, "unsupported-media-type", "Not a kind that is read"),
    errors.InvalidRequest: Kind(422, "invalid-request", "The request makes no sense"),
    errors.KeyReused: Kind(422, "key-reused", "The Idempotency-Key stands for another request"),
    errors.EmptyArticle: Kind(422, "empty-article", "There is nothing to read"),
    errors.ArticleTooShort: Kind(422, "article-too-short", "There is nothing to shorten"),
    errors.NotText: Kind(422, "not-text", "This is not text"),
    errors.UnsupportedLanguage: Kind(422, "unsupported-language", "The model can't read this"),
    errors.NoArticleFound: Kind(422, "no-article-found", "The page has no article"),
    errors.UnreadableDocument: Kind(422, "unreadable-document", "The document can't be read"),
    errors.UnknownModel: Kind(422, "unknown-model", "There is no such model"),
    errors.FetchRefused: Kind(422, "fetch-refused", "This URL is not fetched"),
    errors.Overloaded: Kind(429, "overloaded", "Too much at once", retry_after=1),
    errors.FetchFailed: Kind(502, "fetch-failed", "The page could not be fetched"),
    errors.FetchTimeout: Kind(504, "fetch-timeout", "The page did not come in time"),
    errors.DeadlineExceeded: Kind(503, "deadline-exceeded", "Not done in time"),
    errors.NotOffered: Kind(503, "not-offered", "Not set up on this server"),
    errors.ModelCorrupt: Kind(503, "model-corrupt", "The model's files are damaged"),
    errors.ModelUnavailable: Kind(503, "model-unavailable", "The model is not there"),
    # What remains of each branch, for kinds that are added without a line of their own.
    errors.InputError: Kind(422, "invalid-input", "The request can't be answered"),
    errors.UpstreamError: Kind(502, "upstream", "Another server is at fault"),
    errors.BriefError: Kind(503, "unavailable", "Not possible now"),
}


def kind_of(error: errors.BriefError) -> Kind:
    """The most specific line of the table."""
    return next(KINDS[cls] for cls in type(error).__mro__ if cls in KINDS)


def problem_of(error: errors.BriefError) -> Problem:
    """What a caller is told of `error`."""
    kind = kind_of(error)
    return Problem(
        type=TYPE + kind.name,
        title=kind.title,
        status=kind.status,
        detail=error.detail,
        field=error.field,
        limit=error.limit,
        actual=error.actual,
        errors=_several(error),
    )


def internal_problem(request_id: str) -> Problem:
    """A bug of ours; the log has the rest under `request_id`."""
    return Problem(
        type=TYPE + "internal",
        title="This is our fault",
        status=500,
        detail=f"something unexpected happened; please report it with the id {request_id}",
    )


def invalid(error: ValidationError) -> errors.BriefError:
    """What pydantic found, in our words; never repeats what was sent."""
    found = error.errors(include_url=False, include_context=True, include_input=True)
    if found[0]["type"] == "json_invalid":
        return errors.MalformedRequest(found[0]["msg"])
    first = found[0]
    field = _path(first)
    return _Invalid(
        _sentence(first),
        parts=tuple(FieldProblem(field=_path(part), detail=_sentence(part)) for part in found[:20]),
        field=field,
        limit=_limit(first),
        actual=_actual(first),
    )


class _Invalid(errors.InvalidRequest):
    """One or more things wrong with a request, as far as they could be told apart."""

    def __init__(
        self,
        detail: str,
        *,
        parts: tuple[FieldProblem, ...],
        field: str | None,
        limit: float | None,
        actual: float | None,
    ) -> None:
        super().__init__(detail, field=field, limit=limit, actual=actual)
        self.parts = parts


def _several(error: errors.BriefError) -> tuple[FieldProblem, ...] | None:
    parts = error.parts if isinstance(error, _Invalid) else ()
    return parts if len(parts) > 1 else None


def _path(part: ErrorDetails) -> str | None:
    return ".".join(str(step)[:100] for step in part["loc"]) or None


def _sentence(part: ErrorDetails) -> str:
    """What is wrong, for somebody who knows JSON and not pydantic."""
    words, context = _WORDS.get(part["type"]), part.get("ctx", {})
    field = _path(part)
    if words:
        return f"{field or 'the request'} {words.format(**context)}"
    message = part["msg"].removeprefix("Value error, ")
    return f"{field}: {message}" if field else message


# pydantic's name of a mistake → the predicate of our sentence about it
_WORDS = {
    "bool_type": "must be true or false",
    "extra_forbidden": "is not known here",
    "greater_than_equal": "must be at least {ge}",
    "int_type": "must be a whole number",
    "less_than_equal": "must be at most {le}",
    "list_type": "must be a list",
    "literal_error": "must be {expected}",
    "missing": "is missing",
    "model_type": "must be an object",
    "string_too_long": "must have at most {max_length} characters",
    "string_type": "must be a string",
    "too_short": "is too short: at least {min_length} of them",
    "tuple_type": "must be a list",
}


def _limit(part: ErrorDetails) -> float | None:
    context = part.get("ctx", {})
    return next((context[name] for name in ("le", "ge", "max_length") if name in context), None)


def _actual(part: ErrorDetails) -> float | None:
    """The number that is over the limit; not where the limit isn't one of numbers."""
    if _limit(part) is None:
        return None
    value = part["input"]
    if isinstance(value, str | list | tuple):
        return len(value)
    return value if isinstance(value, int | float) and abs(value) < 2**53 else None


_TITLES = {kind.status: kind.title for kind in reversed(KINDS.values())}


def responses(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """What OpenAPI says of the problems that a route can answer with."""
    return {status: _response(status) for status in statuses}


def _response(status: int) -> dict[str, Any]:
    content = {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}
    response: dict[str, Any] = {"description": _TITLES[status], "content": content}
    if status == 429:
        seconds = {"schema": {"type": "integer"}, "description": "seconds to wait"}
        response["headers"] = {"Retry-After": seconds}
    return response
