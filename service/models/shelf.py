"""The sequence-to-sequence models of the store, loaded when they are first asked for."""

from __future__ import annotations

import os
from collections import OrderedDict
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from service.brief import ModelName
from service.errors import ModelUnavailable, UnknownModel
from service.models.generation import Generation
from service.models.manifest import FILE, Manifest, read_manifest, verify
from service.ports import Rewriter


@dataclass(frozen=True, slots=True)
class _Kept:
    version: str
    rewriter: Rewriter
    bytes: int


class Shelf:
    """The `Rewriters` of a store: each is verified and loaded once, and kept while there is room.

    What has not been asked for the longest makes room for the next; at least one is always kept.
    """

    def __init__(self, store: Path, *, threads: int = 0, room: int = 0) -> None:
        """`room` is for weights, in bytes; 0 is half of this machine's memory."""
        self._store = store
        self._threads = threads
        self._room = room or _half_of_memory()
        self._kept: OrderedDict[str, _Kept] = OrderedDict()  # the longest unasked first
        self._lock = Lock()

    def name(self, asked: str | None) -> ModelName:
        manifest = self._find(asked)
        return ModelName(name=manifest.name, version=manifest.version)

    def load(self, asked: str | None) -> Rewriter:
        manifest = self._find(asked)
        with self._lock:  # two that ask for the same model at once wait for one loading
            kept = self._kept.get(manifest.name)
            if kept is None or kept.version != manifest.version:
                kept = self._load(manifest)
            self._kept[manifest.name] = kept
            self._kept.move_to_end(manifest.name)
            return kept.rewriter

    def _find(self, asked: str | None) -> Manifest:
        there = seq2seq_models(self._store)
        for manifest in there:
            if asked in (None, manifest.name):
                return manifest
        names = ", ".join(manifest.name for manifest in there)
        missing = f"no model is called {asked!r}" if asked else "no abstractive model is installed"
        raise UnknownModel(
            f"{missing}; "
            + (f"the abstractive models here are: {names}" if names else _HOW_TO_ADD),
            field="summary.model" if asked else "summary.mode",
        )

    def _load(self, manifest: Manifest) -> _Kept:
        home = self._store / manifest.name
        verify(home, manifest)
        size = sum((home / name).stat().st_size for name in manifest.files)
        while self._kept and size + sum(kept.bytes for kept in self._kept.values()) > self._room:
            self._kept.popitem(last=False)
        return _Kept(manifest.version, open_rewriter(home, manifest, threads=self._threads), size)


_HOW_TO_ADD = "`briefs models add` installs one"


def seq2seq_models(store: Path) -> list[Manifest]:
    """The manifests of those that can rewrite, by name; the first is the default."""
    found = [read_manifest(file.parent) for file in sorted(store.glob(f"*/{FILE}"))]
    return [manifest for manifest in found if manifest.kind == "seq2seq"]


def open_rewriter(home: Path, manifest: Manifest, *, threads: int = 0) -> Rewriter:
    """The rewriter of a folder, by the runtime that its manifest names."""
    generation = manifest.generation or Generation(window=1024, longest=1020)
    if manifest.runtime == "torch":
        from service.models.torch_rewriter import TorchRewriter

        return TorchRewriter(home, generation, threads=threads)
    try:
        from service.models.ctranslate2_rewriter import CTranslate2Rewriter
    except ImportError:
        raise ModelUnavailable(
            "abstractive models run on CTranslate2, which is not installed: "
            "pip install 'article-briefs[rewrite]'"
        ) from None
    return CTranslate2Rewriter(home, generation, threads=threads)


def _half_of_memory() -> int:
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // 2
