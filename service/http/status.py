"""Whether the service lives, whether it is ready, and which models it has."""

from __future__ import annotations

from fastapi import APIRouter, Response

from service.http.parts import PartsOf
from service.http.problems import responses
from service.http.wire import Health, ModelList

router = APIRouter(tags=["status"])


@router.get("/healthz", response_model=Health, summary="Alive?", responses=responses())
async def healthz() -> Health:
    """Answers as long as the process does; looks at nothing else."""
    return Health(status="ok")


@router.get("/readyz", response_model=Health, summary="Ready?", responses=responses(503))
def readyz(parts: PartsOf) -> Health:
    """Whether the model is loaded and its files are what its manifest says; else 503."""
    parts.desk.models()
    return Health(status="ready")


@router.get("/v1/models", response_model=ModelList, summary="Models", responses=responses(401, 503))
def models(parts: PartsOf) -> ModelList:
    """The models that can be asked for by name."""
    return ModelList(models=parts.models())


async def metrics(parts: PartsOf) -> Response:
    """Counts for Prometheus; only where the settings say so."""
    return Response(parts.metrics.text(), media_type="text/plain; version=0.0.4; charset=utf-8")
