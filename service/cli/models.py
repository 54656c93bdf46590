"""`briefs models`: the model store."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from service.models import ModelFacts

models = typer.Typer(help="The model store.", no_args_is_help=True)


@models.command("list")
def list_() -> None:
    """Print the models that are here, the default first."""
    from service.models import list_models
    from service.settings import read_settings

    for facts in list_models(read_settings().models):
        typer.echo(_line(facts))


class Quantization(StrEnum):
    """What a converted model's weights are rounded to."""

    int8 = "int8"
    int16 = "int16"
    float32 = "float32"


@models.command()
def add(
    source: Annotated[
        str, typer.Argument(metavar="NAME_OR_PATH", help="a model of the hub, or a folder")
    ],
    revision: Annotated[
        str | None, typer.Option(help="of the hub: a commit, branch or refs/pr/N")
    ] = None,
    quantize: Annotated[
        Quantization, typer.Option(help="what a converted model's weights are rounded to")
    ] = Quantization.int8,
    name: Annotated[str | None, typer.Option(help="what it is called here")] = None,
) -> None:
    """Fetch a sequence-to-sequence model, convert it, compare it with its original, and keep it."""
    from service.models import default_folder, facts_of
    from service.models.add import add_model
    from service.settings import read_settings

    store = read_settings().models or default_folder()
    manifest = add_model(
        source,
        store,
        name=name,
        revision=revision,
        quantization=quantize.value,
        say=lambda step: print(f"briefs: {step}", file=sys.stderr),
    )
    typer.echo(_line(facts_of(store / manifest.name)))


@models.command()
def verify() -> None:
    """Compare every file of every model with the sha256 that is pinned for it."""
    from service.models import verify_models
    from service.settings import read_settings

    for facts in verify_models(read_settings().models):
        typer.echo(f"{facts.manifest.name}: every file is what was pinned")


def _line(facts: ModelFacts) -> str:
    manifest = facts.manifest
    default = "  (default)" if facts.default else ""
    size = f"{facts.bytes / 1e6:.0f} MB"
    languages = ",".join(manifest.languages)
    version = f"{manifest.version:18} {manifest.kind:9} {manifest.runtime:11}"
    return f"{manifest.name:24} {version} {languages:6} {size:>8} {manifest.licence}{default}"
