#!/usr/bin/env python3
"""Writes the workbooks, wide, long and coded files of this folder from standard-sdq.csv, the same
bytes every time.

    python3 Tests/Awkward/make_files.py

Workbooks are put together part by part as the program they are named after does it, so that
nothing but Python's own zipfile is needed. Where a file is meant to be broken, the comment says
how.
"""
import csv
import datetime
import io
import pathlib
import zipfile
from xml.sax.saxutils import escape

HERE = pathlib.Path(__file__).parent
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_LINKS = "http://purl.oclc.org/ooxml/officeDocument/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

ITEM = ["Passer ikke", "Passer delvist", "Passer godt"]
IMPACT = {
    "imp1": ["Nej", "Ja, mindre vanskeligheder", "Ja, tydelige vanskeligheder",
             "Ja, alvorlige vanskeligheder"],
    "imp2": ["Mindre end 1 måned", "1-5 måneder", "6-12 måneder", "Mere end et år"],
}
DEGREE = ["Slet ikke", "Kun lidt", "Ret meget", "Virkelig meget"]
INFORMANT = {"parent": "Forælder", "teacher": "Pædagog", "self": "Den unge selv"}


def answers():
    """The rows of standard-sdq.csv: case, child, informant, birth, date and 33 answers."""
    with open(HERE / "standard-sdq.csv", encoding="utf-8") as file:
        return list(csv.DictReader(file, delimiter=";"))


def texts_of(item):
    return ITEM if item.startswith("sdq") else IMPACT.get(item, DEGREE)


def day(text):
    return datetime.datetime.strptime(text, "%d-%m-%Y").date()


def serial(text, epoch=datetime.date(1899, 12, 30)):
    return (day(text) - epoch).days


def place(row, column):
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return f"{letters}{row}"


