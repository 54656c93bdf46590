"""What the template says, in CDK's own assertions."""

from __future__ import annotations

import json
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest
from aws_cdk.assertions import Match, Template

from infra.environments import DEV
from service.aws.observe import Observer
from service.aws.settings import CloudSettings
from service.aws.wiring import lambda_app


@pytest.fixture(scope="module")
def stack(template):
    return Template.from_json(template)


@pytest.fixture(scope="module")
def as_zip(zip_template):
    return Template.from_json(zip_template)


def every(template, kind):
    return [r["Properties"] for r in template["Resources"].values() if r["Type"] == kind]


def test_cloudformation_s_linter_is_silent(synthesized, tmp_path):
    file = tmp_path / "template.json"
    file.write_text(json.dumps(synthesized.stacks[0].template))
    lint = [str(Path(sys.executable).with_name("cfn-lint")), str(file)]
    done = subprocess.run(lint, capture_output=True, text=True)
    assert (done.stdout, done.returncode) == ("", 0)


def test_nothing_belongs_to_an_account(template):
    text = json.dumps(template)
    assert "dkr.ecr." not in text.replace(".dkr.ecr.${AWS::Region}", "")
    for function in every(template, "AWS::Lambda::Function"):
        assert "${AWS::AccountId}" in json.dumps(function["Code"])


def test_callers_need_a_key_but_to_see_whether_it_lives(template):
    methods = every(template, "AWS::ApiGateway::Method")
    kinds = {(method["HttpMethod"], method["ApiKeyRequired"]) for method in methods}
    assert kinds == {("GET", False), ("GET", True), ("POST", True)}
    assert sum(method["ApiKeyRequired"] for method in methods) == 6


def test_the_gateway_has_the_service_s_routes_and_asks_for_a_key_where_the_service_does(template):
    resources = {
        id: r["Properties"]
        for id, r in template["Resources"].items()
        if r["Type"] == "AWS::ApiGateway::Resource"
    }

    def path(reference):
        if "Ref" not in reference:
            return ""
        resource = resources[reference["Ref"]]
        return f"{path(resource['ParentId'])}/{resource['PathPart']}"

    gateway = {
        (method["HttpMethod"], path(method["ResourceId"]) or "/"): method["ApiKeyRequired"]
        for method in every(template, "AWS::ApiGateway::Method")
    }
    app = lambda_app(CloudSettings(gateway_keys=True), Observer("briefs-api"))._app
    service = {
        (method.upper(), path): bool(operation["security"])
        for path, operations in app.openapi()["paths"].items()
        for method, operation in operations.items()
    }
    pages = {("GET", p): False for p in ("/", "/docs", "/docs/assets/{file}", "/openapi.json")}
    assert gateway == service | pages


def test_a_key_has_a_rate_a_burst_and_a_quota(stack):
    stack.has_resource_properties(
        "AWS::ApiGateway::UsagePlan",
        {
            "Throttle": {"RateLimit": DEV.requests_per_second, "BurstLimit": DEV.burst},
            "Quota": {"Limit": DEV.requests_per_month, "Period": "MONTH"},
        },
    )
    stack.resource_count_is("AWS::ApiGateway::UsagePlanKey", 1)


def test_the_gateway_bounds_what_is_sent_and_refuses_as_the_service_does(stack, template):
    stack.has_resource_properties(
        "AWS::ApiGateway::Model",
        {"Schema": Match.object_like({"properties": Match.any_value(), "maxProperties": 20})},
    )
    refusals = every(template, "AWS::ApiGateway::GatewayResponse")
    assert {"401", "404", "413", "422", "429", "503"} == {r["StatusCode"] for r in refusals}
    for refusal in refusals:
        text = refusal["ResponseTemplates"]["application/json"]
        problem = json.loads(text.replace("$context.error.messageString", '"why"'))
        assert problem["status"] == int(refusal["StatusCode"])
        headers = refusal["ResponseParameters"]
        assert headers["gatewayresponse.header.Content-Type"] == "'application/problem+json'"


def test_each_answer_has_a_line_in_the_access_log_and_none_of_its_words(template):
    (stage,) = every(template, "AWS::ApiGateway::Stage")
    assert '"status"' in stage["AccessLogSetting"]["Format"]
    assert "sourceIp" not in stage["AccessLogSetting"]["Format"]
    assert stage["TracingEnabled"]
    assert stage["MethodSettings"][0]["DataTraceEnabled"] is False


def test_the_tables_forget_by_themselves_and_can_be_restored(template):
    tables = every(template, "AWS::DynamoDB::Table")
    assert len(tables) == 3
    for table in tables:
        assert table["BillingMode"] == "PAY_PER_REQUEST"
        assert table["TimeToLiveSpecification"]["Enabled"]
        assert table["PointInTimeRecoverySpecification"] == {"PointInTimeRecoveryEnabled": True}


