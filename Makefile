# Two commands do everything on a fresh Debian 12 with Swift 6.3: `make run` and `make test`.

# Pages are recognised side by side; Tesseract must not start threads of its own as well.
export OMP_THREAD_LIMIT = 1

OUT ?= out
SCANS = corpus/scans

.PHONY: run test bench fuzz build check dependencies format clean

## Builds, then processes the seeds and the sample scans into OUT.
run: build
	.build/release/sohoa process seeds $(SCANS) --output $(OUT)

## Style, floors, build, all tests, and the review site in a browser.
test: check
	@scripts/install-dependencies test
	swift build --build-tests
	swift test --skip-build --parallel --disable-xctest
	scripts/browser-check .build/debug/sohoa

## Speed, start and memory of a release build, as a table (Benchmarks/README.md).
bench: build
	swift build -c release --product sohoa-benchmark
	.build/release/sohoa-benchmark $(BENCH)

## COUNT small inputs made from SEED through structure and tasks; fails where one breaks a rule.
COUNT ?= 100000
SEED ?= 1
fuzz:
	swift build -c release --product sohoa-fuzz
	.build/release/sohoa-fuzz $(COUNT) $(SEED)

build: dependencies
	swift build -c release --product sohoa

check:
	scripts/check-layers
	scripts/check-style
	swift format lint --strict --recursive --parallel Sources Tests Benchmarks Package.swift

dependencies:
	@scripts/install-dependencies

format:
	swift format --in-place --recursive --parallel Sources Tests Benchmarks Package.swift

clean:
	rm -rf .build $(OUT)
