# GNU make. Every path is relative, so that the folder may have any name. PYTHON chooses the interpreter.
SHELL := /bin/sh
PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python
STAMP := $(VENV)/.installed
PIP := $(PY) -m pip --disable-pip-version-check --quiet --quiet
PYTEST_ARGS ?=
LOCK_ARGS ?=
FUZZ_SHARE ?= 100
FUZZ_SEED ?= 1
KILLS ?= 200
PORT ?= 8000
export PYTHONUTF8 := 1

.PHONY: help setup demo serve bundle tour test test-postgresql coverage check truth bench fuzz soak mutants docs format lock clean \
	check-format check-lint check-types check-imports check-dependencies check-docs
.DEFAULT_GOAL := help

# The stamp holds the folder it was made in: a folder that was moved or copied is set up again.
ifneq "$(shell cat $(STAMP) 2>/dev/null)" "$(CURDIR)"
.PHONY: $(STAMP)
endif

help: ## list the targets
	@sed -n 's/^\([a-z-]*\):[^#]*## /\1\t/p' $(MAKEFILE_LIST) | while IFS="$$(printf '\t')" read -r name words; do \
		printf '  make %-16s %s\n' "$$name" "$$words"; done

setup: $(STAMP) ## create .venv with everything in it, once for each lock

$(STAMP): requirements/lock.txt pyproject.toml
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || \
		{ echo 'python3 with venv is missing; install it with: apt install python3-venv' >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo 'Python 3.11 or newer is needed; name one with: make PYTHON=python3.11' >&2; exit 1; }
	@$(PY) -m pip --version >/dev/null 2>&1 || $(PYTHON) -m venv --clear $(VENV)
	@echo 'Installing what requirements/lock.txt names into .venv; this takes about a minute, once.'
	@$(PIP) install --require-hashes --requirement requirements/lock.txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@pwd > $(STAMP)

demo: $(STAMP) ## open the site with a fictional city, all set-up included; KEEP=1 keeps its data, PORT=, CHECK=1
	@$(VENV)/bin/gongkai-office demo --port $(PORT) $(if $(KEEP),--keep) $(if $(CHECK),--check)

serve: $(STAMP) ## run the site with the settings of this machine
	@$(VENV)/bin/gongkai-office serve

bundle: $(STAMP) ## build the offline installer into build/; MACHINE=aarch64 for ARM servers
	@$(PY) -m tools.bundle $(if $(MACHINE),--machine $(MACHINE))

