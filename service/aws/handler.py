"""The Lambda function: API Gateway (REST and HTTP), function URL and load balancer events.

Importing this module loads the model, once for each execution environment, before the first event:
Mangum would run an ASGI lifespan on every invocation.
"""

from __future__ import annotations

import logging

from mangum import Mangum

from service.settings import read_settings
from service.wiring import lambda_app

# The list replaces Mangum's own; what is not in it leaves as base64.
TEXT = ["text/", "application/json", "application/problem+json"]

logging.getLogger("service").setLevel(logging.INFO)

handler = Mangum(lambda_app(read_settings()), lifespan="off", text_mime_types=TEXT)
