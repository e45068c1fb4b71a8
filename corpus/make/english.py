#!/usr/bin/env python3
"""Reads our documents and the sample scans with the ENGLISH model, as other programs did: english.py OUT [NAME …]

Writes OUT/NAME.txt, pages parted by form feeds. Our documents are printed upright with little damage; scans are taken as
they are. Needs tesseract with the `eng` and `osd` models and pdftoppm.
"""
import argparse
import os
import pathlib
import subprocess
import tempfile
import zlib

from PIL import Image, ImageSequence

import damage
import layout
import markup
import printing

CORPUS = pathlib.Path(__file__).resolve().parent.parent
DAMAGE = {"grain": 0.25, "jpeg": 0.2}


def printed(source):
    """The pages of one of our documents at 300 dpi."""
    settings, documents = markup.read(source)
    with tempfile.TemporaryDirectory() as work:
        pdf = pathlib.Path(work) / "document.pdf"
        for document in documents:
            printing.print_pdf(layout.page_html(document, settings), pdf)
            for number in range(1, printing.page_count(pdf) + 1):
                seed = zlib.crc32(f"{source.stem} {number} e".encode())
                yield damage.damaged(printing.page_image(pdf, number, 300), 300, DAMAGE, seed, None, 0)


def scanned(path):
    """The pages of a scan: a PDF, a TIFF, an image or a folder of images."""
    if path.suffix == ".pdf":
        for number in range(1, printing.page_count(path) + 1):
            yield printing.page_image(path, number, 300)
    elif path.is_dir():
        for page in sorted(path.iterdir()):
            yield Image.open(page).convert("L")
    else:
        for frame in ImageSequence.Iterator(Image.open(path)):
            yield frame.copy().convert("L")


def read(image):
    with tempfile.NamedTemporaryFile(suffix=".png") as file:
        image.save(file.name, dpi=(300, 300))
        command = ["tesseract", file.name, "-", "-l", "eng", "--psm", "1", "-c", "page_separator="]
        one_thread = os.environ | {"OMP_THREAD_LIMIT": "1"}
        return subprocess.run(command, capture_output=True, text=True, check=True, env=one_thread).stdout.rstrip() + "\n"


def main():
    asked = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    asked.add_argument("out", type=pathlib.Path)
    asked.add_argument("names", nargs="*")
    asked = asked.parse_args()
    asked.out.mkdir(parents=True, exist_ok=True)
    inputs = [(path.stem, printed) for path in sorted((CORPUS / "own").glob("*.txt"))]
    paths = {path.stem: path for path in [*(CORPUS / "own").glob("*.txt"), *(CORPUS / "scans").iterdir()]}
    inputs += [(path.stem, scanned) for path in sorted((CORPUS / "scans").iterdir())]
    for name, pages in inputs:
        if not asked.names or name in asked.names:
            (asked.out / f"{name}.txt").write_text("\f".join(read(image) for image in pages(paths[name])), "utf-8")
            print(name, flush=True)


if __name__ == "__main__":
    main()
