# SPDX-License-Identifier: GPL-3.0-or-later
"""A group of twenty schools: any look-up, an import and a publication of a school."""

import os
import secrets
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from statistics import median
from typing import Final

import pytest
from sqlalchemy import create_engine, text

from consent.store.register import choices, laptops, people
from consent.store.register.engine import sqlite_url
from consent.store.register.incoming import IncomingSet
from consent.store.register.intake import take_in
from consent.store.register.models import Device, School
from consent.store.register.papers import next_serial, revoked
from consent.store.register.register import Desk, Register, add_school
from consent.store.register.roll import read_roll
from installer.admin.office import Office
from installer.admin.publish import publish
from installer.admin.rosters.gathering import gather
from installer.admin.rosters.reading import Read, Wish
from installer.admin.rosters.tables import read_tables
from tests.bench.figures import Figures
from tests.fakes.large_school import Size, enrol_all, one_roster
from tests.fakes.office import NOW, new_office, sign_charter

SCHOOLS: Final = 20
SMALL: Final = Size(pupils=500, classes=20, teachers=40)
LARGE: Final = Size(pupils=1_000, classes=40, teachers=80)
LOOK_UPS: Final = 100  # of each sort
LOOK_UP_MS: Final = 5.0
PUBLISH_S: Final = 30.0
IMPORT_S: Final = 5.0
TIMES: Final = 3
POSTGRES: Final = os.environ.get("INZAGE_TEST_POSTGRES", "")


@pytest.fixture(params=["SQLite", "PostgreSQL"])
def engine(request: pytest.FixtureRequest) -> str:
    """Name the engine."""
    if request.param == "PostgreSQL" and not POSTGRES:
        pytest.skip("no PostgreSQL here; `run.py bench` starts one of its own")
    return str(request.param)


@pytest.fixture
def url(engine: str, tmp_path: Path) -> Iterator[str]:
    """Give the address of an empty database."""
    if engine == "SQLite":
        yield sqlite_url(tmp_path / "group.db")
        return
    with _database() as name:
        yield POSTGRES.replace("/postgres?", f"/{name}?")


