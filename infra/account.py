"""`python -m infra.account`: which account a deployment would go to, before anything goes there."""

from __future__ import annotations

import os
import sys

import boto3
from botocore.exceptions import BotoCoreError, ClientError

REMEDY = "`aws sso login`, or AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY"


def main() -> int:
    # As CDK reads it; boto3 by itself knows the second alone.
    session = boto3.Session(region_name=os.environ.get("AWS_REGION"))
    if session.region_name is None:
        return _refuse("no region is chosen; set AWS_REGION, such as eu-central-1")
    try:
        account = session.client("sts").get_caller_identity()["Account"]
    except (BotoCoreError, ClientError) as error:
        return _refuse(f"no AWS credentials that work ({error}); {REMEDY}")
    print(f"deploy: account {account}, {session.region_name}")
    return 0


def _refuse(why: str) -> int:
    print(f"deploy: {why}", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
