"""Writes one document: the input, gold.txt, gold.json, notes.json (how fields are written, what else is right) and choices.json."""
import json
import random
import shutil
import tempfile
import zlib
from pathlib import Path

import img2pdf
import numpy

import choices
import damage
import english
import printing
import words
from body import Body
from ending import Ending
from grids import Grid
from head import Head, preamble
from issuers import Issuer
from paper import Paper
from work import Work

STRENGTH = {"light": 0.15, "middle": 0.45, "heavy": 0.85}
MOST_PAGES = 4


def compose(seed, chosen):
    """The document as print and gold."""
    rng, paper, issuer = random.Random(f"{seed}/text"), Paper(chosen), Issuer(chosen, seed)
    matter = rng.choice([name.removesuffix(".topic") for name in words.lists("matters") if name.endswith(".topic")])
    body, head = Body(paper, issuer, matter, rng), Head(paper, issuer, rng)
    head.write(body.topic)
    opening(paper, issuer, body, rng)
    body.aims()
    body.goals()
    parts(paper, body, Ending(paper, issuer, body, head, rng))
    return paper


def parts(paper, body, ending):
    """Tasks where they stand: in the text, or in an annex behind the signature."""
    work, tasks = Work(body), paper.chosen["tasks"]
    table = tasks.startswith(("table", "calendar"))
    annexed = table and paper.chosen["annex"] != "inline"
    if tasks != "none" and not annexed:
        (Grid(work) if table else work).write()
    body.duties()
    ending.write()
    if annexed:
        Grid(work).write()
    ending.form()


def opening(paper, issuer, body, rng):
    if paper.chosen["type"] == "?":
        return
    if paper.chosen["type"] == "QĐ" and rng.random() < 0.7:
        who = issuer.name.split(";")[0].upper() if rng.random() < 0.5 else f"{issuer.chief} {issuer.name.upper()}"
        paper.put(f'<p class="m h">{who}</p>')
    preamble(paper, issuer, rng, body.topic)
    if paper.chosen["scheme"] == "article":
        paper.put('<p class="m h">QUYẾT ĐỊNH:</p>')
    else:
        paper.p(body.word("letter" if paper.chosen["type"] == "CV" else "intro"))


def sized(seed, fixed, work):
    """Fewer tasks where the document would be too long; gives the paper and its two prints, shown and true."""
    for count in ("", "some", "few"):
        chosen = choices.draw(seed, {**(fixed or {}), **({"count": count} if count else {})})
        paper = compose(seed, chosen)
        shown, true = work / "shown.pdf", work / "true.pdf"
        printing.print_pdf(paper.page(), shown, str(seed).encode())
        if printing.page_count(shown) <= MOST_PAGES:
            break
    printing.print_pdf(paper.page(true=True), true, str(seed).encode())
    return paper, shown, true


def scanned(paper, pdf, seed):
    """The pages as a scanner leaves them."""
    c, images, other = paper.chosen, [], None
    wanted = {name: STRENGTH[c[name]] for name in choices.DAMAGES if c[name] != "no"}
    dpi, colour = int(c["dpi"]), c["colour"] == "colour"
    count = printing.page_count(pdf)
    for number in range(1, count + 1):
        clean = printing.page_image(pdf, number, dpi, colour)
        image = damage.damaged(clean, dpi, wanted, zlib.crc32(f"{seed} {number}".encode()), other, turned(c["turn"], clean, number == count))
        if c["colour"] == "black":
            page = damage.Page(image, dpi)
            damage.bilevel(page, numpy.random.default_rng(zlib.crc32(f"{seed} level".encode())), 0.5)
            image = page.image
        images.append(image)
        other = clean
    return images


def turned(how, image, last):
    """How far a page lies turned in the scanner, clockwise."""
    if how == "wide-on-side" and image.width > image.height:
        return 90
    return 180 if how == "last-upside-down" and last else 0


def write_scan(images, form, dpi, folder):
    """In the wanted form; gives the name of the input."""
    if form == "tif":
        kind = "group4" if images[0].mode == "1" else "jpeg"
        images[0].save(folder / "scan.tif", save_all=True, append_images=images[1:], dpi=(dpi, dpi), compression=kind)
        return "scan.tif"
    if form == "png" and len(images) == 1:
        images[0].save(folder / "scan.png", dpi=(dpi, dpi))
        return "scan.png"
    return write_pages(images, form, dpi, folder)


def write_pages(images, form, dpi, folder):
    """A folder of pages, or a PDF of them."""
    suffix, pages = ".tif" if images[0].mode == "1" else ".jpg", folder / "scan"
    pages.mkdir()
    paths = [printing.save_page(image, pages / f"page-{n:02d}{suffix}", dpi, 72) for n, image in enumerate(images, 1)]
    if form == "folder":
        return "scan"
    (folder / "scan.pdf").write_bytes(img2pdf.convert([str(path) for path in paths], nodate=True, engine=img2pdf.Engine.internal))
    shutil.rmtree(pages)
    return "scan.pdf"


def write_input(paper, shown, seed, folder):
    form = paper.chosen["file"]
    if form == "born":
        (folder / "scan.pdf").write_bytes(shown.read_bytes())
        return "scan.pdf"
    if form == "text":
        (folder / "scan.txt").write_text(printing.laid_out(shown), "utf-8")
        return "scan.txt"
    if form == "english":
        pages = [english.read(printing.page_image(shown, n, 300)) for n in range(1, printing.page_count(shown) + 1)]
        (folder / "scan.txt").write_text("\f".join(pages), "utf-8")
        return "scan.txt"
    return write_scan(scanned(paper, shown, seed), form, int(paper.chosen["dpi"]), folder)


def make(seed, folder, fixed=None):
    """Writes the document of a seed into a folder; gives its choices."""
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as work:
        paper, shown, true = sized(seed, fixed, Path(work))
        texts = printing.page_texts(true)
        name = write_input(paper, shown, seed, folder)
    (folder / "gold.txt").write_text("\n\f\n".join(texts) + "\n", "utf-8")
    gold = {"pages": [1, len(texts)], **paper.gold}
    write_json(folder / "gold.json", gold)
    write_json(folder / "notes.json", {"how": paper.how, "also": paper.also})
    write_json(folder / "choices.json", {"seed": seed, "input": name, "choices": paper.chosen})  # last: a folder with it is whole
    return paper.chosen


def write_json(path, value):
    path.write_text(json.dumps(value, ensure_ascii=False, indent=1) + "\n", "utf-8")
