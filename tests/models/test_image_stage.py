"""What the image's build does with MODEL, on a tiny model: the Dockerfile's own commands."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
DOCKERFILE = (ROOT / "infra" / "image" / "Dockerfile").read_text()
COMMAND = re.compile(
    r"BRIEFS_MODELS=/app/model_cache \S+/python -m (service models .*?)(?: \\|; \\)\n"
)


def test_the_build_s_commands_add_a_model_and_find_it_whole(tiny, tmp_path):
    shutil.copytree(ROOT / "model_cache" / "embedded", tmp_path / "embedded")
    commands = COMMAND.findall(DOCKERFILE)
    assert [command.split()[2] for command in commands] == ["add", "verify"]
    said = ""
    for command in commands:
        done = subprocess.run(
            ["bash", "-c", f'"{sys.executable}" -m {command}'],
            cwd=ROOT,
            capture_output=True,
            text=True,
            env=os.environ | {"BRIEFS_MODELS": str(tmp_path), "MODEL": str(tiny("bart"))},
        )
        assert done.returncode == 0, done.stderr
        said = done.stdout
    assert "briefs-minilm: every file is what was pinned" in said
    assert "bart: every file is what was pinned" in said
