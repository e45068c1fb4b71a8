# sohoa in a container: docker run --rm --network none -v /scans:/in:ro -v /results:/out sohoa process /in --output /out
# The program is built with Swift's own image and runs without it: its runtime is linked in.
FROM swift:6.3-bookworm AS build
# Versions are those of Debian 12, which changes them for security only.
# hadolint ignore=DL3008
RUN apt-get update \
 && apt-get install -y --no-install-recommends libtesseract-dev libleptonica-dev libicu-dev libssl-dev libsqlite3-dev \
      libqpdf-dev libxlsxwriter-dev zlib1g-dev libzip-dev libxml2-dev pkg-config tesseract-ocr-vie tesseract-ocr-script-viet \
      poppler-utils make python3 dpkg-dev \
 && rm -rf /var/lib/apt/lists/*
WORKDIR /source
COPY . .
RUN make deb OUT=/packages

# The package names what it needs; nothing else comes in, and nothing of Swift.
FROM debian:12-slim
RUN --mount=type=bind,from=build,source=/packages,target=/packages \
    apt-get update \
 && apt-get install -y --no-install-recommends /packages/sohoa_*.deb \
 && rm -rf /var/lib/apt/lists/* \
 && install -d -o 10001 -g 10001 /out
# Nobody of the host's; inputs are mounted read-only, only /out is written.
USER 10001:10001
WORKDIR /out
VOLUME ["/in", "/out"]
ENTRYPOINT ["/usr/bin/sohoa"]
CMD ["--help"]
