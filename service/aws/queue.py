"""Where the ids of waiting jobs stand in line: SQS, which offers them to the worker function."""

from __future__ import annotations

from typing import Any


class SqsQueue:
    """Sends ids; Lambda's event source takes them, again and again until the worker is done."""

    def __init__(self, sqs: Any, url: str) -> None:
        self._sqs = sqs
        self._url = url

    def send(self, id: str) -> None:
        """Offer the job `id`; a job that is offered twice is still done once."""
        self._sqs.send_message(QueueUrl=self._url, MessageBody=id)
