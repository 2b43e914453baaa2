# SPDX-License-Identifier: GPL-3.0-or-later
"""Which class lists this computer may keep: those of its teacher, of this year.

Source: GDPR art. 5(1)(c) and (e); docs/spec/documents.md "roster";
docs/spec/ledger.md 38.
"""

from datetime import datetime

from consent.documents.paper import Paper
from consent.shelf.shelf import Shelf


def is_own(shelf: Shelf, teacher: str, class_id: str) -> bool:
    """Say whether the class sheet held names this teacher, on whatever day."""
    sheet = shelf.classes.get(class_id)
    return sheet is not None and sheet.ever_has(teacher)


def may_stay(shelf: Shelf, teacher: str, class_id: str, wall: datetime) -> bool:
    """Say whether the list of a class may stay here.

    Args:
        shelf: with the class sheets, and the list where it could be read.
        teacher: whose computer it is.
        class_id: of which class.
        wall: now, by this computer's clock. A clock can be set: no day later than the
            issue of the newest paper is believed.
    """
    if not is_own(shelf, teacher, class_id):
        return False
    sheet: Paper = shelf.classes[class_id]
    believed = min(wall, shelf.newest_issued or wall)
    return not shelf.rosters.get(class_id, sheet).is_expired(believed)
