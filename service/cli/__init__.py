"""The program `briefs`: one article, a file of them, or a server.

Exit codes: 0 done; 2 the input is at fault; 1 anything else. What is said to a person goes to
standard error; a traceback never does.
"""

from __future__ import annotations

import logging
import os
import sys

import typer

from service.cli.batch import batch
from service.cli.bulk import bulk
from service.cli.models import models
from service.cli.read import read
from service.cli.serve import serve
from service.errors import BriefError, InputError

app = typer.Typer(
    name="briefs",
    help="Short briefs of articles: what happened, who, when.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.command()(read)
app.command()(batch)
app.command()(bulk)
app.command()(serve)
app.add_typer(models, name="models")


INTERRUPTED = 130  # what typer makes of a KeyboardInterrupt


def main() -> None:
    """Run the program and leave with its exit code."""
    logging.basicConfig(level=logging.WARNING, format="briefs: %(message)s", stream=sys.stderr)
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """The exit code of `briefs ARGUMENTS`; whatever goes wrong is said in a line."""
    try:
        # Outside of standalone mode typer returns the code of a typer.Exit.
        code = int(app(arguments, prog_name="briefs", standalone_mode=False) or 0)
        return code if code != INTERRUPTED else _say("stopped", code=1)
    except BriefError as error:
        return _say(error.detail, code=exit_code(error))
    except (typer.Abort, KeyboardInterrupt):
        return _say("stopped", code=1)
    except BrokenPipeError:  # whoever read our output has gone; what is left must not be flushed
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except Exception as error:
        return _unexpected(error)


def exit_code(error: BriefError) -> int:
    """2 where another input would do, else 1."""
    return 2 if isinstance(error, InputError) else 1


def _unexpected(error: Exception) -> int:
    if hasattr(error, "format_message"):  # click's: an option that is none, a file that isn't there
        return _say(error.format_message(), code=2) if error.format_message() else 2
    return _say(f"something unexpected happened: {type(error).__name__}: {error}", code=1)


def _say(message: str, *, code: int) -> int:
    print(f"briefs: {message}", file=sys.stderr)
    return code
