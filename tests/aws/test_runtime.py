"""The functions under AWS's own runtime client, with the cloud's stores behind them."""

from __future__ import annotations

import base64
import json
import uuid

import pytest

from benchmarks.lambda_runtime import LambdaRuntime, PayloadTooLarge
from service.aws.clients import client, dynamodb
from service.brief import Brief, prove
from tests.aws.cloud import bucket, cloud, table
from tests.aws.test_handler import EVENTS, header


@pytest.fixture(scope="module")
def stack():
    """What the stack's functions find in their environment."""
    with cloud() as url:
        database, name = dynamodb(seconds=60), f"t{uuid.uuid4().hex}"
        yield {
            "AWS_ENDPOINT_URL": url,
            "BRIEFS_CACHE_TABLE": table(database, f"{name}-cache", "fingerprint"),
            "BRIEFS_JOBS_TABLE": table(database, f"{name}-jobs", "id"),
            "BRIEFS_IDEMPOTENCY_TABLE": table(database, f"{name}-done", "id"),
            "BRIEFS_JOBS_QUEUE": client("sqs").create_queue(QueueName=name)["QueueUrl"],
            "BRIEFS_BUCKET": bucket(client("s3"), name),
        }


@pytest.fixture(scope="module")
def api(stack):
    with LambdaRuntime("service.aws.handler.handler", environment=stack) as runtime:
        yield runtime


@pytest.fixture(scope="module")
def worker(stack):
    with LambdaRuntime("service.aws.worker.handler", environment=stack) as runtime:
        yield runtime


def rest(method, path, body=None, **headers):
    """An event of a REST API."""
    event = json.loads(json.dumps(EVENTS["apigateway_rest"]))
    event |= {"httpMethod": method, "path": path, "body": body, "isBase64Encoded": False}
    event["pathParameters"] = {"proxy": path[1:]}
    event["requestContext"] |= {"path": "/prod" + path, "httpMethod": method}
    event["multiValueHeaders"] |= {name.replace("_", "-"): [v] for name, v in headers.items()}
    return event


