"""Whether a summary says only what its article says. Pure."""

from service.grounding.check import Claim, Kind, find_unsupported
from service.grounding.evidence import Evidence, gather_evidence
from service.grounding.sources import Reading, closest, rests_on

__all__ = [
    "Claim",
    "Evidence",
    "Kind",
    "Reading",
    "closest",
    "find_unsupported",
    "gather_evidence",
    "rests_on",
]
