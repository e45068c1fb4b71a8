"""HTML to a PDF, and the PDF to page images and to the text that stands on each page."""
import io
import pathlib
import subprocess

import weasyprint
from PIL import Image


def print_pdf(html, target, identifier=None):
    """With an identifier the same page gives the same bytes."""
    weasyprint.HTML(string=html).write_pdf(str(target), pdf_identifier=identifier)


def page_count(pdf):
    shown = subprocess.run(["pdfinfo", str(pdf)], capture_output=True, text=True, check=True).stdout
    return int(next(line.split()[1] for line in shown.splitlines() if line.startswith("Pages:")))


def page_texts(pdf):
    """What is printed on each page: a printed line a line, as poppler reads it back from the print itself."""
    shown = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], capture_output=True, text=True, check=True).stdout
    pages = shown.split("\f")[:page_count(pdf)]
    return ["\n".join(" ".join(line.split()) for line in page.splitlines() if line.strip()) for page in pages]


def page_image(pdf, number, dpi, colour=False):
    """Page `number` (from 1) in grey or colour, as it would leave a perfect scanner."""
    command = ["pdftoppm", "-r", str(dpi), "-f", str(number), "-l", str(number), *([] if colour else ["-gray"]), str(pdf)]
    shown = subprocess.run(command, capture_output=True, check=True).stdout
    return Image.open(io.BytesIO(shown)).convert("RGB" if colour else "L")


def save_page(image, path, dpi, quality=80):
    """By the suffix: .jpg as scanners send it, .tif as G4 if it is black and white, .png without loss."""
    path = pathlib.Path(path)
    if path.suffix == ".jpg":
        image.save(path, dpi=(dpi, dpi), quality=quality)
    elif path.suffix == ".tif":
        image.save(path, dpi=(dpi, dpi), compression="group4" if image.mode == "1" else "tiff_lzw")
    else:
        image.save(path, dpi=(dpi, dpi))
    return path


def laid_out(pdf):
    """The text with its columns in their places, pages parted by form feeds, as office programs save it."""
    return subprocess.run(["pdftotext", "-layout", str(pdf), "-"], capture_output=True, text=True, check=True).stdout
