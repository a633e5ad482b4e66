# make build   set up, then sources → data/ and datapackage.json
# make test    set up, then lint, types and the whole test suite
# make help    all there is
#
# Needs Python 3.11 or newer, git and make. PYTHON=… chooses the interpreter, VENV=… the virtual environment.

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-builtin-rules

VENV ?= .venv
# The first interpreter that is new enough.
PYTHON ?= $(shell for name in python3 python3.14 python3.13 python3.12 python3.11; do \
	"$$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo "$$name" && break; done; true)
BIN := $(VENV)/bin
# Twice quiet: a warning about an index or a cache is of no use here, an error still shows.
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet --quiet --no-input
# Arguments for pytest: make test ARGS="-k amounts"
ARGS ?=
# What a contribution is compared with: make contribution BASE=main
BASE ?= origin/main

.PHONY: help build test lint check contribution expect bench dist release requirements clean

help:  ## this list
	@sed -nE 's/^([a-z]+):.*## (.*)/  make \1|\2/p' Makefile | column -t -s '|'

build: $(VENV)/.ready-build  ## set up, then read the sources and write data/ and datapackage.json
	@$(BIN)/python scripts/build.py

test: lint  ## set up, then lint, types and the whole test suite
	@$(BIN)/python -m pytest $(ARGS)

lint: $(VENV)/.ready-dev  ## ruff and mypy alone
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy

check: $(VENV)/.ready-build  ## validate the package as it stands, with summitry and with frictionless
	@$(BIN)/summitry validate
	@$(BIN)/frictionless validate datapackage.json

contribution: $(VENV)/.ready-build  ## build, validate and compare with BASE (origin/main), as CI does for a pull request
	@VENV=$(VENV) .ci/contribution $(BASE)

expect: $(VENV)/.ready-build  ## expect, from now on, as many rows as the tables have
	@$(BIN)/python scripts/expect.py

bench: $(VENV)-bench/.ready  ## measure speed, each figure beside a peer's
	@$(VENV)-bench/bin/python scripts/bench.py $(ARGS)
	@$(VENV)-bench/bin/python scripts/bench_validation.py

dist: $(VENV)/.ready-dev  ## the wheel and the source distribution, in dist/
	@$(BIN)/python -m build --no-isolation --outdir dist .

release: $(VENV)/.ready-dev  ## the next version, in dist/ and in the files that say it (ARGS=--dry-run only shows it)
	@$(BIN)/python scripts/release.py $(ARGS)

clean:  ## remove what tools left behind; the virtual environment and data/ stay
	rm -rf build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find src scripts tests -name __pycache__ -type d -prune -exec rm -rf {} +

# Set-up. An environment that is there is used as it is, and only brought to the pinned versions.
# The project itself is installed last, without dependencies and without a download for its build.

$(BIN)/python:
	@[ -n "$(PYTHON)" ] || { echo "No Python 3.11 or newer was found. Install one, or say make PYTHON=/path/to/python." >&2; exit 2; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "$(PYTHON) is older than Python 3.11. Say make PYTHON=/path/to/python." >&2; exit 2; }
	@echo "Making $(VENV) with $$($(PYTHON) --version)"
	@$(PYTHON) -m venv $(VENV)

define install
	@echo "Installing requirements/$(1).txt into $(VENV), which takes a minute the first time"
	@$(PIP) install --require-hashes -r requirements/$(1).txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@
endef

$(VENV)/.ready-build: requirements/build.txt pyproject.toml | $(BIN)/python
	$(call install,build)

$(VENV)/.ready-dev: requirements/dev.txt pyproject.toml | $(BIN)/python
	$(call install,dev)

# The peers of the benchmarks are heavy, and have an environment of their own.
$(VENV)-bench/.ready: requirements/build.txt requirements/bench.txt pyproject.toml
	@echo "Making $(VENV)-bench, which takes some minutes the first time"
	@$(PYTHON) -m venv $(VENV)-bench
	@$(VENV)-bench/bin/python -m pip --disable-pip-version-check --quiet --quiet install --require-hashes -r requirements/build.txt
	@$(VENV)-bench/bin/python -m pip --disable-pip-version-check --quiet --quiet install --require-hashes -r requirements/bench.txt
	@$(VENV)-bench/bin/python -m pip --disable-pip-version-check --quiet --quiet install --no-deps --no-build-isolation --editable .
	@touch $@

# The pins. dev.txt holds all of build.txt at the same versions, so that one environment serves both.
# pip-tools lives in an environment of its own: it needs pip as a library, which nothing else here does.

LOCK_VENV := .venv-lock
LOCK := CUSTOM_COMPILE_COMMAND="make requirements" $(LOCK_VENV)/bin/pip-compile --quiet --generate-hashes --strip-extras \
	--no-emit-index-url --no-emit-trusted-host --no-emit-find-links --no-build-isolation

requirements: | $(LOCK_VENV)/bin/pip-compile  ## pin anew what pyproject.toml asks for (UPGRADE=--upgrade for newer versions)
	@$(LOCK) $(UPGRADE) --build-deps-for=wheel --extra check --output-file requirements/build.txt pyproject.toml
	@$(LOCK) $(UPGRADE) --build-deps-for=wheel --extra check --extra corpus --extra sql --extra dev \
		--constraint requirements/build.txt --output-file requirements/dev.txt pyproject.toml
	@$(LOCK) $(UPGRADE) --allow-unsafe --extra check --extra bench \
		--constraint requirements/dev.txt --output-file requirements/bench.txt pyproject.toml

$(LOCK_VENV)/bin/pip-compile:
	@$(PYTHON) -m venv $(LOCK_VENV)
	@$(LOCK_VENV)/bin/python -m pip --disable-pip-version-check --quiet install pip-tools hatchling
