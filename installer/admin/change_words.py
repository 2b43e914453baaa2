# SPDX-License-Identifier: GPL-3.0-or-later
"""What an import changes, in words: totals first, then names, then nothing hidden."""

from collections.abc import Iterator
from typing import Final

from consent.store.register.changes import Change, Changes, Kind

SHOWN: Final = 20  # of each sort; all of them are in the report
WORDS: Final = {
    Kind.PUPIL_LEFT: ("leerlingen weg", "- leerling {who} uit {before}"),
    Kind.PUPIL_MOVED: (
        "leerlingen in een andere klas",
        "> leerling {who} van {before} naar {after}",
    ),
    Kind.PUPIL_ADDED: ("leerlingen nieuw", "+ leerling {who} in {after}"),
    Kind.PUPIL_BACK: ("leerlingen terug", "+ leerling {who} terug in {after}"),
    Kind.PUPIL_IN_MORE: ("leerlingen erbij", "+ leerling {who} ook in {after}"),
    Kind.PUPIL_IN_LESS: (
        "leerlingen uit een van hun klassen",
        "- leerling {who} niet meer in {before}",
    ),
    Kind.PUPIL_RENAMED: (
        "leerlingen met een nieuwe naam",
        "~ leerling {before} heet nu {after}",
    ),
    Kind.PUPIL_AGE: (
        "leerlingen met een andere leeftijdsgrens",
        "~ leerling {who}: de dag waarop die alleen beslist",
    ),
    Kind.NO_KEPT: (
        "leerlingen van wie een nee of vrijstelling meegaat",
        "! leerling {who}: wat thuis of op papier geweigerd werd, gaat mee",
    ),
    Kind.YES_ENDED: (
        "leerlingen van wie het ja van thuis ophoudt",
        "! leerling {who}: het ja van thuis gold voor de vorige klas; vraag het weer",
    ),
    Kind.CLASS_GONE: ("klassen leeg", "- klas {who} heeft geen leerlingen meer"),
    Kind.CLASS_ADDED: ("klassen nieuw", "+ klas {who}"),
    Kind.CLASS_RENAMED: (
        "klassen met een nieuwe naam",
        "~ klas {before} heet nu {after}",
    ),
    Kind.TEACHER_ADDED: ("leerkrachten nieuw", "+ leerkracht {who}"),
    Kind.TEACHER_RENAMED: (
        "leerkrachten met een nieuwe naam",
        "~ leerkracht {before} heet nu {after}",
    ),
    Kind.TEACHES: ("opdrachten nieuw", "+ {who} geeft les aan {after}"),
    Kind.TEACHES_DAYS: ("opdrachten met andere dagen", "~ {who} in {after}"),
    Kind.TEACHES_NOT: ("opdrachten weg", "- {who} geeft geen les meer aan {before}"),
    Kind.TIMETABLE: ("lesroosters anders", "~ lesrooster van {who}: {after} lessen"),
}


def told(changes: Changes, shown: int = SHOWN) -> Iterator[str]:
    """Write the changes: for each sort how many, then the first of them."""
    if not changes.found:
        yield "Er verandert niets."
    for kind, (what, _) in WORDS.items():
        found = changes.of(kind)
        if not found:
            continue
        yield f"{what}: {len(found)}"
        yield from (f"  {line(change)}" for change in found[:shown])
        if len(found) > shown:
            yield f"  … en {len(found) - shown} meer"


def line(change: Change) -> str:
    """Write one change as a sentence."""
    return WORDS[change.kind][1].format(
        who=change.who, before=change.before, after=change.after
    )
