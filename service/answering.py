"""One line of a batch to its result, wherever the batch is done."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Literal

from service.desk import Desk
from service.errors import BriefError, RequestTooLarge
from service.http.bodies import parse_json
from service.http.problems import internal_problem, problem_of
from service.pipeline import NO_WATCH
from service.ports import Watch
from service.request import BriefRequest


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one line, as a line."""

    kind: Literal["brief", "problem"]
    line: bytes


def answer_line(desk: Desk, line: bytes, watch: Watch = NO_WATCH) -> Result:
    """The brief or the problem of `line`; nothing that is in a line raises."""
    try:
        if len(line) > desk.limits.body_bytes:
            raise RequestTooLarge(
                f"the line has more than {desk.limits.body_bytes} bytes",
                limit=desk.limits.body_bytes,
            )
        brief = desk.answer(parse_json(line, BriefRequest).submission(), watch).brief
    except BriefError as error:
        return problem_line(line, error)
    except Exception:
        return _result("problem", line, internal_problem(fingerprint(line)).json_text())
    return _result("brief", line, brief.model_dump_json())


def problem_line(line: bytes, error: BriefError) -> Result:
    """The result of a line that `error` kept from a brief."""
    return _result("problem", line, problem_of(error).json_text())


def fingerprint(line: bytes) -> str:
    """The start of the line's SHA-256."""
    return hashlib.sha256(line).hexdigest()[:16]


def _result(kind: Literal["brief", "problem"], line: bytes, json: str) -> Result:
    return Result(kind, f'{{"input":"{fingerprint(line)}","{kind}":{json}}}\n'.encode())
