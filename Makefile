# `make` prints this menu; every target that a person uses has a line behind `##`.
SWIFT_BUILD = swift build --explicit-target-dependency-import-check error
RELEASE = $(SWIFT_BUILD) -c release --product virkning
BINARY = .build/release/virkning
AS_OF ?=
FUZZ_SECONDS ?= 60

.PHONY: menu report test lint format build packages sample sample-check benchmark simulations browser reference fuzz clean

menu: ## print this menu
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

report: build ## build, run the monthly report on SampleData and say where to look
	@$(BINARY) run Pipelines/monthly.yaml $(if $(AS_OF),--as-of $(AS_OF),--as-of 2026-10-31)

test: packages lint ## build and pass every test
	$(SWIFT_BUILD) --build-tests
	swift test --skip-build --disable-xctest --parallel

build: packages ## build the release binary
	$(RELEASE)

packages: ## install what is missing (libcsv-dev, libzip-dev, libexpat1-dev)
	@.ci/install-packages libcsv-dev:/usr/include/csv.h libzip-dev:/usr/include/zip.h \
		libexpat1-dev:/usr/include/expat.h

lint: ## check formatting and the house rules
	swift format lint --strict --recursive Sources Tests Package.swift

format: ## format all Swift files in place
	swift format -i --recursive Sources Tests Package.swift

benchmark: build ## time the monthly run on invented exports of a nation
	Benchmarks/run

reference: build ## compare 2,000 families with the second implementation (Tests/Reference)
	Tests/Reference/run

sample: build ## write SampleData and the committed sample reports anew
	.ci/sample-reports

sample-check: build ## fail when the committed sample reports are not what the program writes
	.ci/sample-reports --check

simulations: ## check coverage and error rates by simulation (about half a minute)
	VIRKNING_SIMULATIONS=1 swift test --disable-xctest --filter StatisticsTests

browser: ## check the sample pages in a real browser (installs chromium and what it needs)
	@.ci/install-packages chromium:/usr/bin/chromium default-jre-headless:/usr/bin/java \
		python3-venv:/usr/share/doc/python3-venv fonts-liberation:/usr/share/fonts/truetype/liberation
	Tests/Browser/run

fuzz: packages ## feed the reader damaged files, FUZZ_SECONDS=60 long
	Tests/Fuzzing/run $(FUZZ_SECONDS)

clean: ## remove what building made
	rm -rf .build
