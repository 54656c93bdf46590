"""The stack's template in moto's CloudFormation, as far as moto goes, and its functions for real.

moto makes the tables, the bucket, the queues, the roles, the functions, the API and the state
machine. It leaves out what it doesn't know, and three things are changed for it: see `for_moto`.
It can't run a function without Docker, so what it is asked to invoke runs here, under AWS's own
runtime client, with the settings that the template gives it.
"""

from __future__ import annotations

import json
import warnings
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any
from unittest import mock

from benchmarks.lambda_runtime import LambdaRuntime
from service.aws.clients import client
from tests.aws.cloud import REGION, cloud, environment

MAP_READER = (
    "moto.stepfunctions.parser.asl.component.state.exec.state_map.item_reader.eval"
    ".resource_output_transformer.transformer_json"
)
NAME = "article-briefs-dev"
# moto's machine maps over no JSON Lines, and takes a percentage only with a fraction.
DEFINITION = (
    (r"\"InputType\":\"JSONL\"", r"\"InputType\":\"JSON\""),
    (r"\"ToleratedFailurePercentage\":5", r"\"ToleratedFailurePercentage\":5.0"),
)


@dataclass
class Deployed:
    """A stack in a cloud on loopback."""

    url: str
    resources: dict[str, list[str]]  # type → names
    invoked: list[dict[str, Any]]  # the events that the state machine sent

    def settings(self) -> dict[str, str]:
        """What the functions find in their environment; it is the same for all."""
        name = self.resources["AWS::Lambda::Function"][0]
        found = client("lambda").get_function(FunctionName=name)["Configuration"]
        return dict(found["Environment"]["Variables"])


@contextmanager
def deployed(template: dict[str, Any]) -> Iterator[Deployed]:
    """The stack of `template`, with a state machine that runs."""
    config = {"stepfunctions": {"execute_state_machine": True}}
    with cloud(config, threaded=True) as url, ExitStack() as stack:
        stack.enter_context(warnings.catch_warnings())
        warnings.simplefilter("ignore")  # one for each kind of resource that moto leaves out
        formation = client("cloudformation", seconds=60)
        formation.create_stack(
            StackName=NAME,
            TemplateBody=json.dumps(for_moto(template)),
            Capabilities=["CAPABILITY_IAM"],
        )
        pages = formation.get_paginator("list_stack_resources").paginate(StackName=NAME)
        resources: dict[str, list[str]] = {}
        for resource in (r for page in pages for r in page["StackResourceSummaries"]):
            names = resources.setdefault(resource["ResourceType"], [])
            names.append(resource.get("PhysicalResourceId", ""))
        _make_machine_run()
        here = Deployed(url, resources, [])
        stack.enter_context(_functions(here))
        yield here


def _make_machine_run() -> None:
    """moto has state machines that run, and others; CloudFormation makes one of the others."""
    from moto.core import DEFAULT_ACCOUNT_ID
    from moto.stepfunctions.models import stepfunctions_backends

    (machine,) = stepfunctions_backends[DEFAULT_ACCOUNT_ID][REGION].state_machines
    client("stepfunctions").create_state_machine(
        name=machine.name, definition=machine.definition, roleArn=machine.roleArn
    )


@contextmanager
def _functions(here: Deployed) -> Iterator[None]:
    """Whatever moto is asked to invoke is the bulk function, which runs here."""
    given = here.settings() | environment(here.url)
    with LambdaRuntime("service.aws.items.handler", environment=given) as runtime:

        def invoke(_: object, __: str, ___: object, body: str, *____: object) -> bytes:
            event = json.loads(body)
            here.invoked.append(event)
            return json.dumps(runtime.invoke(event, seconds=600)).encode()

        reader = SimpleNamespace(loads=_lines)  # of JSON Lines, in the place of JSON
        with (
            mock.patch("moto.awslambda.models.LambdaBackend.invoke", invoke),
            mock.patch(f"{MAP_READER}.json", reader),
        ):
            yield


def for_moto(template: dict[str, Any]) -> dict[str, Any]:
    """`template`, with functions for aliases, no event source, and a definition that moto reads.

    moto gives an alias no ARN, and finds no function by an alias's name.
    """
    resources = template["Resources"]

    def changed(value: Any) -> Any:
        if isinstance(value, list):
            return [changed(part) for part in value]
        if not isinstance(value, dict):
            return value
        alias = resources.get(value.get("Ref")) if isinstance(value.get("Ref"), str) else None
        if alias and alias["Type"] == "AWS::Lambda::Alias":
            return {"Fn::GetAtt": [alias["Properties"]["FunctionName"]["Ref"], "Arn"]}
        return {name: changed(part) for name, part in value.items()}

    kept = {
        id: changed(resource)
        for id, resource in resources.items()
        if resource["Type"] != "AWS::Lambda::EventSourceMapping"
    }
    text = json.dumps({"Resources": kept, "Outputs": template["Outputs"]})
    for ours, motos in DEFINITION:
        assert ours in text
        text = text.replace(ours, motos)
    return dict(json.loads(text))


def _lines(text: str) -> list[Any]:
    return [json.loads(line) for line in text.splitlines()]
