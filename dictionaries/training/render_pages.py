#!/usr/bin/env python3
"""Renders corpus text as small scanned pages and reads them with two Tesseract models.

  render_pages.py --corpus FILE:SHARE ... --abbreviations TSV --out DIR [--pages N] [--first K]

For page K it writes K.true.txt (one printed line a line), K.eng.txt and K.vie.tsv. Every page is made from its own
seed, so a run can be stopped, resumed and repeated. Lines of held-out blocks (see README.md) are never printed.
"""
import argparse, csv, io, os, random, subprocess, sys, tempfile
import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont

BLOCK, EVERY, KEPT = 500, 40, 7

FAMILIES = [  # (weight, regular, bold, italic, bold italic): serif first, as the decree on clerical work asks for
    (10, 'Tinos-Regular', 'Tinos-Bold', 'Tinos-Italic', 'Tinos-BoldItalic'),
    (2, 'NotoSerif-Regular', 'NotoSerif-Bold', 'NotoSerif-Italic', 'NotoSerif-BoldItalic'),
    (1, 'DejaVuSerif', 'DejaVuSerif-Bold', 'DejaVuSerif-Italic', 'DejaVuSerif-BoldItalic'),
    (1, 'Arimo-Regular', 'Arimo-Bold', 'Arimo-Italic', 'Arimo-BoldItalic'),
]
TYPES = 'KH QĐ NQ CT TB BC TTr HD CV CTr ĐA PA KL QC QyĐ CĐ NĐ TT'.split()


def read_lines(path, limit=4_000_000):
    with open(path, encoding='utf-8') as file:
        for number, line in enumerate(file):
            if number // BLOCK % EVERY != KEPT and 20 < len(line) < 1200:
                yield line.strip()


def sample_lines(path, count, rng):
    """Reservoir sample: the corpora are larger than we want to hold."""
    kept = []
    for seen, line in enumerate(read_lines(path)):
        if len(kept) < count:
            kept.append(line)
        elif (slot := rng.randrange(seen + 1)) < count:
            kept[slot] = line
    return kept


def fonts_by_name():
    out = subprocess.run(['fc-list', '--format', '%{file}\n'], capture_output=True, text=True).stdout
    return {os.path.splitext(os.path.basename(f))[0]: f for f in out.split('\n') if f.endswith('.ttf')}


def citation(rng, bodies):
    kind, body = rng.choice(TYPES), rng.choice(bodies)
    number, day = rng.randint(1, 400), f'{rng.randint(1,28)}/{rng.randint(1,12)}/{rng.randint(2015,2026)}'
    symbol = rng.choice([f'{number:02}-{kind}/{body}', f'{number:02}/{kind}-{body}', f'{number}/2024/{kind}-{body}'])
    name = {'KH': 'Kế hoạch', 'QĐ': 'Quyết định', 'NQ': 'Nghị quyết', 'CT': 'Chỉ thị', 'TB': 'Thông báo',
            'BC': 'Báo cáo', 'ĐA': 'Đề án', 'NĐ': 'Nghị định'}.get(kind, 'Văn bản')
    return f'{name} số {symbol} ngày {day}'


