"""The REST API: keys, a plan of use for each, limits, and problems where the gateway says no."""

from __future__ import annotations

import json

from aws_cdk import RemovalPolicy
from aws_cdk import aws_apigateway as gateway
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_logs as logs
from constructs import Construct

from infra.environments import Environment
from infra.function import RETENTIONS
from service.http.problems import MEDIA_TYPE, TYPE
from service.limits import Limits

# As the service's own: whoever looks or asks whether it lives needs no key.
OPEN = ("/", "/docs", "/docs/assets/{file}", "/openapi.json", "/healthz", "/readyz")
KEYED = (
    ("POST", "/v1/briefs/batch"),
    ("POST", "/summarization"),
    ("GET", "/v1/jobs/{id}"),
    ("GET", "/v1/models"),
)
# Those whose body the gateway has a model of.
OF_AN_ARTICLE = ("/v1/briefs", "/v1/jobs")

# What the gateway itself refuses: its kind, the status, the end of the problem's type, the title.
REFUSALS = (
    (gateway.ResponseType.INVALID_API_KEY, 401, "missing-key", "A key is needed"),
    (gateway.ResponseType.ACCESS_DENIED, 401, "missing-key", "A key is needed"),
    (gateway.ResponseType.MISSING_AUTHENTICATION_TOKEN, 404, "no-such-route", "Not Found"),
    (gateway.ResponseType.REQUEST_TOO_LARGE, 413, "request-too-large", "The request is too large"),
    (gateway.ResponseType.BAD_REQUEST_BODY, 422, "invalid-request", "The request makes no sense"),
    (gateway.ResponseType.THROTTLED, 429, "overloaded", "Too much at once"),
    (gateway.ResponseType.QUOTA_EXCEEDED, 429, "quota-exceeded", "The month's quota is used up"),
    (gateway.ResponseType.INTEGRATION_TIMEOUT, 503, "deadline-exceeded", "Not done in time"),
    (gateway.ResponseType.DEFAULT_5_XX, 503, "unavailable", "Not possible now"),
)


class Api(Construct):
    """What callers see: the service's routes, behind keys."""

    def __init__(
        self, scope: Construct, id: str, *, environment: Environment, function: lambda_.IFunction
    ) -> None:
        super().__init__(scope, id)
        self.log = logs.LogGroup(
            self,
            "AccessLog",
            retention=RETENTIONS[environment.log_days],
            removal_policy=RemovalPolicy.DESTROY,
        )
        self.rest = gateway.RestApi(
            self,
            "Rest",
            rest_api_name=f"article-briefs-{environment.name}",
            endpoint_types=[gateway.EndpointType.REGIONAL],
            # Bytes that needn't be UTF-8 arrive as they are.
            binary_media_types=["application/pdf", "text/html", "text/plain"],
            # One for the account and the region; without it there is no access log either.
            cloud_watch_role=True,
            cloud_watch_role_removal_policy=RemovalPolicy.RETAIN,
            deploy_options=self._stage(environment),
        )
        self._routes(gateway.LambdaIntegration(function, allow_test_invoke=False))
        self._refusals()
        self.key = self._plan(environment)

    def _stage(self, environment: Environment) -> gateway.StageOptions:
        return gateway.StageOptions(
            stage_name=environment.name,
            tracing_enabled=True,
            metrics_enabled=True,
            logging_level=gateway.MethodLoggingLevel.ERROR,
            data_trace_enabled=False,  # it would write articles into the log
            throttling_rate_limit=10 * environment.requests_per_second,
            throttling_burst_limit=10 * environment.burst,
            access_log_destination=gateway.LogGroupLogDestination(self.log),
            access_log_format=gateway.AccessLogFormat.json_with_standard_fields(
                caller=False,
                http_method=True,
                ip=False,
                protocol=True,
                request_time=True,
                resource_path=True,
                response_length=True,
                status=True,
                user=False,
            ),
        )

    def _routes(self, integration: gateway.LambdaIntegration) -> None:
        at = self.rest.root.resource_for_path
        for path in OPEN:
            at(path).add_method("GET", integration, api_key_required=False)
        for method, path in KEYED:
            at(path).add_method(method, integration, api_key_required=True)
        validator = self.rest.add_request_validator(
            "Validator", validate_request_body=True, validate_request_parameters=True
        )
        model = self._model()
        for path in OF_AN_ARTICLE:
            at(path).add_method(
                "POST",
                integration,
                api_key_required=True,
                request_validator=validator,
                request_models={JSON: model},
            )

    def _model(self) -> gateway.Model:
        """An upper bound alone: what else is wrong with a request the service says better."""
        limits = Limits()
        article = gateway.JsonSchema(
            type=gateway.JsonSchemaType.STRING, max_length=limits.body_bytes
        )
        return self.rest.add_model(
            "Article",
            content_type=JSON,
            schema=gateway.JsonSchema(
                schema=gateway.JsonSchemaVersion.DRAFT4,
                type=gateway.JsonSchemaType.OBJECT,
                max_properties=20,
                properties={"text": article, "html": article},
            ),
        )

    def _refusals(self) -> None:
        for kind, status, name, title in REFUSALS:
            problem = {"type": TYPE + name, "title": title, "status": status}
            detail = '"detail":$context.error.messageString}'
            headers = {"Content-Type": f"'{MEDIA_TYPE}'"}
            if status == 429:
                headers["Retry-After"] = "'1'"
            self.rest.add_gateway_response(
                f"Refusal{kind.response_type}",
                type=kind,
                status_code=str(status),
                response_headers=headers,
                templates={JSON: json.dumps(problem)[:-1] + "," + detail},
            )

    def _plan(self, environment: Environment) -> gateway.IApiKey:
        plan = self.rest.add_usage_plan(
            "Plan",
            throttle=gateway.ThrottleSettings(
                rate_limit=environment.requests_per_second, burst_limit=environment.burst
            ),
            quota=gateway.QuotaSettings(
                limit=environment.requests_per_month, period=gateway.Period.MONTH
            ),
            api_stages=[
                gateway.UsagePlanPerApiStage(api=self.rest, stage=self.rest.deployment_stage)
            ],
        )
        key = self.rest.add_api_key("Key")
        plan.add_api_key(key)
        self.plan = plan
        return key


JSON = "application/json"
