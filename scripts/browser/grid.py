"""The grid of heads, with Tab and Enter alone."""

ROW = "document.querySelector('.head-row.now')"
PENDING = f"[...{ROW}.querySelectorAll('.open:not(.decided)')].map(b => [b.field.name, b.piece ?? '', b.value, b.dataset.proposed ?? ''])"
ID = f"{ROW}.dataset.id"
LEFT_BEHIND = f"!{ROW} || {ROW}.classList.contains('kept') || {ID} !== '{{before}}'"
READY = f"!{ROW}.querySelector('.loading')"


def settle_row(b, typed):
    """Goes through the fields in doubt of the row before the eyes: Enter for what is right or proposed, `typed(field,
    part)` for what is not there. Gives how many keys that took."""
    b.until(READY)
    start, before = b.presses, b.run(ID)
    for field, part, value, proposed in b.run(PENDING):
        if not value and not proposed:
            b.type(typed(field, part))
        b.press("Enter")
    b.until(LEFT_BEHIND.format(before=before))
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
    keys = [settle_row(b, lambda field, part: {"date": "12", "number": "7"}.get(field, "-")) for _ in range(10)]
    check(f"10 heads by Tab and Enter: {sum(keys)} keys", sum(keys) <= 50, keys)
    check("they have left the queue", bool(b.until(f"{left} === {rows - 10}")), b.run(left))
    b.press("u", alt=True)
    check("Alt+U brings the last one back", bool(b.until("document.querySelector('.toast')?.textContent.length > 0")))
    b.open(site("heads"))
    b.until(f"!!{ROW}")
    check("and it waits again", b.run(left) == rows - 9, b.run(left))
    b.press("Tab")
    check("Tab leaves a field open", b.run(f"{ROW}.querySelector('.open:not(.decided)') !== null"))
