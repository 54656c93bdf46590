"""`python -m infra.zip_package FOLDER`: the functions' zip package, from wheels for Lambda.

Nothing of it runs here: the wheels are for Lambda's processor and Python, not for ours.
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Collection
from pathlib import Path

from infra.prune import UNUSED, prune

ROOT = Path(__file__).resolve().parents[1]
LOCK = ROOT / "requirements-aws.lock"
# Lambda's limit on what is unpacked: 250 MB, by which it means MiB.
MAX_BYTES = 250 * 1024 * 1024
PYTHON = "3.13"
# Amazon Linux 2023 has glibc 2.34.
PLATFORMS = ("manylinux2014", *(f"manylinux_2_{minor}" for minor in range(17, 35)))
# What the runtime brings itself.
RUNTIME = frozenset({"awslambdaric", "snapshot-restore-py", "simplejson"})
LEFT_OUT = RUNTIME | frozenset(UNUSED)


def build(
    folder: Path,
    *,
    architecture: str = "aarch64",
    python: str = PYTHON,
    left_out: Collection[str] = LEFT_OUT,
) -> int:
    """Fill `folder`, which is emptied before; how many bytes it then has."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    _install(folder, architecture, python=python, left_out=left_out)
    ignore = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "service", folder / "service", ignore=ignore)
    embedded = Path("model_cache") / "embedded"
    shutil.copytree(ROOT / embedded, folder / embedded, ignore=ignore)
    shutil.rmtree(folder / "bin", ignore_errors=True)
    prune(folder)
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())


def _install(folder: Path, architecture: str, *, python: str, left_out: Collection[str]) -> None:
    """The lock's wheels for `architecture`, each of which has the hash that the lock says."""
    with tempfile.NamedTemporaryFile("w", suffix=".lock") as lock:
        lock.write(needed(LOCK.read_text(encoding="utf-8"), left_out))
        lock.flush()
        platforms = [f"--platform={platform}_{architecture}" for platform in PLATFORMS]
        subprocess.run(
            [
                *(sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-compile"),
                *("--target", str(folder), "--require-hashes", "--requirement", lock.name),
                *("--only-binary=:all:", "--implementation=cp", f"--python-version={python}"),
                *platforms,
            ],
            check=True,
        )


def needed(lock: str, left_out: Collection[str] = LEFT_OUT) -> str:
    """`lock` without the packages that are left out; a package is a line and its hashes."""
    packages = re.split(r"\n(?=[a-z0-9])", lock.strip())
    kept = [part for part in packages if part.partition("==")[0] not in left_out]
    return "\n".join(kept) + "\n"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--architecture", choices=("aarch64", "x86_64"), default="aarch64")
    asked = parser.parse_args()
    size = build(asked.folder, architecture=asked.architecture)
    print(f"{asked.folder}: {size / 1e6:.0f} MB unpacked; Lambda takes {MAX_BYTES / 1e6:.0f} MB")
    return 0 if size <= MAX_BYTES else 1


if __name__ == "__main__":
    sys.exit(main())
