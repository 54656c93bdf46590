"""What the cloud's stores promise beyond the ports: sizes, leases, what a failure looks like."""

from __future__ import annotations

import os
from datetime import timedelta

import pytest

from service.aws.cache import DynamoCache
from service.aws.clients import client, dynamodb
from service.aws.models import fetch_models
from service.errors import InvalidRequest, ModelCorrupt, ModelUnavailable, NotOffered
from service.jobs import Job, JobRequest, Outcome
from service.models import default_folder, list_models
from service.models.manifest import FILE, Manifest, sha256, write_manifest
from service.options import BriefOptions
from service.pipeline import make_brief
from service.reading import read_text
from tests.aws.cloud import bucket, cloud
from tests.aws.stores import LEASE, new_cache, new_jobs
from tests.fakes import FakeClock, fake_models


@pytest.fixture(scope="module", autouse=True)
def moto():
    with cloud():
        yield


@pytest.fixture
def clock():
    return FakeClock()


@pytest.fixture
def jobs(clock):
    return new_jobs(clock)


@pytest.fixture
def job(clock):
    def new(body=b"text", **more):
        request = JobRequest("text/plain", "", body)
        expires = clock() + timedelta(hours=1)
        return Job("j1", clock(), expires, request.digest, request=request, **more)

    return new


@pytest.fixture
def brief(article):
    return make_brief(read_text(article), BriefOptions(), fake_models())


def test_what_is_too_large_for_a_table_comes_back_whole(jobs, job):
    body, answer = os.urandom(4_000_000), os.urandom(700_000).hex()
    jobs.add(job(body))
    assert jobs.start("j1").request.body == body
    jobs.finish("j1", Outcome(brief=answer))
    assert jobs.get("j1").outcome.brief == answer


def test_the_job_of_a_worker_that_died_is_free_when_its_lease_is_over(jobs, job, clock):
    jobs.add(job())
    jobs.start("j1")
    clock.advance(seconds=LEASE.total_seconds() - 1)
    assert jobs.start("j1") is None
    clock.advance(seconds=1)
    assert jobs.start("j1").status == "running"
    assert jobs.start("j1") is None


def test_a_job_that_was_kept_and_never_offered_is_offered_when_it_is_sent_again(jobs, job):
    jobs.add(job(key="k"))
    jobs.sqs.purge_queue(QueueUrl=jobs.url)
    assert jobs.next(wait=0) is None
    jobs.add(job(key="k"))
    assert jobs.next(wait=0) == "j1"


def test_jobs_that_cannot_be_kept_are_not_offered(jobs, job):
    jobs.sqs.delete_queue(QueueUrl=jobs.url)
    with pytest.raises(NotOffered, match="try again"):
        jobs.add(job())


def test_the_cache_is_silent_where_it_has_no_table(brief, clock, caplog):
    cache = DynamoCache(dynamodb(), "nowhere", now=clock)
    cache.put("f", brief)
    assert cache.get("f") is None
    assert "Resource" in caplog.text or "ClientError" in caplog.text


def test_the_cache_is_silent_where_nobody_answers(brief, clock, monkeypatch):
    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:9")
    cache = DynamoCache(dynamodb(seconds=0.2, tries=1), "briefs", now=clock)
    cache.put("f", brief)
    assert cache.get("f") is None


def test_a_brief_is_forgotten_when_it_is_old(brief, clock):
    cache = new_cache(clock)
    cache.put("f", brief)
    clock.advance(days=29)
    assert cache.get("f") == brief
    clock.advance(days=1)
    assert cache.get("f") is None


def test_a_brief_too_large_for_an_item_is_not_kept(brief, clock):
    cache = new_cache(clock)
    facts = brief.article.model_copy(update={"text": os.urandom(400_000).hex()})
    cache.put("f", brief.model_copy(update={"article": facts}))
    assert cache.get("f") is None


@pytest.fixture
def model(tmp_path):
    """A model in a bucket; its address, and what changes one of its files there."""
    home, s3 = tmp_path / "made", client("s3")
    home.mkdir()
    (home / "weights.bin").write_bytes(b"weights")
    write_manifest(
        home,
        Manifest(name="m", version="1", kind="seq2seq", languages=("en",), licence="MIT", files={}),
    )
    name = bucket(s3, f"models{tmp_path.name.replace('_', '')}"[:60].lower())
    for file in home.iterdir():
        s3.upload_file(str(file), name, f"models/m/{file.name}")

    def change(file, content):
        s3.put_object(Bucket=name, Key=f"models/m/{file}", Body=content)

    return f"s3://{name}/models/m@{sha256(home / FILE)}", change


def test_a_model_from_s3_stands_in_the_store_beside_the_embedded_one(model, tmp_path):
    address, change = model
    store = fetch_models(client("s3"), (address,), tmp_path / "store")
    assert [facts.manifest.name for facts in list_models(store)][1:] == ["m"]
    assert (store / "embedded").resolve() == (default_folder() / "embedded").resolve()
    change("weights.bin", b"other")  # a second start of the same environment fetches nothing
    assert fetch_models(client("s3"), (address,), store) == store


@pytest.mark.parametrize("file", ["weights.bin", FILE])
def test_a_model_that_is_not_what_was_pinned_is_refused_and_not_kept(model, tmp_path, file):
    address, change = model
    change(file, b"other")
    with pytest.raises(ModelCorrupt):
        fetch_models(client("s3"), (address,), tmp_path / "store")
    assert not (tmp_path / "store" / "m").exists()


def test_a_model_that_is_not_there_is_unavailable(tmp_path):
    with pytest.raises(ModelUnavailable, match="nowhere"):
        fetch_models(client("s3"), (f"s3://nowhere/m@{'0' * 64}",), tmp_path / "store")


def test_a_model_without_its_pin_is_no_address(tmp_path):
    with pytest.raises(InvalidRequest, match="sha256"):
        fetch_models(client("s3"), ("s3://bucket/m",), tmp_path / "store")
