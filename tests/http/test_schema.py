"""schemathesis asks whatever the interface's description allows, and much that it doesn't.

A fixed seed and a fixed number of cases: the same ones on every run.
"""

from __future__ import annotations

import atexit
import hashlib
import tempfile
from datetime import timedelta
from pathlib import Path

import schemathesis
from schemathesis.checks import CHECKS
from schemathesis.config import SchemathesisConfig

from service.desk import Desk
from service.http.app import create_app
from service.http.parts import Parts
from service.http.slots import Slots
from service.http.wire import ModelCard
from service.limits import Limits
from service.storage.jobs import SqliteJobs
from service.storage.memory import MemoryCache
from tests.fakes import FakeClock, FakeFetcher, fake_models

KEY = "a-key"
CASES = 200  # of each operation; the description itself gives another thousand
CARD = ModelCard(
    name="fake", kind="embedded", version="1", sha256="0" * 64, languages=("en",),
    licence="Apache-2.0", default=True, runtime="onnx", bytes=1,
)  # fmt: skip
CONFIG = {
    "seed": 20261123,
    "request-timeout": 600,  # a busy machine is no mistake
    "auth": {"openapi": {"bearer": {"bearer": KEY}, "key": {"api_key": KEY}}},
    "generation": {"max-examples": CASES, "database": "none", "no-shrink": True},
    "checks": {
        # The contract's word for a URL that could not be fetched; nothing else of 5xx is right.
        "not_a_server_error": {"expected-statuses": ["2xx", "3xx", "4xx", "502"]},
        # What the description allows can still be no article: too short, no page, not fetched.
        "positive_data_acceptance": {
            "expected-statuses": ["2xx", "404", "413", "422", "429", "502"],
        },
    },
}
counted = {"cases": 0, "answered": 0}


@schemathesis.serializer("text/plain", "text/html", "application/pdf")
def as_bytes(context, value):
    return value if isinstance(value, bytes) else str(value).encode("utf-8", "replace")


def interface():
    """The description, and behind it the service on fakes; the jobs are only taken, never done."""
    models = fake_models()
    folder = tempfile.TemporaryDirectory()
    store = SqliteJobs(Path(folder.name) / "jobs.sqlite", now=FakeClock(), max_queued=10**6)
    atexit.register(folder.cleanup)
    atexit.register(store.close)
    parts = Parts(
        Desk(lambda: models, MemoryCache(), FakeFetcher({}), Limits()),
        Slots(1),
        lambda: (CARD,),
        store,
        job_life=timedelta(hours=1),
        key_digests=(hashlib.sha256(KEY.encode()).hexdigest(),),
        now=FakeClock(),
    )
    config = SchemathesisConfig.from_dict(CONFIG)
    return schemathesis.openapi.from_asgi("/openapi.json", create_app(parts), config=config)


schema = interface()


@schema.parametrize()
def test_whatever_is_asked_the_answer_is_as_described(case, article):
    counted["cases"] += 1
    # Random letters are no article, so that half of what should be one is made one.
    if isinstance(case.body, dict) and isinstance(text := case.body.get("text"), str):
        case.body = case.body | ({"text": article + text} if len(text) % 2 else {})
    if isinstance(case.body, str) and len(case.body) % 2 and case.media_type == "text/plain":
        case.body = article + case.body
    answer = case.call_and_validate()
    counted["answered"] += answer.status_code == 200


def test_enough_was_asked():
    print(counted, "checked for", ", ".join(sorted(CHECKS.get_all_names())))
    assert counted["cases"] >= 2_000
    assert counted["answered"] >= 300  # with 200: the rest has no article in it
