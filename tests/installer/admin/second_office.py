# SPDX-License-Identifier: GPL-3.0-or-later
"""An admin in a process of its own: opens the office, waits for a word, works.

Usage: python -m tests.installer.admin.second_office HOME publish|refresh TIMES
"""

import sys
from pathlib import Path

from installer.admin.office import Office, open_office
from installer.admin.publish import publish
from installer.admin.refresh import refresh
from tests.fakes.office import NOW


def publishes(office: Office) -> None:
    """Publish everything."""
    publish(office, NOW, lambda *_: None)


def refreshes(office: Office) -> None:
    """Give the sets more days."""
    refresh(office, NOW)


WORKS = {"publish": publishes, "refresh": refreshes}


def main(home: str, work: str, times: str) -> None:
    """Say when ready, wait, and do it as often as asked."""
    office = open_office(Path(home), None, "An")
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    sys.stdin.readline()
    for _ in range(int(times)):
        WORKS[work](office)
    office.register.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
