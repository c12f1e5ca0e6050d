# Two commands for people: `make run` and `make test`. Works from any directory with -C.
PYTHON ?= python3
PORT ?= 8000
BIN := .venv/bin
# Python keeps what it compiled: without, every process and every test worker compiles anew.
export PYTHONDONTWRITEBYTECODE :=

.PHONY: run install test lint messages format screenshots clean

run: .venv/installed
	@exec $(BIN)/python manage.py serve --port $(PORT)

install: .venv/installed

.venv/installed: requirements.txt
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check uv
	$(BIN)/uv pip install --quiet --python $(BIN)/python -r requirements.txt
	@touch $@

.venv/installed-dev: .venv/installed requirements-dev.txt
	$(BIN)/uv pip install --quiet --python $(BIN)/python -r requirements-dev.txt
	@touch $@

test: .venv/installed-dev
	$(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder $(ARGS)

lint: .venv/installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy .
	$(BIN)/python -m pytest -q tests/test_layers.py
	$(BIN)/python manage.py makemigrations --check --dry-run
	$(BIN)/python manage.py validate_templates
	HTTPS=1 $(BIN)/python manage.py check --deploy --fail-level WARNING

messages: .venv/installed
	$(BIN)/python manage.py collect_messages

format: .venv/installed-dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

screenshots: .venv/installed-dev
	$(BIN)/python docs/take_screenshots.py http://127.0.0.1:$(PORT) var/accounts

clean:
	rm -rf .venv var
