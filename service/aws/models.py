"""Models from S3, pinned by sha256, on the function's own disk."""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from botocore.exceptions import BotoCoreError, ClientError

from service.errors import InvalidRequest, ModelCorrupt, ModelUnavailable
from service.models import EMBEDDED, default_folder
from service.models.manifest import FILE, read_manifest, sha256, verify

_ADDRESS = re.compile(r"s3://([^/]+)/(.+?)/?@([0-9a-f]{64})")


@dataclass(frozen=True, slots=True)
class ModelAddress:
    """Where a model lies, and what it must be: the sha256 of its manifest, which pins its files."""

    bucket: str
    prefix: str
    sha256: str

    @classmethod
    def parse(cls, text: str) -> Self:
        """What `s3://bucket/prefix@sha256` says; raises InvalidRequest."""
        if not (parts := _ADDRESS.fullmatch(text)):
            raise InvalidRequest(
                f"{text!r} is not s3://bucket/prefix@sha256-of-the-manifest",
                field="BRIEFS_S3_MODELS",
            )
        return cls(*parts.groups())

    @property
    def name(self) -> str:
        return self.prefix.rpartition("/")[2]


def fetch_models(s3: Any, addresses: tuple[str, ...], store: Path) -> Path:
    """`store`, now with the embedded model and those of `addresses`; raises ModelError.

    What an earlier process of the same function brought is kept if it is still what is pinned.
    """
    store.mkdir(parents=True, exist_ok=True)
    embedded = store / EMBEDDED
    if not embedded.exists():
        embedded.symlink_to(default_folder() / EMBEDDED)
    for address in map(ModelAddress.parse, addresses):
        _fetch(s3, address, store / address.name)
    return store


def _fetch(s3: Any, address: ModelAddress, home: Path) -> None:
    if _is_whole(home, address):
        return
    arriving = home.with_name(f".{home.name}.arriving")
    shutil.rmtree(arriving, ignore_errors=True)
    arriving.mkdir()
    _download(s3, address, FILE, arriving)
    if sha256(arriving / FILE) != address.sha256:
        raise ModelCorrupt(f"the manifest at s3://{address.bucket}/{address.prefix} is not pinned")
    manifest = read_manifest(arriving)
    for name in manifest.files:
        _download(s3, address, name, arriving)
    verify(arriving, manifest)
    shutil.rmtree(home, ignore_errors=True)
    arriving.rename(home)


def _is_whole(home: Path, address: ModelAddress) -> bool:
    """Whether `home` was fetched before; what arrives is verified before it gets this name."""
    manifest = home / FILE
    return manifest.is_file() and sha256(manifest) == address.sha256


def _download(s3: Any, address: ModelAddress, name: str, folder: Path) -> None:
    if Path(name).name != name:
        raise ModelCorrupt(f"a manifest names {name!r}, which is no file of its folder")
    try:
        s3.download_file(address.bucket, f"{address.prefix}/{name}", str(folder / name))
    except (BotoCoreError, ClientError) as error:
        where = f"s3://{address.bucket}/{address.prefix}/{name}"
        raise ModelUnavailable(f"{where} can't be fetched: {type(error).__name__}") from None
