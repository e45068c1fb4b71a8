"""Splits, joins and turns pages of a file as a person does: from the menu of a page, with a preview, and back."""


def menu(b, choice):
    b.run("document.querySelector('.page-menu summary').focus()")
    b.press("Enter")
    b.until("document.querySelector('.page-menu').open")
    b.run(f"document.querySelector('[data-open={choice}]').focus()")
    b.press("Enter")
    b.until(f"document.querySelector('#{choice}').open")
    return b.run(f"document.querySelector('#{choice}').textContent")


def confirm(b, choice):
    b.run(f"document.querySelector('#{choice} [data-divide]').focus()")
    b.leave(lambda: b.press("Enter"))


def division(b, site, ids, check):
    all = b.run("fetch('/api/v1/documents').then(a => a.json())")
    born = next(d for d in all if "dev06" in d["file"] and d["lastPage"] > d["firstPage"])
    first, page = born["summary"]["id"], born["firstPage"] + 1
    count = len([d for d in all if d["file"] == born["file"]])
    parts = lambda: len([d for d in b.run("fetch('/api/v1/documents').then(a => a.json())") if d["file"] == born["file"]])

    b.open(site(f"documents/{first}?page={page}"))
    told = menu(b, "page-begin")
    check("splitting shows what results", f"{count} văn bản thành {count + 1}" in told, told)
    b.press("Escape")
    b.until("!document.querySelector('dialog[open]')")
    check("Escape leaves the file as it is", parts() == count)
    menu(b, "page-begin")
    confirm(b, "page-begin")
    address = b.run("location.pathname")
    check("a page begins a document of its own", parts() == count + 1 and address != f"/documents/{first}", address)
    told = menu(b, "page-join")
    check("joining shows what results", f"{count + 1} văn bản thành {count}" in told, told)
    confirm(b, "page-join")
    check("and is joined to the one before", parts() == count and b.run("location.pathname") == f"/documents/{first}")
    for _ in range(2):
        b.leave(lambda: b.press("u"))
    check("U takes both back", parts() == count)
    b.open(site(f"documents/{first}?tab=history"))
    check("the history says who did what", "chỗ bắt đầu văn bản" in b.run("document.querySelector('.panel').textContent"))

    script = "[...document.querySelectorAll('.page-menu summary, .page-menu .choices button')].map(e => e.getBoundingClientRect().height)"
    b.size(390, 844)
    b.open(site(f"documents/{first}?page={page}"))
    b.run("document.querySelector('.page-menu').open = true")
    heights = b.run(script)
    check("on a phone the menu's targets are 44 pixels high", heights and min(heights) >= 44, heights)
    for width in (390, 768, 1366, 1920):
        b.size(width, 844)
        box = b.run("(r => [r.left, r.right])(document.querySelector('.page-menu .choices').getBoundingClientRect())")
        check(f"at {width} pixels the menu is on the screen", box[0] >= 0 and box[1] <= width, box)
    b.size(1280, 800)

    b.open(site(f"documents/{ids['scan']}"))
    menu(b, "page-turn-180")
    check("turning shows the page as it will lie", "rotate(180)" in b.run("document.querySelector('#page-turn-180 image').getAttribute('transform')"))
    confirm(b, "page-turn-180")
    check("a turned page says that it is being read", "đang được đọc lại" in b.run("document.querySelector('[data-turning]')?.textContent ?? ''"))
    b.until("!document.querySelector('[data-turning]') && document.readyState === 'complete'", seconds=120)
    check("and is shown as it was turned", "turn=180" in b.run("document.querySelector('#sheet image').getAttribute('href')"))
    b.leave(lambda: b.press("u"))
    check("U turns it back", "turn=" not in b.run("document.querySelector('#sheet image').getAttribute('href')"))
