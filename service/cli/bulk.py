"""`briefs bulk`: the same batch on the deployed AWS stack."""

from __future__ import annotations

import hashlib
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from service.errors import InvalidRequest, NotOffered

if TYPE_CHECKING:
    from service.aws.corpus import Corpus


def bulk(
    requests: Annotated[
        Path, typer.Argument(metavar="INPUT.jsonl", exists=True, dir_okay=False, help="requests")
    ],
    output: Annotated[
        Path, typer.Option("-o", "--output", metavar="OUT.jsonl", dir_okay=False, help="results")
    ],
    stack: Annotated[
        str, typer.Option(envvar="BRIEFS_STACK", help="the stack's name in CloudFormation")
    ] = "article-briefs-dev",
    again: Annotated[
        bool, typer.Option("--again", help="do it anew, though the stack has done this file")
    ] = False,
    poll: Annotated[float, typer.Option(min=0.1, help="seconds between looks", hidden=True)] = 2.0,
) -> None:
    """Write the result of each line of INPUT.jsonl, done by many functions at once, in order.

    Lines and results are those of `briefs batch`. Run it again to go on after a stop.
    """
    from service.cli.lines import count_lines, read_lines
    from service.cli.progress import progress_of
    from service.settings import read_settings

    total = count_lines(requests)
    if not total:
        raise InvalidRequest(f"{requests} has no line")
    with _cloud():
        corpus = _corpus(requests, stack, again=again)
        lines = read_lines(requests, longest=read_settings().body_bytes)
        progress_of("sending", total, corpus.upload(lines))
        progress_of("doing", len(corpus.chunks()), corpus.run(poll=poll))
        counts = Counter[str]()
        progress_of("fetching", total, _write(corpus, output, counts))
    print(f"briefs: {counts['brief']} briefs, {counts['problem']} problems", file=sys.stderr)


def _corpus(requests: Path, stack: str, *, again: bool) -> Corpus:
    from service.aws.corpus import Corpus, find_stack

    return Corpus(find_stack(stack), _run_of(requests, again=again))


def _run_of(requests: Path, *, again: bool) -> str:
    """The run's name: the file's own, so that the same file goes on with the same run."""
    import secrets

    with requests.open("rb") as stream:
        name = hashlib.file_digest(stream, "sha256").hexdigest()[:16]
    return f"{name}-{secrets.token_hex(4)}" if again else name


def _write(corpus: Corpus, output: Path, counts: Counter[str]) -> Iterator[int]:
    """Fill `output`, which appears when it is whole; yields how many lines are written."""
    part = output.with_name(output.name + ".part")
    try:
        with part.open("wb") as stream:
            for results, kinds in corpus.download():
                stream.write(results)
                counts.update(kinds)
                yield kinds.total()
        part.replace(output)
    except OSError as error:
        raise NotOffered(f"{output} can't be written: {error.strerror}") from None


@contextmanager
def _cloud() -> Iterator[None]:
    """What keeps us from the cloud, in a line that says what to do."""
    try:
        from botocore.exceptions import BotoCoreError, ClientError
    except ImportError:
        raise NotOffered("this needs the AWS client: pip install 'article-briefs[aws]'") from None
    try:
        yield
    except ClientError as error:
        said = error.response["Error"]
        raise NotOffered(f"AWS refused: {said.get('Message') or said['Code']}") from error
    except BotoCoreError as error:
        raise NotOffered(
            f"AWS can't be reached: {error}; see `aws configure`, AWS_PROFILE and AWS_REGION"
        ) from error
