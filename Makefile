# `make demo` and `make test` are all that a newcomer needs; each makes its own virtual environment.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
DEMO   ?= demo

.PHONY: demo test check format proof bench messages samples templates wheel clean

demo: $(VENV)/.installed
	rm -rf $(DEMO)
	$(BIN)/thidua demo $(DEMO)

test: $(VENV)/.installed
	$(BIN)/python -m pytest -n auto

check: $(VENV)/.installed
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -n auto

format: $(VENV)/.installed
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

# The guarantees of crashes, tampering and hostile files, with many more points than `make test` tries.
proof: $(VENV)/.installed
	PROOF=1 $(BIN)/python -m pytest -n auto tests/proof

bench: $(VENV)/.installed
	$(BIN)/python -m bench

# Message catalogs: English in the code, Vietnamese in pipeline/locale/vi.
messages: $(VENV)/.installed
	mkdir -p build
	$(BIN)/pybabel -q extract -F pipeline/babel.cfg -k mark --no-location -o build/messages.pot pipeline \
	    "$$($(BIN)/python -c 'import click, pathlib; print(pathlib.Path(click.__file__).parent)')"
	$(BIN)/pybabel -q update -D messages -d pipeline/locale -l vi -i build/messages.pot --no-fuzzy-matching --ignore-obsolete
	$(BIN)/pybabel -q compile -D messages -d pipeline/locale -l vi

samples: $(VENV)/.installed
	$(BIN)/python scripts/make_samples.py

templates: $(VENV)/.installed
	$(BIN)/python scripts/make_templates.py

wheel: $(VENV)/.installed
	$(BIN)/python -m build

clean:
	rm -rf $(VENV) dist build demo

$(VENV)/.installed: pyproject.toml
	test -d $(VENV) || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --editable '.[xlsx,chart,sign,web]' --group dev
	touch $@
