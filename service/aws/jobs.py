"""Jobs in a DynamoDB table, offered through SQS."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

from botocore.exceptions import BotoCoreError, ClientError

from service.aws.blobs import Blobs
from service.aws.queue import SqsQueue
from service.errors import NotOffered
from service.jobs import Job, JobRequest, Outcome

# `status` is a word of DynamoDB's own. A lease that has run out was a worker's that died.
_FREE = "expires > :now AND (#status = :queued OR (#status = :new_status AND leased <= :now))"
_WAITING = "#status IN (:queued, :running)"
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class DynamoJobs:
    """A `JobStore` in `table`, which has the key `id` and the time to live `ttl`.

    A job that a worker has begun is lent to it for `lease`; after that it may be begun again.
    """

    def __init__(
        self,
        dynamodb: Any,
        table: str,
        *,
        queue: SqsQueue,
        blobs: Blobs,
        now: Callable[[], datetime],
        lease: timedelta = timedelta(minutes=5),
    ) -> None:
        self._dynamodb = dynamodb
        self._table = table
        self._queue = queue
        self._blobs = blobs
        self._now = now
        self._lease = lease

    def add(self, job: Job) -> Job:
        with _telling():
            kept = self._keep(job)
            if kept.status == "queued":
                # Also for one that was kept before: whoever kept it may have died before sending.
                self._queue.send(kept.id)
            return kept

    def get(self, id: str) -> Job | None:
        with _telling():
            item = self._item(_job_id(id))
            return self._job(item) if item and item["expires"] > _number(self._now()) else None

    def start(self, id: str) -> Job | None:
        now = self._now()
        running = {"status": "running", "leased": _number(now + self._lease)}
        with _telling():
            item = self._update(id, running, if_=_FREE, now=_number(now), queued="queued")
            return self._job(item) if item else None

    def finish(self, id: str, outcome: Outcome) -> bool:
        kind, json = ("brief", outcome.brief) if outcome.brief else ("problem", outcome.problem)
        assert json is not None
        with _telling():
            packed = self._blobs.pack(f"{id}/{kind}", json.encode())
            over = {"status": outcome.status, kind: packed}
            names = {"queued": "queued", "running": "running"}
            return self._update(id, over, if_=_WAITING, remove="body", **names) is not None

    def _keep(self, job: Job) -> Job:
        """`job`, kept; or the one that its owner's key stands for."""
        puts = [{"Put": {"TableName": self._table, "Item": self._row(job)}}]
        if job.key is not None:
            puts.append({"Put": self._key(job)})
        try:
            self._dynamodb.transact_write_items(TransactItems=puts)
        except ClientError as error:
            earlier = self._earlier(job) if _refused(error) else None
            if earlier is None:
                raise
            return earlier
        return job

    def _key(self, job: Job) -> dict[str, Any]:
        """The Idempotency-Key's item, unless one is there that hasn't expired."""
        return {
            "TableName": self._table,
            "Item": {**_lifetime(job, id=_key_id(job)), "job": job.id},
            "ConditionExpression": "attribute_not_exists(id) OR expires <= :now",
            "ExpressionAttributeValues": {":now": _number(self._now())},
        }

    def _earlier(self, job: Job) -> Job | None:
        item = self._item(_key_id(job))
        return self.get(item["job"]) if item else None

    def _item(self, id: str) -> dict[str, Any] | None:
        found = self._dynamodb.get_item(
            TableName=self._table, Key={"id": id}, ConsistentRead=True
        ).get("Item")
        return found if found is None else dict(found)

    def _update(
        self, id: str, values: dict[str, Any], *, if_: str, remove: str = "absent", **named: Any
    ) -> dict[str, Any] | None:
        """The job's item with these values, which it now has; None where it isn't as `if_` says."""
        names = {f"#{name}": name for name in values} | {"#status": "status", "#gone": remove}
        new = {f":new_{name}": value for name, value in values.items()}
        sets = ", ".join(f"#{name} = :new_{name}" for name in values)
        try:
            updated = self._dynamodb.update_item(
                TableName=self._table,
                Key={"id": _job_id(id)},
                UpdateExpression=f"SET {sets} REMOVE #gone",
                ExpressionAttributeNames=names,
                ExpressionAttributeValues=new
                | {f":{name}": value for name, value in named.items()},
                ConditionExpression=if_,
                ReturnValues="ALL_NEW",
            )
        except ClientError as error:
            if _refused(error):
                return None
            raise
        return dict(updated["Attributes"])

    def _row(self, job: Job) -> dict[str, Any]:
        request = job.request or JobRequest("", "", b"")
        return {
            **_lifetime(job, id=_job_id(job.id)),
            "created": _number(job.created),
            "status": job.status,
            "owner": job.owner,
            "digest": job.digest,
            "content_type": request.content_type,
            "query": request.query,
            "body": self._blobs.pack(f"{job.id}/body", request.body),
            **({} if job.key is None else {"key": job.key}),
        }

    def _job(self, item: dict[str, Any]) -> Job:
        unpacked = {
            name: self._blobs.unpack(item[name])
            for name in ("body", "brief", "problem")
            if name in item
        }
        texts = {n: b.decode() for n, b in unpacked.items() if n != "body"}
        asked = (item["content_type"], item["query"])
        return Job(
            id=item["id"].removeprefix("job#"),
            created=_time(item["created"]),
            expires=_time(item["expires"]),
            digest=item["digest"],
            owner=item["owner"],
            key=item.get("key"),
            request=JobRequest(*asked, unpacked["body"]) if "body" in unpacked else None,
            status=item["status"],
            outcome=Outcome(**texts) if texts else None,
        )


def _job_id(id: str) -> str:
    return f"job#{id}"


def _key_id(job: Job) -> str:
    """Where the Idempotency-Key of an owner lies; hashed, for it is the caller's own text."""
    return "key#" + hashlib.sha256(f"{job.owner}\n{job.key}".encode()).hexdigest()


def _lifetime(job: Job, *, id: str) -> dict[str, Any]:
    """`expires` is ours and exact; `ttl` is DynamoDB's, which removes the item some time after."""
    return {
        "id": id,
        "expires": _number(job.expires),
        "ttl": math.ceil(job.expires.timestamp()),
    }


def _number(time: datetime) -> int:
    return (time - _EPOCH) // timedelta(microseconds=1)


def _time(number: Any) -> datetime:
    return _EPOCH + timedelta(microseconds=int(number))


def _refused(error: ClientError) -> bool:
    """Whether a condition wasn't met, rather than that something failed."""
    code = error.response["Error"]["Code"]
    reasons = error.response.get("CancellationReasons", [])
    failed = {"ConditionalCheckFailed", "TransactionConflict"} & {r.get("Code") for r in reasons}
    return code == "ConditionalCheckFailedException" or bool(failed)


@contextmanager
def _telling() -> Iterator[None]:
    """What AWS says no to, as NotOffered: its own words may quote what was asked."""
    try:
        yield
    except (BotoCoreError, ClientError) as error:
        code = error.response["Error"]["Code"] if isinstance(error, ClientError) else ""
        raise NotOffered(
            f"the jobs can't be kept: {code or type(error).__name__}; try again later"
        ) from error