tour: $(STAMP) ## read, check and write the examples, reckon a deadline, write a letter
	@printf '\n读取 examples/ 中的示例年度报告（机关均为虚构）。带标记的单元格是程序不能直接确认的。\n\n'
	@$(VENV)/bin/gongkai read examples/* || test $$? -eq 1
	@printf '其中一份的全部单元格（抓取时丢了字，仍全部读出或标明）：\n\n'
	@$(VENV)/bin/gongkai read examples/5-* || test $$? -eq 1
	@printf '\n检查其中一份填报有误的：每项写明位置、计算和改法。\n\n'
	@$(VENV)/bin/gongkai check examples/10-* || test $$? -eq 1
	@mkdir -p build
	@$(VENV)/bin/gongkai check examples/10-* --output build/demo.html || test $$? -eq 1
	@printf '\n同样的结果，标在报告原文上：用浏览器打开 build/demo.html\n'
	@printf '\n起草一份，再把一份示例写成 PDF 和 Word：\n\n'
	@$(VENV)/bin/gongkai new 萤台县人民政府 2025 --force --output build/draft.docx
	@printf '\n'
	@$(VENV)/bin/gongkai write examples/9-* --output build/report.docx
	@$(VENV)/bin/gongkai write examples/9-* --output build/report.pdf || test $$? -eq 2
	@printf '\n一件申请的答复期限，怎样算的：\n\n'
	@$(VENV)/bin/gongkai clock 2026-03-02 互联网提交 2026-03-03 双方确认 2026-03-06 征求第三方 2026-03-18 第三方回复 --today 2026-03-20
	@printf '\n两项内容的答复书，虚构机关的示例：\n\n'
	@$(VENV)/bin/gongkai letter granted not_existing --example --output build/letter.pdf
	@printf '\n检查自己的报告：.venv/bin/gongkai check 文件 …\n读自己的文件：.venv/bin/gongkai read 文件或文件夹 …\n起草：.venv/bin/gongkai new 机关名称 年度\n答复期限：.venv/bin/gongkai clock 日期 事件 …\n文书：.venv/bin/gongkai letter\n说明：README.zh-CN.md，docs/reference/commands.md\n'

test: $(STAMP) ## run the tests, all set-up included
	@$(PY) -m pytest -n auto $(PYTEST_ARGS)

test-postgresql: $(STAMP) ## run the site's tests on PostgreSQL: on DATABASE_URL, or on a cluster made for it and thrown away
	@$(PY) tests/on_postgresql.py -m pytest tests/office -n auto $(PYTEST_ARGS)

coverage: $(STAMP) ## run the tests and say which lines they miss
	@$(PY) -m pytest -n auto --cov --cov-report=term $(PYTEST_ARGS)

check: check-format check-lint check-types check-imports check-dependencies check-docs ## all that a change must pass besides the tests

check-format: $(STAMP)
	$(PY) -m ruff format --check .

check-lint: $(STAMP)
	$(PY) -m ruff check .

check-types: $(STAMP)
	$(PY) -m mypy

check-imports: $(STAMP)
	$(PY) -c 'from importlinter.cli import lint_imports_command; lint_imports_command()' --no-logo

check-dependencies: $(STAMP)
	$(PY) -m deptry src

check-docs: $(STAMP)
	$(PY) -m tools.docs --check

truth: $(STAMP) ## read the real reports and hold them against their truth
	@$(PY) tests/truth.py

bench: $(STAMP) ## measure speed and memory
	@$(PY) benchmarks/run.py

fuzz: $(STAMP) ## read mutated reports; FUZZ_SHARE percent of them, from FUZZ_SEED
	@$(PY) tests/fuzz/run.py --share $(FUZZ_SHARE) --seed $(FUZZ_SEED)

soak: $(STAMP) ## kill the site KILLS times while clients write, on SQLite and PostgreSQL; then fuzz until stopped
	@env -u DATABASE_URL $(PY) -m tests.office.kill.killing --kills $(KILLS)
	@$(PY) tests/on_postgresql.py -m tests.office.kill.killing --kills $(KILLS)
	@while $(PY) tests/fuzz/run.py --share $(FUZZ_SHARE) --seed "$$(date +%s)"; do :; done

mutants: $(STAMP) ## change the code of law bit by bit and see whether a test fails; takes an hour
	@$(PY) tests/mutants.py

docs: $(STAMP) ## write the generated pages of docs/reference anew
	@$(PY) -m tools.docs

format: $(STAMP) ## format the code and mend what ruff can
	@$(PY) -m ruff check --fix --quiet .; $(PY) -m ruff format .

lock: ## write requirements/lock.txt from pyproject.toml; LOCK_ARGS=--upgrade takes newer versions
	@test -x $(PY) || $(PYTHON) -m venv $(VENV)
	@test -x $(VENV)/bin/uv || $(PIP) install 'uv>=0.13,<0.14'
	@$(VENV)/bin/uv pip compile pyproject.toml --all-extras --group build --group test --group lint --group bench --group mutants \
		--universal --python-version 3.11 --generate-hashes $(LOCK_ARGS) \
		--no-header --no-annotate --no-emit-index-url --quiet --output-file requirements/lock.txt

clean: ## remove .venv, caches and builds
	@rm -rf $(VENV) build dist mutants .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis .coverage
	@find src tests tools -name __pycache__ -type d -prune -exec rm -rf {} +
