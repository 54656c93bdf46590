"""A corpus in S3: chunks of lines in, chunks of results out, under one prefix for each run.

    bulk/RUN/chunks.jsonl            what there is to do: {"key", "lines"}, one chunk a line
    bulk/RUN/input/000000.jsonl      requests
    bulk/RUN/output/000000.jsonl     results, one for each request, in order
    bulk/RUN/map/…                   what Step Functions says of it all, with its manifest

Only keys travel through the state machine, so that a corpus may have any size.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Self

from service.answering import Result


@dataclass(frozen=True, slots=True)
class Chunk:
    """Some lines of a corpus, in an object of their own."""

    key: str
    lines: int

    @classmethod
    def read(cls, item: dict[str, Any]) -> Self:
        return cls(item["key"], item["lines"])

    def line(self) -> str:
        return json.dumps({"key": self.key, "lines": self.lines}) + "\n"

    @property
    def output(self) -> str:
        """Where its results lie."""
        folder, _, name = self.key.rpartition("/input/")
        return f"{folder}/output/{name}"


def prefix_of(run: str) -> str:
    return f"bulk/{run}/"


def chunk_key(run: str, number: int) -> str:
    """Where a chunk lies; in the order of the numbers."""
    return f"{prefix_of(run)}input/{number:06}.jsonl"


def chunks_key(run: str) -> str:
    return f"{prefix_of(run)}chunks.jsonl"


def do_chunk(
    s3: Any, bucket: str, chunk: Chunk, answer: Callable[[bytes], Result]
) -> dict[str, Any]:
    """Write the result of each line of `chunk`; how many are briefs and how many problems.

    A chunk that was done before is not done again.
    """
    counts = _done(s3, bucket, chunk)
    if counts is None:
        content = s3.get_object(Bucket=bucket, Key=chunk.key)["Body"].read()
        results = [answer(line) for line in content.split(b"\n")[:-1]]
        counted = Counter(result.kind for result in results)
        counts = {kind: counted[kind] for kind in ("brief", "problem")}
        s3.put_object(
            Bucket=bucket,
            Key=chunk.output,
            Body=b"".join(result.line for result in results),
            Metadata={kind: str(number) for kind, number in counts.items()},
        )
    return {"output": chunk.output, "briefs": counts["brief"], "problems": counts["problem"]}


def _done(s3: Any, bucket: str, chunk: Chunk) -> dict[str, int] | None:
    from botocore.exceptions import ClientError

    try:
        metadata = s3.head_object(Bucket=bucket, Key=chunk.output)["Metadata"]
    except ClientError as error:
        if error.response["ResponseMetadata"]["HTTPStatusCode"] == 404:
            return None
        raise
    return {kind: int(metadata[kind]) for kind in ("brief", "problem")}
