# Two commands do everything on a fresh Debian 12 with Swift 6.3: `make run` and `make test`.

# Pages are recognised side by side; Tesseract must not start threads of its own as well.
export OMP_THREAD_LIMIT = 1

OUT ?= out
SCANS = corpus/scans

# One kind of release build for all: with Swift's runtime in it, it runs where no Swift is installed.
RELEASE = swift build -c release --static-swift-stdlib

.PHONY: run test bench fuzz build install uninstall deb test-deb check dependencies format clean

## Builds, then processes the seeds and the sample scans into OUT.
run: build
	.build/release/sohoa process seeds $(SCANS) --output $(OUT)

## Style, floors, build, all tests, PDFs, claims of PDF/A and packages in other programs, and the review site in a browser.
test: check
	@scripts/install-dependencies test
	swift build --build-tests
	swift test --skip-build --parallel --disable-xctest
	scripts/check-pdfs
	scripts/check-pdfa
	scripts/check-packages
	scripts/browser-check .build/debug/sohoa

## Speed, start and memory of a release build, as a table (Benchmarks/README.md).
bench: build
	$(RELEASE) --product sohoa-benchmark
	.build/release/sohoa-benchmark $(BENCH)

## COUNT small inputs made from SEED through structure and tasks; fails where one breaks a rule.
COUNT ?= 100000
SEED ?= 1
fuzz:
	$(RELEASE) --product sohoa-fuzz
	.build/release/sohoa-fuzz $(COUNT) $(SEED)

build: dependencies
	$(RELEASE) --product sohoa

## Program, models, manual pages, shell completions and systemd units below DESTDIR/PREFIX.
PREFIX ?= /usr/local
DESTDIR ?=
install: build
	scripts/install .build/release/sohoa "$(PREFIX)" "$(DESTDIR)"

uninstall:
	scripts/install --remove "$(PREFIX)" "$(DESTDIR)"

## sohoa_VERSION_ARCH.deb in OUT.
deb: build
	scripts/build-deb .build/release/sohoa "$(OUT)"

## Installs the package, runs it, and takes it off again; as root, on a machine that may be changed.
test-deb: deb
	scripts/test-deb "$(OUT)"/sohoa_*.deb

check:
	scripts/check-layers
	scripts/fingerprint-stages --check
	scripts/check-style
	swift format lint --strict --recursive --parallel Sources Tests Plugins Benchmarks Package.swift

dependencies:
	@scripts/install-dependencies

format:
	swift format --in-place --recursive --parallel Sources Tests Plugins Benchmarks Package.swift

clean:
	rm -rf .build $(OUT)
