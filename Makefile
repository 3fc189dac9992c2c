# The whole developer interface of Clim'Act Issy. `make help` lists it.
SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

# Reflex finds bun by PATH only, and asks nobody for newer versions.
export PATH := $(CURDIR)/.venv/bin:$(PATH)
export REFLEX_USE_SYSTEM_BUN := 1
export REFLEX_CHECK_LATEST_VERSION := false
export REFLEX_TELEMETRY_ENABLED := false

# Members of the measured town; a million of them have ten million ledger rows.
SIZES ?= 10000 100000 1000000

# The browser tests build beside the demonstration, never over it.
E2E_WEB := .data/e2e/web

.PHONY: help demo run test check e2e bench migrate fresh setup setup-dev

help: ## List these commands
	@grep -hE '^[a-z0-9-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | while IFS=$$'\t' read -r name words; do printf '  make %-9s %s\n' "$$name" "$$words"; done

demo: setup ## Start the demonstration on http://localhost:3000 (PORT=3001; LAN=1 for a phone)
	@exec climact demo

run: setup ## Start as in production, from the CLIMACT_ settings
	@exec climact run

migrate: setup ## Bring the database to the newest version
	@climact migrate

check: setup-dev lint ## The fast part: format, lint, layers, types, tests on SQLite
	@$(MAKE) -j 2 types quick

# Each keeps one core busy; what is not quick is marked slow: PostgreSQL, long searches.
.PHONY: lint types quick pages
lint:
	ruff format --check .
	ruff check .
	lint-imports --no-cache
	codespell docs README.md NOTICE Makefile scripts
types:
	pyright
quick:
	pytest -n 2 -q -m "not e2e and not slow" tests/unit tests/integration tests/guard
pages:
	CLIMACT_MODE=demo REFLEX_WEB_WORKDIR=$(E2E_WEB) reflex compile --dry

test: setup-dev lint ## Everything: all of check, both databases, the pages, a browser
	@$(MAKE) -j 2 types pages
	pytest -n 2 -q tests/unit tests/integration tests/guard
	@$(MAKE) e2e

e2e: setup-dev ## The journeys in a browser, on a build of their own
	chromium=$$(scripts/chromium.sh); export CHROMIUM=$$chromium REFLEX_WEB_WORKDIR=$(E2E_WEB); \
	pytest -n 2 -m "e2e and beside" tests/e2e; pytest -m "e2e and not beside" tests/e2e

bench: setup-dev ## Measure gestures, pages, weight, ingestion and a growing town (SIZES="10000 100000")
	python -m benchmarks
	python -m benchmarks.ingest
	python -m benchmarks.scale --members $(SIZES)

fresh: ## Prove that a bare clone works: clone, make demo, make test
	scripts/fresh.sh

setup: ## Install what running needs into .venv
	@scripts/setup.sh

setup-dev: ## Install what development needs into .venv
	@scripts/setup.sh
	@scripts/setup.sh dev
