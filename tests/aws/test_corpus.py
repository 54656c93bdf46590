"""How a corpus is cut, and what is asked of Step Functions, in AWS's own shapes."""

from __future__ import annotations

import pytest
from botocore.stub import ANY, Stubber

from service.aws.corpus import CHUNK_BYTES, CHUNK_LINES, BulkStack, Corpus, chunked
from service.errors import NotOffered
from tests.aws.cloud import environment

MACHINE = "arn:aws:states:eu-central-1:123456789012:stateMachine:briefs"
EXECUTION = "arn:aws:states:eu-central-1:123456789012:execution:briefs:run-1"
MAP_RUN = "arn:aws:states:eu-central-1:123456789012:mapRun:briefs/chunks:1"


def test_chunks_are_bounded_in_lines_and_bytes_and_lose_nothing():
    lines = [b"%d" % n for n in range(2 * CHUNK_LINES + 1)] + [b"x" * CHUNK_BYTES] * 2 + [b""]
    chunks = list(chunked(iter(lines)))
    assert [line for chunk in chunks for line in chunk] == lines
    assert max(map(len, chunks)) == CHUNK_LINES
    assert all(sum(map(len, chunk)) <= CHUNK_BYTES for chunk in chunks)


def test_a_line_larger_than_a_chunk_is_a_chunk():
    assert list(chunked([b"x" * (CHUNK_BYTES + 1), b"y"])) == [[b"x" * (CHUNK_BYTES + 1)], [b"y"]]


@pytest.fixture
def corpus(monkeypatch):
    for name, value in environment("http://127.0.0.1:9").items():
        monkeypatch.setenv(name, value)
    return Corpus(BulkStack("bucket", MACHINE), "run")


def status(states, status, **more):
    described = {
        "executionArn": EXECUTION,
        "stateMachineArn": MACHINE,
        "status": status,
        "startDate": 0,
    }
    states.add_response("describe_execution", described | more, {"executionArn": ANY})


def counts(states, over):
    run = {
        "executionArn": EXECUTION,
        "mapRunArn": MAP_RUN,
        "stateMachineArn": MACHINE,
        "startDate": 0,
    }
    states.add_response("list_map_runs", {"mapRuns": [run]}, {"executionArn": EXECUTION})
    names = ("pending", "running", "succeeded", "failed", "timedOut", "aborted", "total")
    items = dict.fromkeys((*names, "resultsWritten"), 0) | {"succeeded": over, "failed": 1}
    described = {
        "mapRunArn": MAP_RUN,
        "executionArn": EXECUTION,
        "status": "RUNNING",
        "startDate": 0,
        "maxConcurrency": 1,
        "toleratedFailurePercentage": 5.0,
        "toleratedFailureCount": 0,
        "itemCounts": items,
        "executionCounts": items,
    }
    states.add_response("describe_map_run", described, {"mapRunArn": MAP_RUN})


def test_a_run_that_is_under_way_is_followed_and_not_begun_again(corpus):
    with Stubber(corpus._states) as states:
        status(states, "RUNNING")
        for over, now in ((0, "RUNNING"), (3, "RUNNING"), (3, "SUCCEEDED")):
            status(states, now)
            counts(states, over)
        assert list(corpus.run(poll=0)) == [1, 3, 0]
        states.assert_no_pending_responses()


def test_a_run_that_was_given_up_is_begun_anew_under_another_name(corpus):
    with Stubber(corpus._states) as states:
        status(states, "FAILED")
        states.add_client_error("describe_execution", "ExecutionDoesNotExist")
        states.add_response(
            "start_execution",
            {"executionArn": EXECUTION, "startDate": 0},
            {"stateMachineArn": MACHINE, "name": "run-2", "input": ANY},
        )
        status(states, "FAILED", cause="more than 5 % failed")
        counts(states, 1)
        with pytest.raises(NotOffered, match="more than 5 %"):
            list(corpus.run(poll=0))
