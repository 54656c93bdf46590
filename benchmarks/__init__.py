"""Measurements: quality against recorded floors, speed beside peers. Never imported by `service`."""
