"""Where a model comes from: a folder, or the hub at a pinned commit. Of the extra [abstractive]."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from service.errors import InvalidRequest, ModelUnavailable, NotOffered

# What is fetched: weights that are only numbers, settings, and whatever a tokenizer is made of.
WANTED = ("*.safetensors", "*.json", "*.model", "merges.txt", "vocab.txt", "README.md")
SECONDS = 20.0  # for each answer of the hub, not for the whole of a download
_LICENCE = re.compile(r"\A---\n(?:.*\n)*?license:\s*[\"']?([\w.-]+)", re.MULTILINE)
_SPDX = {"apache-2.0": "Apache-2.0", "mit": "MIT", "bsd-3-clause": "BSD-3-Clause"}


@dataclass(frozen=True, slots=True)
class Origin:
    """A model's files, and what is known of where they come from."""

    folder: Path
    base: str  # the hub's name of it, or the folder's
    revision: str | None  # the hub's commit
    licence: str

    @property
    def settings(self) -> dict[str, Any]:
        """Its `config.json`."""
        found: dict[str, Any] = json.loads((self.folder / "config.json").read_text("utf-8"))
        return found


def find_model(source: str, *, revision: str | None) -> Origin:
    """The files of `source`, checked as far as that goes without running them.

    Raises InvalidRequest for a model that can't be used, ModelUnavailable for one that can't be
    reached.
    """
    folder = Path(source)
    if folder.is_dir():
        if revision:
            raise InvalidRequest(f"{source} is a folder; --revision is for models of the hub")
        origin = Origin(folder, folder.resolve().name, None, _licence(folder))
    elif re.fullmatch(r"(?:\w[\w.-]*/)?\w[\w.-]*", source):
        origin = _fetch(source, revision)
    else:
        raise InvalidRequest(f"{source} is neither a folder nor a name of the hub, OWNER/NAME")
    _check(origin)
    return origin


def _fetch(name: str, revision: str | None) -> Origin:
    try:
        import huggingface_hub
        from huggingface_hub.errors import HfHubHTTPError, HFValidationError
    except ImportError:
        raise NotOffered(
            "fetching models needs the extra: pip install 'article-briefs[abstractive]'"
        ) from None
    try:
        commit = huggingface_hub.HfApi().model_info(name, revision=revision, timeout=SECONDS).sha
        folder = huggingface_hub.snapshot_download(
            name, revision=commit, allow_patterns=list(WANTED), etag_timeout=SECONDS
        )
    except HFValidationError:
        raise InvalidRequest(f"{name} is not a name that a hub's model can have") from None
    except HfHubHTTPError as error:
        raise _refused(name, revision, error) from None
    except Exception as error:  # of whichever HTTP client the hub's library has, or the disk
        raise ModelUnavailable(
            f"{name} could not be fetched, because the hub can't be reached "
            f"({type(error).__name__}). On a machine that reaches it: hf download {name}"
            f"{f' --revision {revision}' if revision else ''} --local-dir FOLDER; bring FOLDER "
            "here, and run: briefs models add FOLDER"
        ) from None
    return Origin(Path(folder), name, commit, _licence(Path(folder)))


def _refused(name: str, revision: str | None, error: Any) -> Exception:
    status = getattr(error.response, "status_code", None)
    if status in (401, 403, 404):
        return InvalidRequest(
            f"the hub shows no {name}{f' at {revision}' if revision else ''}; a private or gated "
            "model needs HF_TOKEN, and its licence accepted on its page"
        )
    return ModelUnavailable(f"the hub did not hand out {name} (HTTP {status}); try again later")


def _check(origin: Origin) -> None:
    folder = origin.folder
    if not (folder / "config.json").is_file():
        raise InvalidRequest(f"{origin.base} has no config.json, so it is no model of transformers")
    try:
        settings = origin.settings
    except ValueError:
        raise InvalidRequest(f"the config.json of {origin.base} is not JSON") from None
    if "auto_map" in settings:
        raise InvalidRequest(f"{origin.base} brings code of its own, which is never run")
    if not settings.get("is_encoder_decoder"):
        kind = settings.get("model_type", "unknown")
        raise InvalidRequest(f"{origin.base} ({kind}) is no sequence-to-sequence model")
    if not any(folder.glob("*.safetensors")):
        raise InvalidRequest(
            f"{origin.base} has no weights as safetensors, the one form that can't hide code. The "
            "hub's converter offers them as a pull request of many models: see the Community tab "
            "for its number N and give --revision refs/pr/N"
        )


def _licence(folder: Path) -> str:
    """The licence that the model's card names; "unknown" where none does."""
    card = folder / "README.md"
    found = _LICENCE.match(card.read_text("utf-8", "replace")) if card.is_file() else None
    return _SPDX.get(found[1].lower(), found[1]) if found else "unknown"
