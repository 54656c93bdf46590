"""Measurements: quality against recorded floors, speed beside peers; `service` never imports it."""
