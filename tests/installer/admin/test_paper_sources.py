# SPDX-License-Identifier: GPL-3.0-or-later
"""What papers are made of: signed agreements in date, homes, and counts."""

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from consent.documents.signed import Kind, SignedPaper
from installer.admin.office import Office, find
from installer.admin.paper_sources import agreed_of, homes, usage
from installer.admin.publish import publish
from installer.admin.trouble import Exit, OfficeError
from installer.papers.letter import Home
from installer.papers.usage import Measure
from tests.fakes.office import NOW, fill_register, new_office, sign_charter

LATER = NOW + timedelta(days=2)
HEADING = "class,week,lessons,looks,calls\n"


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """Give an office with signed agreements and a class."""
    made = new_office(tmp_path)
    sign_charter(made, tmp_path)
    fill_register(made)
    return made


def refused(
    office: Office, now: datetime = LATER, *, proposed: bool = True
) -> OfficeError:
    """Ask for agreements that are no ground for a paper."""
    with pytest.raises(OfficeError) as caught:
        agreed_of(office, now, proposed=proposed)
    return caught.value


def test_published_agreements_need_no_option(office: Office) -> None:
    publish(office, LATER, lambda *_: None)
    found = agreed_of(office, LATER, proposed=False)
    assert found.charter.council.body == "schoolraad"
    assert not found.is_draft
    assert found.trust.is_demo


def test_R42_agreements_that_one_of_two_signed_are_a_draft(office: Office) -> None:
    folder = office.places.proposed
    paper = find(folder, "charter")
    assert paper is not None
    assert not agreed_of(office, LATER, proposed=True).is_draft
    alone = tuple(one for one in paper.signatures if one.by == "office")
    folder.put(SignedPaper(Kind.CHARTER, paper.body, alone))
    assert agreed_of(office, LATER, proposed=True).is_draft
    office.places.for_consoles.put(SignedPaper(Kind.CHARTER, paper.body, alone))
    assert refused(office, proposed=False).said.key == "papers.unsigned"
    folder.put(SignedPaper(Kind.CHARTER, paper.body, ()))
    assert refused(office).said.key == "papers.unsigned"


def test_R42_a_signature_over_other_words_is_none(office: Office) -> None:
    folder = office.places.proposed
    paper = find(folder, "charter")
    assert paper is not None
    bent = paper.body.replace(b"schoolraad", b"schoolreis")
    folder.put(SignedPaper(Kind.CHARTER, bent, paper.signatures))
    assert refused(office).said.key == "papers.unsigned"


def test_R46_overdue_agreements_are_refused_with_every_reason(office: Office) -> None:
    error = refused(office, NOW + timedelta(days=400))
    assert (error.said.key, error.code) == ("papers.over", Exit.REFUSED)
    reasons = error.said.values["reasons"]
    assert [one.key for one in reasons] == [  # type: ignore[attr-defined] # a list of Said
        "papers.over_expired", "papers.over_review", "papers.over_council",
    ]  # fmt: skip


def test_nothing_proposed_or_published_is_said(tmp_path: Path) -> None:
    bare = new_office(tmp_path)
    assert refused(bare).said.key == "papers.no_proposal"
    assert refused(bare, proposed=False).code is Exit.NOT_SET_UP


def test_R56_every_pupil_has_a_home_or_a_class_has_one(office: Office) -> None:
    with office.register.begin() as desk:
        each = homes(desk, office.school, NOW.date(), None, by_class=False)
        whole = homes(desk, office.school, NOW.date(), "4B", by_class=True)
        with pytest.raises(OfficeError):
            homes(desk, office.school, NOW.date(), "9Z", by_class=True)
    assert [home.pupil for home in each["4B"]] == [
        "Amina Bakker", "Bram Dries", "Casper Elst",
    ]  # fmt: skip
    assert whole == {"4B": [Home("4B")]}


def test_R26_a_list_of_counts_is_read(office: Office, tmp_path: Path) -> None:
    file = tmp_path / "counts.csv"
    file.write_text(f"{HEADING}4B,2026-11-23,2,14,1\n", "utf-8")
    found = usage(office, (), file, NOW.date())
    week = date(2026, 11, 23)
    assert found.counts == {
        (Measure.LESSONS, week, "4B"): 2,
        (Measure.LOOKS, week, "4B"): 14,
        (Measure.CALLS, week, "4B"): 1,
    }
    assert usage(office, (), None, NOW.date()).counts == {}


@pytest.mark.parametrize(
    "row",
    ["4B,2026-11-24,1,1,1", "4B,x,1,1,1", "4B,2026-11-23,1,-1,1", "4B,2026-11-23,1"],
)
def test_a_wrong_count_is_named_and_nothing_is_made(
    office: Office, tmp_path: Path, row: str
) -> None:
    file = tmp_path / "counts.csv"
    file.write_text(f"{HEADING}{row}\n", "utf-8")
    with pytest.raises(OfficeError) as caught:
        usage(office, (), file, NOW.date())
    assert (caught.value.said.key, caught.value.code) == (
        "papers.counts",
        Exit.NOT_GOOD,
    )
