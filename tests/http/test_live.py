"""A server of its own, as `briefs serve` starts it: real clients, real signals."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import httpx2
import pytest
from huggingface_hub import InferenceClient
from huggingface_hub.errors import HfHubHTTPError


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return probe.getsockname()[1]


@dataclass
class Live:
    """A server's process, and a client of it."""

    process: subprocess.Popen
    http: httpx2.Client
    port: int

    def stop(self, how: int) -> None:
        self.process.send_signal(how)
        self.process.wait(60)


def start(data: Path) -> Live:
    """The server, once it answers; on a machine as busy as it likes."""
    port = free_port()
    environment = os.environ | {"BRIEFS_DATA": str(data)}
    process = subprocess.Popen(
        [sys.executable, "-m", "service", "serve", "--port", str(port)],
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    http = httpx2.Client(base_url=f"http://127.0.0.1:{port}", timeout=60, trust_env=False)
    while process.poll() is None:
        try:
            http.get("/readyz").raise_for_status()
            return Live(process, http, port)
        except httpx2.TransportError:
            time.sleep(0.1)
    raise AssertionError(f"the server ended with {process.returncode}")


@pytest.fixture
def live(tmp_path):
    started = []

    def again() -> Live:
        started.append(start(tmp_path))
        return started[-1]

    yield again
    for server in started:
        server.http.close()
        if server.process.poll() is None:
            server.stop(signal.SIGKILL)


def test_hugging_face_s_own_client_gets_its_summary(live, article):
    server = live()
    client = InferenceClient(model=f"http://127.0.0.1:{server.port}/summarization", token="t")
    summary = client.summarization(article)
    brief = server.http.post("/v1/briefs", json={"text": article}).json()
    assert summary.summary_text == brief["summary"]["text"]
    assert summary["actors"] == brief["actors"]
    short = client.summarization(
        article, truncation="longest_first", generate_parameters={"max_length": 60}
    )
    assert len(short.summary_text.split()) <= 45
    with pytest.raises(HfHubHTTPError) as caught:
        client.summarization("Three little words.")
    assert caught.value.response.status_code == 422


def test_a_server_that_is_told_to_stop_finishes_what_it_has_begun(live, article):
    server = live()
    body = json.dumps({"text": article}).encode()
    head = f"POST /v1/briefs HTTP/1.1\r\nHost: localhost\r\nContent-Length: {len(body)}\r\n"
    with socket.create_connection(("127.0.0.1", server.port)) as connection:
        head += "Content-Type: application/json\r\nConnection: close\r\n\r\n"
        connection.sendall(head.encode() + body[:100])
        server.http.get("/healthz").raise_for_status()  # by now it has begun the other, too
        server.process.send_signal(signal.SIGTERM)
        connection.sendall(body[100:])
        answer = b"".join(iter(lambda: connection.recv(65_536), b""))
    assert answer.startswith(b"HTTP/1.1 200 OK")
    assert json.loads(answer.partition(b"\r\n\r\n")[2])["summary"]["sentences"]
    server.process.wait(60)


def test_jobs_outlive_a_server_that_is_killed(live, article):
    server = live()
    request = {"text": article}
    ids = [
        server.http.post("/v1/jobs", json=request | {"max_actors": n}).json()["id"]
        for n in range(8)
    ]
    server.stop(signal.SIGKILL)
    server = live()
    waiting = dict.fromkeys(ids)
    while None in waiting.values():
        for id in ids:
            job = server.http.get(f"/v1/jobs/{id}").json()
            if job["status"] not in ("queued", "running"):
                waiting[id] = job
        time.sleep(0.1)
    assert [job["status"] for job in waiting.values()] == ["succeeded"] * 8
    actors = [len(job["brief"]["actors"]) for job in waiting.values()]
    assert actors[:3] == [0, 1, 2]  # each its own