@contextmanager
def _database() -> Iterator[str]:
    name = f"inzage_bench_{secrets.token_hex(6)}"
    admin = create_engine(POSTGRES, isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    yield name
    with admin.connect() as connection:
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    admin.dispose()


@dataclass(frozen=True, slots=True)
class Place:
    """Where to look: a school, a pupil of it, that pupil's class and laptop."""

    school: str
    pupil: str
    klass: str
    name: str
    label: str


@dataclass(slots=True)
class Group:
    """Twenty schools in one register, and what to look up in them."""

    register: Register
    places: list[Place] = field(default_factory=list)

    def fill(self) -> None:
        """Take ten thousand pupils in."""
        read = gather(read_tables(one_roster(SMALL)), Wish(NOW.date()))
        assert isinstance(read, Read)
        for _ in range(SCHOOLS):
            self._found(secrets.token_hex(16), read.incoming)

    def _found(self, school: str, read: IncomingSet) -> None:
        named = replace(
            read,
            pupils=tuple(
                replace(pupil, name=f"{pupil.name} {school[:4]}")
                for pupil in read.pupils
            ),
        )
        with self.register.begin() as desk:
            add_school(desk, School(id=school, name="S", kind="school", timezone="UTC"))
            desk.flush()
            take_in(desk, school, named)
            for klass in people.classes(desk, school):
                for number, pupil in enumerate(people.pupils_of(desk, klass.id)):
                    label = _paper(desk, school, pupil.id, klass.id, number)
                    self.places.append(
                        Place(school, pupil.id, klass.id, pupil.name, label)
                    )


def _paper(desk: Desk, school: str, pupil: str, klass: str, number: int) -> str:
    """Give every pupil a laptop, and one in ten an objection; gives its label."""
    device = secrets.token_hex(16)
    label = f"laptop-{device[:6]}"
    desk.add(
        Device(
            id=device,
            fingerprint=secrets.token_hex(32),
            school=school,
            certificate=b"der",
            label=label,
            enrolled_at=NOW,
            pupil=pupil,
        )
    )
    if number % 10 == 0:
        choices.opt_out(desk, pupil, klass, "view", "An", NOW)
    return label


Ask = Callable[[Desk, Place], object]


ASKED: Final[dict[str, Ask]] = {
    "a pupil by name": lambda d, at: people.find_pupil(d, at.school, at.name),
    "a pupil by id": lambda d, at: people.find_pupil(d, at.school, at.pupil),
    "a pupil's classes": lambda d, at: people.classes_of(d, at.pupil),
    "a class by name": lambda d, at: people.find_class(d, at.school, "Klas c7"),
    "a teacher by number": lambda d, at: people.find_teacher(d, at.school, "t3"),
    "the pupils of a class": lambda d, at: people.pupils_of(d, at.klass),
    "the lessons of a class": lambda d, at: people.slots_of(d, at.klass),
    "the teachers of a class": lambda d, at: people.teachers_of(d, at.klass),
    "a pupil's objections": lambda d, at: choices.opt_outs(d, at.pupil, at.klass),
    "a pupil's forms": lambda d, at: choices.forms(d, at.pupil),
    "a laptop by its label": lambda d, at: laptops.find_device(d, at.school, at.label),
    "a pupil's laptop": lambda d, at: laptops.device_of(d, at.pupil),
    "a laptop by its number": lambda d, at: laptops.find_device(
        d, at.school, at.pupil[:8]
    ),
    "the classes of a school": lambda d, at: people.classes(d, at.school),
    "the revoked of a school": lambda d, at: revoked(d, at.school),
}


def test_any_look_up(figures: Figures, engine: str, url: str) -> None:
    group = Group(Register(url))
    group.fill()
    _settle(url)
    assert len(group.places) == SCHOOLS * SMALL.pupils
    medians = {}
    for what, ask in ASKED.items():
        medians[what] = median(_look_ups_ms(group, ask))
    for what, value in sorted(medians.items(), key=lambda item: -item[1])[:5]:
        figures.take(f"{engine}: {what}", value, "ms", aim=LOOK_UP_MS)
    klass = median(_look_ups_ms(group, _whole_class))
    figures.take(f"{engine}: a whole class, for its papers", klass, "ms")
    serial = [_serial_ms(group) for _ in range(LOOK_UPS)]
    figures.take(f"{engine}: a serial, kept on disk", median(serial), "ms")
    group.register.close()


def _settle(url: str) -> None:
    """Have PostgreSQL count its rows, as it does by itself within a minute."""
    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    if engine.dialect.name == "postgresql":
        with engine.connect() as connection:
            connection.execute(text("ANALYZE"))
    engine.dispose()


def _whole_class(desk: Desk, at: Place) -> object:
    found = people.classes_of(desk, at.pupil)
    return read_roll(desk, found[0])


def _look_ups_ms(group: Group, ask: Ask) -> list[float]:
    """Ask for pupils all over the group, each time at a desk of its own."""
    step = len(group.places) // LOOK_UPS
    return [_one_ms(group, ask, place) for place in group.places[::step]]


def _one_ms(group: Group, ask: Ask, place: Place) -> float:
    began = time.perf_counter()
    with group.register.read() as desk:
        ask(desk, place)
    return (time.perf_counter() - began) * 1e3


def _serial_ms(group: Group) -> float:
    began = time.perf_counter()
    with group.register.begin() as desk:
        next_serial(desk, group.places[0].school, "set", "x")
    return (time.perf_counter() - began) * 1e3


def test_F16_a_large_school(
    figures: Figures, engine: str, url: str, tmp_path: Path
) -> None:
    office = new_office(tmp_path, register_url=url)
    sign_charter(office, tmp_path)
    files = _written(tmp_path / "roster", LARGE)
    figures.take(
        f"{engine}: class import of {LARGE.pupils} pupils, the whole program",
        _import_s(office, files),
        "s",
        aim=IMPORT_S,
    )
    figures.take(
        f"{engine}: the same set once more", _import_s(office, files), "s", aim=IMPORT_S
    )
    assert enrol_all(office, NOW) == LARGE.pupils
    taken = [_publish_s(office) for _ in range(TIMES)]
    figures.take(f"{engine}: publish {LARGE.pupils} pupils", taken, "s", aim=PUBLISH_S)
    office.register.close()


def _written(folder: Path, size: Size) -> Path:
    folder.mkdir()
    for name, data in one_roster(size).items():
        (folder / name).write_bytes(data)
    return folder


def _import_s(office: Office, folder: Path) -> float:
    program = [sys.executable, "-m", "installer.admin.app", "class", "import"]
    began = time.perf_counter()
    subprocess.run(
        [*program, str(office.places.home), str(folder), "--yes"],
        check=True,
        capture_output=True,
    )
    return time.perf_counter() - began


def _publish_s(office: Office) -> float:
    began = time.perf_counter()
    assert publish(office, NOW, lambda *_: None) == LARGE.classes
    return time.perf_counter() - began
