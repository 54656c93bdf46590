"""What must not be deployed is refused, and says why; CDK itself lets each of these pass."""

from __future__ import annotations

import copy
from dataclasses import replace

import pytest

from infra.checks import faults
from infra.environments import DEV, ENVIRONMENTS, PROD


def only(template, kind):
    """The resources of a kind, by their ids."""
    return {id: r for id, r in template["Resources"].items() if r["Type"] == kind}


@pytest.fixture
def changed(template):
    return copy.deepcopy(template)


def functions(template):
    return only(template, "AWS::Lambda::Function")


def function(template, name):
    (found,) = (r for id, r in functions(template).items() if id.startswith(name))
    return found["Properties"]


def test_the_stack_has_none_of_these_faults(template, zip_template):
    assert faults(template) == faults(zip_template) == []


def test_a_snapshot_of_an_image_is_refused(changed):
    function(changed, "ApiFunction")["SnapStart"] = {"ApplyOn": "PublishedVersions"}
    (fault,) = faults(changed)
    assert "SnapStart" in fault


def test_a_snapshot_with_provisioned_concurrency_is_refused(zip_template):
    changed = copy.deepcopy(zip_template)
    for alias in only(changed, "AWS::Lambda::Alias").values():
        alias["Properties"]["ProvisionedConcurrencyConfig"] = {"ProvisionedConcurrentExecutions": 1}
    assert len(faults(changed)) == 3
    assert "provisioned" in faults(changed)[0]


@pytest.mark.parametrize(("seconds", "refused"), [(28, False), (29, True), (900, True)])
def test_a_function_that_may_take_longer_than_its_gateway_is_refused(changed, seconds, refused):
    function(changed, "ApiFunction")["Timeout"] = seconds
    assert [("hangs up" in fault) for fault in faults(changed)] == [True] * refused


def test_a_worker_may_take_longer_than_the_gateway(template):
    assert function(template, "Worker")["Timeout"] > 29


@pytest.mark.parametrize(("seconds", "refused"), [(1_800, False), (1_799, True), (None, True)])
def test_a_message_that_is_visible_before_six_times_its_worker_s_time_is_refused(
    changed, seconds, refused
):
    (queue,) = (
        r["Properties"]
        for r in only(changed, "AWS::SQS::Queue").values()
        if "RedrivePolicy" in r["Properties"]
    )
    assert function(changed, "Worker")["Timeout"] == 300
    queue["VisibilityTimeout"] = seconds
    if seconds is None:
        del queue["VisibilityTimeout"]
    assert [("offered again" in fault) for fault in faults(changed)] == [True] * refused


@pytest.mark.parametrize("environment", ENVIRONMENTS.values(), ids=str)
def test_an_environment_can_only_be_one_that_works(environment):
    with pytest.raises(ValueError, match="hangs up"):
        replace(environment, api_seconds=29)
    with pytest.raises(ValueError, match="provisioned"):
        replace(environment, package="zip", provisioned=1)


@pytest.mark.parametrize("environment", ENVIRONMENTS.values(), ids=str)
def test_every_environment_goes_with_either_package(environment):
    assert environment.with_package("zip").snap_start
    assert environment.with_package("zip").provisioned == 0
    assert environment.with_package("image") == environment


def test_production_keeps_its_data_and_costs_more():
    assert PROD.keeps_data
    assert not DEV.keeps_data
    assert PROD.budget_usd > DEV.budget_usd
