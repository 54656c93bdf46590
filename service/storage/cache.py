"""Briefs in a SQLite file."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path
from threading import Lock

from pydantic import ValidationError

from service.brief import Brief

log = logging.getLogger(__name__)

_SCHEMA = """
CREATE TABLE IF NOT EXISTS briefs (
    fingerprint TEXT PRIMARY KEY,
    brief TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    made REAL NOT NULL,
    used REAL NOT NULL
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS briefs_used ON briefs (used);
CREATE INDEX IF NOT EXISTS briefs_made ON briefs (made);
"""


class SqliteCache:
    """A `BriefCache` in `file`, bounded in age and in bytes; what was used least goes first.

    A file that is damaged is put aside, with a warning, and a new one begun.
    """

    def __init__(
        self,
        file: Path,
        *,
        now: Callable[[], datetime],
        max_bytes: int = 256_000_000,
        max_age: timedelta = timedelta(days=30),
    ) -> None:
        self._file = file
        self._now = now
        self._max_bytes = max_bytes
        self._max_age = max_age
        self._lock = Lock()
        self._database: sqlite3.Connection | None = None
        self._bytes = 0

    def get(self, fingerprint: str) -> Brief | None:
        try:
            with self._lock:
                return self._get(self._open(), fingerprint)
        except (sqlite3.Error, OSError, ValidationError) as error:
            self._give_up(error)
            return None

    def put(self, fingerprint: str, brief: Brief) -> None:
        try:
            with self._lock, self._open() as database:
                self._put(database, fingerprint, brief.model_dump_json())
        except (sqlite3.Error, OSError) as error:
            self._give_up(error)

    def close(self) -> None:
        """Let go of the file; it is opened again when it is needed."""
        with self._lock:
            if self._database is not None:
                self._database.close()
                self._database = None

    def _get(self, database: sqlite3.Connection, fingerprint: str) -> Brief | None:
        now = self._now().timestamp()
        found = database.execute(
            "UPDATE briefs SET used = ? WHERE fingerprint = ? AND made >= ? RETURNING brief",
            (now, fingerprint, now - self._max_age.total_seconds()),
        ).fetchone()
        database.commit()
        return Brief.model_validate_json(found[0]) if found else None

    def _put(self, database: sqlite3.Connection, fingerprint: str, brief: str) -> None:
        now = self._now().timestamp()
        size = len(brief.encode())
        if size > self._max_bytes:
            return
        database.execute("DELETE FROM briefs WHERE fingerprint = ?", (fingerprint,))
        database.execute(
            "INSERT INTO briefs VALUES (?, ?, ?, ?, ?)", (fingerprint, brief, size, now, now)
        )
        oldest = now - self._max_age.total_seconds()
        database.execute("DELETE FROM briefs WHERE made < ?", (oldest,))
        self._bytes += size
        if self._bytes > self._max_bytes:
            self._bytes = self._shrink(database)

    def _shrink(self, database: sqlite3.Connection) -> int:
        """Drop what was used least recently until a tenth is free; how many bytes are left."""
        left = 0
        kept = database.execute("SELECT used, bytes FROM briefs ORDER BY used DESC, fingerprint")
        for used, size in kept:
            if left + size > 0.9 * self._max_bytes and left:
                kept.close()
                database.execute("DELETE FROM briefs WHERE used <= ?", (used,))
                break
            left += size
        (total,) = database.execute("SELECT coalesce(sum(bytes), 0) FROM briefs").fetchone()
        return int(total)

    def _open(self) -> sqlite3.Connection:
        if self._database is None:
            self._file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            database = sqlite3.connect(self._file, timeout=2, check_same_thread=False)
            self._database = database
            database.execute("PRAGMA journal_mode = WAL")
            database.execute("PRAGMA synchronous = NORMAL")  # a lost brief is made again
            database.executescript(_SCHEMA)
            with closing(database.execute("SELECT coalesce(sum(bytes), 0) FROM briefs")) as rows:
                self._bytes = int(rows.fetchone()[0])
        return self._database

    def _give_up(self, error: Exception) -> None:
        """Warn; put the file aside if it is the file's fault."""
        log.warning("the brief cache %s failed: %s", self._file, type(error).__name__)
        self.close()
        damaged = isinstance(error, sqlite3.DatabaseError | ValidationError)
        if damaged and not isinstance(error, sqlite3.OperationalError):
            aside = self._file.with_suffix(".damaged")
            try:
                self._file.replace(aside)
                for ending in ("-wal", "-shm"):
                    self._file.with_name(self._file.name + ending).unlink(missing_ok=True)
            except OSError:
                log.warning("%s can't be put aside", self._file)