def test_the_bucket_is_private_encrypted_and_tidied(template):
    (bucket,) = every(template, "AWS::S3::Bucket")
    assert set(bucket["PublicAccessBlockConfiguration"].values()) == {True}
    assert bucket["BucketEncryption"]
    rules = bucket["LifecycleConfiguration"]["Rules"]
    assert {rule.get("Prefix") for rule in rules} == {"bulk/", "jobs/", None}
    (policy,) = every(template, "AWS::S3::BucketPolicy")
    assert "aws:SecureTransport" in json.dumps(policy)


def test_a_job_that_fails_comes_again_alone_and_at_last_is_put_aside(stack):
    stack.has_resource_properties(
        "AWS::Lambda::EventSourceMapping",
        {
            "FunctionResponseTypes": ["ReportBatchItemFailures"],
            "ScalingConfig": {"MaximumConcurrency": DEV.worker_concurrency},
        },
    )
    stack.has_resource_properties(
        "AWS::SQS::Queue", {"RedrivePolicy": Match.object_like({"maxReceiveCount": 4})}
    )


def test_no_right_is_wider_than_its_name(template):
    """The only wildcards are folders of the bucket, runs of the machine, and what has no name."""
    unnamed = {"xray", "logs"}
    for policy in every(template, "AWS::IAM::Policy"):
        for statement in policy["PolicyDocument"]["Statement"]:
            actions = statement["Action"]
            actions = [actions] if isinstance(actions, str) else actions
            assert not any("*" in action for action in actions), actions
            if statement["Resource"] == "*":
                assert {action.partition(":")[0] for action in actions} <= unnamed


def test_the_functions_find_every_setting_that_they_read(template):
    functions = every(template, "AWS::Lambda::Function")
    assert len(functions) == 3
    known = {f"BRIEFS_{name}".upper() for name in CloudSettings.model_fields}
    for function in functions:
        given = set(function["Environment"]["Variables"])
        assert given <= known
        assert {"BRIEFS_JOBS_TABLE", "BRIEFS_JOBS_QUEUE", "BRIEFS_BUCKET"} <= given
        assert function["TracingConfig"] == {"Mode": "Active"}


def test_the_image_starts_each_function_by_its_module(template):
    functions = every(template, "AWS::Lambda::Function")
    assert {f["PackageType"] for f in functions} == {"Image"}
    commands = {f["ImageConfig"]["Command"][0] for f in functions}
    assert commands == {f"service.aws.{m}.handler" for m in ("handler", "worker", "items")}
    for command in commands:
        assert find_spec(command.removesuffix(".handler"))


def test_the_zip_is_snapshot_before_anybody_asks(as_zip, zip_template):
    for function in every(zip_template, "AWS::Lambda::Function"):
        assert function["SnapStart"] == {"ApplyOn": "PublishedVersions"}
        assert function["Runtime"] == "python3.13"
        assert function["Architectures"] == ["arm64"]
    # Only a published version has a snapshot, so it is what everything calls.
    for method in every(zip_template, "AWS::ApiGateway::Method"):
        assert "Live" in json.dumps(method["Integration"]["Uri"])


def test_every_alarm_says_what_to_do(template):
    alarms = every(template, "AWS::CloudWatch::Alarm")
    assert len(alarms) == 8
    runbook = (Path(__file__).parents[2] / "docs" / "operations.md").read_text()
    entries = {line[4:].lower() for line in runbook.splitlines() if line.startswith("### ")}
    for alarm in alarms:
        assert alarm["AlarmDescription"].partition("docs/operations.md#")[2] in entries
        assert alarm["AlarmActions"]


def test_logs_are_kept_for_a_while_and_the_budget_has_a_voice(stack, template):
    logs = every(template, "AWS::Logs::LogGroup")
    assert {log["RetentionInDays"] for log in logs} == {DEV.log_days}
    stack.has_resource_properties(
        "AWS::Budgets::Budget",
        {"Budget": Match.object_like({"BudgetLimit": {"Amount": DEV.budget_usd, "Unit": "USD"}})},
    )
    stack.has_resource_properties(
        "AWS::SNS::Subscription", {"Protocol": "email", "Endpoint": "desk@paper.example"}
    )
    stack.resource_count_is("AWS::CloudWatch::Dashboard", 1)


def test_bulk_sends_keys_through_the_map(stack, template):
    (machine,) = every(template, "AWS::StepFunctions::StateMachine")
    parts = machine["DefinitionString"]["Fn::Join"][1]
    text = "".join(part if isinstance(part, str) else "REF" for part in parts)
    (state,) = json.loads(text)["States"].values()
    assert state["ItemReader"]["ReaderConfig"] == {"InputType": "JSONL"}
    assert state["ItemReader"]["Parameters"]["Key.$"] == "$.chunks"
    assert state["ToleratedFailurePercentage"] == 5
    assert state["ResultWriter"]["Parameters"]["Prefix.$"] == "$$.Execution.Input.results"
