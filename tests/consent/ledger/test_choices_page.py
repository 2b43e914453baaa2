# SPDX-License-Identifier: GPL-3.0-or-later
"""The receipt of each choice, as a page to keep."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import msgspec
import pytest

from consent.documents.fields import Lang
from consent.documents.signed import Kind as PaperKind
from consent.ledger.choices_page import choices_html
from consent.ledger.kinds import Chain
from consent.ledger.records import Agreed, consent_records
from consent.purpose import Purpose
from consent.record import ConsentRecord
from consent.wording.notice import notice_of
from tests.consent.ledger.test_page import HOSTILE, Reader
from tests.fakes.lesson import PlayedLesson
from tests.fakes.school import NOW


@pytest.fixture(scope="module")
def records(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[ConsentRecord]]:
    lesson = PlayedLesson(Path(tmp_path_factory.mktemp("lesson")))
    lesson.play()
    charter = lesson.school.papers[PaperKind.CHARTER].sha256
    slip = msgspec.structs.replace(
        lesson.school.slips[0], guardian=(lesson.school.widening("view"),)
    )
    agreed = Agreed(
        lesson.school.trust,
        {charter: lesson.school.charter},
        {lesson.school.class_id: slip},
        {lesson.school.class_id: "4B <wiskunde>"},
    )
    lines = [(line.sealed, line.entry) for line in lesson.agent.lines(Chain.OWN)]
    yield consent_records(lines, agreed)
    lesson.close()


def read(
    records: list[ConsentRecord], lang: Lang = Lang.NL, said: str = "Je koos."
) -> Reader:
    page = choices_html(
        records,
        {change.line: said for record in records for change in record.changes},
        lang=lang,
        zone=ZoneInfo("Europe/Brussels"),
        made=max((one.newest.time for one in records), default=NOW),
    )
    reader = Reader()
    reader.feed(page.decode("utf-8"))
    return reader


@pytest.mark.parametrize("lang", Lang)
def test_R51_the_exact_text_shown_stands_there(
    records: list[ConsentRecord], lang: Lang
) -> None:
    said = "".join(read(records, lang).texts)
    for record in records:
        text = notice_of(record.newest.notice_sha256)
        assert text is not None
        assert text in said
        assert record.newest.notice_sha256 in said


def test_a_text_of_another_version_is_named_by_its_number(
    records: list[ConsentRecord],
) -> None:
    other = replace(records[0].newest, notice_sha256="5e" * 32)
    said = "".join(read([replace(records[0], changes=(other,))]).texts)
    assert "5e" * 32 in said
    assert "zit niet meer in dit programma" in said


def test_R16_each_choice_says_how_it_stands_and_who_decided(
    records: list[ConsentRecord],
) -> None:
    by_purpose = {record.purpose: record for record in records}
    overview = "".join(read([by_purpose[Purpose.OVERVIEW]]).texts)
    view = "".join(read([by_purpose[Purpose.VIEW]]).texts)
    assert "Nu: ja, tot" in overview
    assert "Nu: nee." in view
    assert "Je ouder of voogd zei ja, op papier." in view
    assert "voogd" not in overview
    assert "4B <wiskunde>" in overview


def test_a_yes_that_is_over_is_a_no(records: list[ConsentRecord]) -> None:
    given = records[0]
    until = given.newest.time - timedelta(days=1)
    ended = replace(given, changes=(replace(given.newest, valid_until=until),))
    assert "Nu: nee." in "".join(read([ended]).texts)


def test_S10_nothing_becomes_markup(records: list[ConsentRecord]) -> None:
    calm = read(records)
    for hostile in HOSTILE:
        found = read(records, said=hostile)
        assert found.tags == calm.tags
        assert hostile in "".join(found.texts)


def test_without_choices_it_says_so() -> None:
    assert "Je hebt nog niets gekozen." in read([]).texts
