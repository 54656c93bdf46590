"""Train both tasks on one encoder: `python -m training.train PREPARED CHECKPOINTS`.

Runs on a GPU where there is one, else on the CPU, and goes on from the newest checkpoint. On a CPU
one process of one thread per core is half as fast again as one process of many threads:
`OMP_NUM_THREADS=1 torchrun --nproc-per-node 2 -m training.train …` averages their gradients. The
learning rate warms up, stays, and is let down to nothing over the last `--decay` steps (Hu et al.,
"MiniCPM", 2024), so that a run can be ended, or prolonged, from any checkpoint of its level part.
These last steps also round as the embedded model does: see `training.rounding`.
"""

from __future__ import annotations

import argparse
import os
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, distributed, nn

from training.batches import (
    ROOM,
    Articles,
    Sentence,
    Tagged,
    TaggedRuns,
    article_batches,
    cut,
    pack_tagged,
    pack_windows,
    tagged_batches,
)
from training.losses import label_loss, salience_loss
from training.model import BriefModel, sentence_means
from training.rounding import round_products

LOGGED = 50  # steps between lines


@dataclass(frozen=True, slots=True)
class Recipe:
    """Everything that decides what comes out, beside the data."""

    steps: int
    decay: int
    articles: int = 3  # a step and process
    tagged_tokens: int = 300  # a step and process
    warmup: int = 300
    encoder_rate: float = 5e-5
    head_rate: float = 5e-4
    label_weight: float = 1.0
    seed: int = 20260101


def learning_rate(step: int, recipe: Recipe) -> float:
    """The share of the full rate at a step: up, level, down."""
    up = min(1.0, (step + 1) / recipe.warmup)
    down = min(1.0, (recipe.steps - step) / max(recipe.decay, 1))
    return min(up, down)


def build_optimizer(model: BriefModel, recipe: Recipe) -> torch.optim.AdamW:
    """AdamW at two rates; word and place embeddings stay as the base model has them."""
    embeddings = model.tokens.bert.embeddings
    for frozen in (embeddings.word_embeddings, embeddings.position_embeddings):
        frozen.weight.requires_grad_(False)
    encoder = [p for p in model.tokens.bert.parameters() if p.requires_grad]
    heads = [*model.tokens.labels.parameters(), *model.sentences.parameters()]
    return torch.optim.AdamW(
        [
            {"params": encoder, "lr": recipe.encoder_rate, "full": recipe.encoder_rate},
            {"params": heads, "lr": recipe.head_rate, "full": recipe.head_rate},
        ],
        weight_decay=0.01,
        betas=(0.9, 0.98),
    )


def score_articles(model: BriefModel, articles: list[list[Sentence]]) -> tuple[Tensor, Tensor]:
    """Salience logits (n_articles, most_sentences), and which of them are sentences."""
    device = next(model.parameters()).device
    windows = pack_windows(articles)
    vectors, _ = model.tokens(*(t.to(device) for t in (windows.ids, windows.mask, windows.cases)))
    counts = [len(article) for article in articles]
    means = sentence_means(vectors.float(), windows.sentence_of.to(device), sum(counts))
    padded = nn.utils.rnn.pad_sequence(list(means.split(counts)), batch_first=True)
    real = torch.arange(padded.shape[1]) < torch.tensor(counts)[:, None]
    return model.sentences(padded), real.to(device)


def article_loss(model: BriefModel, articles: list[list[Sentence]]) -> Tensor:
    scores, real = score_articles(model, articles)
    shares = torch.zeros(scores.shape)
    for i, article in enumerate(articles):
        shares[i, : len(article)] = torch.tensor([s.share for s in article])
    return salience_loss(scores, shares.to(scores.device), real)


def read_labels(model: BriefModel, batch: TaggedRuns) -> Tensor:
    """Label logits (n_windows, length, n_labels)."""
    device = next(model.parameters()).device
    windows = batch.windows
    _, labels = model.tokens(*(t.to(device) for t in (windows.ids, windows.mask, windows.cases)))
    return labels


def tagged_loss(model: BriefModel, batch: TaggedRuns) -> Tensor:
    labels = read_labels(model, batch)
    return label_loss(labels, batch.allowed.to(labels.device))


def label_hits(model: BriefModel, batch: TaggedRuns) -> tuple[int, int]:
    """How many of the tokens that stand in a name get an allowed label, and how many there are."""
    named = batch.allowed.any(-1) & ~batch.allowed[..., 0]
    labels = read_labels(model, batch).float().cpu()
    hit = batch.allowed.gather(-1, labels.argmax(-1, keepdim=True)).squeeze(-1)
    return int(hit[named].sum()), int(named.sum())


@torch.no_grad()
def develop(model: BriefModel, articles: Articles, tagged: Tagged) -> str:
    """One line: what share of good summaries the top three and the first three sentences make.

    A quick stand-in for the ROUGE of the summary, which the gate measures.
    """
    model.eval()
    ours = lead = 0.0
    for i in range(len(articles)):
        article = cut(articles[i], tokens=2 * ROOM)
        shares = np.array([s.share for s in article])
        scores = score_articles(model, [article])[0][0].float().cpu().numpy()
        ours += shares[np.argsort(-scores)[:3]].sum() / (3 * len(articles))
        lead += shares[:3].sum() / (3 * len(articles))
    hits = [
        label_hits(model, pack_tagged([tagged.run(start, start + 8)]))
        for start in range(0, len(tagged), 8)
    ]
    right, known = np.sum(hits, axis=0)
    model.train()
    return f"share {ours:.4f} (lead-3 {lead:.4f}), labels {right / known:.4f}"


