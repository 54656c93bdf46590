"""The functions' image: what its file promises; that it runs, where `make image` has built it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from benchmarks.lambda_runtime import LambdaRuntime
from benchmarks.speed.functions import image
from tests.aws.test_handler import EVENTS

ROOT = Path(__file__).parents[2]
DOCKERFILE = (ROOT / "infra" / "image" / "Dockerfile").read_text()
LAST_STAGE = DOCKERFILE.rpartition("\nFROM ")[2]


def test_every_package_is_pinned_by_its_hash():
    installs = re.findall(r"pip install(.*?)requirements-\w+\.lock", DOCKERFILE, re.DOTALL)
    assert len(installs) == 3
    assert all("--require-hashes" in options for options in installs)


def test_the_last_stage_installs_nothing_and_is_nobody_s_root():
    assert "RUN" not in LAST_STAGE
    assert "USER 10001" in LAST_STAGE
    assert "awslambdaric" in LAST_STAGE


def test_no_torch_is_among_what_the_last_stage_gets():
    for lock in ("requirements-aws.lock", "requirements-rewrite.lock"):
        names = {line.partition("==")[0] for line in (ROOT / lock).read_text().splitlines()}
        assert not names & {"torch", "transformers", "triton"}, lock


def test_only_what_the_image_is_made_of_is_sent_to_its_builder():
    kept = (ROOT / ".dockerignore").read_text().split()
    for source in re.findall(r"^COPY (?!--from)(.*) \S+$", DOCKERFILE, re.MULTILINE):
        for path in source.split():
            assert any(path.startswith(line[1:]) for line in kept if line[0] == "!"), path


def test_the_image_answers_under_its_own_entry_point():
    with image() as built:
        if built is None:
            pytest.skip("no image: `make image` with buildah builds it")
        program, size = built
        assert size < 700_000_000
        with LambdaRuntime("service.aws.handler.handler", program=program) as runtime:
            assert runtime.invoke(EVENTS["apigateway_rest"])["statusCode"] == 200
