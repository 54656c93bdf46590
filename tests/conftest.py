from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

# The same cases on every run, and no test fails because the machine is busy.
settings.register_profile("ci", derandomize=True, deadline=None, database=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))

ARTICLES = Path(__file__).parent / "articles"


@pytest.fixture(scope="session")
def article() -> str:
    """An article of our own, with site furniture above and below."""
    return (ARTICLES / "port-anselm.txt").read_text(encoding="utf-8")
