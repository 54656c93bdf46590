"""Asks the service every hostile input and prints what it says: a line of JSON for each.

An input that needs more seconds of a processor than it should ends the program.
"""

from __future__ import annotations

import json
import resource
import sys
import time

from starlette.testclient import TestClient

from service.brief import Brief, prove
from service.desk import Desk
from service.http.app import create_app
from service.http.parts import Parts
from service.http.slots import Slots
from service.limits import Limits
from service.storage.memory import NoCache
from tests.corpus.hostile import HOSTILE
from tests.fakes import fake_models

SECONDS = 25


def main() -> None:
    """Print ["name", status] for each; "unproved" where a quote isn't one."""
    models = fake_models()
    limits = Limits(seconds=3_600)  # of a clock: a busy machine is no mistake
    desk = Desk(lambda: models, NoCache(), None, limits)
    client = TestClient(create_app(Parts(desk, Slots(1), lambda: ())))
    for name, (kind, body, _) in HOSTILE.items():
        before = time.process_time()
        limit = int(before) + 1 + SECONDS
        resource.setrlimit(resource.RLIMIT_CPU, (limit, resource.RLIM_INFINITY))
        url = "/v1/briefs" if kind == "application/json" else "/v1/briefs?include_text=true"
        answer = client.post(url, content=body, headers={"content-type": kind})
        got = _checked(answer.status_code, answer.content, body, kind)
        print(json.dumps([name, got]), flush=True)
        print(f"{time.process_time() - before:6.2f} s  {name}", file=sys.stderr)


def _checked(status: int, content: bytes, body: bytes, kind: str) -> int | str:
    if status != 200:
        return status
    brief = Brief.model_validate_json(content)
    text = json.loads(body)["text"] if kind == "application/json" else brief.article.text
    try:
        return 200 if prove(brief, text or "") else "no brief"
    except AssertionError:
        return "unproved"


if __name__ == "__main__":
    main()
