"""Placeholder until the statistics branch lands: take its version."""

METRICS: tuple = ()
