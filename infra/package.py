"""What the functions are made of: a container image or a zip, of the same code."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from aws_cdk import aws_ecr_assets as ecr
from aws_cdk import aws_lambda as lambda_

from infra.environments import Environment

ROOT = Path(__file__).resolve().parents[1]
ZIP_FOLDER = ROOT / "build" / "lambda"
# The zip's wheels are for this one; see `infra.zip_package`.
RUNTIME = lambda_.Runtime.PYTHON_3_13


@dataclass(frozen=True, slots=True)
class Artifact:
    """The package, before it is known which function is started from it."""

    environment: Environment
    zip_folder: Path = ZIP_FOLDER
    model: str = ""  # an abstractive model that the image holds

    def code(self, handler: str) -> lambda_.Code:
        if self.environment.package == "zip":
            return lambda_.Code.from_asset(str(self.zip_folder))
        return lambda_.Code.from_asset_image(
            str(ROOT),
            file="infra/image/Dockerfile",
            build_args={"MODEL": self.model} if self.model else None,
            cmd=[handler],
            platform=self._platform(),
        )

    def runtime(self) -> lambda_.Runtime:
        return RUNTIME if self.environment.package == "zip" else lambda_.Runtime.FROM_IMAGE

    def handler(self, handler: str) -> str:
        return handler if self.environment.package == "zip" else lambda_.Handler.FROM_IMAGE

    def architecture(self) -> lambda_.Architecture:
        arm = self.environment.architecture == "arm64"
        return lambda_.Architecture.ARM_64 if arm else lambda_.Architecture.X86_64

    def _platform(self) -> ecr.Platform:
        arm = self.environment.architecture == "arm64"
        return ecr.Platform.LINUX_ARM64 if arm else ecr.Platform.LINUX_AMD64