def half_precision(model: BriefModel) -> torch.autocast:
    """bfloat16 where the arithmetic is faster in it: a GPU, or a CPU with AVX-512 BF16 or AMX."""
    device = next(model.parameters()).device.type
    faster = device == "cuda" or torch.cpu._is_avx512_bf16_supported()
    return torch.autocast(device, torch.bfloat16, enabled=faster)


def average_gradients(model: BriefModel) -> None:
    """Give every process the mean of all processes' gradients."""
    gradients = [p.grad for p in model.parameters() if p.grad is not None]
    joined = torch.cat([gradient.flatten() for gradient in gradients])
    distributed.all_reduce(joined)
    pieces = (joined / distributed.get_world_size()).split([g.numel() for g in gradients])
    for gradient, piece in zip(gradients, pieces, strict=True):
        gradient.copy_(piece.view_as(gradient))


def newest_checkpoint(folder: Path) -> Path | None:
    return max(folder.glob("step-*.pt"), default=None)


@dataclass(slots=True)
class Run:
    """The network, its optimizer, and how many steps they have come."""

    model: BriefModel
    optimizer: torch.optim.Optimizer
    step: int = 0

    def save(self, folder: Path) -> None:
        """Write the state under a new name at once, and keep the newest two."""
        folder.mkdir(parents=True, exist_ok=True)
        file = folder / f"step-{self.step:07d}.pt"
        partial = file.with_suffix(".partial")
        state = {"model": self.model.state_dict(), "optimizer": self.optimizer.state_dict()}
        torch.save(state | {"step": self.step}, partial)
        partial.rename(file)
        for old in sorted(folder.glob("step-*.pt"))[:-2]:
            old.unlink()

    def advance(
        self, articles: list[list[Sentence]], tagged: TaggedRuns, recipe: Recipe
    ) -> tuple[float, float]:
        """One step on both tasks; returns the loss of each."""
        self.step += 1
        if self.step > recipe.steps - recipe.decay:
            round_products(self.model.tokens)
        for group in self.optimizer.param_groups:
            group["lr"] = group["full"] * learning_rate(self.step, recipe)
        self.optimizer.zero_grad(set_to_none=True)
        with half_precision(self.model):
            of_articles = article_loss(self.model, articles)
            of_labels = tagged_loss(self.model, tagged)
        (of_articles + recipe.label_weight * of_labels).backward()
        if distributed.is_initialized():
            average_gradients(self.model)
        nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self.optimizer.step()
        return of_articles.item(), of_labels.item()


def resume(checkpoints: Path, recipe: Recipe) -> Run:
    """The run of the newest checkpoint, or a new one."""
    device = "cuda" if torch.cuda.is_available() else "cpu"
    torch.manual_seed(recipe.seed)
    model = BriefModel().to(device).train()
    run = Run(model, build_optimizer(model, recipe))
    if newest := newest_checkpoint(checkpoints):
        state = torch.load(newest, map_location=device, weights_only=True)
        run.model.load_state_dict(state["model"])
        if "optimizer" in state:  # not in a checkpoint that was restored from the embedded model
            run.optimizer.load_state_dict(state["optimizer"])
        run.step = state["step"]
        print(f"resumed at step {run.step}")
    return run


def train(prepared: Path, checkpoints: Path, recipe: Recipe, *, every: int) -> None:
    """Go on to the recipe's last step, with a checkpoint and a line of scores now and then."""
    run = resume(checkpoints, recipe)
    rank = distributed.get_rank() if distributed.is_initialized() else 0
    rng = np.random.default_rng((recipe.seed, run.step, rank))
    pace = np.random.default_rng((recipe.seed, run.step))
    articles = article_batches(
        Articles(prepared / "summaries.npz"), rng, pace, size=recipe.articles
    )
    tagged = tagged_batches(
        Tagged(prepared / "entities.npz"), rng, pace, tokens=recipe.tagged_tokens
    )
    held = Articles(prepared / "summaries_dev.npz"), Tagged(prepared / "entities_dev.npz")
    losses, began = np.zeros(2), time.monotonic()
    while run.step < recipe.steps:
        losses += run.advance(next(articles), next(tagged), recipe)
        if rank == 0 and run.step % LOGGED == 0:
            salience, labels = losses / LOGGED
            seconds = (time.monotonic() - began) / LOGGED
            print(
                f"step {run.step} salience {salience:.4f} labels {labels:.4f} {seconds:.2f} s",
                flush=True,
            )
            losses, began = np.zeros(2), time.monotonic()
        if rank == 0 and (run.step % every == 0 or run.step == recipe.steps):
            run.save(checkpoints)
            with half_precision(run.model):
                print(f"step {run.step} {develop(run.model, *held)}", flush=True)
            began = time.monotonic()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("prepared", type=Path)
    parser.add_argument("checkpoints", type=Path)
    parser.add_argument("--steps", type=int, default=40_000)
    parser.add_argument("--decay", type=int, default=4_000)
    parser.add_argument("--warmup", type=int, default=300, help="steps of rising rate")
    parser.add_argument("--every", type=int, default=500, help="steps between checkpoints")
    parser.add_argument("--articles", type=int, default=3, help="a step")
    parser.add_argument("--tagged-tokens", type=int, default=300, help="a step")
    asked = parser.parse_args()
    recipe = Recipe(
        asked.steps, asked.decay, asked.articles, asked.tagged_tokens, warmup=asked.warmup
    )
    if "WORLD_SIZE" in os.environ:
        distributed.init_process_group("gloo")
    train(asked.prepared, asked.checkpoints, recipe, every=asked.every)


if __name__ == "__main__":
    main()
