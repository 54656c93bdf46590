"""The tables: briefs that were made, jobs, and what the worker has done."""

from __future__ import annotations

from aws_cdk import RemovalPolicy
from aws_cdk import aws_dynamodb as dynamodb
from constructs import Construct

from infra.environments import Environment


class Tables(Construct):
    """Three tables that are paid by the request, and forget by themselves."""

    def __init__(self, scope: Construct, id: str, *, environment: Environment) -> None:
        super().__init__(scope, id)
        keeps = environment.keeps_data
        self._removal = RemovalPolicy.RETAIN if keeps else RemovalPolicy.DESTROY
        self.cache = self._table("Cache", key="fingerprint", ttl="ttl")
        self.jobs = self._table("Jobs", key="id", ttl="ttl")
        # Powertools' own names.
        self.done = self._table("Done", key="id", ttl="expiration")

    def _table(self, id: str, *, key: str, ttl: str) -> dynamodb.Table:
        return dynamodb.Table(
            self,
            id,
            partition_key=dynamodb.Attribute(name=key, type=dynamodb.AttributeType.STRING),
            billing_mode=dynamodb.BillingMode.PAY_PER_REQUEST,
            time_to_live_attribute=ttl,
            point_in_time_recovery_specification=dynamodb.PointInTimeRecoverySpecification(
                point_in_time_recovery_enabled=True
            ),
            removal_policy=self._removal,
        )
