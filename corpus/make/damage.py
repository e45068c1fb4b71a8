"""What scanners, stamps and years do to a page. Every step takes a page image, a random generator and a strength of 0 to 1;
the same seed gives the same pixels. Lengths are told in millimetres, so that a step looks the same at every resolution."""
import io

import numpy
from PIL import Image, ImageDraw, ImageFilter, ImageFont


class Page:
    """A page image on its way through the steps."""

    def __init__(self, image, dpi, other=None):
        self.image, self.dpi, self.other = image, dpi, other

    def px(self, millimetres):
        return max(1, round(millimetres * self.dpi / 25.4))

    def array(self):
        return numpy.asarray(self.image, dtype=numpy.float32)

    def put(self, array):
        self.image = Image.fromarray(numpy.clip(array, 0, 255).astype(numpy.uint8))

    def colour(self):
        if self.image.mode != "RGB":
            self.image = self.image.convert("RGB")

    def smooth_noise(self, rng, cell_mm):
        """Noise of -1 to 1 without grain, for paper and light."""
        width, height = self.image.size
        cell = self.px(cell_mm)
        small = rng.uniform(0, 255, (height // cell + 3, width // cell + 3)).astype(numpy.uint8)
        large = Image.fromarray(small).resize((width, height), Image.BICUBIC)
        return numpy.asarray(large, dtype=numpy.float32) / 127.5 - 1


def skew(page, rng, strength):
    angle = (0.3 + 1.7 * strength) * rng.choice([-1, 1])
    white = 255 if page.image.mode == "L" else (255, 255, 255)
    page.image = page.image.rotate(angle, Image.BICUBIC, fillcolor=white)


def yellow(page, rng, strength):
    page.colour()
    tint = numpy.array([1 - 0.06 * strength, 1 - 0.14 * strength, 1 - 0.38 * strength], dtype=numpy.float32)
    mottle = 1 + 0.06 * strength * page.smooth_noise(rng, 12)[..., None]
    page.put(page.array() * tint * mottle)


def uneven(page, rng, strength):
    """Light falls off to one side, as on a photograph or at the fold of a book."""
    width, height = page.image.size
    across = numpy.linspace(-1, 1, width, dtype=numpy.float32) * rng.choice([-1, 1])
    light = 1 - 0.35 * strength * numpy.clip(across, 0, 1) ** 2
    shade = light[None, :] + 0.08 * strength * page.smooth_noise(rng, 60)
    array = page.array()
    page.put(array * (shade[..., None] if array.ndim == 3 else shade))


def bleed(page, rng, strength):
    """The other side's print shows through, mirrored and soft."""
    if page.other is None:
        return
    back = page.other.convert("L").transpose(Image.FLIP_LEFT_RIGHT).resize(page.image.size)
    back = back.filter(ImageFilter.GaussianBlur(page.px(0.15)))
    shown = 1 - (0.12 + 0.2 * strength) * (1 - numpy.asarray(back, dtype=numpy.float32) / 255)
    array = page.array()
    page.put(array * (shown[..., None] if array.ndim == 3 else shown))


def punch(page, rng, strength):
    draw, height = ImageDraw.Draw(page.image), page.image.size[1]
    x, radius = page.px(rng.uniform(9, 12)), page.px(3)
    for y in (height // 2 - page.px(40), height // 2 + page.px(40)):
        draw.ellipse((x - radius, y - radius, x + radius, y + radius), fill=25 if page.image.mode == "L" else (25, 25, 28))


def borders(page, rng, strength):
    """The scanner's black lid at two edges; narrower than the page's margin."""
    draw, (width, height) = ImageDraw.Draw(page.image), page.image.size
    dark = 15 if page.image.mode == "L" else (15, 15, 15)
    side, top = page.px(2 + 5 * strength * rng.random()), page.px(1 + 4 * strength * rng.random())
    draw.rectangle((0, 0, side, height) if rng.random() < 0.5 else (width - side, 0, width, height), fill=dark)
    draw.rectangle((0, 0, width, top) if rng.random() < 0.5 else (0, height - top, width, height), fill=dark)


def stamp(page, rng, strength, at=(0.6, 0.75)):
    """A round red stamp over a third of the signature, its letters running around."""
    page.colour()
    radius = page.px(18)
    layer = Image.new("RGBA", (2 * radius, 2 * radius), (0, 0, 0, 0))
    draw, red, pen = ImageDraw.Draw(layer), (200, 30, 45, 175), page.px(0.7)
    draw.ellipse((1, 1, 2 * radius - 2, 2 * radius - 2), outline=red, width=pen)
    draw.ellipse((pen * 3, pen * 3, 2 * radius - pen * 3, 2 * radius - pen * 3), outline=red, width=max(1, pen // 2))
    face = ImageFont.truetype("LiberationSans-Bold.ttf", page.px(3))
    for index, letter in enumerate("ỦY BAN NHÂN DÂN ★ TỈNH ★ VIỆT NAM ★ "):
        tile = Image.new("RGBA", (page.px(5), page.px(5)), (0, 0, 0, 0))
        ImageDraw.Draw(tile).text((page.px(1), 0), letter, font=face, fill=red)
        turn = index * 10
        tile = tile.rotate(-turn, Image.BICUBIC)
        x = radius + (radius - page.px(4.2)) * numpy.sin(numpy.radians(turn)) - tile.width / 2
        y = radius - (radius - page.px(4.2)) * numpy.cos(numpy.radians(turn)) - tile.height / 2
        layer.alpha_composite(tile, (max(0, int(x)), max(0, int(y))))
    draw.regular_polygon((radius, radius, radius // 3), 5, fill=red)
    layer = layer.rotate(rng.uniform(-25, 25), Image.BICUBIC)
    width, height = page.image.size
    page.image.paste(layer, (int(width * at[0]) - radius, int(height * at[1]) - radius), layer)


def signature(page, rng, strength, at=(0.7, 0.75)):
    """A blue stroke that swings over the name's place."""
    page.colour()
    width, height = page.image.size
    along = numpy.linspace(0, 1, 160)
    x = width * at[0] + page.px(24) * (along * 2 - 1) + page.px(6) * numpy.sin(along * rng.uniform(20, 34))
    y = height * at[1] + page.px(rng.uniform(5, 8)) * numpy.sin(along * rng.uniform(16, 30)) * (1.2 - along)
    ImageDraw.Draw(page.image).line(list(zip(x, y)), fill=(35, 50, 150), width=page.px(0.6), joint="curve")


def speckle(page, rng, strength):
    array = page.array()
    height, width = array.shape[:2]
    count = int(height * width / page.dpi ** 2 * (3 + 25 * strength))
    ys, xs = rng.integers(0, height, count), rng.integers(0, width, count)
    for y, x in zip(ys, xs):
        size = 1 + int(rng.random() * page.px(0.25))
        array[y:y + size, x:x + size] = rng.uniform(0, 90)
    page.put(array)


def grain(page, rng, strength):
    array = page.array()
    page.put(array + rng.normal(0, 4 + 14 * strength, array.shape[:2] + (1,) * (array.ndim - 2)))


def streak(page, rng, strength):
    """What a speck on a sheet-fed scanner's glass leaves: a grey line down the whole page, on print as beside it."""
    x, wide = page.px(rng.uniform(30, 180)), page.px(rng.uniform(0.1, 0.4))
    array = page.array()
    x = min(x, array.shape[1] - wide - 1)
    array[:, x:x + wide] *= rng.uniform(0.25, 0.75)
    page.put(array)


def fold(page, rng, strength):
    """A sheet that lay folded: a dark crease with a light edge, across or along the page."""
    array = page.array()
    across = numpy.swapaxes(array, 0, 1) if rng.random() < 0.3 else array  # a view: the page itself is painted
    at, wide = int(across.shape[0] * rng.uniform(0.3, 0.7)), page.px(0.6)
    across[at:at + wide] *= 1 - 0.45 * strength
    across[at + wide:at + 2 * wide] += 30 * strength
    page.put(array)


def blur(page, rng, strength):
    page.image = page.image.filter(ImageFilter.GaussianBlur((0.06 + 0.08 * strength) * page.dpi / 25.4))


def fade(page, rng, strength):
    """An old ribbon: strokes are grey and uneven."""
    array = page.array()
    ink = 1 - 0.6 * strength * (0.75 + 0.25 * page.smooth_noise(rng, 3))
    page.put(255 - (255 - array) * (ink[..., None] if array.ndim == 3 else ink))


def jpeg(page, rng, strength):
    kept = io.BytesIO()
    page.image.save(kept, "JPEG", quality=int(60 - 40 * strength))
    page.image = Image.open(kept)
    page.image.load()


def bilevel(page, rng, strength):
    """Black and white, as fax machines and old copiers send it."""
    level = int(150 + 40 * (rng.random() - 0.5))
    page.image = page.image.convert("L").point(lambda value: 255 if value > level else 0).convert("1", dither=Image.NONE)


STEPS = {f.__name__: f for f in (stamp, signature, fade, bleed, yellow, uneven, skew, punch, borders, streak, fold, blur, speckle, grain, jpeg, bilevel)}


def sealed(image, dpi, height, seed):
    """Signed and stamped at a height of the page (0 to 1), right of the middle, the stamp over the signature's left."""
    page, rng = Page(image, dpi), numpy.random.default_rng(seed)
    signature(page, rng, 0.5, (0.72, height))
    stamp(page, rng, 0.5, (0.62, height - 0.01))
    return page.image


def damaged(image, dpi, wanted, seed, other=None, turn=0):
    """`wanted` maps steps to strengths; they are done in the order of `STEPS`. `turn` is clockwise, in quarter turns."""
    page, rng = Page(image, dpi, other), numpy.random.default_rng(seed)
    for name, step in STEPS.items():
        if name in wanted:
            step(page, rng, wanted[name])
    if turn:
        page.image = page.image.transpose({90: Image.ROTATE_270, 180: Image.ROTATE_180, 270: Image.ROTATE_90}[turn])
    return page.image
