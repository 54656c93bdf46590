"""The lines of a batch: read within bounds, and written so that a stop loses none."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from service.answering import fingerprint
from service.errors import InvalidRequest, NotOffered

_CHUNK = 1 << 20


def read_lines(file: Path, *, longest: int) -> Iterator[bytes]:
    """Each line without its end; of one that is longer, `longest` + 1 bytes."""
    with file.open("rb") as stream:
        while line := stream.readline(longest + 2):
            if not line.endswith(b"\n") and len(line) > longest:
                _skip_rest(stream)
            yield line.rstrip(b"\r\n")[: longest + 1]


def _skip_rest(stream: BinaryIO) -> None:
    while (rest := stream.readline(_CHUNK)) and not rest.endswith(b"\n"):
        pass


def count_lines(file: Path) -> int:
    """How many lines `read_lines` finds."""
    count, last = 0, b"\n"
    with file.open("rb") as stream:
        while chunk := stream.read(_CHUNK):
            count += chunk.count(b"\n")
            last = chunk[-1:]
    return count + (last != b"\n")


@contextmanager
def open_results(file: Path, lines: Iterator[bytes]) -> Iterator[tuple[BinaryIO, int]]:
    """`file`, open for what is left to do, and how much is done; `lines` is moved on as far.

    A line that a stop broke off is done again. Raises InvalidRequest where `file` holds the results
    of something else.
    """
    if file.exists() and not file.is_file():
        raise InvalidRequest(f"{file} is no file; results go into one, so that a stop loses none")
    try:
        stream = file.open("r+b" if file.exists() else "w+b")
    except OSError as error:
        raise NotOffered(f"{file} can't be written: {error.strerror}") from None
    with stream:
        done, end = 0, 0
        while (result := stream.readline()).endswith(b"\n"):
            line = next(lines, None)
            if line is None or _input(result) != fingerprint(line):
                raise InvalidRequest(
                    f"line {done + 1} of {file} is not the result of line {done + 1} of the input; "
                    "name another file with -o"
                )
            done, end = done + 1, stream.tell()
        stream.seek(end)
        stream.truncate()
        yield stream, done


def _input(result: bytes) -> str | None:
    try:
        found = json.loads(result)
    except ValueError:
        return None
    return found.get("input") if isinstance(found, dict) else None
