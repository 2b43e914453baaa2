# SPDX-License-Identifier: GPL-3.0-or-later
"""Consent records are made from the CONSENT lines, one for each purpose."""

import json
from dataclasses import replace
from pathlib import Path

from consent.documents.signed import Kind as PaperKind
from consent.ledger.kinds import Chain
from consent.ledger.records import Agreed, consent_records, records_bytes
from consent.purpose import Purpose
from consent.record import ConsentRecord, missing
from tests.fakes.lesson import PlayedLesson


def made(folder: Path) -> tuple[PlayedLesson, list[ConsentRecord]]:
    lesson = PlayedLesson(folder)
    lesson.play()
    charter = lesson.school.papers[PaperKind.CHARTER].sha256
    agreed = Agreed(
        lesson.school.trust,
        {charter: lesson.school.charter},
        {lesson.school.class_id: lesson.school.slips[0]},
        {lesson.school.class_id: lesson.school.sheet.name},
    )
    lines = [(line.sealed, line.entry) for line in lesson.agent.lines(Chain.OWN)]
    return lesson, consent_records([*lines, (lines[0][0], None)], agreed)


def test_R11_each_purpose_has_its_own_record_with_its_own_changes(
    tmp_path: Path,
) -> None:
    lesson, records = made(tmp_path)
    states = {
        record.purpose: [change.state.value for change in record.changes]
        for record in records
    }
    assert states == {
        Purpose.OVERVIEW: ["ConsentGiven"],
        Purpose.VIEW: ["ConsentGiven", "ConsentWithdrawn"],
    }
    assert len({record.record_id for record in records}) == 2
    lesson.close()


def test_R16_no_record_lacks_a_mandatory_term(tmp_path: Path) -> None:
    lesson, records = made(tmp_path)
    held = json.loads(records_bytes(records))
    assert held["@context"]["dpv"] == "https://w3id.org/dpv#"
    for record in held["dpv:hasRecordOfActivity"]:
        assert missing(record) == []
        assert record["dpv:hasThirdParty"] == []
        assert record["dpv:hasNotice"]["id"]
    lesson.close()


def test_without_papers_a_record_says_what_it_lacks(tmp_path: Path) -> None:
    lesson = PlayedLesson(tmp_path)
    lesson.play()
    lines = [(line.sealed, line.entry) for line in lesson.agent.lines(Chain.OWN)]
    records = consent_records(lines, Agreed(None, {}, {}, {}))
    held = json.loads(records_bytes(records))["dpv:hasRecordOfActivity"][0]
    assert held["dpv:hasNotice"]["sha256"]
    assert held["dpv:hasNotice"]["id"] == ""
    lesson.close()


def test_no_choices_make_no_records() -> None:
    held = json.loads(records_bytes(consent_records([], Agreed(None, {}, {}, {}))))
    assert held["dpv:hasRecordOfActivity"] == []


def test_R11_a_yes_in_another_class_is_another_record(tmp_path: Path) -> None:
    lesson, records = made(tmp_path)
    lines = [(line.sealed, line.entry) for line in lesson.agent.lines(Chain.OWN)]
    moved = [
        (
            sealed,
            entry and replace(entry, common=replace(entry.common, klass="0a" * 16)),
        )
        for sealed, entry in lines
    ]
    both = consent_records([*lines, *moved], Agreed(None, {}, {}, {}))
    assert len(both) == 2 * len(records)
    assert len({(one.class_id, one.purpose) for one in both}) == len(both)
    lesson.close()
