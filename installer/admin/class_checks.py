# SPDX-License-Identifier: GPL-3.0-or-later
"""What would make a class sheet worthless, told before it is signed."""

from collections.abc import Iterator
from datetime import date
from itertools import combinations
from typing import Any

from consent import timetable
from consent.documents import fields as f
from consent.documents.charter import Charter
from consent.documents.classes import ClassSheet
from installer.admin.trouble import Said, said


def sheet_faults(sheet: dict[str, Any]) -> Iterator[Said]:
    """Say what a sheet that is not made yet says twice, or says against itself.

    Args:
        sheet: its fields, as class_papers gathers them.
    """
    for one, other in combinations(sheet["teachers"], 2):
        together = one["from"] <= other["until"] and other["from"] <= one["until"]
        if together and one["name"].casefold() == other["name"].casefold():
            yield said("sheet.same_name", name=one["name"])
    for one, other in combinations(sheet["slots"], 2):
        if one["weekday"] == other["weekday"] and _overlap(one, other):
            hours = f"{one['from']}-{one['to']}, {other['from']}-{other['to']}"
            yield said("sheet.overlap", day=f.Day(one["weekday"]), hours=hours)
    for slot in (*sheet["slots"], *sheet["extra"]):
        if not slot["teachers"]:
            yield said("sheet.nobody", hours=f"{slot['from']}-{slot['to']}")


def outside(charter: Charter, sheet: ClassSheet) -> Said | None:
    """Say which lesson lies outside the hours that the school agreed."""
    lesson = timetable.misfit(charter, sheet)
    if not lesson:
        return None
    day, _, hours = lesson.partition(" ")
    named = f.Day(day) if day in set(f.Day) else date.fromisoformat(day)
    return said("sheet.outside", day=named, hours=hours)


def _overlap(one: dict[str, Any], other: dict[str, Any]) -> bool:
    return bool(one["from"] < other["to"] and other["from"] < one["to"])
