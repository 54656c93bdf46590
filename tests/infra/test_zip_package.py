"""The zip package, really built for Lambda's processor; what it leaves out is not missed."""

from __future__ import annotations

import subprocess
import sys

import pytest

from infra.zip_package import LEFT_OUT, LOCK, RUNTIME, build, needed
from tests.aws.cloud import environment


@pytest.fixture(scope="module")
def package(tmp_path_factory):
    folder = tmp_path_factory.mktemp("zip") / "lambda"
    return folder, build(folder)


def test_it_is_under_the_limit_unpacked(package):
    folder, size = package
    print(f"{size / 1e6:.0f} MB unpacked")
    assert 100_000_000 < size < 250_000_000
    assert (folder / "model_cache" / "embedded" / "tokens.onnx").is_file()


def test_every_binary_is_for_the_processor_of_the_function(package):
    folder, _ = package
    arm64 = b"\xb7\x00"  # e_machine of an ELF header
    binaries = list(folder.rglob("*.so*"))
    assert len(binaries) > 20
    for binary in binaries:
        head = binary.read_bytes()[:20]
        assert (head[:4], head[18:20]) == (b"\x7fELF", arm64), binary


def test_what_is_left_out_is_in_the_lock_and_so_is_a_name_that_means_something():
    lock = LOCK.read_text()
    locked = {line.partition("==")[0] for line in lock.splitlines() if "==" in line}
    assert locked >= LEFT_OUT - {"hf-xet"}
    assert not {line.partition("==")[0] for line in needed(lock).splitlines()} & LEFT_OUT


def test_no_function_misses_what_is_left_out(tmp_path):
    modules = {name.replace("-", "_") for name in LEFT_OUT - RUNTIME}
    program = f"""
import json, sys
from importlib.abc import MetaPathFinder
class Missing(MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name in {modules!r}:
            raise ModuleNotFoundError(name, name=name)
sys.meta_path.insert(0, Missing())
from service.aws.handler import handler
import service.aws.worker, service.aws.items
from tests.aws.contexts import context
event = json.loads(open("tests/events/apigateway_rest.json").read())
text = json.loads(event["body"])["text"]
for body in ({{"text": text}}, {{"html": f"<article><p>{{text}}</p></article>"}}):
    answer = handler(event | {{"body": json.dumps(body)}}, context())
    print(answer["statusCode"])
"""
    stack = {
        "BRIEFS_CACHE_TABLE": "c", "BRIEFS_JOBS_TABLE": "j", "BRIEFS_IDEMPOTENCY_TABLE": "i",
        "BRIEFS_JOBS_QUEUE": "http://127.0.0.1:9/q", "BRIEFS_BUCKET": "b",
    }  # fmt: skip
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        env={"PATH": "/usr/bin", **environment("http://127.0.0.1:9"), **stack},
    )
    assert [line for line in done.stdout.splitlines() if line.isdigit()] == ["200", "200"], (
        done.stderr[-2_000:]
    )
