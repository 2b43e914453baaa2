# SPDX-License-Identifier: GPL-3.0-or-later
"""From the office's desk to what a laptop allows: real papers, a real shelf, the law.

Each step is typed as an admin types it, on the day it happens.
"""

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import Encoding

from consent.decision import (
    ConsentFact,
    Facts,
    LessonFacts,
    Reason,
    Refusal,
    Request,
    TeacherFacts,
    decide,
)
from consent.documents.signed import Kind
from consent.lifecycle import ConsentState
from consent.purpose import Purpose
from consent.shelf.shelf import Shelf
from consent.store.papers_folder import PapersFolder, paper_name
from consent.store.register import laptops, people
from consent.store.register.models import Teacher
from console.papers import Papers
from installer.admin import asking
from installer.admin.office import Office, open_office
from tests.fakes import certificates
from tests.fakes.admin import Admin
from tests.fakes.clock import stopped_at
from tests.fakes.office import NOW, ROSTER, Laptop

BO = "Bo Maes"
YEAR = datetime(2027, 8, 31, 21, 0, tzinfo=UTC)
SLOTS = (
    "classSourcedId,day,starts,ends,subject,teachers\n"
    "c1,di,08:20,09:10,wiskunde,t1\nc1,di,09:10,10:00,Nederlands,t2\n"
    "c2,di,08:20,09:10,wiskunde,t2\n"
)
SET = {
    **ROSTER,
    "users.csv": ROSTER["users.csv"] + "t2,teacher,Jan,Janssens\n",
    "classes.csv": "sourcedId,title\nc1,4B\nc2,4C\n",
    "enrollments.csv": ROSTER["enrollments.csv"] + "c1,t2,teacher\nc2,t2,teacher\n",
    "demographics.csv": "sourcedId,birthDate\np1,2012-01-01\np2,2012-01-01\n"
    "p3,2014-03-09\n",
    "slots.csv": SLOTS,
}


