#!/usr/bin/env python3
"""Makes pages that lie in every way: page_set.py FOLDER [--pages 400] [--seed 1]

Four turns x five resolutions x a dozen sorts of page x damage. FOLDER gets folders of page images (a folder is one document
of one resolution) and `truth.json`: of each page its turn, sort, damage and printed words. The words are those of
`corpus/gold` in new settings. Nothing here is committed: the same seed makes the same pages.
"""
import argparse
import html
import json
import pathlib
import tempfile

import numpy

import damage
import printing

GOLD = pathlib.Path(__file__).resolve().parent.parent / "gold"
TURNS, RESOLUTIONS = (0, 90, 180, 270), (100, 150, 200, 300, 400)
FACES = ("Tinos", "Liberation Serif", "DejaVu Serif", "FreeSerif", "TeX Gyre Cursor", "Arimo", "Noto Serif", "Liberation Mono")
DAMAGE = ("skew", "yellow", "uneven", "bleed", "punch", "borders", "speckle", "grain", "blur", "jpeg", "fade", "stamp", "signature")


def sentences():
    """Runs of printed lines that end in a full stop or semicolon, without form feeds and tables."""
    found, run = [], []
    for path in sorted(GOLD.glob("*.txt")):
        for line in path.read_text("utf-8").split("\n"):
            if "\t" in line or "\f" in line or "⟦" in line or len(line) < 12:
                run = []
                continue
            run.append(line.strip(" -+"))
            if line.rstrip().endswith((".", ";", ":")):
                found.append(" ".join(run)), run.clear()
    return sorted({s for s in found if 30 < len(s) < 600})


class Writer:
    """Writes one page of each sort as an HTML section."""

    def __init__(self, rng):
        self.rng, self.pool = rng, sentences()

    def some(self, count):
        return [html.escape(self.pool[i]) for i in self.rng.integers(0, len(self.pool), count)]

    def number(self, low, high):
        return int(self.rng.integers(low, high))

    def paragraphs(self, count):
        return "".join(f"<p>{text}</p>" for text in self.some(count))

    def head(self):
        return ('<table class="head"><tr><td>ỦY BAN NHÂN DÂN<br><b>XÃ ĐÔNG HẢI</b><br>Số: '
                f'{self.number(1, 400)}/KH-UBND</td><td><b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<br>Độc lập - Tự do - Hạnh phúc</b><br>'
                f'<i>Đông Hải, ngày {self.number(10, 29)} tháng {self.number(3, 13)} năm 2025</i></td></tr></table>')

    def grid(self, rows, columns):
        cells = lambda texts: "".join(f"<td>{' '.join(text.split()[:self.number(3, 16)])}</td>" for text in texts)
        body = "".join(f"<tr><td>{n}</td>{cells(self.some(columns))}</tr>" for n in range(1, rows + 1))
        return f'<table class="grid">{body}</table>'

    def figures(self, rows):
        line = lambda: "".join(f"<td>{self.number(3, 9000):,}</td>".replace(",", ".") for _ in range(6))
        body = "".join(f"<tr><td>{n}</td><td>{' '.join(self.some(1)[0].split()[:4])}</td>{line()}</tr>" for n in range(1, rows + 1))
        return f'<table class="grid">{body}</table>'

    def signature(self):
        return ('<table class="head sign"><tr><td class="left"><b><i>Nơi nhận:</i></b><br>- Như trên;<br>- Các phòng chuyên môn;<br>- Lưu: VT.'
                "</td><td><b>TM. ỦY BAN NHÂN DÂN<br>KT. CHỦ TỊCH<br>PHÓ CHỦ TỊCH<br><br><br><br><br>Lâm Quốc Thịnh</b></td></tr></table>")

    def sorts(self):
        return {
            "first": lambda: self.head() + "<h1>KẾ HOẠCH</h1>" + self.paragraphs(7),
            "prose": lambda: f'<p class="n">{self.number(2, 40)}</p>' + self.paragraphs(10),
            "capitals": lambda: "<h1>PHỤ LỤC II</h1><h1>" + self.some(1)[0].upper() + "</h1>" + self.paragraphs(2),
            "grid": lambda: self.grid(7, 3),
            "wide": lambda: self.grid(6, 4),
            "plain": lambda: self.grid(7, 3).replace("grid", "plain"),
            "wide prose": lambda: self.paragraphs(6),
            "figures": lambda: self.figures(18),
            "signature": lambda: self.paragraphs(1) + self.signature(),
            "signature only": lambda: self.signature(),
            "few lines": lambda: self.paragraphs(self.number(1, 3)),
            "columns": lambda: f'<div class="two">{self.paragraphs(8)}</div>',
        }

    def page(self, sort):
        style = f"font-family:'{self.rng.choice(FACES)}';font-size:{self.number(11, 15)}pt;line-height:{self.rng.choice([1.2, 1.35, 1.5])}"
        wide = "wide" in sort or (sort == "figures" and self.rng.random() < 0.5)
        return f'<section class="{"land" if wide else "port"}" style="{style}">{self.sorts()[sort]()}</section>'


