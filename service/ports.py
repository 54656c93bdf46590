"""The few seams: what the service needs of things that are not ours, each in one sentence."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from typing import Protocol

from service.brief import Brief
from service.encoding.encoding import Encoding
from service.text.spans import Span


class Encoder(Protocol):
    """Reads the sentences of a text once; the same sentences always give the same numbers."""

    def encode(self, text: str, sentences: Sequence[Span]) -> Encoding: ...


class Watch(Protocol):
    """Is told when a stage of the work begins and ends; it changes nothing."""

    def stage(self, name: str) -> AbstractContextManager[None]: ...


class BriefCache(Protocol):
    """Remembers briefs by fingerprint; a failing cache answers None, it never raises."""

    def get(self, fingerprint: str) -> Brief | None: ...

    def put(self, fingerprint: str, brief: Brief) -> None: ...
