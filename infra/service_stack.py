"""The whole stack on one page.

callers ── key ──► Api ──► api function ──► cache, jobs (tables), large things (bucket)
                                │
                                └─ ids ──► JobQueue ──► worker function ──► jobs
briefs bulk ──► bucket, Bulk ── keys ──► bulk function ──► bucket
Watch: alarms and a page of all of it; MonthlyBudget
"""

from __future__ import annotations

from aws_cdk import CfnOutput, Stack
from aws_cdk import aws_lambda_event_sources as sources
from constructs import Construct

from infra.api import Api
from infra.bucket import WorkBucket
from infra.budget import MonthlyBudget
from infra.bulk import Bulk
from infra.environments import Environment
from infra.findings import explain
from infra.function import BriefFunction
from infra.job_queue import JobQueue
from infra.package import Artifact
from infra.tables import Tables
from infra.watch import Watch, Watched

CHANGES = ("Get", "Put", "Update", "Delete")


class ServiceStack(Stack):
    """Article briefs in one environment."""

    def __init__(
        self, scope: Construct, id: str, *, artifact: Artifact, email: str | None = None
    ) -> None:
        environment = artifact.environment
        super().__init__(scope, id, description=f"Article briefs, {environment.name}")

        self.tables = Tables(self, "Tables", environment=environment)
        self.work = WorkBucket(self, "Work", environment=environment)
        self.queue = JobQueue(self, "Jobs", environment=environment)

        self.api_function = self._function(
            "ApiFunction",
            artifact,
            "handler",
            environment.api_seconds,
            concurrency=environment.api_concurrency,
            provisioned=environment.provisioned,
        )
        self.worker = self._function("Worker", artifact, "worker", environment.worker_seconds)
        self.items = self._function("BulkFunction", artifact, "items", environment.bulk_seconds)

        self.api = Api(self, "Api", environment=environment, function=self.api_function.live)
        self.worker.live.add_event_source(
            sources.SqsEventSource(
                self.queue.queue,
                batch_size=5,
                max_concurrency=environment.worker_concurrency,
                report_batch_item_failures=True,
            )
        )
        self.bulk = Bulk(
            self,
            "Bulk",
            environment=environment,
            bucket=self.work.bucket,
            function=self.items.live,
        )
        self._grant()
        self.watch = Watch(
            self, "Watch", environment=environment, watched=self._watched(), email=email
        )
        MonthlyBudget(self, "Budget", environment=environment, topic=self.watch.topic)
        self._say()
        # CDK has functions wait for their role as well as for its policy.
        self.template_options.metadata = {"cfn-lint": {"config": {"ignore_checks": ["W3005"]}}}
        explain(self, api=self.api, bucket=self.work.bucket, bulk=self.bulk.machine)

    def _function(
        self,
        id: str,
        artifact: Artifact,
        module: str,
        seconds: int,
        *,
        concurrency: int | None = None,
        provisioned: int = 0,
    ) -> BriefFunction:
        return BriefFunction(
            self,
            id,
            artifact=artifact,
            handler=f"service.aws.{module}.handler",
            seconds=seconds,
            settings=self._settings(artifact.environment),
            concurrency=concurrency,
            provisioned=provisioned,
        )

    def _settings(self, environment: Environment) -> dict[str, str]:
        """What `service.aws.settings` reads."""
        return {
            "BRIEFS_CACHE_TABLE": self.tables.cache.table_name,
            "BRIEFS_JOBS_TABLE": self.tables.jobs.table_name,
            "BRIEFS_IDEMPOTENCY_TABLE": self.tables.done.table_name,
            "BRIEFS_JOBS_QUEUE": self.queue.queue.queue_url,
            "BRIEFS_BUCKET": self.work.bucket.bucket_name,
            "BRIEFS_CACHE_DAYS": str(environment.cache_days),
            "BRIEFS_JOB_HOURS": str(environment.job_hours),
            "BRIEFS_GATEWAY_KEYS": "true",
            "BRIEFS_JOB_LEASE_SECONDS": str(environment.worker_seconds),
        }

    def _grant(self) -> None:
        """Who may do what, each by its name."""
        api, worker, items = self.api_function, self.worker, self.items
        cache, jobs, done = self.tables.cache, self.tables.jobs, self.tables.done
        bucket = self.work.bucket

        for function in (api, worker, items):
            function.may("dynamodb:GetItem", "dynamodb:PutItem", on=cache.table_arn)
            function.may("s3:GetObject", on=bucket.arn_for_objects("models/*"))
        for function in (api, worker):
            function.may("s3:GetObject", "s3:PutObject", on=bucket.arn_for_objects("jobs/*"))
        api.may("dynamodb:GetItem", "dynamodb:PutItem", on=jobs.table_arn)
        api.may("sqs:SendMessage", on=self.queue.queue.queue_arn)
        worker.may("dynamodb:GetItem", "dynamodb:UpdateItem", on=jobs.table_arn)
        worker.may(*(f"dynamodb:{do}Item" for do in CHANGES), on=done.table_arn)
        items.may("s3:GetObject", "s3:PutObject", on=bucket.arn_for_objects("bulk/*"))
        # Without it S3 says "forbidden" of an object that isn't there.
        items.may("s3:ListBucket", on=bucket.bucket_arn)

    def _watched(self) -> Watched:
        functions = {"api": self.api_function, "worker": self.worker, "bulk": self.items}
        return Watched(self.api, functions, self.queue, self.bulk)

    def _say(self) -> None:
        """What a person or `briefs bulk` needs to know of the stack."""
        CfnOutput(self, "Url", value=self.api.rest.url)
        CfnOutput(self, "KeyId", value=self.api.key.key_id)
        CfnOutput(self, "WorkBucket", value=self.work.bucket.bucket_name)
        CfnOutput(self, "BulkMachine", value=self.bulk.machine.state_machine_arn)
