"""The bucket: models, corpora and their results, and what is too large for a table."""

from __future__ import annotations

from aws_cdk import Duration, RemovalPolicy
from aws_cdk import aws_s3 as s3
from constructs import Construct

from infra.environments import Environment

# Days that a corpus and its results stay: long enough to come back to, short enough to forget.
BULK_DAYS = 14


class WorkBucket(Construct):
    """Encrypted, private, reached only over TLS; all but the models is removed after a while."""

    def __init__(self, scope: Construct, id: str, *, environment: Environment) -> None:
        super().__init__(scope, id)
        keeps = environment.keeps_data
        self.bucket = s3.Bucket(
            self,
            "Bucket",
            encryption=s3.BucketEncryption.S3_MANAGED,
            block_public_access=s3.BlockPublicAccess.BLOCK_ALL,
            object_ownership=s3.ObjectOwnership.BUCKET_OWNER_ENFORCED,
            enforce_ssl=True,
            removal_policy=RemovalPolicy.RETAIN if keeps else RemovalPolicy.DESTROY,
            lifecycle_rules=[
                _expires("bulk/", days=BULK_DAYS),
                _expires("jobs/", days=1 + -(-environment.job_hours // 24)),
                s3.LifecycleRule(abort_incomplete_multipart_upload_after=Duration.days(1)),
            ],
        )


def _expires(prefix: str, *, days: int) -> s3.LifecycleRule:
    return s3.LifecycleRule(prefix=prefix, expiration=Duration.days(days))
