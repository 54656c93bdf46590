"""The model card, with the figures that the gate recorded: `python -m training.card FOLDER`."""

from __future__ import annotations

import argparse
from pathlib import Path

from benchmarks.quality.floors import read_floors
from service.models.manifest import read_manifest

CARD = """\
# {name} {version}

Reads an English article once and says, of each sentence, how much of the article's point it carries
(0 to 1), and of each token, whether it belongs to a person, an organization, a place, a group or
nationality, a time, or another name. It is the default of this service and runs on one plain CPU.

## What it is

- `tokens.onnx`: all-MiniLM-L6-v2 (6 layers, width 384, 22.7 million weights, uncased; Apache-2.0),
  fine-tuned, with letter case fed back in as the token type and a linear layer for 13 BIO labels.
  Weights in int8 (seven bits used, so that processors without VNNI can't overflow). Windows of 510
  tokens that overlap by 64.
- `sentences.onnx`: a bidirectional GRU of 2 × 192 over the mean vectors of all sentences of the
  article, whatever its length, and a small layer that scores each; float32.
- `manifest.json` pins the sha256 of every file; the service refuses to load anything else.

Licence: {licence}. Base: {base}.

## Data

- Summaries: 38,445 CNN/DailyMail training articles (See et al., 2017; texts belong to their
  publishers), with letter case restored by machine. Target of a sentence: how likely it stands in a
  good summary of three, by ROUGE-1 and ROUGE-2. A quarter of the articles are read with their first
  sentences moved to the end and a seventh behind sentences of another article, so that place alone
  doesn't decide.
- Entities: Groningen Meaning Bank newswire (42,737 sentences, silver; titles taken off the names of
  persons), GUM training part (interviews, biographies, travel, speeches, court), WikiGold,
  UNER-EWT. What a corpus doesn't mark is left open in the loss, not taken for "no name". Beside
  them 12,000 sentences of our own, written from templates with names of these corpora: sports pages
  and company news, which they lack.
- Never trained on: validation and test parts of CNN/DailyMail, XSum, CoNLL-2003, GUM news,
  TempEval-3 platinum, MEANTIME.

## Recipe

`make train DATA=…` does all of it: `training/prepare.py`, `train.py`, `export.py`, `ranking.py`,
`salience.py`, `card.py`. Both tasks in every step; AdamW, 5e-5 for the encoder and 5e-4 for the
heads, warm-up, a level part, a linear end in which every product rounds as the int8 graph rounds.
Word and position embeddings stay frozen.

{run}

## Scores

Recorded by `make gate` (development sets; ROUGE as the margin over Lead-3 on the same rows, the
rest F1 or as named):

| measure | figure |
|---|---|
{scores}

## Limits

- English news. On other texts (interviews, papers, speeches) the salience is a guess, and other
  languages are refused before they get here.
- A salience is a rank, not a probability to act on. The model prefers what newspapers prefer: the
  beginning, what is new, what is said by officials.
- Labels err most on all-capitals headlines, names of products and works, ministries ("Defense") and
  foreign names that stand alone; an organization is found three times in four on newswire.
- It inherits what its training texts say of people and groups, and what they leave out. Don't let
  it decide about anybody.
"""

# What was done for the committed weights, beyond the recipe's defaults.
RUN = Path(__file__).with_name("RUN.md")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    manifest = read_manifest(folder)
    scores = "\n".join(f"| {name} | {figure:.2f} |" for name, figure in read_floors().items())
    card = CARD.format(
        **manifest.model_dump(include={"name", "version", "licence", "base"}),
        run=RUN.read_text().strip(),
        scores=scores,
    )
    (folder / "README.md").write_text(card)


if __name__ == "__main__":
    main()
