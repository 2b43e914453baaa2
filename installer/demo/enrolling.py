# SPDX-License-Identifier: GPL-3.0-or-later
"""Give the demo's laptops their certificates and pupils, as an admin would."""

import csv
import re
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Final

from installer.demo.places import Places, Pupil
from installer.demo.programs import ADMIN, AGENT, DemoError, Running, run

AT_ONCE: Final = 2
READY_WITHIN_S: Final = 20.0
POLL_S: Final = 0.05
LISTENS: Final = re.compile(r"listens at [0-9.]+:(\d+)")


def enrol(places: Places, pupils: Sequence[Pupil]) -> None:
    """Enrol all laptops over real TLS, then tie each to its pupil.

    Raises:
        DemoError: one of the commands failed.
    """
    _token(places, uses=1, port="0")  # makes the certificate of the office's door
    office = Running(
        ADMIN, "--language", "en", "enrol", "serve", places.office,
        "--address", "127.0.0.1",
        "--port", "0", "--until", str(len(pupils)), log=places.log("enrol"),
    )  # fmt: skip
    try:
        port = _port_of(office, places.log("enrol"))
        token = _token(places, uses=len(pupils), port=port)
        with ThreadPoolExecutor(AT_ONCE) as pool:
            labels = list(pool.map(lambda pupil: _ask(places, pupil, token), pupils))
        office.wait(READY_WITHIN_S)
    finally:
        office.stop()
    _assign(places, pupils, labels)


def give_papers(places: Places, pupils: Sequence[Pupil], language: str = "nl") -> None:
    """Hand the published papers to each laptop, and tell it where newer ones come."""
    published = places.office / "published" / "laptops"
    settings = f'published = "{published}"\ninterfaces = ["127.0.0.1"]\n'
    settings += f'language = "{language}"\n'
    for pupil in pupils:
        (places.state(pupil) / "agent.toml").write_text(settings, "utf-8")
    with ThreadPoolExecutor(AT_ONCE) as pool:
        list(
            pool.map(
                lambda pupil: run(
                    AGENT, "--state", places.state(pupil), "papers", "import", published
                ),
                pupils,
            )
        )


def _ask(places: Places, pupil: Pupil, token: Path) -> str:
    said = run(AGENT, "--state", places.state(pupil), "enrol", token)
    return said.strip().splitlines()[-1]


def _assign(places: Places, pupils: Sequence[Pupil], labels: Sequence[str]) -> None:
    table = places.work / "laptops.csv"
    with table.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(
            (label, pupil.sourced_id)
            for label, pupil in zip(labels, pupils, strict=True)
        )
    run(ADMIN, "enrol", "assign", places.office, "--csv", table)


def _token(places: Places, *, uses: int, port: str) -> Path:
    token = places.work / f"token-{port}.json"  # a second is not written over it
    run(
        ADMIN, "enrol", "token", places.office, "--uses", str(uses),
        "--address", f"127.0.0.1:{port}", "--network", "127.0.0.0/8", "--out", token,
    )  # fmt: skip
    return token


def _port_of(office: Running, log: Path) -> str:
    """Wait until the office says at which port it listens."""
    give_up_at = time.monotonic() + READY_WITHIN_S
    while not (said := LISTENS.search(log.read_text("utf-8"))):
        office.check()
        if time.monotonic() > give_up_at:
            raise DemoError("The office did not open its door.")
        time.sleep(POLL_S)
    return said[1]
