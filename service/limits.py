"""How much this server takes on."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Each of these is named, with its number, in the problem that it causes."""

    body_bytes: int = 5_000_000  # of a request; Lambda takes 6 MB, base64 makes 4 of 3
    characters: int = 1_000_000  # of one article: ten times the longest one in the news
    batch: int = 25  # articles in one request
    concurrent: int = 2  # briefs at once
    seconds: float = 120.0  # for one brief, reading included: 100,000 words take a third of it
    deadline_seconds: float = 25.0  # for an abstractive summary; API Gateway hangs up after 29
    job_seconds: float = 300.0  # for one brief that nobody waits for
    queued_jobs: int = 1_000
