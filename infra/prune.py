"""What a function's packages have that no function uses; both its image and its zip go without.

`python infra/prune.py` takes it out of the environment that runs it, as the image's build does.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

# Of the lock, what stays at home: the local server, the command line, what fetches models.
UNUSED = (
    *("h11", "httpcore2", "httpx2", "truststore", "uvicorn"),
    *("markdown-it-py", "mdurl", "pygments", "rich", "shellingham", "typer"),
    *("filelock", "fsspec", "hf-xet", "huggingface-hub", "tqdm"),
)
# Of the services that boto3 describes, at 30 MB, those that the functions call.
SERVICES = frozenset({"dynamodb", "s3", "sqs", "sts"})
# Of the locales that babel describes, at 30 MB, those of the articles that the model reads.
LOCALES = ("root", "en")


def prune(folder: Path) -> None:
    """Take away what only developers of the packages need, and what describes what isn't used."""
    for name in ("tests", "include"):
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
    pip = (sys.executable, "-m", "pip", "uninstall", "--quiet", "--yes")
    subprocess.run([*pip, *UNUSED], check=True)
    prune(Path(sysconfig.get_path("purelib")))
    return 0


if __name__ == "__main__":
    sys.exit(main())
