"""The watch: an alarm for each way in which callers are let down, and one page to look at."""

from __future__ import annotations

from dataclasses import dataclass

from aws_cdk import Duration
from aws_cdk import aws_cloudwatch as cloudwatch
from aws_cdk import aws_cloudwatch_actions as actions
from aws_cdk import aws_iam as iam
from aws_cdk import aws_sns as sns
from aws_cdk import aws_sns_subscriptions as subscriptions
from constructs import Construct

from infra.api import Api
from infra.bulk import Bulk
from infra.environments import Environment
from infra.function import BriefFunction
from infra.job_queue import JobQueue

FIVE_MINUTES = Duration.minutes(5)
# As `service.aws.observe` names it.
NAMESPACE = "ArticleBriefs"
OURS = ("Briefs", "CacheHits", "Refused", "Bugs")


@dataclass(frozen=True, slots=True)
class Watched:
    """What there is to watch."""

    api: Api
    functions: dict[str, BriefFunction]
    queue: JobQueue
    bulk: Bulk


class Watch(Construct):
    """Alarms to one topic, whose runbook is docs/operations.md, and a dashboard."""

    def __init__(
        self,
        scope: Construct,
        id: str,
        *,
        environment: Environment,
        watched: Watched,
        email: str | None,
    ) -> None:
        super().__init__(scope, id)
        self.topic = self._topic(email)
        self._metrics = _metrics(watched)
        self._alarm("ServerErrors", at_least=5, about="callers get 5xx")
        self._alarm("SlowAnswers", at_least=environment.slow_ms, about="p99 of an answer", of=3)
        self._alarm("Throttles", at_least=10, about="Lambda turns calls away")
        self._alarm("Bugs", at_least=1, about="a request met a bug of ours")
        self._alarm("JobsAside", at_least=1, about="a job that no worker got done")
        self._alarm("OldestJob", at_least=1_800, about="seconds that a job waits", of=3)
        self._alarm("WorkerErrors", at_least=3, about="the worker fails as a whole")
        self._alarm("BulkFailures", at_least=1, about="a corpus was given up")
        self._dashboard(environment)

    def _topic(self, email: str | None) -> sns.Topic:
        # Not encrypted with a key of AWS's: CloudWatch and Budgets couldn't publish to it.
        topic = sns.Topic(self, "Topic", enforce_ssl=True)
        topic.grant_publish(iam.ServicePrincipal("cloudwatch.amazonaws.com"))
        topic.grant_publish(iam.ServicePrincipal("budgets.amazonaws.com"))
        if email:
            topic.add_subscription(subscriptions.EmailSubscription(email))
        return topic

    def _alarm(self, name: str, *, at_least: float, about: str, of: int = 1) -> None:
        alarm = cloudwatch.Alarm(
            self,
            name,
            metric=self._metrics[name],
            threshold=at_least,
            evaluation_periods=of,
            datapoints_to_alarm=of,
            comparison_operator=_AT_LEAST,
            treat_missing_data=cloudwatch.TreatMissingData.NOT_BREACHING,
            alarm_description=f"{about}; what to do: docs/operations.md#{name.lower()}",
        )
        alarm.add_alarm_action(actions.SnsAction(self.topic))

    def _dashboard(self, environment: Environment) -> None:
        board = cloudwatch.Dashboard(
            self, "Dashboard", dashboard_name=f"article-briefs-{environment.name}"
        )
        rows = (
            ("Answers", ("Requests", "ServerErrors", "Throttles", "Bugs")),
            ("Milliseconds", ("MedianAnswer", "SlowAnswers")),
            ("Briefs", ("Briefs", "CacheHits", "Refused")),
            ("Jobs", ("JobsWaiting", "JobsAside", "WorkerErrors")),
        )
        board.add_widgets(
            *(
                cloudwatch.GraphWidget(
                    title=title, width=12, left=[self._metrics[name] for name in names]
                )
                for title, names in rows
            )
        )


_AT_LEAST = cloudwatch.ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD


def _metrics(watched: Watched) -> dict[str, cloudwatch.IMetric]:
    rest, functions = watched.api.rest, watched.functions
    queue, aside = watched.queue.queue, watched.queue.aside
    return {
        "Requests": rest.metric_count(period=FIVE_MINUTES),
        "ServerErrors": rest.metric_server_error(period=FIVE_MINUTES),
        "MedianAnswer": rest.metric_latency(period=FIVE_MINUTES, statistic="p50"),
        "SlowAnswers": rest.metric_latency(period=FIVE_MINUTES, statistic="p99"),
        "Throttles": cloudwatch.MathExpression(
            expression=" + ".join(functions),
            using_metrics={
                name: function.function.metric_throttles(period=FIVE_MINUTES)
                for name, function in functions.items()
            },
            label="Throttles",
            period=FIVE_MINUTES,
        ),
        **{name: _of_ours(name, "briefs-api") for name in OURS},
        "WorkerErrors": functions["worker"].function.metric_errors(period=FIVE_MINUTES),
        "JobsWaiting": queue.metric_approximate_number_of_messages_visible(period=FIVE_MINUTES),
        "JobsAside": aside.metric_approximate_number_of_messages_visible(period=FIVE_MINUTES),
        "OldestJob": queue.metric_approximate_age_of_oldest_message(period=FIVE_MINUTES),
        "BulkFailures": watched.bulk.machine.metric_failed(period=FIVE_MINUTES),
    }


def _of_ours(name: str, service: str) -> cloudwatch.Metric:
    """A metric that the functions write into their logs."""
    return cloudwatch.Metric(
        namespace=NAMESPACE,
        metric_name=name,
        dimensions_map={"service": service},
        statistic="Sum",
        period=FIVE_MINUTES,
    )
