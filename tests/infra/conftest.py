"""The stack, written down once for all tests: each synthesis takes seconds."""

from __future__ import annotations

from importlib.util import find_spec

import pytest

# The CDK comes with `make .venv/infra`, as `make test` does it; `make .venv/dev` goes without.
collect_ignore_glob = [] if find_spec("aws_cdk") else ["*.py"]


@pytest.fixture(scope="session")
def synthesized(tmp_path_factory):
    """The assembly of `dev`, which cdk-nag has looked at: it raises for what isn't explained."""
    from infra.app import build
    from infra.environments import DEV
    from infra.package import Artifact

    out = tmp_path_factory.mktemp("cdk.out")
    return build(Artifact(DEV), outdir=str(out), email="desk@paper.example").synth()


@pytest.fixture(scope="session")
def template(synthesized):
    """The template of `dev`, as CloudFormation gets it."""
    return synthesized.stacks[0].template


@pytest.fixture(scope="session")
def zip_template(tmp_path_factory):
    """The template of `prod` as a zip, which cdk-nag has looked at too."""
    from infra.app import build
    from infra.environments import PROD
    from infra.package import Artifact

    folder = tmp_path_factory.mktemp("zip")
    (folder / "code.py").write_text("")
    artifact = Artifact(PROD.with_package("zip"), zip_folder=folder)
    out = tmp_path_factory.mktemp("cdk.out")
    return build(artifact, outdir=str(out)).synth().stacks[0].template
