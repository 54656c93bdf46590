"""Everything that is expected to go wrong, by who can mend it.

    BriefError
    ├── InputError            the caller: another article, another option
    │   ├── MalformedRequest      not readable as what it says it is
    │   ├── InvalidRequest        what was asked makes no sense
    │   ├── RequestTooLarge       more bytes than this server takes
    │   ├── AnswerTooLarge        more bytes than can be sent back from here
    │   ├── RequestTooSlow        the rest of it didn't come
    │   ├── MissingKey            no key, or not one of ours
    │   ├── Refused               sent by the page of a site that may not ask
    │   ├── NoSuchJob             never there, expired, or somebody else's
    │   ├── KeyReused             an Idempotency-Key that stands for another request
    │   ├── EmptyArticle          nothing to read
    │   ├── ArticleTooShort       nothing to shorten
    │   ├── ArticleTooLong        over the limit that this server sets
    │   ├── NotText               binary, or not decodable
    │   ├── UnsupportedLanguage   not a language of the model
    │   ├── NoArticleFound        a page without an article
    │   ├── UnreadableDocument    a broken, encrypted or scanned PDF
    │   ├── UnsupportedMediaType  a kind of document that isn't read
    │   ├── UnknownModel          no such model in the store
    │   └── FetchRefused          a URL that must not or need not be fetched
    ├── UpstreamError         a third party: the site that the URL points to
    │   ├── FetchFailed           it answered with an error, or not with a page
    │   └── FetchTimeout          it did not answer in time
    ├── Overloaded            the caller, later: try again
    ├── DeadlineExceeded      the caller, with less, or as a job
    ├── NotOffered            whoever runs the service: a part of it isn't set up
    └── ModelError            whoever runs the service
        ├── ModelCorrupt          files that are not what the manifest says
        └── ModelUnavailable      a model, or what runs it, is not there

Each edge has one table that says what an error means there: an HTTP status
(`service.http.problems`), an exit code (`service.cli`), retry or drop (`service.aws.worker`).
"""

from __future__ import annotations


class BriefError(Exception):
    """An expected failure; its text tells a person what to do.

    `field` names the part of the request that is at fault; `limit` and `actual` are numbers in the
    unit that the text names.
    """

    def __init__(
        self,
        detail: str,
        *,
        field: str | None = None,
        limit: float | None = None,
        actual: float | None = None,
    ) -> None:
        super().__init__(detail)
        self.detail = detail
        self.field = field
        self.limit = limit
        self.actual = actual


class InputError(BriefError):
    """The caller can mend it."""


class InvalidRequest(InputError):
    """What was asked makes no sense."""


class MalformedRequest(InputError):
    """Not readable as what it says it is."""


class RequestTooLarge(InputError):
    """More bytes than this server takes."""


class AnswerTooLarge(InputError):
    """More bytes than can be sent back from here."""


class RequestTooSlow(InputError):
    """The rest of it didn't come."""


class MissingKey(InputError):
    """No key, or not one of ours."""


class Refused(InputError):
    """Sent by the page of a site that may not ask."""


class NoSuchJob(InputError):
    """Never there, expired, or somebody else's."""


class KeyReused(InputError):
    """An Idempotency-Key that stands for another request."""


class EmptyArticle(InputError):
    """Nothing to read."""


class ArticleTooShort(InputError):
    """Nothing to shorten."""


class ArticleTooLong(InputError):
    """Over the limit that this server sets."""


class NotText(InputError):
    """Binary, or not decodable."""


class UnsupportedLanguage(InputError):
    """Not a language of the model."""


class NoArticleFound(InputError):
    """A page without an article."""


class UnreadableDocument(InputError):
    """A broken, encrypted or scanned PDF."""


class UnsupportedMediaType(InputError):
    """A kind of document that isn't read."""


class UnknownModel(InputError):
    """No such model in the store."""


class FetchRefused(InputError):
    """A URL that must not, or need not, be fetched."""


class UpstreamError(BriefError):
    """A third party's fault."""


class FetchFailed(UpstreamError):
    """The site answered with an error, or not with a page."""


class FetchTimeout(UpstreamError):
    """The site did not answer in time."""


class Overloaded(BriefError):
    """Too much at once; the same request is welcome later."""


class DeadlineExceeded(BriefError):
    """Not done within the caller's time."""


class NotOffered(BriefError):
    """A part of the service that isn't set up here."""


class ModelError(BriefError):
    """Whoever runs the service can mend it."""


class ModelCorrupt(ModelError):
    """Files that are not what the manifest says."""


class ModelUnavailable(ModelError):
    """A model, or what runs it, is not installed."""
