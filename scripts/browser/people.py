"""Who may do what, and two people at once. `people` is called with two browsers: the first one administers."""


def people(a, b, site, ids, check):
    a.open(site("accounts"))
    check("the accounts are listed with their parts", "Bình" in a.run("document.querySelector('table.accounts').textContent"))
    last = "[...document.querySelectorAll('table.accounts tr')].find(r => r.textContent.includes('An')).querySelector('[action$=remove] button').disabled"
    check("the last who administers cannot be removed", a.run(last))
    for width in (390, 768, 1366, 1920):
        a.size(width, 900)
        for page in ("accounts", "audit"):
            a.open(site(page))
            check(f"/{page} is no wider than {width}", a.run("document.documentElement.scrollWidth <= innerWidth"))
    a.size(390, 900)
    a.open(site("accounts"))
    low = a.run("[...document.querySelectorAll('main form.people :is(button, select, input:not([type=hidden], [type=checkbox]))')].filter(e => e.getBoundingClientRect().height < 44).length")
    check("controls of accounts are 44 px high on a phone", low == 0, low)
    a.size(1280, 800)
    a.open(site("audit"))
    check("the log has who signed in", "đăng nhập" in a.run("document.querySelector('tbody').textContent"))
    a.open(site(f"documents/{ids['plan']}"))
    b.open(site(f"documents/{ids['plan']}"))
    check("the second sees who is there", "An đang" in b.until("!document.querySelector('#presence').hidden && document.querySelector('#presence').textContent"))
    told = a.until("!document.querySelector('#presence').hidden && document.querySelector('#presence').textContent", seconds=20)
    check("and the first within 15 seconds", "Bình đang" in told, told)
    b.open(site("tasks"))
    check("who reviews cannot set a status", b.run("document.querySelector('[data-status]').disabled && document.querySelector('[data-status]').title.includes('quyết định')"))
    check("and is shown no accounts", b.run("document.querySelector('a[href=\"/accounts\"]') === null"))
    b.open(site("accounts"))
    refused = b.run("document.querySelector('main').textContent")
    check("a page that is refused says who can give the part", "An" in refused and "quản trị" in refused, refused)
