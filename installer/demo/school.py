# SPDX-License-Identifier: GPL-3.0-or-later
"""Make the demo's school the way an admin would: command by command."""

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from string import Template
from typing import Final

from installer.demo.places import (
    CLASS,
    NAMES,
    OPTED_OUT,
    SUBJECT,
    TEACHER,
    Places,
    Pupil,
)
from installer.demo.programs import ADMIN, CONSOLE, run
from installer.demo.zone import own_zone

Say = Callable[[str], None]
BEFORE: Final = timedelta(minutes=5)
AFTER: Final = timedelta(minutes=60)
LOOPBACK: Final = "127.0.0.0/8"
CHARTER: Final = Path(__file__).parent / "charter.toml"


def found_school(
    places: Places, now: datetime, say: Say, network: str = LOOPBACK
) -> None:
    """Make keys, a charter with two signatures, and a class with its lesson.

    Args:
        places: where it comes.
        now: aware, in this machine's zone; the lesson is around it.
        say: hears what happens.
        network: where its lessons are.
    """
    say("a school: keys, charter, class")
    run(ADMIN, "dpo", "init", places.dpo, "--demo")
    run(
        ADMIN, "school", "init", places.office, "--name", "Demo", "--kind", "demo",
        "--dpo", places.dpo / "dpo.pub", "--timezone", own_zone(),
    )  # fmt: skip
    draft = places.office / "charter.toml"
    draft.write_text(_charter(now, network), "utf-8")
    run(ADMIN, "charter", "propose", places.office)
    run(
        ADMIN, "charter", "sign", places.office / "proposed", "--as", "dpo",
        "--key", places.dpo,
    )  # fmt: skip


def import_class(
    places: Places, pupils: Sequence[Pupil], now: datetime, title: str = CLASS
) -> None:
    """Read the class in from a OneRoster set, as a school does."""
    folder = places.work / "roster"
    folder.mkdir()
    files = []
    for name, rows in _roster(pupils, now, title).items():
        file = folder / name
        file.write_text(_csv(rows), "utf-8")
        files.append(file)
    run(ADMIN, "class", "import", places.office, *files, "--yes")


def give_console(places: Places, language: str = "nl") -> None:
    """Certify the teacher's console: request out, bundle in."""
    request, bundle = places.work / "request.json", places.work / "peeters.zip"
    run(CONSOLE, "--state", places.console, "request", request)
    run(
        ADMIN, "teacher", "bundle", places.office, "t1", "--request", request,
        "--out", bundle,
    )  # fmt: skip
    run(CONSOLE, "--state", places.console, "import", bundle)
    settings = places.console / "console.toml"
    settings.write_text(f'language = "{language}"\n', "utf-8")


def publish(places: Places) -> None:
    """Enter the opt-out of the second pupil, and publish."""
    run(ADMIN, "optout", places.office, Pupil(OPTED_OUT).sourced_id)
    run(ADMIN, "publish", places.office)


def _charter(now: datetime, network: str) -> str:
    return Template(CHARTER.read_text("utf-8")).substitute(
        yesterday=(now - timedelta(days=1)).date().isoformat(),
        later=(now + timedelta(days=90)).date().isoformat(),
        network=network,
    )


def _roster(
    pupils: Sequence[Pupil], now: datetime, title: str
) -> dict[str, Iterable[Sequence[str]]]:
    first, _, last = TEACHER.partition(" ")
    starts, ends = now - BEFORE, now + AFTER
    names = [(p.sourced_id, *NAMES[p.number - 1].split(" ", 1)) for p in pupils]
    return {
        "users.csv": [
            ("sourcedId", "role", "givenName", "familyName"),
            *((number, "student", given, family) for number, given, family in names),
            ("t1", "teacher", first, last),
        ],
        "classes.csv": [("sourcedId", "title"), ("c1", title)],
        "enrollments.csv": [
            ("classSourcedId", "userSourcedId", "role"),
            *(("c1", pupil.sourced_id, "student") for pupil in pupils),
            ("c1", "t1", "teacher"),
        ],
        "demographics.csv": [
            ("sourcedId", "birthDate"),
            *((pupil.sourced_id, f"{now.year - 16}-01-01") for pupil in pupils),
        ],
        "slots.csv": [
            ("classSourcedId", "day", "starts", "ends", "subject", "teachers"),
            (
                "c1",
                starts.date().isoformat(),
                starts.strftime("%H:%M"),
                ends.strftime("%H:%M"),
                SUBJECT,
                "t1",
            ),
        ],
    }


def _csv(rows: Iterable[Sequence[str]]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue()
