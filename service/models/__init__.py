"""The model store: folders of files pinned by sha256, and what runs them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from service.brief import ModelName
from service.errors import ModelUnavailable
from service.models.manifest import FILE, Manifest, read_manifest, sha256, verify
from service.models.shelf import Shelf
from service.ports import Models

EMBEDDED = "embedded"


@dataclass(frozen=True, slots=True)
class ModelFacts:
    """A model that can be asked for."""

    manifest: Manifest
    sha256: str  # of the manifest, and so of every file that it pins
    default: bool  # what is used where no model is named
    bytes: int


def default_folder() -> Path:
    """`model_cache/` of the checkout, or the copy inside an installed package."""
    package = Path(__file__).resolve().parents[1]
    places = (package.parent / "model_cache", package / "model_cache")
    for place in places:
        if (place / EMBEDDED / FILE).is_file():
            return place
    raise ModelUnavailable(f"the embedded model is in none of {', '.join(map(str, places))}")


def load_models(folder: Path | None = None, *, threads: int = 0, room: int = 0) -> Models:
    """The embedded model, its files verified, ready to read; raises ModelError.

    Those that rewrite are loaded when they are first asked for, into `room` bytes (0: half of the
    machine's memory).
    """
    from service.models.embedded import OnnxEncoder, warm_up

    store = folder or default_folder()
    home = store / EMBEDDED
    manifest = read_manifest(home)
    verify(home, manifest)
    encoder = OnnxEncoder(home, threads=threads)
    warm_up(encoder)
    name = ModelName(name=manifest.name, version=manifest.version)
    return Models(encoder, name, Shelf(store, threads=threads, room=room))


def list_models(folder: Path | None = None) -> tuple[ModelFacts, ...]:
    """What the store holds, the default first; the files are not hashed for it."""
    return tuple(_list(folder or default_folder()))


def verify_models(folder: Path | None = None) -> tuple[ModelFacts, ...]:
    """What the store holds, every file hashed; raises ModelCorrupt at the first that is wrong."""
    store = folder or default_folder()
    facts = list_models(store)
    for home in _homes(store):
        verify(home, read_manifest(home))
    return facts


def _list(store: Path) -> Iterator[ModelFacts]:
    for home in _homes(store):
        yield facts_of(home)


def facts_of(home: Path) -> ModelFacts:
    """What the store knows of the model in `home`."""
    manifest = read_manifest(home)
    size = sum((home / name).stat().st_size for name in manifest.files)
    return ModelFacts(manifest, sha256(home / FILE), home.name == EMBEDDED, size)


def _homes(store: Path) -> list[Path]:
    homes = [file.parent for file in store.glob(f"*/{FILE}")]
    return sorted(homes, key=lambda home: (home.name != EMBEDDED, home.name))
