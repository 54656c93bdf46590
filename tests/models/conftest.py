from __future__ import annotations

from pathlib import Path

import pytest

from tests.models.tiny import CONVERTED, MODELS, make


@pytest.fixture(scope="session")
def tiny(tmp_path_factory):
    """A tiny model by the name of its architecture; each is taught once a session."""
    shelf = tmp_path_factory.mktemp("tiny")

    def get(name: str) -> Path:
        folder = shelf / name
        return folder if folder.exists() else make(name, folder)

    return get


@pytest.fixture(params=CONVERTED)
def converted(request, tiny):
    """Each model that CTranslate2 can run."""
    return tiny(request.param)


@pytest.fixture(params=MODELS)
def any_model(request, tiny):
    """Each model."""
    return tiny(request.param)
