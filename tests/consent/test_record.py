# SPDX-License-Identifier: GPL-3.0-or-later
"""A consent record in the words of W3C DPV, with every mandatory field of ours."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any, cast

import msgspec
import pytest

from consent.lifecycle import ConsentState
from consent.method import Method
from consent.purpose import PICTURES, Purpose
from consent.record import (
    MANDATORY,
    ConsentChange,
    ConsentRecord,
    graph,
    guardian_changes,
    jsonld,
    missing,
)
from consent.wording.notice import notice_hash
from tests.fakes.school import NOW, make_school

SCHOOL = make_school()
GIVEN = ConsentChange(
    state=ConsentState.GIVEN,
    time=NOW,
    valid_until=NOW + timedelta(days=90),
    by=f"pupil:{SCHOOL.pupils[0].id}",
    method=Method.AGENT_DIALOG,
    evidence="",
    pupil_key="ab" * 32,
    pupil_sig="cd" * 64,
    line="5f" * 32,
    notice_sha256=SCHOOL.charter.notices[0].sha256,
    charter_sha256="ef" * 32,
)
RECORD = ConsentRecord(
    pupil=SCHOOL.pupils[0].id,
    class_id=SCHOOL.class_id,
    class_name="4B",
    purpose=Purpose.VIEW,
    notice=SCHOOL.charter.notices[0],
    charter=SCHOOL.charter,
    trust=SCHOOL.trust,
    decider_from=date(2020, 1, 1),
    changes=(GIVEN, replace(GIVEN, state=ConsentState.WITHDRAWN)),
)


def field(record: ConsentRecord, *path: str) -> Any:  # noqa: ANN401 -- JSON
    held: Any = jsonld(record)
    for name in path:
        held = held[name]
    return held


def test_R16_a_whole_record_lacks_nothing() -> None:
    assert missing(jsonld(RECORD)) == []


@pytest.mark.parametrize("term", MANDATORY)
def test_a_record_without_a_mandatory_term_is_seen(term: str) -> None:
    held = jsonld(RECORD)
    del held[term]
    assert missing(held) == [term]


def test_terms_are_those_of_the_profile() -> None:
    assert field(RECORD, "dct:conformsTo").endswith("dpv-27560#record-eu-gdpr")
    assert field(RECORD, "@type") == "dpv:ConsentRecord"
    assert field(RECORD, "dpv:hasLegalBasis").startswith("eu-gdpr:A6-1-")
    assert field(RECORD, "dpv:hasJurisdiction") == ["loc:BE", "eu-gdpr:GDPR"]
    assert field(RECORD, "dpv:hasConsentControl", "@type") == "dpv:WithdrawConsent"


def test_its_id_is_a_random_uuid_by_form_and_stays_the_same() -> None:
    assert RECORD.record_id[14] == "4"
    assert RECORD.record_id[19] in "89ab"
    assert RECORD.record_id == replace(RECORD, charter=None).record_id


def test_only_a_yes_is_an_expressed_consent() -> None:
    given, withdrawn = field(RECORD, "inzage:events")
    assert given["@type"] == "dpv:ExplicitlyExpressedConsent"
    assert "@type" not in withdrawn
    assert withdrawn["dpv:hasConsentStatus"] == "dpv:ConsentWithdrawn"


def test_a_small_picture_is_less_than_a_large_one() -> None:
    small = replace(RECORD, purpose=Purpose.OVERVIEW)
    assert field(small, "dpv:hasPersonalData")[0]["@id"] == "inzage:screen_image_small"
    assert field(RECORD, "dpv:hasPersonalData")[0]["@id"] == "inzage:screen_image_full"


def test_who_decides_depends_on_the_day() -> None:
    young = replace(RECORD, decider_from=NOW.date() + timedelta(days=1))
    assert field(RECORD, "dpv:isIndicatedBy", "role") == "pupil"
    assert field(young, "dpv:isIndicatedBy", "role") == "guardian"
    unknown = replace(RECORD, decider_from=None)
    assert field(unknown, "dpv:isIndicatedBy")["decider_from"] == ""


def test_a_record_without_papers_still_says_what_it_knows() -> None:
    bare = replace(RECORD, charter=None, trust=None, notice=None)
    held = jsonld(bare)
    assert held["dct:language"] == "und"
    assert cast("dict[str, str]", held["dpv:hasDataController"])["name"] == ""
    ended = replace(bare, changes=(replace(GIVEN, valid_until=None),))
    assert field(ended, "inzage:events")[0]["dpv:UntilTimeDuration"] == ""


def test_powers_of_the_school_have_no_consent_record() -> None:
    for purpose in set(Purpose) - PICTURES:
        with pytest.raises(ValueError, match="does not rest"):
            replace(RECORD, purpose=purpose)


def test_a_record_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one"):
        replace(RECORD, changes=())


def test_R16_school_rules_are_no_method() -> None:
    with pytest.raises(ValueError, match="school_rules"):
        Method("school_rules")


def test_a_pupil_keeps_a_receipt_of_all() -> None:
    held = graph([RECORD])
    assert held["@type"] == "dpv:ConsentReceipt"
    assert held["dpv:hasRecordOfActivity"] == [jsonld(RECORD)]


def test_R51_a_record_holds_the_exact_text_that_was_shown() -> None:
    text = field(RECORD, "dpv:hasNotice", "text")
    assert notice_hash(text) == field(RECORD, "dpv:hasNotice", "sha256")
    other = replace(RECORD, changes=(replace(GIVEN, notice_sha256="00" * 32),))
    assert field(other, "dpv:hasNotice", "text") == ""


def test_R19_a_guardians_decision_is_an_event_of_its_own() -> None:
    yes = SCHOOL.widening("view")
    slip = msgspec.structs.replace(
        SCHOOL.slips[0], guardian=(yes,), guardian_no=("show",)
    )
    given, refused = (
        guardian_changes(slip, purpose)[0] for purpose in (Purpose.VIEW, Purpose.SHOW)
    )
    record = replace(RECORD, guardian=(given, refused))
    *_, first, second = field(record, "inzage:events")
    assert first["dpv:isIndicatedBy"] == second["dpv:isIndicatedBy"] == "guardian:1"
    assert first["dpv:hasConsentStatus"] == "dpv:ConsentGiven"
    assert first["dpv:hasIndicationMethod"].startswith("paper_form_checked_by(")
    assert second["dpv:hasConsentStatus"] == "dpv:ConsentRefused"
    assert "@type" not in second
    assert guardian_changes(slip, Purpose.OVERVIEW) == []
