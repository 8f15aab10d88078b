# Two commands for a newcomer: `make present` and `make test`. The rest is for those who change the program.
PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin

.DEFAULT_GOAL := help
.PHONY: help present test test-slow test-all check format lint types contracts bench pictures docs clean

help:  ## Say what can be made
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 16

present: $(VENV)/.present  ## Open the library of slides/
	@$(BIN)/rostra slides

test: $(VENV)/.dev  ## Run the tests
	$(BIN)/python -m pytest -n 2 --dist worksteal -m "not slow"

test-slow: $(VENV)/.dev  ## Run the slow tests
	$(BIN)/python -m pytest -n 2 --dist worksteal -m slow

test-all: $(VENV)/.dev  ## Run all tests, the slow ones too
	$(BIN)/python -m pytest -n 2 --dist worksteal

check: lint types contracts test  ## What must pass before every commit

format: $(VENV)/.dev  ## Format the code
	$(BIN)/ruff format src tests benchmarks fonts
	$(BIN)/ruff check --fix src tests benchmarks fonts

lint: $(VENV)/.dev
	$(BIN)/ruff format --check src tests benchmarks fonts
	$(BIN)/ruff check src tests benchmarks fonts

types: $(VENV)/.dev
	$(BIN)/mypy

contracts: $(VENV)/.dev
	$(BIN)/lint-imports

bench: $(VENV)/.dev  ## Measure start, steps, memory and idling; print the table of docs/performance.md
	$(BIN)/python benchmarks/bench.py

pictures: $(VENV)/.present  ## Draw the pictures of README and docs anew, and contact sheets of all decks
	$(BIN)/python docs/pictures.py
	$(BIN)/python docs/contact_sheets.py

docs: $(VENV)/.present  ## Write the tables of docs that follow from the program
	$(BIN)/python docs/tables.py

clean:  ## Remove what was made
	rm -rf $(VENV) dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis

# pip works for a while without a word; who waits is told for what.
$(VENV)/bin/python:
	@echo "Making a Python environment in $(VENV) …"
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.present: pyproject.toml | $(VENV)/bin/python
	@echo "Installing Rostra and what it needs into $(VENV), which takes about ten seconds …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	@touch $@

$(VENV)/.dev: pyproject.toml | $(VENV)/bin/python
	@echo "Installing Rostra and what its tests need into $(VENV), which takes about half a minute …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e ".[dev]"
	@touch $@ $(VENV)/.present
