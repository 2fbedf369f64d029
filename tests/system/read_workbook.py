"""Writes the rows of every sheet of a workbook as JSON."""
import datetime
import json
import sys

import openpyxl


def text(value):
    if isinstance(value, datetime.datetime):
        return value.date().isoformat()
    return value


book = openpyxl.load_workbook(sys.argv[1])
print(json.dumps({
    sheet.title: {
        "rows": [[text(cell.value) for cell in row] for row in sheet.iter_rows()],
        "types": [[cell.data_type for cell in row] for row in sheet.iter_rows()],
        "frozen": sheet.freeze_panes,
        "filter": sheet.auto_filter.ref,
    }
    for sheet in book.worksheets
}))
