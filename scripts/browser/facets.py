"""Values, conflicts and the parts of the queue, in a browser."""

CARD = "document.querySelector('.conflict[aria-current]')"
OPEN = "[...document.querySelectorAll('.decide')].filter(a => !a.hidden).length"


def conflicts(b, site, check):
    b.open(site("conflicts"))
    before = b.run(OPEN)
    check("conflicts stand as cards", before > 1, before)
    check("what an inventory says is shown, not run", "<script>" in b.run("document.querySelector('main').textContent"))
    b.until(f"!{CARD}.querySelector('button[name=keep]').disabled")
    check("a card's buttons wait for its picture", b.run(f"{CARD}.querySelectorAll('image[data-href]').length === 0"))
    first = b.run(f"{CARD}.id")
    b.press("j")
    check("J goes to the next", b.run(f"{CARD}.id") != first)
    b.press("k")
    b.press("2")
    b.until(f"{OPEN} === {before - 1}")
    check("2: the scan is right, and the next one is chosen", b.run(f"{CARD}.id") != first)
    b.press("u")
    check("U takes it back", bool(b.until(f"{OPEN} === {before}")))
    b.until(f"!{CARD}.querySelector('button[name=keep]').disabled")
    b.press("3")
    check("3 goes to the box", b.run("document.activeElement.name === 'value'"))
    b.press("Escape")
    b.press("a")
    what = b.until("document.querySelector('#all-of-kind').open && document.querySelector('#all-what').textContent")
    check("A says how many are decided at once", any(c.isdigit() for c in what), what)
    b.leave(lambda: b.run("document.querySelector('#all-of-kind button[value=inventory]').click()"))
    check("and decides them", b.run(OPEN) < before)
    b.leave(lambda: b.press("u"))
    check("and takes all of them back", b.run(OPEN) == before)


def values(b, site, check):
    b.open(site("values?field=type"))
    rows = "document.querySelectorAll('.facets .cluster li').length"
    before = b.run(rows)
    check("the values of a field are listed", before > 1, before)
    form = "document.querySelector('.facets form.cluster')"
    b.run(f"{form}.querySelector('[name=value]').click(); {form}.querySelector('[name=to]').value = 'Loại thử'")
    check("nothing is set before it was looked at", b.run(f"{form}.querySelector('[data-set]').disabled"))
    b.run(f"{form}.requestSubmit()")
    b.until(f"!{form}.querySelector('[data-set]').disabled")
    check("the preview shows from what to what", b.run(f"{form}.querySelector('ins').textContent === 'Loại thử' && {form}.querySelectorAll('.changes li').length > 0"))
    b.run(f"{form}.querySelector('[data-set]').click()")
    b.until(f"!!{form}.querySelector('.changes .good button')")
    b.leave(lambda: b.run(f"{form}.querySelector('.changes .good button').click()"))
    names = b.run("[...document.querySelectorAll('.facets .cluster [name=value]')].map(a => a.value)")
    check("a value is set in all its documents and taken back", "Loại thử" not in names and len(names) == before, names)


def queue(b, site, check):
    b.open(site("review?kind=word"))
    b.until("!document.querySelector('#entry').hidden")
    check("a part of the queue is given", b.run("document.querySelector('#what').textContent") == "Chữ")
    count = b.run("document.querySelector('.kinds a[aria-current] b').textContent")
    check("its facet says how much is left", count == b.run("document.querySelector('#left').textContent"), count)


def looks(b, site, check):
    script = "document.documentElement.scrollWidth > innerWidth"
    for width in (390, 768, 1366, 1920):
        b.size(width, 900)
        wide = []
        for page in ("values", "conflicts", "review?kind=word&least=10"):
            b.open(site(page))
            if b.run(script):
                wide.append(page)
        check(f"facets: at {width} pixels no page is wider than the window", not wide, wide)
    b.size(390, 844)
    for page in ("values", "conflicts"):
        b.open(site(page))
        low = b.run("[...document.querySelectorAll('.kinds a, .decide button, .cluster button')].filter(a => a.getClientRects().length && a.getBoundingClientRect().height < 43.5).length")
        check(f"what is pressed on a phone is 44 pixels high: {page}", low == 0, low)
    b.size(1280, 800)


def facets(b, site, ids, check):
    conflicts(b, site, check)
    values(b, site, check)
    queue(b, site, check)
    looks(b, site, check)
