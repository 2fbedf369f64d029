"""Writes a workbook as people have them: a title, merged cells, real dates, hidden rows and sheets, dates from 1904."""
import datetime
import sys

import openpyxl
from openpyxl.utils.datetime import CALENDAR_MAC_1904

book = openpyxl.Workbook()
if len(sys.argv) > 2 and sys.argv[2] == "1904":
    book.epoch = CALENDAR_MAC_1904
sheet = book.active
sheet.title = "Liste"
sheet.append(["Unsere Treffen 2018"])
sheet.append([])
sheet.append(["Datum", "Titel", "Ort", "Thema", "Anzahl"])
sheet.append([datetime.date(2018, 3, 7), "Erstes Treffen", "Wien", "Recht; Geld", 1])
sheet.append([datetime.datetime(2018, 3, 8, 14, 30), "Zweites Treffen", None, "Recht", 2])
sheet.append(["Mai 2018", "Drittes Treffen", "Graz", "Geld", 3])
sheet.append(["Summe", None, None, None, 6])
sheet.merge_cells("C4:C5")
sheet.row_dimensions[6].hidden = True
hidden = book.create_sheet("Intern")
hidden.sheet_state = "hidden"
hidden.append(["geheim"])
book.create_sheet("Noch eine").append(["x", "y"])
book.save(sys.argv[1])
