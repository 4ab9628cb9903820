# The words a person types. The work is in tools/house.py.
PYTHON ?= python3
HOUSE = @$(PYTHON) tools/house.py

.PHONY: help start install test check bench docs lock upgrade

help: ## show this list
	@sed -n 's/^\([a-z]*\): ## /\1\t/p' Makefile | expand -t 10

start: ## prepare what is needed and serve it (PORT=8000)
	$(HOUSE) start $(if $(PORT),--port $(PORT))

install: ## only prepare: .venv/bin/vardevei, the database, the built-in facts
	$(HOUSE) install

test: ## every check and every test this machine can run (TESTS=tests/web for some of them)
	$(HOUSE) test $(TESTS)

check: ## the quick checks, without the tests
	$(HOUSE) check

bench: ## the measurements
	$(HOUSE) bench

docs: ## print help texts, settings, sources and figures into docs/
	$(HOUSE) docs

lock: ## write the lock files again after a change in pyproject.toml or package.json
	$(HOUSE) lock

upgrade: ## the same, with the newest versions allowed
	$(HOUSE) upgrade
