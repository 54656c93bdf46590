"""A function: its code, its log, its role without a wildcard, and the version that is live."""

from __future__ import annotations

from collections.abc import Mapping

from aws_cdk import Duration, RemovalPolicy
from aws_cdk import aws_iam as iam
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_logs as logs
from constructs import Construct

from infra.package import Artifact


class BriefFunction(Construct):
    """One of the service's functions; `live` is what others may call."""

    def __init__(
        self,
        scope: Construct,
        id: str,
        *,
        artifact: Artifact,
        handler: str,
        seconds: int,
        settings: Mapping[str, str],
        concurrency: int | None = None,
        provisioned: int = 0,
    ) -> None:
        super().__init__(scope, id)
        environment = artifact.environment
        self.log = logs.LogGroup(
            self,
            "Log",
            retention=RETENTIONS[environment.log_days],
            removal_policy=RemovalPolicy.DESTROY,
        )
        self.function = lambda_.Function(
            self,
            "Function",
            code=artifact.code(handler),
            handler=artifact.handler(handler),
            runtime=artifact.runtime(),
            architecture=artifact.architecture(),
            memory_size=environment.memory_mb,
            timeout=Duration.seconds(seconds),
            environment=dict(settings),
            reserved_concurrent_executions=concurrency,
            tracing=lambda_.Tracing.ACTIVE,
            log_group=self.log,
            role=self._role(),
            snap_start=(
                lambda_.SnapStartConf.ON_PUBLISHED_VERSIONS if environment.snap_start else None
            ),
        )
        self.live = lambda_.Alias(
            self,
            "Live",
            alias_name="live",
            version=self.function.current_version,
            provisioned_concurrent_executions=provisioned or None,
        )

    def may(self, *actions: str, on: str) -> None:
        """Grant `actions` on what has this ARN."""
        self.function.add_to_role_policy(iam.PolicyStatement(actions=[*actions], resources=[on]))

    def _role(self) -> iam.Role:
        """Writes to its own log and nowhere else; the stack grants the rest by name."""
        role = iam.Role(self, "Role", assumed_by=iam.ServicePrincipal("lambda.amazonaws.com"))
        self.log.grant_write(role)
        return role


RETENTIONS = {
    7: logs.RetentionDays.ONE_WEEK,
    30: logs.RetentionDays.ONE_MONTH,
    90: logs.RetentionDays.THREE_MONTHS,
    365: logs.RetentionDays.ONE_YEAR,
}
