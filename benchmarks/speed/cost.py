"""What briefs cost on AWS, of what was measured: `python -m benchmarks.speed.functions` prints it.

US dollars, us-east-1 (N. Virginia), the first tier, without the free tier, as known in 2025. Only
DynamoDB's were checked, against a page of July 2025 that is not AWS's own; look the others up at
aws.amazon.com: lambda/pricing, api-gateway/pricing, step-functions/pricing, s3/pricing.
"""

from __future__ import annotations

from dataclasses import dataclass

MILLION = 1_000_000
# Lambda, by the function's processor: a GB-second; the same of SnapStart, by the second that a
# picture is kept, and by the GB that is restored.
GB_SECOND = {"arm64": 0.0000133334, "x86_64": 0.0000166667}
SNAPSHOT_GB_SECOND, RESTORED_GB = 0.0000015046, 0.0001397998
LAMBDA_CALL = 0.20 / MILLION
REST_REQUEST = 3.50 / MILLION
# DynamoDB on demand: a read of 4 KB, a write of 1 KB; a kept brief has about 5 KB.
READ, WRITE, WRITES_A_BRIEF = 0.125 / MILLION, 0.625 / MILLION, 5
# Step Functions' standard workflows, and S3's requests. A chunk of a corpus has 50 lines.
TRANSITION, TRANSITIONS_A_CHUNK = 0.025 / 1_000, 3
S3_PUT, S3_GET = 0.005 / 1_000, 0.0004 / 1_000
CHUNK = 50
# A full virtual processor; a function with less memory gets that share of one.
VCPU_MB = 1769
MONTH = 30 * 24 * 3_600
MEMORIES = (1024, 1769, 2048, 3538)


@dataclass(frozen=True, slots=True)
class Warm:
    """Seconds of a warm brief on one processor and on two."""

    one: float
    two: float

    def on(self, memory_mb: int) -> float:
        """Below one processor a share of it; between one and two in a straight line of speed."""
        shares = memory_mb / VCPU_MB
        if shares <= 1:
            return self.one / shares
        return 1 / (1 / self.one + (1 / self.two - 1 / self.one) * min(shares - 1, 1))


def answered(seconds: float, *, memory_mb: int, architecture: str = "arm64") -> float:
    """A brief over the API: the function, the gateway, the cache's read and writes."""
    gateway = LAMBDA_CALL + REST_REQUEST + READ + WRITES_A_BRIEF * WRITE
    return _function(seconds, memory_mb, architecture) + gateway


def in_bulk(seconds: float, *, memory_mb: int, architecture: str = "arm64") -> float:
    """A brief of a corpus: the function, and its share of a chunk's call, steps and objects."""
    chunk = LAMBDA_CALL + TRANSITIONS_A_CHUNK * TRANSITION + 2 * S3_PUT + 2 * S3_GET
    return _function(seconds, memory_mb, architecture) + chunk / CHUNK


def started(seconds: float, *, memory_mb: int, architecture: str = "arm64") -> float:
    """A start that has to load everything: it is billed as the function's time."""
    return _function(seconds, memory_mb, architecture)


def restored(memory_mb: int) -> float:
    """A start from SnapStart's picture."""
    return memory_mb / 1024 * RESTORED_GB


def kept(memory_mb: int) -> float:
    """A month of one version's picture."""
    return memory_mb / 1024 * SNAPSHOT_GB_SECOND * MONTH


def _function(seconds: float, memory_mb: int, architecture: str) -> float:
    return seconds * memory_mb / 1024 * GB_SECOND[architecture]


def _costs(seconds: float, memory_mb: int) -> str:
    """The rest of a line: one memory size, the time of a brief, and what briefs cost."""
    a, x = (answered(seconds, memory_mb=memory_mb, architecture=kind) for kind in GB_SECOND)
    bulk = in_bulk(seconds, memory_mb=memory_mb)
    how = "measured" if memory_mb % VCPU_MB == 0 else "computed"
    return (
        f"| {memory_mb:,} MB | {1_000 * seconds:,.0f} | {how} | ${1_000 * a:.4f} "
        f"| ${MILLION * a:.2f} | ${MILLION * x:.2f} | ${MILLION * bulk:.2f} |"
    )


def table(warm: dict[str, Warm], starts: dict[str, float]) -> str:
    """Markdown, of each package's warm brief and of its seconds to the first answer."""
    lines = [
        "| package | memory | ms a brief | | 1,000 arm64 | 1,000,000 arm64 | 1,000,000 x86_64 "
        "| bulk arm64 |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for name, brief in warm.items():
        lines += [f"| {name} {_costs(brief.on(memory), memory)}" for memory in MEMORIES]
    lines += ["", "| package | s to the first answer | 1,000 starts, 2,048 MB |", "|---|---|---|"]
    for name, seconds in starts.items():
        cost = 1_000 * started(seconds, memory_mb=2048)
        lines.append(f"| {name} | {seconds:.2f} | ${cost:.3f} |")
    lines.append(
        f"| zip with SnapStart | not measured | ${1_000 * restored(2048):.3f}, "
        f"and ${kept(2048):.2f} a month for each function's picture |"
    )
    return "\n".join(lines)
