"""What a function tells CloudWatch and X-Ray, through Powertools: never a word of an article."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

from aws_lambda_powertools import Logger
from aws_lambda_powertools.logging import utils
from aws_lambda_powertools.metrics import Metrics as EmbeddedMetrics
from aws_lambda_powertools.metrics import MetricUnit

from service.http.metrics import Metrics
from service.http.record import Record

NAMESPACE = "ArticleBriefs"
Handler = Callable[[dict[str, Any], Any], dict[str, Any]]


class Observer:
    """One function's logger, metrics and, where X-Ray is on, tracer."""

    def __init__(self, service: str) -> None:
        self.logger = Logger(service=service, level="INFO", use_rfc3339=True)
        utils.copy_config_to_registered_loggers(self.logger, include={"service"})
        self.metrics = EmbeddedMetrics(namespace=NAMESPACE, service=service)
        self.tracer = _tracer(service)

    def watch(self, handler: Handler) -> Handler:
        """`handler`, each of whose invocations is logged with its id, measured and traced."""
        if self.tracer is not None:
            # The answer is an article's: it stays out of the trace.
            handler = self.tracer.capture_lambda_handler(
                handler, capture_response=False, capture_error=False
            )
        handler = self.metrics.log_metrics(
            handler, capture_cold_start_metric=True, raise_on_empty_metrics=False
        )
        return self.logger.inject_lambda_context(handler)

    def count(self, record: Record, seconds: float, *, status: int = 200) -> None:
        """One request, job or chunk is over."""
        numbers = {
            "Briefs": record.articles,
            "Words": record.words,
            "CacheHits": record.hits,
            "Refused": 400 <= status < 500,
            # The others of the 500s are said on purpose. Lambda's own count of errors stays at
            # zero, for a bug is answered too.
            "Bugs": status == 500,
        }
        for name, number in numbers.items():
            self.metrics.add_metric(name, MetricUnit.Count, float(number))
        self.metrics.add_metric("Duration", MetricUnit.Milliseconds, 1_000 * seconds)
        if self.tracer is not None:
            stages = {name: round(1_000 * spent, 1) for name, spent in record.stages.items()}
            self.tracer.put_metadata("stages_ms", stages)


class CloudMetrics(Metrics):
    """The server's metrics, told to CloudWatch too."""

    def __init__(self, observer: Observer) -> None:
        super().__init__()
        self._observer = observer

    def count(self, route: str, status: int, seconds: float, record: Record) -> None:
        super().count(route, status, seconds, record)
        self._observer.count(record, seconds, status=status)


def _tracer(service: str) -> Any:
    """None where it would be idle: its SDK takes as long to import as the model to load."""
    if not os.environ.get("AWS_XRAY_DAEMON_ADDRESS"):
        return None
    from aws_lambda_powertools import Tracer

    return Tracer(service=service, auto_patch=False)
