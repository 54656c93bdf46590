"""`briefs models`: the model store."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
    version = f"{manifest.version:10} {manifest.kind:9}"
    return f"{manifest.name:24} {version} {languages:6} {size:>8} {manifest.licence}{default}"
