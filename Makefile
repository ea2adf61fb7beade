# Two commands: `make demo` and `make test`. Both make the environment they need.
# `make test-all` also runs Spark (Java 17 or later) and the laws over thousands of cases: SERVANDA_LONG says how many.
PYTHON ?= python3
VENV := .venv
# how many generated reports `make bench` reads: the last takes minutes
SIZES ?= 100,1000,10000
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed

.PHONY: demo test test-long test-all check evaluate bench clean

$(STAMP): pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@touch $(STAMP)

demo: $(STAMP)
	$(BIN)/servanda demo --into demo --overwrite

test: $(STAMP)
	$(BIN)/python -m pytest -m "not long" -n auto --dist loadfile

test-long: $(STAMP)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev,spark]'
	SERVANDA_LONG=$${SERVANDA_LONG:-300} $(BIN)/python -m pytest -m "long or law" -n auto --dist worksteal

test-all: test test-long

check: $(STAMP)
	$(BIN)/ruff check src tests benchmarks training
	$(BIN)/mypy
	$(BIN)/lint-imports

evaluate: $(STAMP)
	$(BIN)/python -m servanda.evaluation

bench: $(STAMP)
	$(BIN)/python -m benchmarks.engine
	$(BIN)/python -m benchmarks.matching
	$(BIN)/python -m benchmarks.pages
	$(BIN)/python -m benchmarks.run --sizes $(SIZES)

clean:
	rm -rf $(VENV) demo build dist
