# SPDX-License-Identifier: GPL-3.0-or-later
"""A list of laptops and their pupils: two columns, with a heading or without."""

import csv
import io
from dataclasses import dataclass
from typing import Final

from installer.admin.csv_rows import WHOLE_FILE, Fault, delimiter_of
from installer.admin.trouble import said

LAPTOP: Final = frozenset(
    {"laptop", "toestel", "device", "label", "computer", "pc", "ordinateur"}
)
PUPIL: Final = frozenset(
    {"leerling", "pupil", "student", "name", "naam", "nom", "élève", "eleve"}
)


@dataclass(frozen=True, slots=True)
class Pair:
    """A laptop for a pupil, and the line that says so."""

    line: int
    laptop: str
    pupil: str


def read_pairs(file: str, text: str) -> tuple[list[Pair], list[Fault]]:
    """Read a list; a first line that names its columns is no pair."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter_of(text))
    pairs: list[Pair] = []
    faults: list[Fault] = []
    seen: set[str] = set()
    for row in reader:
        cells, line = [cell.strip() for cell in row], reader.line_num
        if not any(cells) or (not pairs and not faults and is_heading(cells)):
            continue
        if len(cells) != 2:  # noqa: PLR2004 -- laptop and pupil
            why = said("laptops.columns", count=len(cells))
            faults.append(Fault(file, line, WHOLE_FILE, why))
            continue
        for name in cells:
            if name in seen:
                why = said("laptops.twice", name=name)
                faults.append(Fault(file, line, WHOLE_FILE, why))
            seen.add(name)
        pairs.append(Pair(line, *cells))
    return pairs, faults


def is_heading(cells: list[str]) -> bool:
    """Say whether a line names the columns, in a language we speak."""
    words = [cell.lower() for cell in cells]
    return len(words) == 2 and words[0] in LAPTOP and words[1] in PUPIL  # noqa: PLR2004 -- (idem)
