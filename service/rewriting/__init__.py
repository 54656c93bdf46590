"""Summaries in a model's own words, held to what the article says."""

from service.rewriting.check import check_sentences
from service.rewriting.rewrite import Rewritten, Scene, evidence_of, rewrite
from service.rewriting.told import Gap, Note, Told

__all__ = [
    "Gap",
    "Note",
    "Rewritten",
    "Scene",
    "Told",
    "check_sentences",
    "evidence_of",
    "rewrite",
]
