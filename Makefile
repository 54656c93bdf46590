# The menu. Every target installs what it needs into .venv, and is quick the second time.
PORT ?= 8000
DATA ?= ../shared/data
PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/pip --disable-pip-version-check --quiet

ENV ?= dev
PACKAGE ?= image
MODEL ?=
BASE_IMAGE ?= python:3.13-slim
PLATFORM ?=
BUILD_ARGS ?=
# What CDK asks about before it deploys: rights and ports that a change widens, or nothing (never).
APPROVAL ?= broadening
SYNTH = .venv/bin/python -m infra.app $(ENV) --package $(PACKAGE) --model "$(MODEL)"
CDK = npx --yes aws-cdk@2

.PHONY: help serve test lint types gate bench train synth image zip deploy lock clean

help: ## this list
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/'

serve: .venv/base ## the service at http://127.0.0.1:$(PORT)
	$(BIN)/briefs serve --port $(PORT)

test: .venv/infra lint types ## the whole test suite, lint and type checks included
	$(BIN)/pytest

lint: .venv/infra
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/lint-imports

types: .venv/infra
	$(BIN)/mypy

gate: .venv/gate .venv/heideltime ## scores the models on held data and compares with the recorded floors
	$(BIN)/python -m benchmarks.quality $(DATA)

bench: .venv/gate ## speed, memory and cold start beside peers, as ratios
	$(BIN)/python -m benchmarks.speed
	$(BIN)/python -m benchmarks.speed.abstractive

train: .venv/train ## rebuilds the embedded model from data
	$(BIN)/python -m training $(DATA)

synth: .venv/infra $(PACKAGE:image=) ## the AWS stack of ENV (dev or prod) as a template in cdk.out; PACKAGE=zip for SnapStart
	$(SYNTH)

image: ## the functions' container image; BASE_IMAGE, PLATFORM=linux/arm64, MODEL=an abstractive model
	infra/image/build --build-arg BASE_IMAGE=$(BASE_IMAGE) --build-arg MODEL="$(MODEL)" $(if $(PLATFORM),--platform $(PLATFORM)) $(BUILD_ARGS)

zip: .venv/infra ## the functions' zip for SnapStart, in build/lambda
	$(BIN)/python -m infra.zip_package build/lambda

deploy: synth ## into the AWS account of your credentials: bootstraps it once, then deploys ENV
	@$(BIN)/python -m infra.account
	$(CDK) bootstrap --app cdk.out
	$(CDK) deploy --app cdk.out --all --require-approval $(APPROVAL)

lock: ## pins the newest versions that pyproject.toml allows
	$(PYTHON) -m pip install --quiet uv
	uv pip compile --quiet --upgrade $(LOCK) pyproject.toml --extra pdf -o requirements.lock
	uv pip compile --quiet --upgrade $(LOCK) pyproject.toml --extra pdf --extra aws -c requirements.lock -o requirements-aws.lock
	uv pip compile --quiet --upgrade $(LOCK) pyproject.toml --extra rewrite -c requirements-aws.lock -o requirements-rewrite.lock
	uv pip compile --quiet --upgrade $(LOCK) pyproject.toml --extra abstractive -c requirements-rewrite.lock -o requirements-abstractive.lock
	uv pip compile --quiet --upgrade $(LOCK) pyproject.toml --group dev --extra pdf --extra aws --extra abstractive -c requirements-aws.lock -c requirements-abstractive.lock -o requirements-dev.lock
	uv pip compile --quiet --upgrade $(LOCK) pyproject.toml --group dev --group infra -c requirements-dev.lock -o requirements-infra.lock
	uv pip compile --quiet --upgrade $(LOCK) pyproject.toml --group dev --group gate -c requirements-dev.lock -o requirements-gate.lock
LOCK := --no-emit-package torch --generate-hashes --no-header --no-emit-index-url --universal --python-version 3.11

clean:
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis

.venv/created:
	$(PYTHON) -m venv .venv
	@touch $@

.venv/base: .venv/created requirements.lock pyproject.toml
	$(PIP) install --require-hashes -r requirements.lock
	$(PIP) install --no-deps --editable .
	@touch $@

# torch has several builds of one version: PyPI's for Linux brings gigabytes of CUDA, a machine that
# knows a CPU build (PIP_FIND_LINKS, PIP_EXTRA_INDEX_URL) gets that one. One hash would forbid the
# other, so torch alone is pinned by its version, and all else, what torch needs too, by its hash.
TORCH := torch==2.13.0

.venv/dev: .venv/base requirements-dev.lock
	$(PIP) install --require-hashes -r requirements-dev.lock
	$(PIP) install $(TORCH)
	@touch $@

.venv/infra: .venv/dev requirements-infra.lock
	$(PIP) install --require-hashes -r requirements-infra.lock
	@touch $@

.venv/heideltime: .venv/created benchmarks/quality/heideltime.lock
	$(PYTHON) -m venv $@
	$@/bin/pip --disable-pip-version-check --quiet install --require-hashes -r benchmarks/quality/heideltime.lock
	@touch $@

.venv/gate: .venv/dev requirements-gate.lock
	$(PIP) install --require-hashes -r requirements-gate.lock
	@touch $@

.venv/train: .venv/dev
	$(PIP) install --editable '.[train]'
	@touch $@
