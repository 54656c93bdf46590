"""The template in moto's CloudFormation, and a corpus through its state machine."""

from __future__ import annotations

import json

import pytest

from service.answering import fingerprint
from service.aws.clients import client
from service.brief import Brief, prove
from service.cli import run
from tests.infra.deployed import NAME, deployed

# moto says of what it doesn't know that it passes it over, now and then in the thread that answers.
pytestmark = pytest.mark.filterwarnings("ignore:Tried to parse:UserWarning")

PLACES = ("Port Anselm", "Halden", "Mirebeau", "Castro Alto", "Ostrava Bay")


@pytest.fixture(scope="module")
def stack(template):
    with deployed(template) as here:
        yield here


def article(number):
    """An article like no other of the corpus."""
    place = PLACES[number % len(PLACES)]
    return (
        f"The mayor of {place}, Ruth Adler{number}, said on Tuesday that harbour {number} would"
        f" close on 3 May 2024. Nobody in {place} was told before, the fishermen said."
        f" Captain Jonas Weil{number} called it a mistake."
    )


@pytest.fixture
def corpus(tmp_path):
    """Two hundred lines, of which these are bad."""
    bad = {3: b"{", 60: b'{"text": ""}', 61: b"", 130: b'{"url": "https://a.example/"}', 199: b"7"}
    lines = [
        bad.get(n, json.dumps({"text": article(n), "published": "2024-03-13"}).encode())
        for n in range(200)
    ]
    file = tmp_path / "in.jsonl"
    file.write_bytes(b"\n".join(lines) + b"\n")
    return file, lines, bad


def test_moto_makes_of_the_stack_what_it_knows(stack):
    made = {kind: len(names) for kind, names in stack.resources.items()}
    assert made["AWS::DynamoDB::Table"] == 3
    assert made["AWS::Lambda::Function"] == 3
    assert made["AWS::SQS::Queue"] == 2
    assert made["AWS::StepFunctions::StateMachine"] == 1
    (table, *_) = stack.resources["AWS::DynamoDB::Table"]
    described = client("dynamodb").describe_table(TableName=table)["Table"]
    assert described["BillingModeSummary"]["BillingMode"] == "PAY_PER_REQUEST"


def test_the_state_machine_is_one_that_a_validator_takes(stack):
    """moto parses a definition before it makes a machine; cfn-lint has looked at it too."""
    states = client("stepfunctions")
    (machine,) = states.list_state_machines()["stateMachines"]
    described = states.describe_state_machine(stateMachineArn=machine["stateMachineArn"])
    assert json.loads(described["definition"])["StartAt"] == "EveryChunk"


def test_a_corpus_comes_back_whole_and_in_order(stack, corpus, tmp_path, capsys):
    file, lines, bad = corpus
    out = tmp_path / "out.jsonl"
    bulk = ["bulk", str(file), "-o", str(out), "--stack", NAME, "--poll", "0.1"]
    assert run(bulk) == 0
    assert "195 briefs, 5 problems" in capsys.readouterr().err
    results = [json.loads(line) for line in out.read_bytes().splitlines()]
    assert [result["input"] for result in results] == [fingerprint(line) for line in lines]
    for number, result in enumerate(results):
        assert ("problem" in result) == (number in bad)
        if "brief" in result:
            brief = Brief.model_validate(result["brief"])
            assert prove(brief, article(number)).actors
    assert len(stack.invoked) == 4
    assert all(set(event) == {"key", "lines"} for event in stack.invoked)  # keys, not bodies
    _check_manifest(stack)
    before = out.read_bytes()
    assert run(bulk) == 0  # the run is done: its results are fetched, and nothing is done again
    assert len(stack.invoked) == 4
    assert out.read_bytes() == before


def _check_manifest(stack):
    """Step Functions' own results, and the manifest that lists them."""
    s3 = client("s3")
    (bucket,) = stack.resources["AWS::S3::Bucket"]
    listed = s3.list_objects_v2(Bucket=bucket, Prefix="bulk/")["Contents"]
    (manifest,) = (o["Key"] for o in listed if o["Key"].endswith("manifest.json"))
    assert "/map/" in manifest
    assert json.loads(s3.get_object(Bucket=bucket, Key=manifest)["Body"].read())


def test_a_stack_that_is_not_there_is_said_so(stack, corpus, tmp_path, capsys):
    file, _, _ = corpus
    assert run(["bulk", str(file), "-o", str(tmp_path / "o"), "--stack", "nowhere"]) == 1
    assert "nowhere" in capsys.readouterr().err