def page_text(rng, pools, weights, bodies, width):
    """Printed lines with their style: r(egular), b(old), i(talic), h(eading in capitals)."""
    lines, style = [], 'r'
    while len(lines) < rng.randint(11, 16):
        text = rng.choice(rng.choices(pools, weights)[0])
        style = rng.choices('rbih', [70, 9, 9, 12])[0]
        words = text.split()
        start = rng.randrange(max(1, len(words) - 30))
        words = words[start:start + rng.randint(6, 60)]
        if style == 'h':
            words = [w.upper() for w in words[:rng.randint(4, 16)]]
        elif rng.random() < 0.25:
            words[len(words) // 2:len(words) // 2] = citation(rng, bodies).split()
        if style != 'h' and rng.random() < 0.3:
            words.insert(0, rng.choice(['-', '+', 'a)', 'b)', 'c)', 'd)', 'đ)', '1.', '2.', '2.1.', 'I.', 'II.', 'III.', '*']))
        line = []
        for word in words:
            if sum(len(w) + 1 for w in line) + len(word) > width * (0.75 if style == 'h' else 1):
                lines.append((style, ' '.join(line)))
                line = []
            line.append(word)
        if line:
            lines.append((style, ' '.join(line)))
    return lines[:16]


def draw(rng, lines, fonts, dpi):
    family = rng.choices(FAMILIES, [f[0] for f in FAMILIES])[0]
    points = rng.choice([12, 13, 13.5, 14, 14, 14])
    size = round(points * dpi / 72)
    faces = {s: ImageFont.truetype(fonts[family[n]], size) for s, n in zip('rbih', (1, 2, 3, 2))}
    step = round(size * rng.uniform(1.25, 1.7))
    margin = dpi // 3
    width = max(int(faces[s].getlength(t)) for s, t in lines) + 2 * margin
    image = Image.new('L', (width, step * len(lines) + 2 * margin), 255)
    pen = ImageDraw.Draw(image)
    for row, (style, text) in enumerate(lines):
        face = faces[style]
        x = margin if style != 'h' else (width - face.getlength(text)) // 2
        pen.text((x, margin + row * step), text, font=face, fill=rng.randint(0, 50))
    return image


def degrade(rng, image):
    """What laser printer, paper and scanner do: spread or thin ink, turn, blur, speckle, threshold, compress."""
    image = image.rotate(rng.gauss(0, 0.35), resample=Image.BICUBIC, fillcolor=255)
    roll = rng.random()
    if roll < 0.15:
        image = image.filter(ImageFilter.MinFilter(3))
    image = image.filter(ImageFilter.GaussianBlur(rng.choice([0.3, 0.6, 0.8, 1.0, 1.3, 1.6])))
    pixels = np.asarray(image, dtype=np.float32)
    noise = np.random.default_rng(rng.randrange(1 << 30))
    pixels = pixels + noise.normal(0, rng.choice([2, 6, 12, 20, 30]), pixels.shape)
    roll = rng.random()
    if roll < 0.3:
        pixels = np.where(pixels < rng.randint(110, 190), 0, 255)
    elif roll < 0.5:
        pixels = 255 - (255 - pixels) * rng.uniform(0.5, 0.9)
    image = Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8))
    if rng.random() < 0.5:
        buffer = io.BytesIO()
        image.save(buffer, 'JPEG', quality=rng.randint(25, 75))
        image = Image.open(buffer)
    return image


def read_page(image, dpi, base):
    environment = dict(os.environ, OMP_THREAD_LIMIT='1')
    with tempfile.NamedTemporaryFile(suffix='.pgm') as file:
        image.save(file.name, 'PPM')
        common = ['--dpi', str(dpi), '--psm', '6']
        for language, kind in (('eng', 'txt'), ('vie', 'tsv')):
            subprocess.run(['tesseract', file.name, f'{base}.{language}', '-l', language, *common, kind],
                           env=environment, stderr=subprocess.DEVNULL, check=True)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--corpus', action='append', required=True, metavar='FILE:SHARE')
    parser.add_argument('--abbreviations', required=True)
    parser.add_argument('--out', required=True)
    parser.add_argument('--pages', type=int, default=600)
    parser.add_argument('--first', type=int, default=0)
    options = parser.parse_args()
    os.makedirs(options.out, exist_ok=True)
    pools, weights = [], []
    for index, item in enumerate(options.corpus):
        path, share = item.rsplit(':', 1)
        pools.append(sample_lines(path, 20_000, random.Random(index)))
        weights.append(float(share))
    with open(options.abbreviations, encoding='utf-8') as file:
        bodies = [row['abbr'] for row in csv.DictReader(file, delimiter='\t')
                  if row['kind'] == 'org' and ' ' not in row['abbr']]
    fonts = fonts_by_name()
    for number in range(options.first, options.first + options.pages):
        base = os.path.join(options.out, f'{number:05}')
        if os.path.exists(base + '.vie.tsv'):
            continue
        rng = random.Random(f'page {number}')
        dpi = rng.choice([150, 200, 200, 250, 300])
        lines = page_text(rng, pools, weights, bodies, rng.randint(60, 90))
        with open(base + '.true.txt', 'w', encoding='utf-8') as file:
            file.write('\n'.join(text for _, text in lines) + '\n')
        read_page(degrade(rng, draw(rng, lines, fonts, dpi)), dpi, base)
        if number % 50 == 0:
            print(number, flush=True)


if __name__ == '__main__':
    main()
