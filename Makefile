# make run is the door. Everything lives in .venv; delete it and nothing is left.
#
# The marks .venv/.made, .venv/.installed and .venv/.developed are set when a step has come to its
# end, so that a step that was cut short is taken again. Names of files are relative: the folder's
# own name may hold a space.

PYTHON =
PIP = .venv/bin/python -m pip -qq --no-input --disable-pip-version-check
COMPILE = .venv/bin/uv pip compile --quiet --universal --python-version 3.11 \
	--generate-hashes --no-header --no-annotate

.PHONY: help setup run demo check test lint bench requirements clean

help:
	@echo 'make run           serve Telegram; without a token, chat here'
	@echo 'make demo          a tour of under a minute'
	@echo 'make check         is everything as it should be?'
	@echo 'make setup         only install, into .venv'
	@echo 'make test          run the tests'
	@echo 'make lint          format, rules, types, floors'
	@echo 'make bench         how well and how fast questions are answered'
	@echo 'make requirements  pin the dependencies anew'
	@echo 'make clean         delete .venv'

setup: .venv/.installed
	@:

run: setup
	@.venv/bin/aspbot

demo: setup
	@.venv/bin/aspbot demo

check: setup
	@.venv/bin/aspbot check

test: .venv/.developed
	@.venv/bin/python -m pytest --numprocesses auto

lint: .venv/.developed
	@.venv/bin/ruff format --check .
	@.venv/bin/ruff check .
	@.venv/bin/mypy
	@.venv/bin/lint-imports

# The newest Python that is new enough and can make a virtual environment; or the one that is there
# already. Some names exist and do not run (pyenv), so each is tried.
.venv/.made:
	@if .venv/bin/python -c 'import sys, pip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
	  touch .venv/.made; exit; \
	fi; \
	found=''; lame=''; \
	for each in $(if $(PYTHON),'$(PYTHON)',python3.14 python3.13 python3.12 python3.11 python3); do \
	  "$$each" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || continue; \
	  if "$$each" -c 'import ensurepip, venv' 2>/dev/null; then found="$$each"; break; fi; \
	  lame="$${lame:-$$each}"; \
	done; \
	if [ -z "$$found$$lame" ]; then \
	  echo 'Python 3.11 or newer is needed. On Debian and Ubuntu: sudo apt install python3-venv'; \
	  echo 'If it has a name of its own: make $(MAKECMDGOALS) PYTHON=/path/to/python3'; \
	  exit 1; \
	elif [ -z "$$found" ]; then \
	  echo "$$lame cannot make a virtual environment. On Debian and Ubuntu: sudo apt install $${lame##*/}-venv"; \
	  exit 1; \
	fi >&2; \
	echo "Installing into .venv with $$("$$found" --version): once, about a minute."; \
	rm -rf .venv && "$$found" -m venv .venv && touch .venv/.made

# The project itself comes without hashes, so it cannot stand in the same call as what it needs.
.venv/.installed: .venv/.made requirements.txt pyproject.toml
	@$(PIP) install --require-hashes --requirement requirements.txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch .venv/.installed

.venv/.developed: .venv/.installed requirements-dev.txt
	@echo 'Installing what the tests need ...'
	@$(PIP) install --require-hashes --requirement requirements-dev.txt
	@touch .venv/.developed

bench: .venv/.benched
	@.venv/bin/python -m bench
	@.venv/bin/python -m bench.edge

# What the bot is measured against lives by itself, and needs other versions of some things.
.venv/.benched: .venv/.developed requirements-bench.txt
	@.venv/bin/python -m venv .venv/rivals
	@.venv/rivals/bin/python -m pip -qq --no-input --disable-pip-version-check install \
	  --require-hashes --requirement requirements-bench.txt
	@touch .venv/.benched

requirements: .venv/.developed
	@$(PIP) install uv
	@printf 'hatchling>=1.28\neditables>=0.5\n' | \
	  $(COMPILE) --extra charts --output-file requirements.txt pyproject.toml -
	@$(COMPILE) --group dev --constraints requirements.txt --output-file requirements-dev.txt
	@$(COMPILE) --group bench --output-file requirements-bench.txt

clean:
	@rm -rf .venv
