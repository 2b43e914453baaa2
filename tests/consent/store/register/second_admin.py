# SPDX-License-Identifier: GPL-3.0-or-later
"""An admin in a process of its own: opens the register, waits for a word, works.

Usage: python -m tests.consent.store.register.second_admin URL WORK NAME
"""

import sys
from datetime import UTC, datetime

from consent.store.register.choices import opt_out
from consent.store.register.closed import Deed
from consent.store.register.intake import take_in
from consent.store.register.papers import next_serial
from consent.store.register.people import find_class, find_pupil
from consent.store.register.register import Register, note_act
from tests.consent.store.register.conftest import SCHOOL
from tests.consent.store.register.people import roster

NOW = datetime(2026, 9, 1, tzinfo=UTC)
TIMES = 20
PUPILS = 40


def enters_objections(register: Register, name: str) -> None:
    """Enter an objection for each pupil of one's own, one by one."""
    own = range(TIMES) if name == "one" else range(TIMES, 2 * TIMES)
    for number in own:
        with register.begin() as desk:
            pupil = find_pupil(desk, SCHOOL, f"p{number}")
            klass = find_class(desk, SCHOOL, "4B")
            assert pupil is not None
            assert klass is not None
            opt_out(desk, pupil.id, klass.id, "view", name, NOW)
            serial = next_serial(desk, SCHOOL, "set", klass.id)
            note_act(desk, SCHOOL, name, Deed.OPT_OUT, NOW, str(serial))


def imports(register: Register, name: str) -> None:
    """Read the same whole class in."""
    with register.begin() as desk:
        take_in(desk, SCHOOL, roster(*range(PUPILS)))
        note_act(desk, SCHOOL, name, Deed.CLASS_IMPORT, NOW)


WORKS = {"objections": enters_objections, "import": imports}


def main(url: str, work: str, name: str) -> None:
    """Say when ready, wait, and do it."""
    register = Register(url, SCHOOL)
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    sys.stdin.readline()
    WORKS[work](register, name)
    register.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
