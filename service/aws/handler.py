"""The Lambda function: API Gateway (REST and HTTP), function URL and load balancer events.

Importing this module loads the model and has it read an article, once for each execution
environment, before the first event: Mangum would run an ASGI lifespan on every invocation.
"""

from __future__ import annotations

from typing import Any

from mangum import Mangum

from service.aws.invocation import fit
from service.aws.observe import Observer
from service.aws.settings import cloud_settings
from service.aws.wiring import lambda_app

# The list replaces Mangum's own; what is not in it leaves as base64.
TEXT = ["text/", "application/json", "application/problem+json"]

_observer = Observer("briefs-api")
_app: Any = lambda_app(cloud_settings(), _observer)  # Mangum asks for more than ASGI does
_mangum = Mangum(_app, lifespan="off", text_mime_types=TEXT)


def _answer(event: dict[str, Any], context: Any) -> dict[str, Any]:
    return fit(_mangum(event, context))


handler = _observer.watch(_answer)
