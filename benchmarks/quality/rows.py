"""Reading gzip'd JSON Lines of the data folder."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any


def read_rows(file: Path, *, most: int | None = None) -> Iterator[dict[str, Any]]:
    """The file's records in order, at most so many."""
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        yield from islice(map(json.loads, lines), most)
