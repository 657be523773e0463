#!/usr/bin/env python3
"""Writes the files of `polluted/`: six invented rows of WHO-5, each file with one thing wrong that
collections of exports are full of. The same bytes every time.

    python3 Tests/Awkward/make_polluted.py
"""
import make_files
from make_files import HEAD, LINKS, MAIN, content_types, place, relationships

FOLDER = make_files.HERE / "polluted"
NAMES = ["case_id", "person_id", "date", "who1", "who2", "who3", "who4", "who5"]
CELLS = [[f"S{n}", f"M{n}", f"{n + 9:02d}-03-2025", str(n % 6), "2", "3", "4", "5"]
         for n in range(1, 7)]


def lines(cells=CELLS, header=NAMES, mark=";"):
    return [mark.join(row) for row in [header, *cells]]


def ended(rows, end="\n"):
    return "".join(row + end for row in rows)


def changed(row, column, text):
    cells = [list(cells) for cells in CELLS]
    cells[row][column] = text
    return lines(cells)


def with_row(position, row):
    rows = lines()
    return rows[:position] + [row] + rows[position:]


def mixed_ends():
    return "".join(row + ("\r\n", "\n", "\r")[n % 3] for n, row in enumerate(lines()))


def widths():
    rows = lines()
    rows[2] += ";9"
    rows[4] = rows[4].rsplit(";", 2)[0]
    return rows


def dates(form):
    return lines([[*cells[:2], form(cells[2]), *cells[3:]] for cells in CELLS])


def month_first(date):
    day, month, year = date.split("-")
    return f"{int(month)}/{int(day)}/{year}"


TEXTS = {
    "no-final-newline": ended(lines()).rstrip("\n"),
    "line-ends-mixed": mixed_ends(),
    "line-ends-cr": ended(lines(), "\r"),
    "line-ends-crcrlf": ended(lines(), "\r\r\n"),
    "line-ends-nel": ended(lines(), "\u0085"),
    "mark-twice": "\ufeff\ufeff" + ended(lines()),
    "separator-comma": ended(lines(mark=",")),
    "separator-doubled": ended(lines(mark="||")),
    "separator-hash": ended(lines(mark="#")),
    "separator-changes": ended(lines()[:4] + [row.replace(";", ",") for row in lines()[4:]]),
    "quotes-single": ended(["'" + row.replace(";", "';'") + "'" for row in lines()]),
    "quotes-backslash": ended(changed(3, 1, '"M\\"4"')),
    "quote-open": ended(changed(3, 1, '"M4')),
    "header-absent": ended(lines()[1:]),
    "header-alone": ended(lines()[:1]),
    "header-of-three-rows": ended(
        ["Sag;;;Trivsel;;;;", *lines()[:1], "tekst;tekst;dato;tal;tal;tal;tal;tal", *lines()[1:]]),
    "header-again": ended(with_row(4, lines()[0])),
    "header-longer": ended([lines()[0] + ";", *lines()[1:]]),
    "preamble": ended(["Udtræk fra systemet", "1. april 2025", "", *lines()]),
    "footnote": ended([*lines(), "", "Kilde: kommunen", "I alt;6"]),
    "second-table": ended([*lines(), "", "goal_id;status", "G1;open"]),
    "rows-of-other-widths": ended(widths()),
    "nameless-first": ended(
        [";" + lines()[0]] + [f"{n};{row}" for n, row in enumerate(lines()[1:], 1)]),
    "nameless-last": ended([lines()[0] + ";;"] + [row + ";;nej" for row in lines()[1:]]),
    "nameless-empty": ended(row + ";;" for row in lines()),
    "dates-iso": ended(dates(lambda date: "-".join(reversed(date.split("-"))))),
    "dates-month-first": ended(dates(month_first)),
    "dates-serial": ended(dates(lambda date: str(make_files.serial(date)))),
    "no-table": '[{"case_id": "S1", "who1": 1}]\n',
    "empty": "",
}

BYTES = {
    "zero-byte": ended(lines()).encode().replace(b"M4", b"M\x004"),
    "utf-16-unmarked": ended(lines()).encode("utf-16-le"),
    "utf-32": ("\ufeff" + ended(lines())).encode("utf-32-le"),
    "escape-sequence": ended(changed(3, 2, "\x1b[2J")).encode(),
    "windows-1252": ended(changed(3, 1, "Mø4")).encode("cp1252"),
}


def merged():
    """A case written once over its three rows, and a title merged above the header."""
    def text(row, column, value):
        return f'<c r="{place(row, column)}" t="inlineStr"><is><t>{value}</t></is></c>'

    rows = [[(1, "Udtræk")], list(enumerate(NAMES, 1))]
    rows += [[(column, value) for column, value in enumerate(["S1", *cells[1:]], 1)
              if column > 1 or number == 0] for number, cells in enumerate(CELLS[:3])]
    rows += [list(enumerate(cells, 1)) for cells in CELLS[3:]]
    body = "".join(
        f'<row r="{number}">{"".join(text(number, *cell) for cell in cells)}</row>'
        for number, cells in enumerate(rows, 1))
    sheet = (f'{HEAD}<worksheet xmlns="{MAIN}"><sheetData>{body}</sheetData><mergeCells count="2">'
             '<mergeCell ref="A1:H1"/><mergeCell ref="A3:A5"/></mergeCells></worksheet>')
    book = (f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{LINKS}"><sheets>'
            '<sheet name="Ark1" sheetId="1" r:id="rId1"/></sheets></workbook>')
    make_files.save("polluted/merged.xlsx", [
        ("[Content_Types].xml", content_types(
            ("xl/workbook.xml", "sheet.main"), ("xl/worksheets/sheet1.xml", "worksheet"))),
        ("_rels/.rels", relationships(("rId1", "officeDocument", "xl/workbook.xml"))),
        ("xl/workbook.xml", book),
        ("xl/_rels/workbook.xml.rels",
         relationships(("rId1", "worksheet", "worksheets/sheet1.xml"))),
        ("xl/worksheets/sheet1.xml", sheet),
    ])


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name, content in TEXTS.items():
        (FOLDER / f"{name}.csv").write_bytes(content.encode())
    for name, content in BYTES.items():
        (FOLDER / f"{name}.csv").write_bytes(content)
    merged()
