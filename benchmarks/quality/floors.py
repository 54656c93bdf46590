"""The recorded floors: what a figure may not fall below. They only rise."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

NOISE = 0.1  # int8 products are rounded differently on other processors
FILE = Path(__file__).with_name("floors.json")


def read_floors() -> dict[str, float]:
    floors: dict[str, float] = json.loads(FILE.read_text())["floors"]
    return floors


def fallen(figures: Mapping[str, float], floors: Mapping[str, float]) -> list[str]:
    """A line for each figure that is below its floor, or has a floor and was not measured."""
    lines = []
    for name, floor in floors.items():
        figure = figures.get(name)
        if figure is None:
            lines.append(f"{name} was not measured (floor {floor})")
        elif figure < floor - NOISE:
            lines.append(f"{name} fell to {figure:.3f} (floor {floor})")
    return lines


def corpus_hash(files: list[Path]) -> str:
    """One digest of all files, so that figures are only compared on the same data."""
    digest = hashlib.sha256()
    for file in sorted(files):
        digest.update(file.name.encode())
        digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()[:16]


def recorded_corpus() -> str:
    corpus: str = json.loads(FILE.read_text())["corpus"]
    return corpus


def write_floors(figures: Mapping[str, float], *, corpus: str, may_lower: bool) -> None:
    """Record `figures` as floors, each rounded down; an old one is lowered only if told to."""
    old = read_floors() if FILE.exists() else {}
    new = {name: int(figure * 100 - 1e-9) / 100 for name, figure in figures.items()}
    kept = {
        name: new[name] if may_lower or name not in old else max(old[name], new[name])
        for name in new
    }
    record = {"corpus": corpus, "floors": dict(sorted({**old, **kept}.items()))}
    FILE.write_text(json.dumps(record, indent=2) + "\n")
