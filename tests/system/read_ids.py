"""Writes the first cells of the rows of a table, without its header, as JSON."""
import csv
import json
import sys

import openpyxl

path = sys.argv[1]
if path.endswith(".xlsx"):
    sheet = openpyxl.load_workbook(path, read_only=True)["Activities"]
    rows = sheet.iter_rows(max_col=1, values_only=True)
    print(json.dumps([row[0] for row in rows][1:]))
else:
    with open(path, encoding="utf-8-sig", newline="") as file:
        print(json.dumps([row[0] for row in csv.reader(file, strict=True)][1:]))
