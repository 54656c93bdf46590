"""The service on AWS."""
