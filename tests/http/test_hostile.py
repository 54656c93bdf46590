"""Hostile inputs: the right error or the right brief, in bounded time and memory.

They run in a process of their own that has so many seconds of a processor and so much memory, and
is ended by the system where it needs more.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys

import pytest

from tests.corpus.hostile import HOSTILE

MEMORY = 2_000_000_000  # bytes of address space; about half of it before the first input


@pytest.fixture(scope="module")
def answers():
    """What each input got: a status, or how it ended."""
    process = subprocess.run(
        [sys.executable, "-m", "tests.http.answer_hostile"],
        stdout=subprocess.PIPE,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY)),
        env=os.environ | {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"},
        text=True,
        check=False,
    )
    return dict(json.loads(line) for line in process.stdout.splitlines())


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_input_gets_the_right_answer(answers, name):
    _, _, right = HOSTILE[name]
    assert answers.get(name) in right
