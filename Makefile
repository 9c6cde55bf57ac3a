# `make demo` and `make test` are all that a newcomer needs; each makes its own virtual environment.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
DEMO   ?= demo
PAPERS ?=

.PHONY: demo test check format proof bench evaluate docs pages pictures messages samples templates dist try-dist clean

demo: $(VENV)/.installed
	rm -rf $(DEMO)
	$(BIN)/thidua demo $(DEMO)

test: $(VENV)/.installed
	$(BIN)/python -m pytest -n auto --dist worksteal

check: $(VENV)/.installed
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -n auto --dist worksteal

format: $(VENV)/.installed
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

# The guarantees of crashes, tampering and hostile files, with many more points than `make test` tries.
proof: $(VENV)/.installed
	PROOF=1 $(BIN)/python -m pytest -n auto --dist worksteal tests/proof

# Figures beside their goals; `make bench PAPERS="100 10000"` judges the growth too, and takes far longer.
bench: $(VENV)/.bench
	$(BIN)/python -m bench $(PAPERS)

evaluate: $(VENV)/.installed
	$(BIN)/python scripts/evaluate.py

# The guide as pages in build/site; they open without a server (search wants one) and without a network.
docs: $(VENV)/.installed
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --quiet --strict

# The guide's pages and pictures that come from the program itself.
pages: $(VENV)/.installed
	$(BIN)/python scripts/make_pages.py

pictures: $(VENV)/.installed
	$(BIN)/python scripts/make_pictures.py

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

dist: $(VENV)/.installed
	rm -rf dist
	$(BIN)/python -m build

# What was built, installed where nothing else is: only what the package itself brings can be used.
try-dist: dist
	rm -rf build/try && $(PYTHON) -m venv build/try
	build/try/bin/python -m pip install --quiet --upgrade pip
	build/try/bin/python -m pip install --quiet "$$(ls $(CURDIR)/dist/*.whl)[xlsx,chart,sign,web]"
	cd build/try && bin/thidua --help && bin/thidua demo "khối thử" && bin/thidua -C "khối thử" verify
	cd build/try && bin/python -c "from extractors import extract, read; print(extract, read)"

clean:
	rm -rf $(VENV) dist build demo

$(VENV)/.installed: pyproject.toml
	test -d $(VENV) || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --editable '.[xlsx,chart,sign,watch,web]' --group dev
	touch $@

# The readers that ours are measured beside.
$(VENV)/.bench: $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --editable '.[bench]'
	touch $@
