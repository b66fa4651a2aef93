# Everything that this repository can do. `make help` lists it.

PYTHON ?= python3
DATA ?= ../shared
IN := .venv/bin/
INSTALLED := .venv/.installed

.DEFAULT_GOAL := help
.PHONY: help site serve test golden bench torture sbom format clean

help: ## list these targets
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' Makefile | while IFS="$$(printf '\t')" read -r name words; do printf '  make %-8s %s\n' "$$name" "$$words"; done

site: $(INSTALLED) ## build site/ from seeds/
	$(IN)python -m generator build

serve: $(INSTALLED) ## show the timeline in a browser, again at every save
	$(IN)python -m generator serve --open

test: $(INSTALLED) ## lint, types, tests, browser tests and the golden site, also with the oldest libraries
	sh .ci/prepare & prepared=$$!; \
	$(IN)ruff check . && $(IN)ruff format --check . && $(IN)mypy && $(IN)bandit --quiet -r --severity-level medium --skip B704 generator; checked=$$?; \
	wait $$prepared && exit $$checked  # what waits for the network goes beside what computes
	$(IN)pytest
	sh .ci/lowest

golden: $(INSTALLED) ## renew site/ and the help texts in the docs
	$(IN)pytest --update tests/test_golden.py tests/test_docs.py

bench: $(INSTALLED) ## scores and speeds over DATA (default ../shared)
	$(IN)python -m benchmarks $(DATA)

torture: $(INSTALLED) ## faults, growth and killed saves at length, over DATA: about two hours
	$(IN)python -m benchmarks $(DATA) --torture

sbom: $(INSTALLED) ## write dist/sbom.json: what an installed release consists of, as CycloneDX has it
	sh .ci/sbom

format: $(INSTALLED) ## put the code into its form
	$(IN)ruff format .
	$(IN)ruff check --fix .

clean: ## remove what can be made again, except site/
	rm -rf .venv .dateline .mypy_cache .pytest_cache .ruff_cache .hypothesis .benchmarks dist

$(INSTALLED): requirements.lock
	$(PYTHON) -m venv .venv
	$(IN)python -m pip install -qq --disable-pip-version-check --require-hashes --prefer-binary -r requirements.lock
	touch $@
