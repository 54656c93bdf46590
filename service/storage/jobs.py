"""Jobs in a SQLite file."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from threading import Condition

from service.errors import NotOffered, Overloaded
from service.jobs import Job, JobRequest, Outcome

_SCHEMA = """
CREATE TABLE IF NOT EXISTS jobs (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    owner TEXT NOT NULL,
    key TEXT,
    status TEXT NOT NULL,
    created REAL NOT NULL,
    expires REAL NOT NULL,
    digest TEXT NOT NULL,
    content_type TEXT,
    query TEXT,
    body BLOB,
    brief TEXT,
    problem TEXT,
    UNIQUE (owner, key)
);
CREATE INDEX IF NOT EXISTS jobs_waiting ON jobs (status, number);
CREATE INDEX IF NOT EXISTS jobs_expires ON jobs (expires);
"""


class SqliteJobs:
    """A `JobStore` and its `JobQueue` in `file`, which outlive the process.

    Whoever opens the file offers again what the last process had begun and not finished; a job that
    is done twice for it still has one outcome.
    """

    def __init__(self, file: Path, *, now: Callable[[], datetime], max_queued: int = 1_000) -> None:
        self._now = now
        self._max_queued = max_queued
        self._changed = Condition()
        try:
            self._database = _open(file)
        except (sqlite3.Error, OSError) as error:
            raise NotOffered(f"jobs can't be kept in {file}: {error}; set BRIEFS_DATA") from None
        with self._transaction() as database:
            database.execute("UPDATE jobs SET status = 'queued' WHERE status = 'running'")

    def add(self, job: Job) -> Job:
        with self._changed, self._transaction() as database:
            database.execute("DELETE FROM jobs WHERE expires <= ?", (self._now().timestamp(),))
            earlier = database.execute(
                "SELECT * FROM jobs WHERE owner = ? AND key = ?", (job.owner, job.key)
            ).fetchone()
            if earlier:
                return _job(earlier)
            self._check_room(database)
            database.execute(
                "INSERT INTO jobs (id, owner, key, status, created, expires, digest,"
                " content_type, query, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                _row(job),
            )
            self._changed.notify()
        return job

    def get(self, id: str) -> Job | None:
        with self._changed, self._transaction() as database:
            found = database.execute(
                "SELECT * FROM jobs WHERE id = ? AND expires > ?", (id, self._now().timestamp())
            ).fetchone()
        return _job(found) if found else None

    def start(self, id: str) -> Job | None:
        with self._changed, self._transaction() as database:
            found = database.execute(
                "UPDATE jobs SET status = 'running' WHERE id = ? AND status = 'queued'"
                " AND expires > ? RETURNING *",
                (id, self._now().timestamp()),
            ).fetchone()
        return _job(found) if found else None

    def finish(self, id: str, outcome: Outcome) -> bool:
        with self._changed, self._transaction() as database:
            done = database.execute(
                "UPDATE jobs SET status = ?, brief = ?, problem = ?, body = NULL"
                " WHERE id = ? AND status IN ('queued', 'running')",
                (outcome.status, outcome.brief, outcome.problem, id),
            )
            return done.rowcount == 1

    def next(self, *, wait: float) -> str | None:
        until = time.monotonic() + wait
        with self._changed:
            while (id := self._oldest()) is None:
                left = until - time.monotonic()
                if left <= 0 or not self._changed.wait(left):
                    return self._oldest()
            return id

    def close(self) -> None:
        """Let go of the file."""
        with self._changed:
            self._database.close()

    def _oldest(self) -> str | None:
        found = self._database.execute(
            "SELECT id FROM jobs WHERE status = 'queued' AND expires > ? ORDER BY number LIMIT 1",
            (self._now().timestamp(),),
        ).fetchone()
        return str(found["id"]) if found else None

    def _check_room(self, database: sqlite3.Connection) -> None:
        (waiting,) = database.execute(
            "SELECT count(*) FROM jobs WHERE status = 'queued'"
        ).fetchone()
        if waiting >= self._max_queued:
            raise Overloaded(
                f"{waiting} jobs are waiting, as many as this server keeps; try again later",
                limit=self._max_queued,
                actual=waiting,
            )

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        """All of it or nothing; a file that fails is NotOffered."""
        try:
            with self._database as database:
                yield database
        except sqlite3.DatabaseError as error:
            raise NotOffered(f"the jobs can't be kept: {error}") from error


def _open(file: Path) -> sqlite3.Connection:
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    database = sqlite3.connect(file, timeout=10, check_same_thread=False)
    file.chmod(0o600)  # it holds articles
    database.row_factory = sqlite3.Row
    database.execute("PRAGMA journal_mode = WAL")
    database.execute("PRAGMA synchronous = FULL")  # a job that was promised is on disk
    database.executescript(_SCHEMA)
    return database


def _row(job: Job) -> tuple[object, ...]:
    request = job.request or JobRequest("", "", b"")
    times = (job.created.timestamp(), job.expires.timestamp())
    asked = (request.content_type, request.query, request.body)
    return (job.id, job.owner, job.key, job.status, *times, job.digest, *asked)


def _job(row: sqlite3.Row) -> Job:
    body = row["body"]
    over = row["brief"] is not None or row["problem"] is not None
    return Job(
        id=row["id"],
        created=datetime.fromtimestamp(row["created"], UTC),
        expires=datetime.fromtimestamp(row["expires"], UTC),
        digest=row["digest"],
        owner=row["owner"],
        key=row["key"],
        request=None if body is None else JobRequest(row["content_type"], row["query"], body),
        status=row["status"],
        outcome=Outcome(row["brief"], row["problem"]) if over else None,
    )