@dataclass
class Town:
    """A school, its laptops, and the clock on every wall."""

    admin: Admin
    patch: pytest.MonkeyPatch
    laptops: dict[str, tuple[Laptop, Shelf]]
    now: datetime = NOW

    def at(self, year: int, month: int, day: int, hour: int, minute: int) -> None:
        """Let it be so late, in UTC."""
        self.now = datetime(year, month, day, hour, minute, tzinfo=UTC)
        self.patch.setattr(asking, "datetime", stopped_at(self.now))

    def types(self, *words: str | Path) -> str:
        """Type a command about the office."""
        first, second, *rest = words
        return self.admin.succeeds(first, second, self.admin.office, *rest)

    def imports(self, **changed: str) -> None:
        """Read the set in, with files changed."""
        for name, text in {**SET, **changed}.items():
            self.admin.writes(name, text)
        files = [self.admin.home / name for name in SET]
        self.types("class", "import", *files, "--yes")

    def publishes(self) -> None:
        """Publish, and have every laptop fetch it."""
        self.admin.succeeds("publish", self.admin.office)
        papers = self.office.places.for_laptops.read()[0]
        for _, shelf in self.laptops.values():
            shelf.accept_all([one.paper for one in papers], self.now)

    @property
    def office(self) -> Office:
        """Open the office."""
        return open_office(self.admin.office, None, "An")

    def enrols(self, pupil: str) -> None:
        """Give a pupil a laptop."""
        laptop, device = self.admin.enrols(f"laptop of {pupil}", pupil)
        root = self.office.trust().root_hash
        shelf = Shelf(root, device=device, seal_key=laptop.seal)
        self.laptops[pupil] = laptop, shelf

    def lists_of(self, who: str) -> set[str]:
        """Have a teacher's console fetch; names the classes whose list lies there."""
        folder = self.admin.home / "consoles" / self.teacher(who)
        root = self.office.trust().root_hash
        console = Papers(root, folder, self.teacher(who))
        console.restore(self.now)
        found = console.fetch(self.office.places.for_consoles.path)
        console.take_published(found, self.now)
        for class_id in console.shelf.rosters:
            assert console.shelf.freshness(class_id, self.now)
        names = {paper_name(Kind.ROSTER, self.class_of(x)): x for x in ("4B", "4C")}
        return {names[one] for one in PapersFolder(folder).named(Kind.ROSTER)}

    def teacher(self, who: str) -> str:
        """Give a teacher's id."""
        with self.office.register.read() as desk:
            found = people.find_teacher(desk, self.office.school, who)
        assert found
        return found.id

    def class_of(self, name: str) -> str:
        """Give the id of a class."""
        with self.office.register.read() as desk:
            found = people.find_class(desk, self.office.school, name)
        assert found
        return found.id

    def may(
        self,
        who: str,
        pupil: str,
        klass: str = "4B",
        purpose: Purpose = Purpose.OVERVIEW,
        *,
        yes: str = "4B",
        fingerprint: str = "f" * 64,
    ) -> Reason | None:
        """Ask a laptop's own law whether a teacher may now; None means yes.

        Args:
            who: the teacher.
            pupil: whose laptop, who said yes in the class `yes`.
            klass: for which class the teacher asks.
            purpose: what for.
            yes: the class in which the pupil said yes.
            fingerprint: of the teacher's certificate.
        """
        shelf, class_id = self.laptops[pupil][1], self.class_of(klass)
        sheet = shelf.classes.get(class_id)
        local = self.now + timedelta(hours=1 if self.now.month != 9 else 2)
        clock = f"{local:%H:%M}"
        slots = sheet.slots if sheet else ()
        slot = next((s for s in slots if s.starts <= clock < s.ends), None)
        slot_id = slot.slot if slot else "0" * 32
        given = ConsentFact(ConsentState.GIVEN, YEAR)
        facts = Facts(
            shelf=shelf,
            class_id=class_id,
            teacher=TeacherFacts(
                fingerprint, self.teacher(who), role_ok=True, not_after=YEAR
            ),
            clock_ok=True,
            network_ok=True,
            open_lesson=LessonFacts("1" * 32, fingerprint, slot_id),
            logged_first=True,
            ledger_ok=True,
            session_ok=True,
            indicator_ok=True,
            notice_shown=True,
            consent={purpose: given} if yes == klass else {},
            event_yes=True,
        )
        request = Request(
            purpose, fingerprint, class_id, slot_id, "1" * 32, reason_code="help"
        )
        answer = decide(request, facts, self.now)
        return answer.reason if isinstance(answer, Refusal) else None


