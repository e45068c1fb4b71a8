"""Figures, signatures and stamps as SVG, drawn from strokes of our own. No font of handwriting and no scanned hand is used."""
import math
import random

# Strokes of each figure on a square of 0 to 1, y down. Several forms where people write several.
FIGURES = {
    "0": [[[(.6, .05), (.25, .2), (.15, .6), (.35, .95), (.7, .85), (.85, .45), (.65, .08), (.5, .05)]]],
    "1": [[[(.5, .02), (.48, .98)]], [[(.2, .35), (.55, .02), (.5, .98)]], [[(.1, .55), (.6, .03), (.52, 1.0)]]],
    "2": [[[(.2, .25), (.45, .03), (.8, .25), (.55, .6), (.15, .95), (.4, .88), (.9, .95)]], [[(.2, .2), (.6, .02), (.75, .35), (.3, .9), (.2, .8), (.45, .85), (.85, .97)]]],
    "3": [[[(.2, .12), (.55, .02), (.75, .25), (.4, .46), (.8, .62), (.7, .92), (.2, .92)]], [[(.2, .05), (.8, .05), (.42, .42), (.8, .65), (.6, .97), (.18, .88)]]],
    "4": [[[(.45, .02), (.15, .62), (.85, .6)], [(.68, .3), (.62, 1.0)]], [[(.65, .0), (.1, .65), (.9, .62)], [(.66, .02), (.62, 1.0)]]],
    "5": [[[(.3, .05), (.22, .45), (.6, .4), (.8, .65), (.55, .97), (.15, .9)], [(.3, .06), (.85, .04)]]],
    "6": [[[(.7, .03), (.3, .35), (.18, .75), (.45, .98), (.78, .78), (.55, .52), (.22, .7)]]],
    "7": [[[(.12, .08), (.85, .06), (.4, .98)]], [[(.15, .15), (.2, .05), (.85, .06), (.45, .98)], [(.3, .5), (.75, .47)]]],
    "8": [[[(.75, .15), (.4, .03), (.3, .28), (.7, .6), (.6, .95), (.25, .85), (.4, .5), (.78, .2)]]],
    "9": [[[(.78, .2), (.45, .04), (.22, .3), (.5, .5), (.78, .22), (.72, .6), (.5, .98)]], [[(.75, .15), (.35, .1), (.3, .42), (.75, .3), (.76, .1), (.68, 1.0)]]],
}
# Hand: slant, width of a figure, gap between figures, thickness, unrest.
HANDS = {"round": (.05, .7, .12, .055, .03), "slanted": (.32, .6, .08, .05, .04), "narrow": (.15, .45, .1, .05, .03), "felt": (.18, .62, -.02, .12, .04),
         "hasty": (.38, .6, -.1, .06, .08)}
INKS = {"blue": ("#1c3f9e", "#2b4fc0", "#27357f"), "black": ("#141418", "#2a2a30")}


def curve(points):
    """A smooth path through points."""
    path = f"M{points[0][0]:.2f} {points[0][1]:.2f}"
    padded = [points[0], *points, points[-1]]
    for a, b, c, d in zip(padded, padded[1:], padded[2:], padded[3:]):
        path += (f"C{b[0] + (c[0] - a[0]) / 7:.2f} {b[1] + (c[1] - a[1]) / 7:.2f} {c[0] - (d[0] - b[0]) / 7:.2f} "
                 f"{c[1] - (d[1] - b[1]) / 7:.2f} {c[0]:.2f} {c[1]:.2f}")
    return path


def figures(text, hand, ink, points, rng):
    """A string of figures as an inline SVG of that many points of height. Seen by nobody as text."""
    slant, width, gap, thick, unrest = HANDS[hand]
    height, x, paths = points * rng.uniform(1.25, 1.7), points * .25, ""
    forms = {figure: rng.choice(shapes) for figure, shapes in FIGURES.items()}  # a hand writes a figure one way
    for figure in text:
        size, sink = height * rng.uniform(.85, 1.1), height * rng.uniform(-.05, .08)
        for stroke in forms[figure]:
            moved = [(x + (px * width + (1 - py) * slant * .8) * size + rng.gauss(0, unrest) * size, sink + height * .1 + py * size * .85 + rng.gauss(0, unrest) * size)
                     for px, py in stroke]
            paths += f'<path d="{curve(moved)}"/>'
        x += (width + gap) * size * (.6 if figure == "1" else 1)
    total = x + points * .35
    return (f'<svg class="pen" width="{total:.1f}pt" height="{height * 1.1:.1f}pt" viewBox="0 0 {total:.1f} {height * 1.1:.1f}" style="vertical-align:{-height * .22:.1f}pt;margin:{-height * .35:.1f}pt 0">'
            f'<g fill="none" stroke="{rng.choice(INKS[ink])}" stroke-width="{height * thick:.2f}" stroke-linecap="round" stroke-linejoin="round">{paths}</g></svg>')


def signature(wide, ink, rng):
    """A swing of loops and a flourish, in millimetres."""
    width, height = (70, 26) if wide else (44, 20)
    loops, points = rng.uniform(2.5, 6), []
    for step in range(60):
        t = step / 59
        points.append((4 + (width - 8) * (t + .05 * math.sin(t * loops * 6.3)), height * (.5 + .36 * math.sin(t * loops * 6.3 + 1) * (1 - .7 * t))))
    tail = [(width * .1, height * rng.uniform(.6, .9)), (width * .5, height * rng.uniform(.5, .7)), (width - 2, height * rng.uniform(.2, .5))]
    return (f'<svg width="{width}mm" height="{height}mm" viewBox="0 0 {width} {height}"><g fill="none" stroke="{rng.choice(INKS[ink])}" stroke-width="{rng.uniform(.4, .8):.2f}" '
            f'stroke-linecap="round"><path d="{curve(points)}"/><path d="{curve(tail)}"/></g></svg>')


def stamp(rim, middle, rng):
    """A round stamp: two rings, letters around, a star and the body's name inside, unevenly inked."""
    size, red, letters = 36, rng.choice(("#d8202c", "#c92a3a", "#e03a30")), ""
    for number, letter in enumerate(rim[:34]):
        turn = -125 + 250 * number / max(1, len(rim[:34]) - 1)
        letters += f'<text x="18" y="5.6" font-size="3" text-anchor="middle" transform="rotate({turn:.1f} 18 18)">{letter}</text>'
    for row, line in enumerate(middle[:3]):
        letters += f'<text x="18" y="{16 + row * 3.6:.1f}" font-size="2.9" text-anchor="middle">{line[:14]}</text>'
    star = " ".join(f"{18 + r * math.sin(k * math.pi / 5):.2f},{31.2 - r * math.cos(k * math.pi / 5):.2f}" for k in range(10) for r in [1.8 if k % 2 == 0 else .7])
    rings = "".join(f'<circle cx="18" cy="18" r="{r}" fill="none" stroke="{red}" stroke-width="{w}"/>' for r, w in ((17.2, .9), (16, .3), (11, .5)))
    return (f'<svg width="{size}mm" height="{size}mm" viewBox="0 0 {size} {size}"><g opacity="{rng.uniform(.55, .85):.2f}" fill="{red}" font-family="Arimo" font-weight="bold" '
            f'transform="rotate({rng.uniform(-25, 25):.0f} 18 18)">{rings}{letters}<polygon points="{star}"/></g></svg>')
