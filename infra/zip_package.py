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
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LOCK = ROOT / "requirements-aws.lock"
# Lambda's limit on what is unpacked: 250 MB, by which it means MiB.
MAX_BYTES = 250 * 1024 * 1024
PYTHON = "3.13"
# Amazon Linux 2023 has glibc 2.34.
PLATFORMS = ("manylinux2014", *(f"manylinux_2_{minor}" for minor in range(17, 35)))
# Of the lock, what no function imports: the runtime client comes with the runtime; the local
# server, the command line and what fetches models stay at home.
LEFT_OUT = frozenset(
    (
        *("awslambdaric", "snapshot-restore-py", "simplejson"),
        *("h11", "httpcore2", "httpx2", "truststore", "uvicorn"),
        *("markdown-it-py", "mdurl", "pygments", "rich", "shellingham", "typer"),
        *("filelock", "fsspec", "hf-xet", "huggingface-hub", "tqdm"),
    )
)
# Of the services that boto3 describes, at 30 MB, those that the functions call.
SERVICES = frozenset({"dynamodb", "s3", "sqs", "sts"})
# Of the locales that babel describes, at 30 MB, those of the articles that the model reads.
LOCALES = ("root", "en")


def build(folder: Path, *, architecture: str = "aarch64") -> int:
    """Fill `folder`, which is emptied before; how many bytes it then has."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    _install(folder, architecture)
    ignore = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "service", folder / "service", ignore=ignore)
    embedded = Path("model_cache") / "embedded"
    shutil.copytree(ROOT / embedded, folder / embedded, ignore=ignore)
    _prune(folder)
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())


def _install(folder: Path, architecture: str) -> None:
    """The lock's wheels for `architecture`, each of which has the hash that the lock says."""
    with tempfile.NamedTemporaryFile("w", suffix=".lock") as lock:
        lock.write(needed(LOCK.read_text(encoding="utf-8")))
        lock.flush()
        platforms = [f"--platform={platform}_{architecture}" for platform in PLATFORMS]
        subprocess.run(
            [
                *(sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-compile"),
                *("--target", str(folder), "--require-hashes", "--requirement", lock.name),
                *("--only-binary=:all:", "--implementation=cp", f"--python-version={PYTHON}"),
                *platforms,
            ],
            check=True,
        )


def needed(lock: str) -> str:
    """`lock` without the packages that are left out; a package is a line and its hashes."""
    packages = re.split(r"\n(?=[a-z0-9])", lock.strip())
    kept = [part for part in packages if part.partition("==")[0] not in LEFT_OUT]
    return "\n".join(kept) + "\n"


def _prune(folder: Path) -> None:
    """Take away what only developers of the packages need, and what describes what isn't used."""
    for name in ("tests", "bin", "include"):
        for found in [*folder.glob(name), *folder.glob(f"*/**/{name}")]:
            shutil.rmtree(found, ignore_errors=True)
    for package in ("botocore", "boto3"):
        for service in (folder / package / "data").iterdir():
            if service.is_dir() and service.name not in SERVICES:
                shutil.rmtree(service)
    for locale in (folder / "babel" / "locale-data").iterdir():
        if not locale.name.startswith(LOCALES):
            locale.unlink()


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
