"""What cdk-nag finds and why it stays; each finding is named as exactly as cdk-nag names it."""

from __future__ import annotations

from aws_cdk import Acknowledgment, CfnElement, Stack, Validations
from constructs import Construct, IConstruct

NAG = "AwsSolutions::AwsSolutions-"
PUSHES_LOGS = "AmazonAPIGatewayPushToCloudWatchLogs"


def explain(stack: Stack, *, api: Construct, bucket: Construct, bulk: Construct) -> None:
    """Acknowledge each finding, with its reason."""
    _acknowledge(
        stack,
        L1="of the zip: its wheels are built for, and tested on, the Python that the image has too",
    )
    _acknowledge(
        bucket,
        S1="what lies here is work in hand, which three roles reach and a lifecycle removes",
    )
    _acknowledge(
        api,
        APIG3="a web ACL costs more than this stack at rest; keys, quotas and limits bound its use",
        APIG4="callers are programs with API keys; what is open tells only whether it lives",
        COG4="callers are programs with API keys, not people with a password",
    )
    _acknowledge(
        api,
        **{
            f"IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/{PUSHES_LOGS}]": (
                "AWS's own, made for the one role with which all REST APIs of an account log"
            )
        },
    )
    _explain_wildcards(stack, bucket=bucket, bulk=bulk)


def _explain_wildcards(stack: Stack, *, bucket: Construct, bulk: Construct) -> None:
    work, machine = _logical_id(stack, bucket), _logical_id(stack, bulk)
    name = f'{{"Fn::Select":[6,{{"Fn::Split":[":",{{"Ref":"{machine}"}}]}}]}}'
    runs = f"arn:<AWS::Partition>:states:<AWS::Region>:<AWS::AccountId>:execution:{name}"
    _acknowledge(
        stack,
        **{
            "IAM5[Resource::*]": "X-Ray and the delivery of logs know no resources to name",
            **{
                f"IAM5[Resource::<{work}.Arn>/{folder}/*]": "a folder of the work bucket"
                for folder in ("models", "jobs", "bulk")
            },
        },
    )
    _acknowledge(
        bulk,
        **{
            f"IAM5[Resource::arn:<AWS::Partition>:s3:::<{work}>/*]": "reads chunks, writes results",
            f"IAM5[Resource::{runs}:*]": "a run of the machine itself, whose name is not known yet",
            f"IAM5[Resource::{runs}/chunks:*]": "the runs of its map, named when they begin",
        },
    )


def _acknowledge(construct: IConstruct, **reasons: str) -> None:
    Validations.of(construct).acknowledge(
        *(Acknowledgment(id=NAG + rule, reason=reason) for rule, reason in reasons.items())
    )


def _logical_id(stack: Stack, construct: Construct) -> str:
    """What the template calls the resource of `construct`."""
    element = construct.node.default_child
    assert isinstance(element, CfnElement)
    return str(stack.get_logical_id(element))
