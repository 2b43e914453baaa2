# SPDX-License-Identifier: GPL-3.0-or-later
"""What the office publishes is what laptops and consoles believe, and no more."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from consent.documents.signed import Kind
from consent.documents.trust import SchoolKind
from consent.purpose import PICTURES
from consent.shelf.shelf import Shelf
from consent.store.papers_folder import PapersFolder
from consent.store.register import choices, laptops, people
from consent.store.register.closed import Checked
from consent.store.register.incoming import IncomingSet
from consent.store.register.intake import take_in
from consent.store.register.models import GuardianDecision
from consent.store.register.papers import revoke
from installer.admin.enrolment import answer_by_hand
from installer.admin.office import Office
from installer.admin.publish import publish
from installer.admin.rosters.gathering import gather
from installer.admin.rosters.reading import Read, Wish
from installer.admin.rosters.tables import read_tables
from installer.admin.trouble import OfficeError
from protocol.identity import Role, peer_from_certificate
from tests.fakes.office import (
    NOW,
    ROSTER,
    Laptop,
    fill_register,
    laptop,
    new_office,
    sign_charter,
)


def _silent(what: str, done: int, of: int) -> None:
    del what, done, of


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """Give an office with a charter, a class and a laptop for p1."""
    office = new_office(tmp_path)
    sign_charter(office, tmp_path)
    fill_register(office)
    yield office
    office.register.close()


def _enrol(office: Office, pupil: str) -> tuple[Laptop, str]:
    asking = laptop(f"laptop of {pupil}")
    give = answer_by_hand(office, asking.ask, NOW)
    device = peer_from_certificate(give.certificate, Role.DEVICE).id.hex()
    with office.register.begin() as desk:
        row = laptops.find_device(desk, office.school, device)
        found = people.find_pupil(desk, office.school, pupil)
        assert row is not None
        assert found is not None
        laptops.assign(desk, row, found, NOW.date())
    return asking, device


def _shelf(office: Office, folder: PapersFolder, **laptop_only: object) -> Shelf:
    shelf = Shelf(office.trust().root_hash, **laptop_only)  # type: ignore[arg-type]
    papers, faults = folder.read()
    assert faults == []
    shelf.accept_all([filed.paper for filed in papers], NOW)
    return shelf


def test_a_laptop_finds_its_own_slip_and_fresh_papers(office: Office) -> None:
    asking, device = _enrol(office, "p1")
    assert publish(office, NOW, _silent) == 1
    shelf = _shelf(
        office, office.places.for_laptops, device=device, seal_key=asking.seal
    )
    ((class_id, slip),) = shelf.slips.items()
    assert slip.opt_outs == ()
    assert shelf.freshness(class_id, NOW).ok
    assert shelf.rosters == {}
    assert not shelf.freshness(class_id, NOW + timedelta(days=8)).ok


def test_a_console_finds_names_and_the_one_flag(office: Office) -> None:
    _enrol(office, "p1")
    publish(office, NOW, _silent)
    (names,) = _shelf(office, office.places.for_consoles).rosters.values()
    flags = {pupil.name: pupil.no_picture for pupil in names.pupils}
    # p2 has no laptop; p3 is under 13 and no guardian said yes
    assert flags == {"Amina B.": False, "Bram D.": True, "Casper E.": True}


def test_D01_nobody_reads_an_opt_out_from_the_published_files(office: Office) -> None:
    for pupil in ("p1", "p2"):
        _enrol(office, pupil)
    publish(office, NOW, _silent)
    before = _sizes(office)
    _opt_out(office, "p1")
    publish(office, NOW, _silent)
    assert _sizes(office) == before


def test_an_opt_out_reaches_the_slip_and_the_flag(office: Office) -> None:
    asking, device = _enrol(office, "p1")
    _opt_out(office, "p1")
    publish(office, NOW, _silent)
    shelf = _shelf(
        office, office.places.for_laptops, device=device, seal_key=asking.seal
    )
    (slip,) = shelf.slips.values()
    assert set(slip.opt_outs) == {purpose.value for purpose in PICTURES}
    (names,) = _shelf(office, office.places.for_consoles).rosters.values()
    assert all(pupil.no_picture for pupil in names.pupils)


def test_a_guardians_no_reaches_the_slip(office: Office) -> None:
    asking, device = _enrol(office, "p1")
    pupil, klass = _ids(office)
    with office.register.begin() as desk:
        choices.put_guardian_decision(
            desk,
            GuardianDecision(
                pupil=pupil,
                class_group=klass,
                purpose="overview",
                answer="no",
                checked=Checked.IN_PERSON,
                checked_by="secretariat",
                decided_on=date(2026, 9, 2),
                entered_by="An",
                entered_at=NOW,
                widening=None,
            ),
        )
    publish(office, NOW, _silent)
    shelf = _shelf(
        office, office.places.for_laptops, device=device, seal_key=asking.seal
    )
    (slip,) = shelf.slips.values()
    assert slip.guardian_no == ("overview",)


def test_a_lost_certificate_is_on_the_list_for_all(office: Office) -> None:
    with office.register.begin() as desk:
        revoke(desk, office.school, "f" * 64, "lost", NOW)
    publish(office, NOW, _silent)
    assert _shelf(office, office.places.for_laptops).is_revoked("f" * 64)


def test_without_a_signed_charter_or_with_two_equal_names_nothing_is_written(
    tmp_path: Path, office: Office
) -> None:
    bare = new_office(tmp_path / "bare")
    with pytest.raises(OfficeError, match=r"publish\.no_charter"):
        publish(bare, NOW, _silent)
    before = _bodies(office)
    _, klass = _ids(office)
    with office.register.begin() as desk:
        slots = people.slots_of(desk, klass)
        slots[0].ends = slots[0].starts
    with pytest.raises(OfficeError, match=r"sheet\.other"):
        publish(office, NOW, _silent)
    assert _bodies(office) == before


def test_a_class_that_does_not_fit_is_told_in_words(tmp_path: Path) -> None:
    office = new_office(tmp_path, SchoolKind.SCHOOL)
    sign_charter(office, tmp_path)
    fill_register(office)
    publish(office, NOW, _silent)
    _, klass = _ids(office)
    for starts, ends, key in (
        ("16:00", "17:30", "sheet.outside"),  # the agreements end at 17:00
        ("09:30", "11:00", None),
    ):
        with office.register.begin() as desk:
            slots = people.slots_of(desk, klass)
            slots[0].starts, slots[0].ends = starts, ends
        if key is None:
            assert publish(office, NOW, _silent) == 1
            continue
        with pytest.raises(OfficeError, match=r"sheet\.refused") as caught:
            publish(office, NOW, _silent)
        faults = caught.value.said.values["faults"]
        assert isinstance(faults, list)
        assert [fault.key for fault in faults] == [key]
    office.register.close()


def test_R17_only_classes_of_this_school_year_are_published(office: Office) -> None:
    with office.register.begin() as desk:
        klass = people.find_class(desk, office.school, "4B")
        assert klass is not None
        klass.school_year = "2027-2028"
    with pytest.raises(OfficeError, match=r"publish\.no_class") as caught:
        publish(office, NOW, _silent)
    assert caught.value.step is not None
    kinds = {f.paper.kind for f in office.places.for_consoles.read()[0]}
    assert Kind.ROSTER not in kinds


def test_papers_of_a_class_that_is_empty_are_taken_away_with_its_names(
    office: Office,
) -> None:
    _enrol(office, "p1")
    publish(office, NOW, _silent)
    with office.register.begin() as desk:
        take_in(desk, office.school, IncomingSet("2026-2027"))
    assert publish(office, NOW, _silent) == 0
    for folder in (office.places.for_laptops, office.places.for_consoles):
        assert {f.name for f in folder.read()[0]} == {"charter", "revocations", "trust"}


def test_R19_days_that_rest_on_another_age_than_was_agreed_are_not_published(
    office: Office,
) -> None:
    _enrol(office, "p1")
    publish(office, NOW, _silent)
    before = _bodies(office)
    with office.register.begin() as desk:
        take_in(desk, office.school, replace(_small_set(), guardian_age=16))
    with pytest.raises(OfficeError, match=r"publish\.other_age") as caught:
        publish(office, NOW, _silent)
    assert caught.value.said.values == {"old": 16, "new": 13}
    assert _bodies(office) == before


def test_R35_publishing_forgets_what_is_past_its_time(office: Office) -> None:
    much_later = NOW.replace(year=2027, month=10, day=2)
    with pytest.raises(OfficeError, match=r"publish\.no_class"):
        publish(office, much_later, _silent)
    with office.register.read() as desk:
        assert people.find_pupil(desk, office.school, "p1") is None


def test_a_publication_that_was_overtaken_writes_nothing(office: Office) -> None:
    _enrol(office, "p1")
    newer: list[dict[str, bytes]] = []

    def another_admin(what: str, done: int, of: int) -> None:
        if not newer:
            newer.append({})
            _opt_out(office, "p1")
            publish(office, NOW, _silent)
            newer.append(_bodies(office))

    assert publish(office, NOW, another_admin) == 1
    assert _bodies(office) == newer[1]
    (names,) = _shelf(office, office.places.for_consoles).rosters.values()
    assert all(pupil.no_picture for pupil in names.pupils)


def _small_set() -> IncomingSet:
    files = {name: text.encode() for name, text in ROSTER.items()}
    read = gather(read_tables(files), Wish(NOW.date()))
    assert isinstance(read, Read)
    return read.incoming


def _ids(office: Office) -> tuple[str, str]:
    with office.register.begin() as desk:
        pupil = people.find_pupil(desk, office.school, "p1")
        klass = people.find_class(desk, office.school, "4B")
        assert pupil is not None
        assert klass is not None
        return pupil.id, klass.id


def _opt_out(office: Office, who: str) -> None:
    with office.register.begin() as desk:
        pupil = people.find_pupil(desk, office.school, who)
        klass = people.find_class(desk, office.school, "4B")
        assert pupil is not None
        assert klass is not None
        for purpose in PICTURES:
            choices.opt_out(desk, pupil.id, klass.id, purpose, "office", NOW)


def _sizes(office: Office) -> list[tuple[str, int]]:
    """Name kinds and sizes of what anybody may fetch; random names left out."""
    return sorted(
        (file.name.partition("-")[0], file.stat().st_size)
        for file in office.places.for_laptops.path.iterdir()
    )


def _bodies(office: Office) -> dict[str, bytes]:
    papers, _ = office.places.for_consoles.read()
    return {f.name: f.paper.body for f in papers if f.paper.kind is not Kind.SLIP}
