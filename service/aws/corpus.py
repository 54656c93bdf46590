"""A corpus done by the stack, seen from outside: sent there, followed, and brought back.

Everything is done in bounded memory, and can be broken off and begun again: a run is named for its
content, what is uploaded isn't uploaded again, and what is done isn't done again.
"""

from __future__ import annotations

import json
import time
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import TypeVar

from botocore.exceptions import ClientError

from service.answering import problem_line
from service.aws.bulk import Chunk, chunk_key, chunks_key, prefix_of
from service.aws.clients import client
from service.errors import NotOffered

# A chunk is done in seconds, so that a function's time is never short; a corpus of a million
# articles has 20,000, of which a state machine keeps count with ease.
CHUNK_LINES = 50
CHUNK_BYTES = 1_000_000
_TRANSFERS = 16

T = TypeVar("T")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class BulkStack:
    """Where a deployed stack takes corpora."""

    bucket: str
    machine: str


def find_stack(name: str) -> BulkStack:
    """What the stack `name` says of itself; raises NotOffered where there is none."""
    try:
        (stack,) = client("cloudformation", seconds=30).describe_stacks(StackName=name)["Stacks"]
    except ClientError as error:
        message = error.response["Error"]["Message"]
        raise NotOffered(f"{name}: {message}; deploy it, or name another with --stack") from None
    outputs = {output["OutputKey"]: output["OutputValue"] for output in stack.get("Outputs", [])}
    return BulkStack(outputs["WorkBucket"], outputs["BulkMachine"])


class Corpus:
    """The corpus of one run."""

    def __init__(self, stack: BulkStack, run: str) -> None:
        self._stack = stack
        self._run = run
        self._s3 = client("s3", seconds=60)
        self._states = client("stepfunctions", seconds=60)

    def upload(self, lines: Iterable[bytes]) -> Iterator[int]:
        """Send `lines` in chunks, unless they are there; yields how many each chunk has."""
        if self._exists(chunks_key(self._run)):
            return
        listed = []
        for chunk in _at_once(self._put, enumerate(chunked(lines))):
            listed.append(chunk.line())
            yield chunk.lines
        # Last: where it stands, the others do.
        self._s3.put_object(
            Bucket=self._stack.bucket, Key=chunks_key(self._run), Body="".join(listed).encode()
        )

    def run(self, *, poll: float = 2.0) -> Iterator[int]:
        """Have it done; yields how many more chunks are over. Raises NotOffered if it fails."""
        execution, over = self._execution(), 0
        while True:
            described = self._states.describe_execution(executionArn=execution)
            now = self._chunks_over(execution)
            yield max(0, now - over)
            over = max(now, over)
            if described["status"] != "RUNNING":
                break
            time.sleep(poll)
        if described["status"] != "SUCCEEDED":
            cause = described.get("cause") or described.get("error") or described["status"]
            raise NotOffered(f"the run was given up: {cause}; the same command goes on with it")

    def download(self) -> Iterator[tuple[bytes, Counter[str]]]:
        """The results of each chunk, in order, and how many are briefs and how many problems."""
        yield from _at_once(self._get, self.chunks())

    def chunks(self) -> list[Chunk]:
        """What was uploaded."""
        body = self._s3.get_object(Bucket=self._stack.bucket, Key=chunks_key(self._run))["Body"]
        return [Chunk.read(json.loads(line)) for line in body.read().splitlines()]

    def _put(self, numbered: tuple[int, list[bytes]]) -> Chunk:
        number, lines = numbered
        key = chunk_key(self._run, number)
        body = b"".join(line + b"\n" for line in lines)
        self._s3.put_object(Bucket=self._stack.bucket, Key=key, Body=body)
        return Chunk(key, len(lines))

    def _get(self, chunk: Chunk) -> tuple[bytes, Counter[str]]:
        """The results of `chunk`; a problem for each line where the stack has not done it."""
        try:
            got = self._s3.get_object(Bucket=self._stack.bucket, Key=chunk.output)
        except self._s3.exceptions.NoSuchKey:
            return self._without_results(chunk)
        results = got["Body"].read()
        assert results.count(b"\n") == chunk.lines, f"{chunk.output} is not whole"
        kinds = got["Metadata"]
        return results, Counter({kind: int(kinds[kind]) for kind in ("brief", "problem")})

    def _without_results(self, chunk: Chunk) -> tuple[bytes, Counter[str]]:
        content = self._s3.get_object(Bucket=self._stack.bucket, Key=chunk.key)["Body"].read()
        why = NotOffered("the stack could not do this part of the corpus; send these lines again")
        lines = content.split(b"\n")[:-1]
        results = b"".join(problem_line(line, why).line for line in lines)
        return results, Counter({"brief": 0, "problem": len(lines)})

    def _execution(self) -> str:
        """The execution that does this run: the one under way or done, else a new one."""
        arn = self._stack.machine.replace(":stateMachine:", ":execution:")
        number = 1
        while status := self._status(f"{arn}:{self._run}-{number}"):
            if status in ("RUNNING", "SUCCEEDED"):
                return f"{arn}:{self._run}-{number}"
            number += 1
        asked = {"chunks": chunks_key(self._run), "results": f"{prefix_of(self._run)}map"}
        started = self._states.start_execution(
            stateMachineArn=self._stack.machine,
            name=f"{self._run}-{number}",
            input=json.dumps(asked),
        )
        return str(started["executionArn"])

    def _status(self, execution: str) -> str | None:
        try:
            return str(self._states.describe_execution(executionArn=execution)["status"])
        except self._states.exceptions.ExecutionDoesNotExist:
            return None

    def _chunks_over(self, execution: str) -> int:
        runs = self._states.list_map_runs(executionArn=execution)["mapRuns"]
        if not runs:
            return 0
        counts = self._states.describe_map_run(mapRunArn=runs[0]["mapRunArn"])["itemCounts"]
        return sum(int(counts[end]) for end in ("succeeded", "failed", "timedOut", "aborted"))

    def _exists(self, key: str) -> bool:
        try:
            self._s3.head_object(Bucket=self._stack.bucket, Key=key)
        except ClientError as error:
            if error.response["ResponseMetadata"]["HTTPStatusCode"] == 404:
                return False
            raise
        return True


def chunked(lines: Iterable[bytes]) -> Iterator[list[bytes]]:
    """`lines` in order, so many together or so many bytes, whichever comes first."""
    chunk: list[bytes] = []
    size = 0
    for line in lines:
        if chunk and (len(chunk) == CHUNK_LINES or size + len(line) > CHUNK_BYTES):
            yield chunk
            chunk, size = [], 0
        chunk.append(line)
        size += len(line)
    if chunk:
        yield chunk


def _at_once(do: Callable[[T], R], items: Iterable[T]) -> Iterator[R]:
    """What `do` makes of each item, in order; several are at work, and no more than that."""
    waiting: deque[Future[R]] = deque()
    with ThreadPoolExecutor(_TRANSFERS) as threads:
        for item in items:
            waiting.append(threads.submit(do, item))
            if len(waiting) == 2 * _TRANSFERS:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
