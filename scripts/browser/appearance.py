"""What the pages look like: four widths, two languages, light and dark."""
import os

HERE = os.path.dirname(os.path.abspath(__file__))
WIDTHS = ((390, 844), (768, 1024), (1366, 768), (1920, 1080))
PAGES = ["", "documents", "dossiers", "documents/{scan}", "documents/{scan}?tab=fields", "documents/{plan}?tab=tasks",
         "documents/{plan}?tab=sections", "documents/{plan}", "documents/{plan}?tab=history", "documents/{hostile}",
         "documents/{hostile}?tab=fields", "documents/{hostile}?tab=tasks", "heads", "review", "tasks", "bodies",
         "conflicts", "values", "values?field=signer", "accounts", "sampling", "history", "search?q=chinh+ly", "nothing-here"]
# Pages that a script fills, and what is there when it has.
FILLED = {"review": "!document.querySelector('#entry').hidden", "heads": "!!document.querySelector('.head-row.now')"}


def looks(b, site, ids, check, shots=None):
    script = open(os.path.join(HERE, "looks.js")).read()
    for page in PAGES:
        found = []
        for width, height in WIDTHS:
            b.size(width, height)
            for language in ("vi", "en"):
                address = page.format(**ids)
                if language == "en":
                    address += ("&" if "?" in address else "?") + "lang=en"
                b.open(site(address))
                if page in FILLED:
                    b.until(FILLED[page])
                for scheme in ("light", "dark"):
                    b.scheme(scheme)
                    found += [f"{width} {language} {scheme}: {fault}" for fault in b.run(script)]
                    if shots and (language == "vi" or width == 390):
                        name = "".join(c if c.isalnum() else "-" for c in page or "overview")
                        b.shot(os.path.join(shots, f"{name}-{width}-{language}-{scheme}.png"))
                if b.run("document.title") == "run":
                    found.append("what was read was run")
        check(f"looks right: /{page}", not found, found[:6])
    b.scheme("light")
    b.size(1366, 768)
