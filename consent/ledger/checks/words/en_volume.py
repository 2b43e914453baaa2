# SPDX-License-Identifier: GPL-3.0-or-later
"""The sentences about a teacher's list, and about files beside each other.

`one|many` is chosen by {count}. Source: docs/spec/volume.md "Findings".
"""

from collections.abc import Mapping
from typing import Final

WORDS: Final[Mapping[str, str]] = {
    # The file
    "volume": (
        "The file is whole: {count} part, exactly as the teacher signed it.|"
        "The file is whole: {count} parts, exactly as the teacher signed them."
    ),
    "volume_sig": "The table of contents is not signed by this teacher.",
    "volume_unsigned": (
        "Whether the teacher signed this cannot be checked: the certificate was in "
        "the piece that is gone."
    ),
    # The list
    "leaves": (
        "The teacher's list is whole: {count} place, and its head is signed.|"
        "The teacher's list is whole: {count} places, and its head is signed."
    ),
    "volume_head": "The head of the list is not signed by this teacher.",
    "volume_root": "The places in the list do not give the head that was signed.",
    "leaf_text": "Place {n}: the text is not what was written down.",
    "leaf_command": "Place {n}: this request is not signed by this teacher.",
    "leaf_line": "Place {n}: this line is not signed by that laptop.",
    "leaf_erased": (
        "Place {n} was deleted, and no pupil or officer signed a request for it."
    ),
    "leaves_erased": (
        "{count} place was deleted, as it may be.|"
        "{count} places were deleted, as they may be."
    ),
    # Laptop by laptop
    "volume_lines": (
        "The line of the laptops holds: {count}.|"
        "The lines of the laptops hold: {count}."
    ),
    "line_twice": "Of one laptop there are two different lines with number {seq}.",
    "line_link": "Of one laptop line {seq} does not follow the line before it.",
    "leaf_place": "Line {seq} names another place than where the request stands.",
    "one_sided": (
        "Of {count} looks only the beginning or the end is here. The connection can "
        "be the cause, or the end of the month."
    ),
    "unanswered": (
        "For {count} request no laptop wrote a line: an end, or what was not allowed "
        "or did not arrive.|"
        "For {count} requests no laptop wrote a line: an end, or what was not allowed "
        "or did not arrive."
    ),
    "no_own": (
        "Whether a pupil said yes is not in a teacher's list. The pack of that pupil "
        "says it."
    ),
    # Beside each other
    "other_school": "{file} is of another school than the first file.",
    "two_lists": (
        "In {file} and {other} there are two signed heads of one list that cannot "
        "both be true."
    ),
    "head_of_no_tree": (
        "{file} knows a signed head that the list of {other} never had."
    ),
    "heads_fit": (
        "{count} head of another file fits in the whole list.|"
        "{count} heads of other files fit in the whole list."
    ),
    "heads_later": (
        "{count} head is of after the list that is here, and was not compared.|"
        "{count} heads are of after the list that is here, and were not compared."
    ),
    "pack_rewritten": (
        "In the {chain} line {seq} is not the same in {other} as in {file}."
    ),
    "copy_otherwise": "Line {seq} is not the same in {file} as in {other}.",
    "only_teacher": "{other} has line {seq} of this laptop, and {file} has not.",
    "only_pupil": (
        "{file} proves that line {seq} was written down, and in {other} it is not at "
        "that place."
    ),
    "compared": (
        "{count} line is the same with pupil and teacher.|"
        "{count} lines are the same with pupil and teacher."
    ),
}
