# sohoa in a container: docker run --rm --network none -v /scans:/in:ro -v /results:/out sohoa process /in --output /out
# The program is built with Swift's own image and runs without it: its runtime is linked in.
FROM swift:6.3-bookworm AS build
SHELL ["/bin/bash", "-o", "pipefail", "-c"]
# Versions are those of Debian 12, which changes them for security only.
# hadolint ignore=DL3008
RUN apt-get update \
 && apt-get install -y --no-install-recommends libtesseract-dev libleptonica-dev libicu-dev libssl-dev libsqlite3-dev \
      libqpdf-dev libxlsxwriter-dev zlib1g-dev pkg-config make python3 \
 && rm -rf /var/lib/apt/lists/*
WORKDIR /source
COPY . .
RUN make install DESTDIR=/installed PREFIX=/usr

FROM debian:12-slim
# hadolint ignore=DL3008
RUN apt-get update \
 && apt-get install -y --no-install-recommends libtesseract5 liblept5 libicu72 libssl3 libsqlite3-0 libqpdf29 \
      libxlsxwriter4 zlib1g tesseract-ocr-vie poppler-utils \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --system --uid 10001 --no-create-home --shell /usr/sbin/nologin sohoa \
 && install -d -o sohoa -g sohoa /out
COPY --from=build /installed/usr /usr
# Not a person of the host's; inputs are mounted read-only, only /out is written.
USER 10001:10001
WORKDIR /out
VOLUME ["/in", "/out"]
ENTRYPOINT ["/usr/bin/sohoa"]
CMD ["--help"]
