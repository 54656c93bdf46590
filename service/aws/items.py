"""The Lambda function that the state machine calls with each chunk of a corpus."""

from __future__ import annotations

import time
from typing import Any

from service.answering import Result, answer_line, problem_line
from service.aws.bulk import Chunk, do_chunk
from service.aws.clients import client
from service.aws.invocation import RESERVE
from service.aws.observe import Observer
from service.aws.settings import cloud_settings, needed
from service.aws.wiring import cloud_desk
from service.http.record import Record, Stopwatch
from service.http.slots import late

_settings = cloud_settings()
_observer = Observer("briefs-bulk")
_desk = cloud_desk(_settings)
_bucket = needed(_settings.bucket, "BRIEFS_BUCKET")
_s3 = client("s3", seconds=30)


def _do(event: dict[str, Any], context: Any) -> dict[str, Any]:
    """What became of the chunk that is the event: {"key", "lines"}."""
    chunk = Chunk.read(event)
    begun = time.monotonic()
    end = begun + context.get_remaining_time_in_millis() / 1_000 - RESERVE
    record = Record(chunk.key)

    def answer(line: bytes) -> Result:
        """A line for which no time is left has a problem: the results of the others are kept."""
        seconds = min(_desk.limits.seconds, end - time.monotonic())
        if seconds <= 0:
            return problem_line(line, late(_desk.limits.seconds))
        return answer_line(_desk, line, Stopwatch(record, seconds=seconds))

    done = do_chunk(_s3, _bucket, chunk, answer)
    record.articles = done["briefs"]
    _observer.count(record, time.monotonic() - begun)
    return done


handler = _observer.watch(_do)
