"""The grid of heads, with Tab and Enter alone."""

ROW = "document.querySelector('.head-row.now')"
PENDING = f"[...{ROW}.querySelectorAll('.open:not(.decided)')].map(b => [b.field.name, b.piece ?? '', b.value, b.dataset.proposed ?? ''])"
READY = f"!{ROW}.querySelector('.loading')"


def settle_row(b, typed):
    """Goes through the fields in doubt of the row before the eyes: Enter for what is right or proposed, `typed(field,
    part, file)` for what is not there. Gives how many keys that took."""
    b.until(READY)
    start, name = b.presses, b.run(f"{ROW}.getAttribute('aria-label') + {ROW}.querySelector('.soft').textContent")
    for field, part, value, proposed in b.run(PENDING):
        if not value and not proposed:
            b.type(typed(field, part, name))
        b.press("Enter")
    b.until(f"!{ROW} || {ROW}.classList.contains('kept') || {ROW}.getAttribute('aria-label') + {ROW}.querySelector('.soft').textContent !== {name!r}")
    return b.presses - start


def grid(b, site, ids, check):
    b.size(1366, 768)
    b.open(site("heads"))
    b.until(f"!!{ROW}")
    left = "+document.querySelector('#left').textContent.replace(/\\D/g, '')"
    rows = b.run(left)
    check("the grid has a row a document, the first one open", rows >= 10, rows)
    check("the keyboard is in the first field in doubt", b.run("document.activeElement.classList.contains('open')"))
    check("what is proposed is grey, with its source", bool(b.until(f"[...document.querySelectorAll('.head-fields input')].some(b => b.dataset.proposed && b.placeholder && b.title.includes('%'))")))
    keys = [settle_row(b, lambda field, part, name: {"date": "12", "number": "7"}.get(field, "-")) for _ in range(10)]
    check(f"10 heads by Tab and Enter: {sum(keys)} keys", sum(keys) <= 50, keys)
    check("they have left the queue", bool(b.until(f"{left} === {rows - 10}")), b.run(left))
    b.press("u", alt=True)
    check("Alt+U brings the last one back", bool(b.until("document.querySelector('.toast')?.textContent.length > 0")))
    b.open(site("heads"))
    b.until(f"!!{ROW}")
    check("and it waits again", b.run(left) == rows - 9, b.run(left))
    b.press("Tab")
    check("Tab leaves a field open", b.run(f"{ROW}.querySelector('.open:not(.decided)') !== null"))
