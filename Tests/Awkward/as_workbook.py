#!/usr/bin/env python3
"""Turns CSV files into workbooks of one sheet, as a spreadsheet program would hold them.

    as_workbook.py FILE.csv ...      writes FILE.xlsx beside each and removes FILE.csv

Dates become numbers with a format of days, numbers become numbers, all else shared texts.
"""
import csv
import datetime
import pathlib
import re
import sys
import zipfile

from make_files import HEAD, LINKS, MAIN, STYLES, Shared, place, relationships

DATE = re.compile(r"^(\d\d)-(\d\d)-(\d{4})$")
NUMBER = re.compile(r"^-?(0|[1-9]\d{0,14})(,\d+)?$")


def cell(row, column, value, shared):
    if value == "":
        return ""
    at = place(row, column)
    date = DATE.match(value)
    if date:
        day, month, year = map(int, date.groups())
        try:
            days = (datetime.date(year, month, day) - datetime.date(1899, 12, 30)).days
            return f'<c r="{at}" s="2"><v>{days}</v></c>'
        except ValueError:
            pass
    if NUMBER.match(value):
        return f'<c r="{at}"><v>{float(value.replace(",", ".")):.17g}</v></c>'
    return f'<c r="{at}" t="s"><v>{shared.of(value)}</v></c>'


class Indexed(Shared):
    """Shared texts found by a dictionary: there may be many."""

    def __init__(self):
        super().__init__()
        self.places = {}

    def of(self, text):
        if text not in self.places:
            self.places[text] = len(self.texts)
            self.texts.append(text)
        return self.places[text]


def convert(path):
    shared = Indexed()
    with open(path, encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file, delimiter=";"))
    body = "".join(
        f'<row r="{number}">'
        + "".join(cell(number, column, value, shared) for column, value in enumerate(row, 1))
        + "</row>" for number, row in enumerate(rows, 1))
    with zipfile.ZipFile(path.with_suffix(".xlsx"), "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "_rels/.rels", relationships(("rId1", "officeDocument", "xl/workbook.xml")))
        archive.writestr(
            "xl/workbook.xml",
            f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{LINKS}"><sheets><sheet name="Ark1" '
            'sheetId="1" r:id="rId1"/></sheets></workbook>')
        archive.writestr("xl/_rels/workbook.xml.rels", relationships(
            ("rId1", "worksheet", "worksheets/sheet1.xml"), ("rId2", "styles", "styles.xml"),
            ("rId3", "sharedStrings", "sharedStrings.xml")))
        archive.writestr(
            "xl/worksheets/sheet1.xml",
            f'{HEAD}<worksheet xmlns="{MAIN}"><sheetData>{body}</sheetData></worksheet>')
        archive.writestr("xl/styles.xml", STYLES)
        archive.writestr("xl/sharedStrings.xml", shared.part())
    path.unlink()


if __name__ == "__main__":
    for argument in sys.argv[1:]:
        convert(pathlib.Path(argument))
