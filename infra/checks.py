"""What CDK and CloudFormation accept in silence, and would fail callers: refused here."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from infra.environments import GATEWAY_SECONDS, VISIBILITY_FACTOR

Template = dict[str, Any]


def faults(template: Template) -> list[str]:
    """Each combination in `template` that must not be deployed, in a sentence."""
    return [
        *_snapshots_of_images(template),
        *_snapshots_with_provisioned(template),
        *_longer_than_the_gateway(template),
        *_visible_too_soon(template),
    ]


def _snapshots_of_images(template: Template) -> Iterator[str]:
    for id, function in _of_type(template, "AWS::Lambda::Function"):
        if function.get("PackageType") == "Image" and _snaps(function):
            yield f"{id} is an image with SnapStart; Lambda takes snapshots of zip packages only"


def _snapshots_with_provisioned(template: Template) -> Iterator[str]:
    for id, alias in _of_type(template, "AWS::Lambda::Alias"):
        function = _function(template, alias.get("FunctionName"))
        if alias.get("ProvisionedConcurrencyConfig") and _snaps(function):
            yield f"{id} has provisioned concurrency, which SnapStart excludes"


def _longer_than_the_gateway(template: Template) -> Iterator[str]:
    called = {
        id
        for _, method in _of_type(template, "AWS::ApiGateway::Method")
        for id in _references(method.get("Integration", {}))
    }
    for id in sorted(called):
        function = _function(template, {"Ref": id})
        seconds = function.get("Timeout", 3) if function else 0
        if seconds >= GATEWAY_SECONDS:
            yield (
                f"{id} may take {seconds} s, but the gateway in front of it hangs up after "
                f"{GATEWAY_SECONDS} s"
            )


def _visible_too_soon(template: Template) -> Iterator[str]:
    for id, source in _of_type(template, "AWS::Lambda::EventSourceMapping"):
        queue = _resource(template, source.get("EventSourceArn"))
        function = _function(template, source.get("FunctionName"))
        if queue.get("Type") != "AWS::SQS::Queue" or not function:
            continue
        visible = queue.get("Properties", {}).get("VisibilityTimeout", 30)
        least = VISIBILITY_FACTOR * function.get("Timeout", 3)
        if visible < least:
            yield (
                f"{id}: a message is offered again after {visible} s; its worker may take "
                f"{function.get('Timeout', 3)} s, so it must be at least {least} s"
            )


def _of_type(template: Template, kind: str) -> Iterator[tuple[str, Template]]:
    for id, resource in template["Resources"].items():
        if resource["Type"] == kind:
            yield id, resource.get("Properties", {})


def _function(template: Template, name: Any) -> Template:
    """The properties of the function that `name` leads to, through an alias or not; or {}."""
    resource = _resource(template, name)
    if resource.get("Type") == "AWS::Lambda::Alias":
        resource = _resource(template, resource["Properties"]["FunctionName"])
    is_function = resource.get("Type") == "AWS::Lambda::Function"
    return dict(resource.get("Properties", {})) if is_function else {}


def _resource(template: Template, value: Any) -> Template:
    """What `value` refers to first; {} where it refers to nothing of the template."""
    first = next(_references(value), "")
    return dict(template["Resources"].get(first, {}))


def _references(value: Any) -> Iterator[str]:
    """The ids that stand in `value`, as Ref or GetAtt."""
    if isinstance(value, dict):
        if isinstance(reference := value.get("Ref"), str):
            yield reference
        if attribute := value.get("Fn::GetAtt"):
            yield attribute[0] if isinstance(attribute, list) else attribute.partition(".")[0]
        for part in value.values():
            yield from _references(part)
    elif isinstance(value, list):
        for part in value:
            yield from _references(part)


def _snaps(function: Template) -> bool:
    return bool(function.get("SnapStart", {}).get("ApplyOn", "None") != "None")
