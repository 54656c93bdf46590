"""The service over HTTP: what is asked, what is answered, what goes wrong."""
