#!/usr/bin/env python3
"""Prints, damages and writes our own documents with their gold: own.py OUT [NAME …]

Of every corpus/own/NAME.txt: OUT/scans/NAME.pdf (or .tif, .png, a folder of .jpg), OUT/gold/NAME.txt and NAME.json.
"""
import argparse
import json
import pathlib
import shutil
import tempfile
import zlib
from collections import Counter

import img2pdf

import damage
import layout
import markup
import printing

SOURCES = pathlib.Path(__file__).resolve().parent.parent / "own"


def check_printed(name, document, texts):
    """Every letter of the source must be on the print: gold that was cut off or drawn wrong is no gold."""
    source = Counter("".join("".join(flat(block)) for block in document.blocks).replace(" ", ""))
    printed = Counter("".join(texts).replace(" ", "").replace("\n", ""))
    lost = {letter: count - printed[letter] for letter, count in source.items() if count > printed[letter] and letter not in "*_~!=^|/0123456789"}
    if lost:
        raise SystemExit(f"{name}: not printed as written: {lost}")


def flat(block):
    for part in block[1:]:
        if isinstance(part, dict):
            yield from (markup.plain(cell) for _, cells in part["rows"] for cell in cells)
        else:
            yield markup.plain(part)


def steps(text):
    """`skew:0.4 punch stamp:0.5` to strengths."""
    return {part.split(":")[0]: float((part.split(":") + ["0.5"])[1]) for part in text.split()}


def by_page(text, kind):
    return {int(page): kind(value) for page, value in (part.split(":") for part in text.split())}


def scan(name, settings, pdfs, target):
    """The damaged pages of a file's documents, one after another, in the wanted form."""
    dpi, wanted, turned = int(settings.get("dpi", "200")), steps(settings.get("damage", "")), by_page(settings.get("turned", ""), int)
    stamped, images, other = by_page(settings.get("stamped", ""), float), [], None
    for pdf in pdfs:
        for number in range(1, printing.page_count(pdf) + 1):
            clean = printing.page_image(pdf, number, dpi)
            page = len(images) + 1
            if page in stamped:
                clean_scan = damage.sealed(clean, dpi, stamped[page], zlib.crc32(name.encode()))
            else:
                clean_scan = clean
            seed = zlib.crc32(f"{name} {page}".encode())
            images.append(damage.damaged(clean_scan, dpi, wanted, seed, other, turned.get(page, 0)))
            other = clean
    write(images, settings.get("form", "pdf"), dpi, target)


def write(images, form, dpi, target):
    if form == "tif":
        kind = "group4" if images[0].mode == "1" else "jpeg"
        images[0].save(target.with_suffix(".tif"), save_all=True, append_images=images[1:], dpi=(dpi, dpi), compression=kind)
    elif form == "png" and len(images) == 1:
        images[0].save(target.with_suffix(".png"), dpi=(dpi, dpi))
    else:
        suffix = ".tif" if images[0].mode == "1" else ".jpg"
        target.mkdir(parents=True, exist_ok=True)
        paths = [printing.save_page(image, target / f"page-{n:02d}{suffix}", dpi, 72) for n, image in enumerate(images, 1)]
        if form == "pdf":
            target.with_suffix(".pdf").write_bytes(img2pdf.convert([str(path) for path in paths]))
            shutil.rmtree(target)


def make(source, out):
    name = source.stem
    settings, documents = markup.read(source)
    with tempfile.TemporaryDirectory() as work:
        pdfs, texts, records, first = [], [], [], 1
        for index, document in enumerate(documents):
            pdf = pathlib.Path(work) / f"{index}.pdf"
            printing.print_pdf(layout.page_html(document, settings), pdf)
            pages = printing.page_texts(pdf)
            check_printed(name, document, pages)
            records.append({"pages": [first, first + len(pages) - 1]} | document.record)
            pdfs.append(pdf), texts.extend(pages)
            first += len(pages)
        (out / "gold").mkdir(parents=True, exist_ok=True), (out / "scans").mkdir(exist_ok=True)
        if settings.get("form") == "born":
            shutil.copy(pdfs[0], out / "scans" / f"{name}.pdf")
        else:
            scan(name, settings, pdfs, out / "scans" / name)
    (out / "gold" / f"{name}.txt").write_text("\n\f\n".join(texts) + "\n", "utf-8")
    gold = records[0] if len(records) == 1 else records
    (out / "gold" / f"{name}.json").write_text(json.dumps(gold, ensure_ascii=False, indent=1) + "\n", "utf-8")
    tasks = sum(len(record["tasks"]) for record in records)
    print(f"{name}: {len(texts)} pages, {tasks} tasks", flush=True)


def main():
    asked = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    asked.add_argument("out", type=pathlib.Path)
    asked.add_argument("names", nargs="*")
    asked = asked.parse_args()
    for source in sorted(SOURCES.glob("*.txt")):
        if not asked.names or source.stem in asked.names:
            make(source, asked.out)


if __name__ == "__main__":
    main()
