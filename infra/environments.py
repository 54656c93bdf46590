"""What differs between one environment and another; nothing here belongs to an account."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

# A REST API gives an integration this long; a longer one needs a quota increase per account.
GATEWAY_SECONDS = 29
# How often a message outlasts its worker before it is offered again: AWS's own advice.
VISIBILITY_FACTOR = 6

Package = Literal["image", "zip"]


@dataclass(frozen=True, slots=True)
class Environment:
    """One deployment of the service, and how much of it there may be."""

    name: str
    package: Package = "image"
    architecture: Literal["arm64", "x86_64"] = "arm64"

    memory_mb: int = 2048
    api_seconds: int = 28
    worker_seconds: int = 300
    bulk_seconds: int = 600
    api_concurrency: int | None = None  # reserved, and so the most; None shares the account's
    provisioned: int = 0  # environments kept ready, of the image
    worker_concurrency: int = 5
    bulk_concurrency: int = 20

    requests_per_second: int = 10  # of each key, as the next two
    burst: int = 20
    requests_per_month: int = 100_000

    log_days: int = 30
    cache_days: int = 30
    job_hours: int = 24
    budget_usd: int = 50  # a month, of the whole account
    slow_ms: int = 10_000  # p99 of an answer
    keeps_data: bool = False  # what is left when the stack is deleted

    def __post_init__(self) -> None:
        if self.package == "zip" and self.provisioned:
            raise ValueError("SnapStart excludes provisioned concurrency; choose the image")
        if self.api_seconds >= GATEWAY_SECONDS:
            raise ValueError(f"the gateway hangs up after {GATEWAY_SECONDS} seconds")

    def with_package(self, package: Package) -> Environment:
        """The same with another package; a zip is kept ready by its snapshot alone."""
        return replace(
            self, package=package, provisioned=0 if package == "zip" else self.provisioned
        )

    @property
    def snap_start(self) -> bool:
        """Only for zip: Lambda takes no snapshot of an image."""
        return self.package == "zip"

    @property
    def visibility_seconds(self) -> int:
        return VISIBILITY_FACTOR * self.worker_seconds


DEV = Environment(name="dev")
PROD = Environment(
    name="prod",
    provisioned=1,
    worker_concurrency=20,
    bulk_concurrency=200,
    requests_per_second=50,
    burst=100,
    requests_per_month=1_000_000,
    log_days=90,
    budget_usd=500,
    keeps_data=True,
)
ENVIRONMENTS = {environment.name: environment for environment in (DEV, PROD)}