STYLE = """<meta charset="utf-8"><style>
@page port{size:A4;margin:20mm 16mm 18mm 30mm} @page land{size:A4 landscape;margin:20mm 15mm 16mm 20mm}
section{break-before:page} .port{page:port} .land{page:land} p{margin:0 0 5pt 0;text-indent:10mm;text-align:justify}
h1{font-size:1.05em;text-align:center} p.n{text-align:center;text-indent:0}
table{width:100%;border-collapse:collapse} .head{text-align:center;margin-bottom:10pt} .sign{margin-top:14pt} .left{text-align:left;font-size:0.85em}
.grid td{border:0.8pt solid #000;padding:2pt 4pt} .grid,.plain{font-size:0.85em} .plain td{padding:2pt 6pt;vertical-align:top}
.two{columns:2;column-gap:8mm}</style>"""


def damage_of(rng, dpi):
    """Two to four sorts of damage; every fifth page is black and white, and the coarsest pages are not blurred as well."""
    names = rng.choice(DAMAGE, size=rng.integers(2, 5), replace=False)
    wanted = {str(name): float(round(rng.uniform(0.2, 0.9), 2)) for name in names}
    if dpi < 150:
        wanted.pop("blur", None), wanted.pop("fade", None)
    if rng.random() < 0.2:
        wanted = {n: s for n, s in wanted.items() if n not in ("yellow", "uneven", "jpeg", "fade")} | {"bilevel": 0.5}
    return wanted


def main():
    asked = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    asked.add_argument("folder", type=pathlib.Path)
    asked.add_argument("--pages", type=int, default=400)
    asked.add_argument("--seed", type=int, default=1)
    asked = asked.parse_args()
    rng = numpy.random.default_rng(asked.seed)
    writer, truth = Writer(rng), []
    sorts = list(writer.sorts())
    for start in range(0, asked.pages, 20):
        dpi = RESOLUTIONS[start // 20 % 5]
        folder = asked.folder / f"set-{start // 20 + 1:02d}-{dpi}dpi"
        folder.mkdir(parents=True, exist_ok=True)
        wanted = [sorts[(start + n + start // 20) % len(sorts)] for n in range(20)]
        with tempfile.TemporaryDirectory() as work:
            pdf = pathlib.Path(work) / "set.pdf"
            printing.print_pdf(STYLE + "".join(writer.page(sort) for sort in wanted), pdf)
            truth += pages_of(pdf, folder, dpi, rng)
        print(folder.name, flush=True)
    truth = truth[:asked.pages]
    (asked.folder / "truth.json").write_text(json.dumps(truth, ensure_ascii=False, indent=1), "utf-8")


def pages_of(pdf, folder, dpi, rng):
    texts, made, last = printing.page_texts(pdf), [], None
    for number in range(1, 21):
        clean = printing.page_image(pdf, number, dpi)
        turn, wanted = TURNS[int(rng.integers(0, 4))], damage_of(rng, dpi)
        image = damage.damaged(clean, dpi, wanted, int(rng.integers(0, 2**31)), other=last, turn=turn)
        suffix = ".tif" if "bilevel" in wanted else (".png" if rng.random() < 0.2 else ".jpg")
        printing.save_page(image, folder / f"page-{number:03d}{suffix}", dpi)
        # `turn` is what the scanner did; the program is to turn the page by the rest of the circle.
        made.append({"folder": folder.name, "page": number, "turn": turn, "expected": (360 - turn) % 360, "dpi": dpi,
                     "damage": wanted, "size": list(clean.size), "text": texts[number - 1]})
        last = clean
    return made


if __name__ == "__main__":
    main()
