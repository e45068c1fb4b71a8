# sohoa in a container, as you, so that it may write into a folder of yours:
#   docker run --rm --network none --user "$(id -u):$(id -g)" -v "$PWD/scans:/in:ro" -v "$PWD/results:/out" sohoa process /in --output /out
# Without --user it is 10001, nobody of the host's: it writes into /out only where that is a volume (-v results:/out) or may be written by 10001.
#
# Bases are named by tag. A build that is to give the same in a year names them by what they are (docker buildx imagetools inspect TAG):
#   docker build --build-arg BUILD_BASE=swift@sha256:… --build-arg BASE=debian@sha256:… .
ARG BUILD_BASE=swift:6.3-bookworm
ARG BASE=debian:12-slim
# The program is built with Swift's own image and runs without it: its runtime is linked in.
# hadolint ignore=DL3006
FROM ${BUILD_BASE} AS build
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
# hadolint ignore=DL3006
FROM ${BASE}
RUN --mount=type=bind,from=build,source=/packages,target=/packages \
    apt-get update \
 && apt-get install -y --no-install-recommends /packages/sohoa_*.deb \
 && rm -rf /var/lib/apt/lists/* \
 && install -d -m 1777 -o 10001 -g 10001 /out
# Nobody of the host's, or whoever is named; inputs are mounted read-only, only /out is written.
ENV HOME=/tmp
USER 10001:10001
WORKDIR /out
VOLUME ["/in", "/out"]
ENTRYPOINT ["/usr/bin/sohoa"]
CMD ["--help"]
