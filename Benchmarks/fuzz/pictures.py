#!/usr/bin/env python3
"""Small pictures of every kind that a scan comes in, to be damaged by mutate.py: pictures.py SCAN FOLDER

The beginning of a scan, 700 by 500 pixels, as PNG (grey, colour, with transparency, palette, black and white, 16 bits,
in passes), TIFF (every packing that Pillow writes) and JPEG (in one pass and in several). It needs Pillow.
"""
import pathlib
import sys

from PIL import Image

PACKINGS = {"1": [None, "group3", "group4", "packbits"], "L": [None, "tiff_lzw", "jpeg"],
            "RGB": [None, "tiff_lzw", "tiff_adobe_deflate", "jpeg", "packbits"]}


def main():
    scan, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    picture = Image.open(scan).convert("RGB").crop((200, 200, 900, 700))
    for mode in ["1", "L", "P", "RGB", "RGBA"]:
        picture.convert(mode).save(folder / f"{mode}.png", dpi=(300, 300))
    doubled = bytes(byte for value in picture.convert("L").tobytes() for byte in (value, value))
    Image.frombytes("I;16", picture.size, doubled).save(folder / "16.png")
    for mode, packings in PACKINGS.items():
        for packing in packings:
            picture.convert(mode).save(folder / f"{mode}-{packing}.tif", compression=packing, dpi=(300, 300))
    for name, several in [("one", False), ("passes", True)]:
        picture.save(folder / f"{name}.jpg", quality=80, progressive=several, dpi=(300, 300))


main()
