"""The cloud's stores, each in a table, a bucket and a queue of its own."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import timedelta

from service.aws.blobs import Blobs
from service.aws.cache import DynamoCache
from service.aws.clients import client, dynamodb
from service.aws.jobs import DynamoJobs
from service.aws.queue import SqsQueue
from service.jobs import Job, Outcome
from tests.aws.cloud import bucket, table

LEASE = timedelta(minutes=5)
PATIENCE = 60  # seconds: a busy machine answers late, and what is tried again was done before


def new_cache(now) -> DynamoCache:
    database = dynamodb(seconds=PATIENCE)
    return DynamoCache(database, table(database, _name(), "fingerprint"), now=now)


@dataclass
class CloudJobs:
    """The job store with its queue; here `next` is what Lambda's event source does in AWS.

    It offers an id until the job is begun or over, and then deletes the message.
    """

    store: DynamoJobs
    sqs: object
    url: str

    def add(self, job: Job) -> Job:
        return self.store.add(job)

    def get(self, id: str) -> Job | None:
        return self.store.get(id)

    def start(self, id: str) -> Job | None:
        return self.store.start(id)

    def finish(self, id: str, outcome: Outcome) -> bool:
        return self.store.finish(id, outcome)

    def next(self, *, wait: float) -> str | None:
        for _ in range(1 + int(wait)):
            while message := self._receive(min(1, int(wait))):
                job = self.store.get(message["Body"])
                if job is not None and job.status == "queued":
                    return job.id
                self.sqs.delete_message(QueueUrl=self.url, ReceiptHandle=message["ReceiptHandle"])
        return None

    def close(self) -> None:
        """Nothing is held."""

    def _receive(self, wait: int) -> dict | None:
        received = self.sqs.receive_message(
            QueueUrl=self.url, VisibilityTimeout=0, WaitTimeSeconds=wait
        )
        return next(iter(received.get("Messages", [])), None)


def new_jobs(now) -> CloudJobs:
    s3, sqs = client("s3", seconds=PATIENCE), client("sqs", seconds=PATIENCE)
    database = dynamodb(seconds=PATIENCE)
    url = sqs.create_queue(QueueName=_name())["QueueUrl"]
    store = DynamoJobs(
        database,
        table(database, _name(), "id"),
        queue=SqsQueue(sqs, url),
        blobs=Blobs(s3, bucket(s3, _name()), "jobs/"),
        now=now,
        lease=LEASE,
    )
    return CloudJobs(store, sqs, url)


def _name() -> str:
    return f"t{uuid.uuid4().hex}"
