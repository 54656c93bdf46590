"""A model's identity card: what it is, and the sha256 of every file it consists of."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from service.errors import ModelCorrupt, ModelUnavailable
from service.models.generation import Generation

FILE = "manifest.json"
Runtime = Literal["onnx", "ctranslate2", "torch"]


class Manifest(BaseModel):
    """`manifest.json` of a model's folder."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    version: str
    kind: Literal["embedded", "seq2seq"]
    languages: tuple[str, ...]  # ISO 639-1
    licence: str  # SPDX
    base: str | None = None  # the model it was made from
    revision: str | None = None  # of that model: the commit on its hub
    runtime: Runtime = "onnx"
    quantization: str | None = None  # of a converted model's weights: int8, int16, float32
    generation: Generation | None = None  # how a seq2seq model is asked
    files: dict[str, str]  # file name → sha256, in hexadecimal


def read_manifest(folder: Path) -> Manifest:
    """The manifest of `folder`, not yet compared with its files."""
    try:
        return Manifest.model_validate_json((folder / FILE).read_bytes())
    except FileNotFoundError:
        raise ModelUnavailable(f"no model in {folder}: {FILE} is missing") from None
    except ValidationError as error:
        raise ModelCorrupt(f"{folder / FILE} is not a manifest: {error}") from None


def verify(folder: Path, manifest: Manifest) -> None:
    """Raise ModelCorrupt where a file of the manifest is missing or has other bytes."""
    for name, expected in manifest.files.items():
        file = folder / name
        if not file.is_file():
            raise ModelCorrupt(f"{file} is missing; fetch the model again")
        if sha256(file) != expected:
            raise ModelCorrupt(f"{file} is not the file that was pinned; fetch the model again")


def write_manifest(folder: Path, manifest: Manifest) -> Manifest:
    """Write `manifest` with the sha256 of every file that now lies in `folder`, documents aside."""
    files = {
        file.name: sha256(file)
        for file in sorted(folder.iterdir())
        if file.is_file() and file.name != FILE and file.suffix != ".md" and file.name[0] != "."
    }
    pinned = manifest.model_copy(update={"files": files})
    (folder / FILE).write_text(pinned.model_dump_json(indent=2) + "\n", encoding="utf-8")
    return pinned


def sha256(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
