"""A cloud on loopback: moto's server, reached over HTTP by real boto3 clients.

Its requests are taken one after another, where it isn't told otherwise: moto's tables know no
transactions between threads.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread
from unittest import mock

from werkzeug.serving import make_server

REGION = "eu-central-1"


@contextmanager
def cloud(config: dict | None = None, *, threaded: bool = False) -> Iterator[str]:
    """The address of a new, empty cloud, to which the environment now points.

    It must be `threaded` where it calls itself, as a state machine does.
    """
    from moto.core.config import default_user_config
    from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app

    app = DomainDispatcherApplication(create_backend_app)
    server = make_server("127.0.0.1", 0, app, threaded=threaded)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    url = f"http://127.0.0.1:{server.server_port}"
    before = default_user_config.copy()
    default_user_config.update(config or {})
    try:
        with mock.patch.dict(os.environ, environment(url)):
            yield url
    finally:
        default_user_config.clear()
        default_user_config.update(before)
        server.shutdown()
        thread.join()
        server.server_close()


def environment(url: str) -> dict[str, str]:
    """What leads a boto3 client there, and nowhere else."""
    return {
        "AWS_ENDPOINT_URL": url,
        "MOTO_PORT": url.rpartition(":")[2],  # where moto finds itself
        "AWS_ACCESS_KEY_ID": "testing",
        "AWS_SECRET_ACCESS_KEY": "testing",
        "AWS_SESSION_TOKEN": "testing",
        "AWS_DEFAULT_REGION": REGION,
        "AWS_REGION": REGION,
        "AWS_EC2_METADATA_DISABLED": "true",
        "AWS_CONFIG_FILE": os.devnull,
        "AWS_SHARED_CREDENTIALS_FILE": os.devnull,
    }


def table(dynamodb, name: str, key: str) -> str:
    """A new table with this key."""
    dynamodb.create_table(
        TableName=name,
        KeySchema=[{"AttributeName": key, "KeyType": "HASH"}],
        AttributeDefinitions=[{"AttributeName": key, "AttributeType": "S"}],
        BillingMode="PAY_PER_REQUEST",
    )
    return name


def bucket(s3, name: str) -> str:
    """A new bucket."""
    s3.create_bucket(Bucket=name, CreateBucketConfiguration={"LocationConstraint": REGION})
    return name
