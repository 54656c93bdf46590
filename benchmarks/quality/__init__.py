"""The gate: what the models score on held data, and the floors that they may not fall below."""
