// What of a page is too faint, runs over, or cannot be told apart by a reader's program; a list of sentences.
(() => {
  const found = [], root = document.documentElement;
  if (root.scrollWidth > innerWidth) found.push(`wider than the window: ${root.scrollWidth} > ${innerWidth}`);
  const parse = c => (c.match(/[\d.]+/g) ?? []).map(Number);
  const light = ([r, g, b]) => [r, g, b].map(v => (v /= 255) <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const ground = e => { for (; e; e = e.parentElement) { const c = parse(getComputedStyle(e).backgroundColor); if (c.length && (c[3] ?? 1) > 0.5) return c; } return [255, 255, 255]; };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const seen = new Set();
  for (let node; (node = walker.nextNode());) {
    const e = node.parentElement, style = getComputedStyle(e);
    if (!node.data.trim() || !e.checkVisibility() || e.closest("svg, [disabled], [aria-hidden], .skip, .hidden")) continue;
    const [a, b] = [light(parse(style.color)), light(ground(e))].sort((x, y) => y - x), ratio = (a + 0.05) / (b + 0.05);
    const size = parseFloat(style.fontSize), isLarge = size >= 24 || (size >= 18.6 && +style.fontWeight >= 700);
    if (ratio < (isLarge ? 3 : 4.5)) seen.add(`too faint (${ratio.toFixed(1)}): ${node.data.trim().slice(0, 30)}`);
    if (size < 13) seen.add(`too small (${size}px): ${node.data.trim().slice(0, 30)}`);
  }
  for (const e of document.querySelectorAll("input:not([type=hidden]), select, textarea, button, a[href]")) {
    const name = e.getAttribute("aria-label") || e.textContent.trim() || e.title || [...(e.labels ?? [])].map(l => l.textContent).join("").trim();
    if (e.checkVisibility() && !name && !e.closest("[aria-hidden=true]")) seen.add(`no name: ${e.outerHTML.slice(0, 60)}`);
  }
  // On a phone what is touched is as large as a finger; words of a text and links in a sentence are not meant.
  if (innerWidth <= 400) for (const e of document.querySelectorAll("button, select, .button, nav a, input:not([type=hidden], [type=checkbox])")) {
    const r = e.getBoundingClientRect();
    if (e.checkVisibility() && r.height > 0 && r.height < 43.5 && !e.closest("dialog:not([open]), .hidden, .skip")) seen.add(`too small for a finger (${Math.round(r.height)}): ${e.outerHTML.slice(0, 60)}`);
  }
  return [...found, ...seen];
})()
