"""`python -m training DATA`: the embedded model, from data to `model_cache/embedded`.

Each step keeps what it made in `.training/`, so that a run that was stopped goes on.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path

from training.train import newest_checkpoint

WORK = Path(".training")
MODEL = Path("model_cache/embedded")
STEPS, DECAY = 40_000, 8_000  # three epochs of 38,445 articles on two processes


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--steps", type=int, default=STEPS)
    parser.add_argument("--decay", type=int, default=DECAY)
    asked = parser.parse_args()
    prepared, checkpoints = WORK / "prepared", WORK / "checkpoints"
    if not (prepared / "summaries.npz").exists():
        run("training.prepare", str(asked.data), str(prepared))
    lengths = "--steps", str(asked.steps), "--decay", str(asked.decay)
    train(str(prepared), str(checkpoints), *lengths)
    newest = newest_checkpoint(checkpoints)
    assert newest is not None
    run("training.export", str(newest), str(prepared), str(MODEL))
    run("training.ranking", str(asked.data))
    run("training.salience", str(asked.data))
    run("training.card", str(MODEL))


def run(module: str, *arguments: str) -> None:
    subprocess.run([sys.executable, "-m", module, *arguments], check=True)


def train(*arguments: str) -> None:
    """Train in one process with one thread for each core; or in a single one that has the GPU."""
    import torch

    if torch.cuda.is_available():
        return run("training.train", *arguments)
    processes = str(os.cpu_count() or 1)
    environment = os.environ | {"OMP_NUM_THREADS": "1", "OMP_WAIT_POLICY": "PASSIVE"}
    launch = [sys.executable, "-m", "torch.distributed.run", "--nproc-per-node", processes]
    subprocess.run([*launch, "-m", "training.train", *arguments], check=True, env=environment)
    return None


if __name__ == "__main__":
    main()