def long_article(words):
    """So many words, of which no two sentences are the same."""
    sentence = "Minister {} said on {} that harbour number {} would close for the season."
    numbers = range(words // 13)
    return " ".join(sentence.format(f"Brandt{n}", "Tuesday", n) for n in numbers)


@pytest.mark.parametrize("name", sorted(EVENTS))
def test_every_kind_of_event_gets_a_brief_of_its_article(api, name):
    event = EVENTS[name]
    answer = api.invoke(event)
    assert answer["statusCode"] == 200
    assert not answer["isBase64Encoded"]
    body = event["body"]
    if event.get("isBase64Encoded"):
        body = base64.b64decode(body).decode()
    article = json.loads(body)["text"] if body.startswith("{") else body
    if name == "function_url":  # it asks for Markdown
        assert "Ruth Adler" in answer["body"]
        return
    brief = prove(Brief.model_validate_json(answer["body"]), article)
    assert brief.actors[0].name == "Ruth Adler"
    tuesday = next(date for date in brief.dates if date.text == "Tuesday")
    assert tuesday.value == "2024-03-12"


def test_a_problem_can_be_read(api):
    answer = api.invoke(rest("POST", "/v1/briefs", '{"text": ""}'))
    assert header(answer, "content-type") == "application/problem+json"
    problem = json.loads(answer["body"])
    assert (answer["statusCode"], problem["status"]) == (422, 422)
    assert problem["type"].endswith("empty-article")


def test_an_event_over_six_megabytes_does_not_arrive_and_one_below_is_told_our_limit(api):
    with pytest.raises(PayloadTooLarge):
        api.invoke(rest("POST", "/v1/briefs", "x" * 6_300_000))
    answer = api.invoke(rest("POST", "/v1/briefs", "x" * 6_200_000))
    assert (answer["statusCode"], json.loads(answer["body"])["limit"]) == (413, 5_000_000)


def test_an_answer_over_six_megabytes_is_a_problem_that_says_what_to_do(api):
    # A tab is one byte of the article, two of the answer's JSON, and three of Lambda's.
    text = (
        "Nobody was hurt when the ferry sank off Port Anselm on Tuesday."
        + "\t" * 200_000
        + "Divers found the wreck in the harbour."
    )
    body = json.dumps({"articles": [{"text": text, "include_text": True}] * 11})
    event = rest("POST", "/v1/briefs/batch", base64.b64encode(body.encode()).decode())
    answer = api.invoke(event | {"isBase64Encoded": True})
    problem = json.loads(answer["body"])
    assert (answer["statusCode"], problem["type"].rpartition(":")[2]) == (413, "answer-too-large")
    assert "include_text" in problem["detail"]
    assert header(answer, "content-type") == "application/problem+json"


def test_a_brief_that_would_be_late_becomes_a_job_that_the_worker_does(api, worker):
    body = json.dumps({"text": long_article(12_000)})
    answer = api.invoke(rest("POST", "/v1/briefs", body), seconds=0)
    assert answer["statusCode"] == 202
    job = json.loads(answer["body"])
    assert header(answer, "location") == f"/prod/v1/jobs/{job['id']}"
    # On a busy machine too.
    assert worker.invoke(sqs_event(job["id"]), seconds=600) == {"batchItemFailures": []}
    done = json.loads(api.invoke(rest("GET", f"/v1/jobs/{job['id']}"))["body"])
    assert done["status"] == "succeeded"
    assert done["brief"]["article"]["words"] > 10_000


def test_a_batch_that_would_be_late_has_a_problem_for_each_article_that_is(api):
    articles = [{"text": long_article(12_000), "title": str(n)} for n in range(4)]
    answer = api.invoke(
        rest("POST", "/v1/briefs/batch", json.dumps({"articles": articles})), seconds=0
    )
    # Each its own problem, or where even the first takes too long, one for them all.
    assert "deadline-exceeded" in answer["body"]


def test_a_key_s_jobs_are_that_key_s_alone(api):
    asked = rest(
        "POST",
        "/v1/jobs",
        '{"text": "Nobody was hurt when the ferry sank off Port Anselm on Tuesday."}',
    )
    asked["requestContext"]["identity"] = {"apiKeyId": "ann"}
    job = json.loads(api.invoke(asked)["body"])
    looked = rest("GET", f"/v1/jobs/{job['id']}")
    for key, status in {"ann": 200, "bob": 404, None: 404}.items():
        looked["requestContext"]["identity"] = {"apiKeyId": key}
        assert api.invoke(looked)["statusCode"] == status, key


def test_of_a_batch_of_messages_only_what_failed_comes_again(api, worker, stack):
    asked = rest(
        "POST",
        "/v1/jobs",
        '{"text": "Nobody was hurt when the ferry sank off Port Anselm on Tuesday."}',
    )
    good, lent = (json.loads(api.invoke(asked)["body"])["id"] for _ in range(2))
    dynamodb().update_item(  # another worker has it
        TableName=stack["BRIEFS_JOBS_TABLE"],
        Key={"id": f"job#{lent}"},
        UpdateExpression="SET #s = :running, leased = :later",
        ExpressionAttributeNames={"#s": "status"},
        ExpressionAttributeValues={":running": "running", ":later": 10**18},
    )
    answer = worker.invoke(sqs_event(good, lent, "no such job"))
    assert answer == {"batchItemFailures": [{"itemIdentifier": "m1"}]}
    for _ in range(2):  # delivered again, as SQS may
        assert worker.invoke(sqs_event(good)) == {"batchItemFailures": []}


def test_what_a_snapshot_was_taken_of_answers(stack):
    snap_start = stack | {"AWS_LAMBDA_INITIALIZATION_TYPE": "snap-start"}
    with LambdaRuntime("service.aws.handler.handler", environment=snap_start) as runtime:
        assert runtime.invoke(EVENTS["apigateway_rest"])["statusCode"] == 200


def sqs_event(*ids):
    """The event of a queue that offers these jobs."""
    return {
        "Records": [
            {
                "messageId": f"m{n}",
                "receiptHandle": "r",
                "body": id,
                "attributes": {"ApproximateReceiveCount": "1"},
                "messageAttributes": {},
                "eventSource": "aws:sqs",
                "eventSourceARN": "arn:aws:sqs:eu-central-1:123456789012:briefs",
                "awsRegion": "eu-central-1",
            }
            for n, id in enumerate(ids)
        ]
    }