@pytest.fixture
def town(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Town:
    """Give a school on a Tuesday at 8:30, with a lesson of An Peeters in 4B."""
    made = Town(Admin(tmp_path), monkeypatch, {})
    made.at(2026, 11, 24, 7, 30)
    made.admin.makes_a_school()
    made.admin.signs_a_charter()
    made.imports()
    for pupil in ("p1", "p3"):
        made.enrols(pupil)
    made.publishes()
    assert made.may("t1", "p1") is None
    return made


def test_R38_a_console_has_the_class_lists_of_its_teacher_on_disk_and_no_other(
    town: Town,
) -> None:
    assert town.lists_of("t1") == {"4B"}
    assert town.lists_of("t2") == {"4B", "4C"}
    town.at(2026, 12, 1, 6, 30)
    town.types(
        "teacher", "add", "An Peeters", "--class", "4C", "--for", "Jan Janssens",
        "--from", "2026-12-01", "--until", "2026-12-01",
    )  # fmt: skip
    town.publishes()
    assert town.lists_of("t1") == {"4B", "4C"}
    kept = ROSTER["enrollments.csv"] + "c2,t2,teacher\nc2,p3,student\n"
    timetable = SLOTS.replace("Nederlands,t2", "Nederlands,t1")
    town.imports(**{"enrollments.csv": kept, "slots.csv": timetable})
    town.publishes()
    assert town.lists_of("t2") == {"4C"}


def test_R22_a_substitute_of_this_morning_works_at_once_and_nothing_more(
    town: Town,
) -> None:
    town.at(2026, 12, 1, 6, 30)  # 7:30 in Brussels
    town.types(
        "teacher", "add", BO, "--class", "4B", "--for", "An Peeters",
        "--from", "2026-12-01", "--until", "2026-12-01",
    )  # fmt: skip
    town.publishes()
    assert town.may(BO, "p1") is Reason.SLOT  # the bell has not gone
    town.at(2026, 12, 1, 7, 20)
    assert town.may(BO, "p1") is None
    assert town.may("t1", "p1") is None
    assert town.may(BO, "p1", "4C") is Reason.PAPERS
    town.imports()  # a night's import does not send the substitute home
    town.publishes()
    assert town.may(BO, "p1") is None
    town.at(2026, 12, 1, 8, 10)  # the hour of Jan Janssens
    assert town.may(BO, "p1") is Reason.SLOT
    assert town.may("t2", "p1") is None
    for day in (7, 8):  # the week before the next lesson, and the lesson
        town.at(2026, 12, day, 6, 30)
        town.publishes()
    town.at(2026, 12, 8, 7, 20)
    assert town.may(BO, "p1") is Reason.CLASS_OR_TEACHER
    assert town.may("t1", "p1") is None


def test_R22_nobody_stands_in_for_who_has_no_lesson_there(town: Town) -> None:
    told = town.admin.fails(
        5, "teacher", "add", town.admin.office, BO, "--class", "4C",
        "--for", "An Peeters",
    )  # fmt: skip
    assert "An Peeters heeft geen les in 4C" in told
    with town.office.register.read() as desk:
        assert people.find_teacher(desk, town.office.school, BO) is None


def test_R17_another_class_asks_anew_and_a_no_goes_along(town: Town) -> None:
    town.admin.succeeds("optout", town.admin.office, "p1", "--purpose", "view")
    town.imports(
        **{"enrollments.csv": SET["enrollments.csv"].replace("c1,p1", "c2,p1")}
    )
    town.publishes()
    assert town.may("t1", "p1") is Reason.PAPERS  # no slip of 4B is current any more
    assert town.may("t2", "p1", "4C") is Reason.STATE  # asked anew
    assert town.may("t2", "p1", "4C", yes="4C") is None
    answer = town.may("t2", "p1", "4C", Purpose.VIEW, yes="4C")
    assert answer is Reason.OPT_OUT


def test_R19_R17_until_the_day_before_the_birthday_a_guardian_and_then_the_pupil_alone(
    town: Town,
) -> None:
    assert town.may("t1", "p3") is Reason.GUARDIAN
    with town.office.register.read() as desk:
        pupil = people.find_pupil(desk, town.office.school, "p3")
        assert pupil
        decides = pupil.decider_from
    assert decides.year == 2027
    lesson = decides + timedelta(days=(1 - decides.weekday()) % 7)  # a Tuesday
    assert lesson == decides, lesson
    for day, hour in ((decides - timedelta(days=7), 7), (decides, 7)):
        town.at(day.year, day.month, day.day, 6, 30)
        town.publishes()
        town.at(day.year, day.month, day.day, hour, 20)
        wanted = Reason.GUARDIAN if day < decides else None
        assert town.may("t1", "p3") is wanted
        assert town.may("t1", "p3", yes="") is not None  # the pupil's own yes, always


def test_R22_P09_a_revoked_teacher_and_a_revoked_laptop(town: Town) -> None:
    der = certificates.School().teacher().certificate.public_bytes(Encoding.DER)
    with town.office.register.begin() as desk:
        desk.get_one(Teacher, town.teacher("t1")).certificate = der
    fingerprint = hashlib.sha256(der).hexdigest()
    assert town.may("t1", "p1", fingerprint=fingerprint) is None
    town.admin.succeeds("revoke", town.admin.office, "t1", "--why", "lost")
    town.publishes()
    assert town.may("t1", "p1", fingerprint=fingerprint) is Reason.REVOKED
    assert town.may("t1", "p1", fingerprint="e" * 64) is None  # a new certificate
    town.admin.succeeds("revoke", town.admin.office, "laptop of p1", "--why", "stolen")
    town.publishes()
    with town.office.register.read() as desk:
        device = laptops.find_device(desk, town.office.school, "laptop of p1")
    assert device
    assert town.laptops["p3"][1].is_revoked(device.fingerprint)
