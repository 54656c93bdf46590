"""`python -m infra.app ENVIRONMENT`: writes the stack's template and assets."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from aws_cdk import App, Tags, Validations
from cdk_nag import AwsSolutionsChecks

from infra.checks import faults
from infra.environments import ENVIRONMENTS
from infra.package import ROOT, Artifact
from infra.service_stack import ServiceStack

OUT = ROOT / "cdk.out"


def build(artifact: Artifact, *, outdir: str, email: str | None = None) -> App:
    """The application with cdk-nag's checks, not yet synthesized."""
    app = App(
        outdir=outdir,
        # No account is looked at, and nothing is reported to anybody.
        analytics_reporting=False,
        context={"@aws-cdk/aws-stepfunctions:useDistributedMapResultWriterV2": True},
    )
    name = artifact.environment.name
    stack = ServiceStack(app, f"article-briefs-{name}", artifact=artifact, email=email)
    Tags.of(stack).add("project", f"article-briefs-{name}")
    Validations.of(app).add_plugins(AwsSolutionsChecks(app))
    return app


def main() -> int:
    asked = _arguments()
    environment = ENVIRONMENTS[asked.environment].with_package(asked.package)
    app = build(
        Artifact(environment, model=asked.model),
        outdir=str(asked.out),
        email=os.environ.get("ALARM_EMAIL"),
    )
    found = [fault for stack in app.synth().stacks for fault in faults(stack.template)]
    for fault in found:
        print(f"infra: {fault}", file=sys.stderr)
    return 1 if found else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("environment", choices=sorted(ENVIRONMENTS))
    parser.add_argument("--package", choices=("image", "zip"), default="image")
    parser.add_argument("--model", default="", help="an abstractive model that the image holds")
    parser.add_argument("--out", type=Path, default=OUT)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
