"""What `make synth` and `make deploy` do, as far as it goes without an account."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.aws.cloud import cloud

ROOT = Path(__file__).parents[2]
# A machine with neither an account nor, as far as a variable can say so, a network.
BARE = {
    "PATH": os.environ["PATH"],
    "HOME": "/nonexistent",
    **dict.fromkeys(("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"), "http://127.0.0.1:9"),
    "AWS_EC2_METADATA_DISABLED": "true",
}


def commands(target, *variables):
    """What make would run for `target`, were everything installed."""
    dry = ["make", "--dry-run", "--assume-old=.venv/infra", target, *variables]
    return subprocess.run(dry, cwd=ROOT, capture_output=True, text=True, check=True).stdout


def python(*words, **environment):
    return subprocess.run(
        [sys.executable, *words],
        cwd=ROOT,
        capture_output=True,
        text=True,
        env=BARE | environment,
    )


def test_synth_needs_no_account_and_writes_what_cdk_deploys(tmp_path):
    assert '-m infra.app prod --package image --model ""' in commands("synth", "ENV=prod")
    done = python("-m", "infra.app", "prod", "--out", str(tmp_path))
    assert done.returncode == 0, done.stderr
    manifest = json.loads((tmp_path / "manifest.json").read_text())
    kinds = {artifact["type"] for artifact in manifest["artifacts"].values()}
    assert "aws:cloudformation:stack" in kinds
    assert "missing" not in manifest  # what CDK would look up in an account
    report = json.loads((tmp_path / "validation-report.json").read_text())
    assert [r["violations"] for r in report["pluginReports"]] == [[]]


def test_deploy_asks_before_rights_are_widened_unless_it_is_told_not_to():
    assert "deploy --app cdk.out --all --require-approval broadening" in commands("deploy")
    assert "--require-approval never" in commands("deploy", "APPROVAL=never")
    ran = commands("deploy")
    assert ran.index("infra.app") < ran.index("infra.account") < ran.index("cdk@2 bootstrap")


@pytest.mark.parametrize(
    ("given", "said"), [({}, "AWS_REGION"), ({"AWS_REGION": "eu-central-1"}, "aws sso login")]
)
def test_deploy_without_an_account_says_what_is_missing(given, said):
    done = python("-m", "infra.account", **given)
    assert (done.returncode, done.stdout) == (1, "")
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_deploy_says_where_to():
    with cloud() as url:
        keys = {"AWS_ACCESS_KEY_ID": "a", "AWS_SECRET_ACCESS_KEY": "b", "AWS_REGION": "eu-west-1"}
        bare = {"NO_PROXY": "127.0.0.1", "AWS_ENDPOINT_URL": url}
        done = python("-m", "infra.account", **keys, **bare)
    assert done.stdout == "deploy: account 123456789012, eu-west-1\n"
