"""Bulk: a state machine that has the chunks of a corpus done, many at once."""

from __future__ import annotations

from aws_cdk import Duration, RemovalPolicy
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_logs as logs
from aws_cdk import aws_s3 as s3
from aws_cdk import aws_stepfunctions as sfn
from aws_cdk import aws_stepfunctions_tasks as tasks
from constructs import Construct

from infra.environments import Environment
from infra.function import RETENTIONS

# Of the chunks: one may meet a bad hour; when more do, something is wrong with all of them.
TOLERATED_PERCENT = 5


class Bulk(Construct):
    """The input is {"chunks": key, "results": prefix}; bodies stay in the bucket."""

    def __init__(
        self,
        scope: Construct,
        id: str,
        *,
        environment: Environment,
        bucket: s3.IBucket,
        function: lambda_.IFunction,
    ) -> None:
        super().__init__(scope, id)
        every_chunk = sfn.DistributedMap(
            self,
            "EveryChunk",
            item_reader=sfn.S3JsonLItemReader(
                bucket=bucket, key=sfn.JsonPath.string_at("$.chunks")
            ),
            max_concurrency=environment.bulk_concurrency,
            tolerated_failure_percentage=TOLERATED_PERCENT,
            map_execution_type=sfn.StateMachineType.STANDARD,
            label="chunks",
            result_writer_v2=sfn.ResultWriterV2(
                bucket=bucket, prefix=sfn.JsonPath.string_at("$$.Execution.Input.results")
            ),
        )
        every_chunk.item_processor(self._do_chunk(function))
        self.machine = sfn.StateMachine(
            self,
            "Machine",
            definition_body=sfn.DefinitionBody.from_chainable(every_chunk),
            tracing_enabled=True,
            timeout=Duration.days(7),
            logs=sfn.LogOptions(destination=self._log(environment), level=sfn.LogLevel.ALL),
        )

    def _do_chunk(self, function: lambda_.IFunction) -> tasks.LambdaInvoke:
        task = tasks.LambdaInvoke(
            self,
            "DoChunk",
            lambda_function=function,
            payload_response_only=True,
            retry_on_service_exceptions=True,
        )
        # A chunk is done over only where its results aren't there yet.
        task.add_retry(
            errors=["States.Timeout", "States.TaskFailed", "Lambda.TooManyRequestsException"],
            interval=Duration.seconds(5),
            backoff_rate=2,
            max_attempts=5,
            jitter_strategy=sfn.JitterType.FULL,
        )
        return task

    def _log(self, environment: Environment) -> logs.LogGroup:
        return logs.LogGroup(
            self,
            "Log",
            # The name that lets Step Functions write without widening the account's log policy.
            log_group_name=f"/aws/vendedlogs/states/article-briefs-{environment.name}",
            retention=RETENTIONS[environment.log_days],
            removal_policy=RemovalPolicy.DESTROY,
        )
