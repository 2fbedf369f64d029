"""Writes the ids (of a briefing note: the titles) of the activities in an exported file as JSON, in the file's order."""
import csv
import io
import json
import re
import sys
import zipfile

import openpyxl


def ids_of_csv(file):
    return [row[0] for row in csv.reader(file, strict=True)][1:]


path = sys.argv[1]
if path.endswith(".xlsx"):
    sheet = openpyxl.load_workbook(path, read_only=True)["Activities"]
    rows = sheet.iter_rows(max_col=1, values_only=True)
    ids = [row[0] for row in rows][1:]
elif path.endswith(".json"):
    with open(path, encoding="utf-8") as file:
        ids = [activity["id"] for activity in json.load(file)["activities"]]
elif path.endswith(".md"):
    with open(path, encoding="utf-8") as file:
        ids = [re.sub(r"\\(.)", r"\1", line[4:].rstrip("\n")) for line in file if line.startswith("### ")]
elif path.endswith(".zip"):
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        name = next(name for name in archive.namelist() if name.endswith(".csv"))
        ids = ids_of_csv(io.TextIOWrapper(archive.open(name), encoding="utf-8-sig", newline=""))
else:
    with open(path, encoding="utf-8-sig", newline="") as file:
        ids = ids_of_csv(file)
print(json.dumps(ids))
