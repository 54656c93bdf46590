"""`briefs models add`: a model of the hub, or a folder, into the store. Of the extra [abstractive].

Nothing of a model is run that isn't transformers' own code, and nothing appears in the store until
it is complete: a folder is built beside its place and moved there at the end.
"""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from service.errors import InvalidRequest, ModelUnavailable, NotOffered
from service.models.hub import Origin, find_model
from service.models.manifest import Manifest, read_manifest, sha256, write_manifest
from service.models.pieces import FILE as TOKENIZER
from service.models.recipe import read_generation

if TYPE_CHECKING:
    from service.models.convert import Quantization
    from service.models.generation import Generation

Say = Callable[[str], None]
_TORCH_FILES = (
    "config.json",
    "generation_config.json",
    "*.safetensors",
    "*.safetensors.index.json",
)


def add_model(
    source: str,
    store: Path,
    *,
    name: str | None = None,
    revision: str | None = None,
    quantization: Quantization = "int8",
    say: Say = lambda _: None,
) -> Manifest:
    """Put `source` into `store` and return its manifest; raises BriefError.

    Converted to CTranslate2 where it knows the architecture and the conversion says what the
    original says; else as it is, to run on torch.
    """
    _need_extra()
    origin = find_model(source, revision=revision)
    called = name or origin.base.rpartition("/")[2]
    _check_name(called)
    try:
        store.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=store, prefix=".adding-") as room:
            folder = Path(room) / called
            folder.mkdir()
            manifest = _build(origin, folder, quantization, say)
            _move(folder, store / called)
    except PermissionError:
        raise ModelUnavailable(
            f"{store} can't be written to; BRIEFS_MODELS names another store"
        ) from None
    return manifest


def _build(origin: Origin, folder: Path, quantization: Quantization, say: Say) -> Manifest:
    tokenizer = _tokenizer(origin, folder)
    generation = read_generation(origin.folder, tokenizer)
    converted = _convert(origin, folder, generation, tokenizer, quantization, say)
    if converted is None:
        _copy(origin, folder)
    weights = "".join(sha256(file) for file in sorted(origin.folder.glob("*.safetensors")))
    return write_manifest(
        folder,
        Manifest(
            name=folder.name,
            version=_version(origin, weights, quantization if converted else "torch"),
            kind="seq2seq",
            languages=("en",),  # what the rest of a brief is made in
            licence=origin.licence,
            base=origin.base,
            revision=origin.revision,
            runtime="ctranslate2" if converted else "torch",
            quantization=quantization if converted else None,
            generation=converted or generation,
            files={},
        ),
    )


def _convert(
    origin: Origin,
    folder: Path,
    generation: Generation,
    tokenizer: Any,
    quantization: Quantization,
    say: Say,
) -> Generation | None:
    """The settings of the conversion that now lies in `folder`; None where there is none."""
    from service.models.convert import CONVERTIBLE, Differs, compare, convert
    from service.models.ctranslate2_rewriter import CTranslate2Rewriter
    from service.models.torch_rewriter import TorchRewriter

    kind = origin.settings.get("model_type")
    if kind not in CONVERTIBLE:
        say(f"CTranslate2 has no {kind}; it will run on torch")
        return None
    say(f"converting to CTranslate2, {quantization}")
    knows_start = convert(origin.folder, folder, quantization)
    tokenizer.backend_tokenizer.save(str(folder / TOKENIZER))  # the conversion empties its folder
    start = tokenizer.convert_ids_to_tokens(origin.settings.get("decoder_start_token_id") or 0)
    settings = generation.model_copy(update={"start": None if knows_start else start})
    say("comparing it with the original")
    original = TorchRewriter(origin.folder, generation, tokenizer=folder)
    try:
        compare(original, CTranslate2Rewriter(folder, settings), quantization)
    except Differs as why:
        say(f"the conversion is not used, because {why}; it will run on torch")
        for file in folder.glob("*"):
            if file.name != TOKENIZER:
                file.unlink()
        return None
    return settings


def _tokenizer(origin: Origin, folder: Path) -> Any:
    """The tokenizer of transformers, written down as the one file that any runtime can read."""
    from transformers import AutoTokenizer

    try:
        tokenizer = AutoTokenizer.from_pretrained(
            origin.folder, local_files_only=True, trust_remote_code=False
        )
        tokenizer.backend_tokenizer.save(str(folder / TOKENIZER))
    except (OSError, ValueError, AttributeError, KeyError, ImportError) as error:
        raise InvalidRequest(
            f"the tokenizer of {origin.base} can't be read ({type(error).__name__}); is its "
            "tokenizer.json, spiece.model or vocab.json there?"
        ) from None
    return tokenizer


def _copy(origin: Origin, folder: Path) -> None:
    for pattern in _TORCH_FILES:
        for file in origin.folder.glob(pattern):
            shutil.copyfile(file, folder / file.name)


def _version(origin: Origin, weights: str, form: str) -> str:
    """What was taken and what was made of it: the hub's commit, or the weights' own digest."""
    return f"{(origin.revision or hashlib.sha256(weights.encode()).hexdigest())[:12]}-{form}"


def _move(folder: Path, place: Path) -> None:
    if place.exists():
        read_manifest(place)  # raises where it is anything but a model
        shutil.rmtree(place)
    folder.rename(place)


def _check_name(name: str) -> None:
    if name == "embedded" or name.startswith(".") or "/" in name or not name.isprintable():
        raise InvalidRequest(f"{name!r} can't be a model's name here; choose one with --name")


def _need_extra() -> None:
    missing = [name for name in ("torch", "transformers", "ctranslate2") if not find_spec(name)]
    if missing:
        raise NotOffered(
            f"adding models needs {' and '.join(missing)}: "
            "pip install 'article-briefs[abstractive]'"
        )