def save(name, parts):
    """Packs parts in their order, with one date for all."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, content in parts:
            entry = zipfile.ZipInfo(part, (2024, 12, 31, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            archive.writestr(entry, content)
    (HERE / name).write_bytes(data.getvalue())


def relationships(*links, base=LINKS):
    rows = "".join(
        f'<Relationship Id="{id}" Type="{base}/{kind}" Target="{target}"/>'
        for id, kind, target in links)
    return f'{HEAD}<Relationships xmlns="{PACKAGE}">{rows}</Relationships>'


def content_types(*parts):
    rows = "".join(
        f'<Override PartName="/{part}" ContentType="application/vnd.openxmlformats-officedocument.'
        f'spreadsheetml.{kind}+xml"/>' for part, kind in parts)
    return (
        f'{HEAD}<Types xmlns="{TYPES}"><Default Extension="rels" ContentType="application/'
        f'vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
        f'ContentType="application/xml"/>{rows}</Types>')


class Shared:
    """Texts that cells point to."""

    def __init__(self):
        self.texts = []

    def of(self, text):
        if text not in self.texts:
            self.texts.append(text)
        return self.texts.index(text)

    def part(self):
        rows = []
        for text in self.texts:
            if " " in text and text.startswith("Udtræk"):
                # Excel keeps letters of several looks as runs, and readings beside them.
                first, rest = text.split(" ", 1)
                rows.append(
                    f"<si><r><rPr><b/></rPr><t>{escape(first)}</t></r>"
                    f'<r><t xml:space="preserve"> {escape(rest)}</t></r>'
                    f'<rPh sb="0" eb="1"><t>læsemåde</t></rPh></si>')
            else:
                rows.append(f'<si><t xml:space="preserve">{escape(text)}</t></si>')
        return (
            f'{HEAD}<sst xmlns="{MAIN}" count="{len(rows)}" uniqueCount="{len(rows)}">'
            f'{"".join(rows)}</sst>')


STYLES = (
    f'{HEAD}<styleSheet xmlns="{MAIN}"><numFmts count="2">'
    '<numFmt numFmtId="164" formatCode="dd\\-mm\\-yyyy;@"/>'
    '<numFmt numFmtId="165" formatCode="[$-406]d\\.\\ mmmm\\ yyyy;@"/></numFmts>'
    '<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="1"><fill><patternFill patternType="none"/></fill></fills>'
    '<borders count="1"><border/></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="14" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="4"><xf numFmtId="0" xfId="0"/><xf numFmtId="14" xfId="0"/>'
    '<xf numFmtId="164" xfId="0"/><xf numFmtId="165" xfId="0"/></cellXfs>'
    '<dxfs count="1"><dxf><numFmt numFmtId="0" formatCode="yyyy"/></dxf></dxfs></styleSheet>')


def as_excel():
    """As Excel saves it: shared texts, dates as numbers with a format, a merged title, an empty
    row, cells without content, answers now as texts and now as numbers, a second sheet."""
    shared = Shared()
    items = [f"sdq{n}" for n in range(1, 26)] + [f"imp{n}" for n in range(1, 9)]
    names = ["Sagsnr.", "Barnets id", "Besvaret\naf", "Født", "Dato"]
    names += [f"SDQ spm. {n}" for n in range(1, 26)] + [f"Impact {n}" for n in range(1, 9)]

    def text(row, column, value):
        return f'<c r="{place(row, column)}" t="s"><v>{shared.of(value)}</v></c>'

    def number(row, column, value, style=0):
        look = f' s="{style}"' if style else ""
        return f'<c r="{place(row, column)}"{look}><v>{value}</v></c>'

    rows = [f'<row r="1" spans="1:38">{text(1, 1, "Udtræk fra Børn og Unge")}'
            '<c r="B1" s="1"/><c r="C1"/></row>']
    head = "".join(text(3, column, name) for column, name in enumerate(names, 1))
    rows.append(f'<row r="3" spans="1:38">{head}</row>')
    for index, answer in enumerate(answers()):
        at = 4 + index
        cells = [text(at, 1, answer["case_id"]), text(at, 2, answer["child_id"]),
                 text(at, 3, INFORMANT[answer["informant"]]),
                 number(at, 4, serial(answer["birth_date"]), 2),
                 number(at, 5, f'{serial(answer["date"])}.604166666664', 1 + index)]
        for offset, item in enumerate(items):
            value = answer[item]
            if value == "":
                cells.append(f'<c r="{place(at, 6 + offset)}" s="3"/>')
            elif index == 1:
                cells.append(number(at, 6 + offset, value))
            else:
                cells.append(text(at, 6 + offset, texts_of(item)[int(value)]))
        rows.append(f'<row r="{at}" spans="1:38">{"".join(cells)}</row>')
    rows.append('<row r="20" spans="1:38"><c r="A20" s="1"/></row>')
    sheet = (
        f'{HEAD}<worksheet xmlns="{MAIN}" xmlns:r="{LINKS}"><dimension ref="A1:AL20"/>'
        f'<sheetData>{"".join(rows)}</sheetData><mergeCells count="1"><mergeCell ref="A1:C1"/>'
        '</mergeCells></worksheet>')
    notes = (
        f'{HEAD}<worksheet xmlns="{MAIN}"><sheetData><row r="1"><c r="A1" t="s"><v>'
        f'{shared.of("Husk at opdatere")}</v></c></row></sheetData></worksheet>')
    book = (
        f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{LINKS}"><workbookPr defaultThemeVersion="1"/>'
        '<sheets><sheet name="Opslag" sheetId="3" state="hidden" r:id="rId3"/>'
        '<sheet name="Ark1" sheetId="1" r:id="rId1"/><sheet name="Noter" sheetId="2" '
        'r:id="rId2"/></sheets></workbook>')
    save("excel-sdq.xlsx", [
        ("[Content_Types].xml", content_types(
            ("xl/workbook.xml", "sheet.main"), ("xl/worksheets/sheet1.xml", "worksheet"),
            ("xl/worksheets/sheet2.xml", "worksheet"), ("xl/worksheets/sheet3.xml", "worksheet"),
            ("xl/sharedStrings.xml", "sharedStrings"), ("xl/styles.xml", "styles"))),
        ("_rels/.rels", relationships(("rId1", "officeDocument", "xl/workbook.xml"))),
        ("xl/workbook.xml", book),
        ("xl/_rels/workbook.xml.rels", relationships(
            ("rId1", "worksheet", "worksheets/sheet1.xml"),
            ("rId2", "worksheet", "worksheets/sheet2.xml"),
            ("rId3", "worksheet", "worksheets/sheet3.xml"), ("rId4", "styles", "styles.xml"),
            ("rId5", "sharedStrings", "sharedStrings.xml"))),
        ("xl/worksheets/sheet1.xml", sheet),
        ("xl/worksheets/sheet2.xml", notes),
        ("xl/worksheets/sheet3.xml", notes),
        ("xl/sharedStrings.xml", shared.part()),
        ("xl/styles.xml", STYLES),
    ])


def as_exporter():
    """As programs that write .xlsx themselves do: texts inside the cells, a prefix on every
    element, no places, dates counted from 1904, part names from the root, the strict namespace;
    identifiers as formulas with a stored result, an answer as yes or no."""
    items = [f"sdq{n}" for n in range(1, 26)] + [f"imp{n}" for n in range(1, 9)]

    def text(value):
        return f'<x:c t="inlineStr"><x:is><x:t>{escape(value)}</x:t></x:is></x:c>'

    def number(value, style=0):
        return f'<x:c s="{style}"><x:v>{value}</x:v></x:c>'

    start = datetime.date(1904, 1, 1)
    head = "".join(map(text, ["case_id", "child_id", "informant", "birth_date", "date"] + items))
    rows = [f"<x:row>{head}</x:row>"]
    for answer in answers():
        cells = [f'<x:c t="str"><x:f>A1</x:f><x:v>{answer["case_id"]}</x:v></x:c>',
                 text(answer["child_id"]), text(answer["informant"]),
                 number(serial(answer["birth_date"], start), 1),
                 f'<x:c t="d"><x:v>{day(answer["date"]).isoformat()}</x:v></x:c>']
        for item in items:
            value = answer[item]
            if value == "":
                cells.append("<x:c/>")
            elif value == "1" and item == "sdq2":
                cells.append('<x:c t="b"><x:v>1</x:v></x:c>')
            else:
                cells.append(number("2.0000000000000004" if value == "2" else value))
        rows.append(f'<x:row>{"".join(cells)}</x:row>')
    sheet = (
        f'{HEAD}<x:worksheet xmlns:x="{STRICT}"><x:sheetData>{"".join(rows)}</x:sheetData>'
        '</x:worksheet>')
    book = (
        f'{HEAD}<x:workbook xmlns:x="{STRICT}" xmlns:rel="{STRICT_LINKS}">'
        '<x:workbookPr date1904="true"/><x:sheets><x:sheet name="Data" sheetId="7" '
        'rel:id="R1"/></x:sheets></x:workbook>')
    styles = (
        f'{HEAD}<x:styleSheet xmlns:x="{STRICT}"><x:cellXfs count="2"><x:xf numFmtId="0"/>'
        '<x:xf numFmtId="14"/></x:cellXfs></x:styleSheet>')
    save("exporter-sdq.xlsx", [
        ("xl/worksheets/sheet.xml", sheet),
        ("xl/styles.xml", styles),
        ("xl/workbook.xml", book),
        ("xl/_rels/workbook.xml.rels", relationships(
            ("R1", "worksheet", "/xl/worksheets/sheet.xml"), ("R2", "styles", "/xl/styles.xml"),
            base=STRICT_LINKS)),
        ("_rels/.rels", relationships(
            ("R0", "officeDocument", "/xl/workbook.xml"), base=STRICT_LINKS)),
        ("[Content_Types].xml", content_types(("xl/workbook.xml", "sheet.main"))),
    ])


ITEMS = [f"sdq{n}" for n in range(1, 26)] + [f"imp{n}" for n in range(1, 9)]


def write_csv(name, rows, encoding="utf-8", separator=";", end="\n"):
    text = "".join(separator.join(map(str, row)) + end for row in rows)
    path = HERE / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(text.encode(encoding))


def wide():
    """One row a child, the measurement before or after the names of columns; what a child was not
    asked is empty, and columns of a later measurement are there that nobody has had."""
    children = {}
    for answer in answers():
        children.setdefault((answer["case_id"], answer["child_id"], answer["birth_date"]),
                            []).append(answer)
    own = ["date", "informant"] + ITEMS
    for name, pattern in [("wide-prefix-sdq.csv", "T{}_{}"), ("wide-suffix-sdq.csv", "{1} t{0}")]:
        rows = [["record_id", "child_id", "birth_date"]
                + [pattern.format(event, column) for event in (1, 2, 3) for column in own]]
        for who, measured in children.items():
            cells = [answer[column] for answer in measured for column in own]
            rows.append(list(who) + cells + [""] * (3 * len(own) - len(cells)))
        write_csv(name, rows)


def long():
    """One row an answer, sorted by child and not by form; what was not answered has no row."""
    rows = [["case_id", "child_id", "informant", "birth_date", "date", "item", "answer"]]
    who = ["case_id", "child_id", "informant", "birth_date", "date"]
    for answer in sorted(answers(), key=lambda row: row["child_id"]):
        for item in ITEMS:
            if answer[item] != "":
                rows.append([answer[column] for column in who] + [item, answer[item]])
    write_csv("long-sdq.csv", rows)


def coded():
    """As SurveyXact exports a survey that nobody gave codes: 1 for the first answer of each
    question, with texts in a file beside it, here for the ends only of the last question; the
    same three tables as a workbook."""
    variables = [f"s_1_{n}" for n in range(1, 26)] + [f"s_2_{n}" for n in range(1, 9)]
    informants = list(INFORMANT)
    data = [["stato_1", "sag", "barn_id", "rolle", "fødselsdato", "dato"] + variables + [""]]
    for answer in answers():
        data.append(
            ["4", answer["case_id"], answer["child_id"],
             informants.index(answer["informant"]) + 1, answer["birth_date"], answer["date"]]
            + [int(answer[item]) + 1 if answer[item] != "" else "" for item in ITEMS] + [""])
    labels = [["stato_1", "4", "Gennemført"]]
    labels += [["rolle", n + 1, INFORMANT[name]] for n, name in enumerate(informants)]
    for variable, item in zip(variables, ITEMS):
        for code, text in enumerate(texts_of(item), 1):
            if item != "imp8" or code in (1, 4):
                labels.append([variable, code, text])
    structure = [["stato_1", "4", "Status"], ["s_1", "", "Spørgsmål"]]
    for name, rows in [("dataset", data), ("labels", labels), ("structure", structure)]:
        write_csv(f"coded-sdq/{name}.csv", rows, "utf-16", "\t", "\r\n")
        write_csv(f"coded-sdq-1252/{name}.csv", rows, "cp1252")
    shared = Shared()
    sheets = [("Dataset", data), ("Structure", structure), ("Labels", labels)]

    def cell(row, column, value):
        if value == "":
            return ""
        if isinstance(value, int):
            return f'<c r="{place(row, column)}"><v>{value}</v></c>'
        return f'<c r="{place(row, column)}" t="s"><v>{shared.of(value)}</v></c>'

    parts = []
    for number, (_, rows) in enumerate(sheets, 1):
        body = "".join(
            f'<row r="{at}">' + "".join(cell(at, n, v) for n, v in enumerate(row, 1)) + "</row>"
            for at, row in enumerate(rows, 1))
        parts.append((
            f"xl/worksheets/sheet{number}.xml",
            f'{HEAD}<worksheet xmlns="{MAIN}"><sheetData>{body}</sheetData></worksheet>'))
    names = "".join(
        f'<sheet name="{name}" sheetId="{number}" r:id="rId{number}"/>'
        for number, (name, _) in enumerate(sheets, 1))
    save("coded-sdq.xlsx", [
        ("_rels/.rels", relationships(("rId1", "officeDocument", "xl/workbook.xml"))),
        ("xl/workbook.xml",
         f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{LINKS}"><sheets>{names}</sheets></workbook>'),
        ("xl/_rels/workbook.xml.rels", relationships(
            *[(f"rId{n}", "worksheet", f"worksheets/sheet{n}.xml") for n in (1, 2, 3)],
            ("rId4", "sharedStrings", "sharedStrings.xml"))),
        *parts,
        ("xl/sharedStrings.xml", shared.part()),
    ])


def damaged():
    """The archive of excel-sdq.xlsx with its end cut off; and one whose sheet is no XML."""
    whole = (HERE / "excel-sdq.xlsx").read_bytes()
    (HERE / "damaged-archive.xlsx").write_bytes(whole[:len(whole) * 2 // 3])
    save_small("damaged-sheet.xlsx", f'<worksheet xmlns="{MAIN}"><sheetData><row r="1"><c r="A1"')


def save_small(name, sheet):
    save(name, [
        ("_rels/.rels", relationships(("rId1", "officeDocument", "xl/workbook.xml"))),
        ("xl/workbook.xml",
         f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{LINKS}"><sheets><sheet name="Ark1" '
         'sheetId="1" r:id="rId1"/></sheets></workbook>'),
        ("xl/_rels/workbook.xml.rels",
         relationships(("rId1", "worksheet", "worksheets/sheet1.xml"))),
        ("xl/worksheets/sheet1.xml", sheet),
    ])


def bombs():
    """Twenty million blanks that pack to twenty thousand bytes; and entities that grow."""
    save_small(
        "bomb.xlsx",
        f'<worksheet xmlns="{MAIN}"><sheetData>{" " * 20_000_000}</sheetData></worksheet>')
    steps = "".join(
        f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    save_small(
        "entities.xlsx",
        f'<!DOCTYPE worksheet [<!ENTITY e0 "ha">{steps}]><worksheet xmlns="{MAIN}"><sheetData>'
        '<row r="1"><c r="A1" t="inlineStr"><is><t>&e9;</t></is></c></row></sheetData></worksheet>')


def others():
    """The first bytes of what cannot be read: an old workbook, one under a password, an
    OpenDocument spreadsheet."""
    mark = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504)
    name = "EncryptedPackage".encode("utf-16-le")
    (HERE / "old.xls").write_bytes(mark + "Workbook".encode("utf-16-le") + bytes(496))
    (HERE / "locked.xlsx").write_bytes(mark + name + bytes(512 - len(name)))
    save("spreadsheet.ods", [
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", f"{HEAD}<document-content/>")])


if __name__ == "__main__":
    as_excel()
    as_exporter()
    wide()
    long()
    coded()
    damaged()
    bombs()
    others()
