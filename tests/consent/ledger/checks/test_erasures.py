# SPDX-License-Identifier: GPL-3.0-or-later
"""R-34: a REDACT that nobody ordered, came too early, or passed a HOLD, is said."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from consent.documents.signed import Signer
from consent.ledger import pack
from consent.ledger.checks.finding import Finding
from consent.ledger.erasure import OrderedBy
from consent.ledger.kinds import Chain, Kind
from consent.ledger.verify import verify_pack
from tests.fakes.dpo import REASON, dpo_asks
from tests.fakes.lesson import PlayedLesson
from tests.fakes.verdict import said, wrong

DAY_S = 86_400
VIEW, CLOSE = 4, 5  # a look of the lesson, and its end


@pytest.fixture
def lesson(tmp_path: Path) -> Iterator[PlayedLesson]:
    """Give a lesson of two days ago."""
    made = PlayedLesson(tmp_path)
    made.play()
    made.wait(2 * DAY_S)
    yield made
    made.close()


def redact(lesson: PlayedLesson, target: int, by: OrderedBy = OrderedBy.DPO) -> None:
    assert lesson.agent.erase(target, by, lesson.context())


def sentences(lesson: PlayedLesson) -> list[Finding]:
    return [one for one in verify_pack(lesson.pack()) if not one.ok]


@pytest.mark.parametrize("target", [0, VIEW])
def test_R34_an_order_that_waited_is_no_fault(
    lesson: PlayedLesson, target: int
) -> None:
    dpo_asks(lesson, target, close=CLOSE if target else 0)
    lesson.wait(14 * DAY_S)
    redact(lesson, target)
    assert wrong(lesson) == set()
    assert "erased" in said(lesson)


def test_R34_the_teacher_keeps_the_order_that_is_about_a_line_of_theirs(
    lesson: PlayedLesson,
) -> None:
    dpo_asks(lesson, VIEW, CLOSE)
    lesson.wait(14 * DAY_S)
    redact(lesson, VIEW)
    lesson.confirm()
    for one in lesson.agent.owed_erasures():
        lesson.console.erase(one.origin, one.leaves, lesson.device)
    kept = [x.body for x in lesson.console.copy_for(lesson.device, 1, count=99)]
    assert any(REASON.encode() in body for body in kept)
    assert sum(b'"by":"dpo"' in body for body in kept) == 2
    assert lesson.compare()
    assert wrong(lesson) == set()


def test_the_pupils_own_order_needs_none_of_it(lesson: PlayedLesson) -> None:
    redact(lesson, 0, OrderedBy.PUPIL)
    assert wrong(lesson) == set()


def test_R34_R39_a_dpos_erasing_before_its_day_is_found(lesson: PlayedLesson) -> None:
    dpo_asks(lesson)
    lesson.wait(14 * DAY_S - 1)
    redact(lesson, 0)
    (found,) = sentences(lesson)
    assert found.code == "erased_early"
    assert "die de leerling 14 dagen kon lezen" in found.sentence_nl
    assert "could read for 14 days" in found.sentence_en
    assert "pouvait lire pendant 14 jours" in found.sentence_fr


def test_R34_R39_a_dpos_erasing_that_nobody_announced_is_found(
    lesson: PlayedLesson,
) -> None:
    redact(lesson, VIEW)
    assert wrong(lesson) == {"erased_early"}


@pytest.mark.parametrize("close", [0, CLOSE + 1])
def test_R34_an_order_covers_the_lines_it_names(
    lesson: PlayedLesson, close: int
) -> None:
    dpo_asks(lesson, VIEW, close)  # not the end of that look
    lesson.wait(14 * DAY_S)
    redact(lesson, VIEW)
    assert [x.code for x in sentences(lesson)] == ["erased_early"]


@pytest.mark.parametrize("by", [Signer.OFFICE, Signer.ROOT, None])
def test_R34_R39_an_order_that_no_dpo_signed_is_found(
    lesson: PlayedLesson, by: Signer | None
) -> None:
    sign: Callable[[bytes], bytes] = lesson.teacher_key.sign
    if by is not None:
        sign = lesson.school.keys[by].sign
    dpo_asks(lesson, sign=sign)
    lesson.wait(14 * DAY_S)
    redact(lesson, 0)
    assert wrong(lesson) == {"erased_early"}


def test_an_order_that_lapsed_or_came_before_lines_were_lost_is_none(
    lesson: PlayedLesson,
) -> None:
    dpo_asks(lesson)
    lesson.agent.begin_epoch(1, 30, lesson.context())
    lesson.wait(14 * DAY_S)
    redact(lesson, 0)
    assert wrong(lesson) == {"erased_early"}


@pytest.mark.parametrize("by", list(OrderedBy))
def test_R34_R39_an_erasing_while_a_hold_stands_is_found(
    lesson: PlayedLesson, by: OrderedBy
) -> None:
    dpo_asks(lesson)
    lesson.shared(Kind.HOLD, {"by": "pupil", "target": 0})
    lesson.wait(14 * DAY_S)
    redact(lesson, 0, by)
    found = sentences(lesson)
    assert found[0].code == "erased_held"
    assert "terwijl de lijst bewaard moest blijven" in found[0].sentence_nl
    assert "while the list was to be kept" in found[0].sentence_en
    assert "alors que la liste devait être gardée" in found[0].sentence_fr
    late = [] if by is OrderedBy.PUPIL else ["erased_early"]
    assert [x.code for x in found[1:]] == late


def test_a_hold_after_it_or_of_more_than_a_year_ago_is_no_fault(
    lesson: PlayedLesson,
) -> None:
    lesson.shared(Kind.HOLD, {"by": "pupil", "target": 0})
    lesson.wait(365 * DAY_S)
    redact(lesson, 0, OrderedBy.PUPIL)
    lesson.shared(Kind.HOLD, {"by": "pupil", "target": 0})
    assert "erased_held" not in wrong(lesson)


def kept_from(lesson: PlayedLesson, seq: int) -> set[str]:
    """Check a pack whose older lines are past their keeping."""
    export = lesson.agent.export()
    first = next(x.n for x in export.lines if _is(x.sealed.chain, x.sealed.seq, seq))
    gone = [x for x in export.lines if x.n < first]
    starts = dict(export.starts)
    for line in reversed(gone):
        chain = line.sealed.chain
        starts[chain] = replace(
            starts[chain], seq=line.sealed.seq, head=line.sealed.head
        )
    lines = [x for x in export.lines if x.n >= first]
    kept = replace(export, lines=lines, starts=starts)
    made = pack.build(kept, lesson.frame(), lesson.device_key.sign)
    return {x.code for x in verify_pack(made) if not x.ok}


def _is(chain: Chain, seq: int, wanted: int) -> bool:
    return chain is Chain.SHARED and seq == wanted


def test_an_order_that_is_past_its_keeping_can_have_been_there(
    lesson: PlayedLesson,
) -> None:
    order = dpo_asks(lesson)
    lesson.shared(Kind.NOTE, {"about": 0, "text": "Het eerste dat bleef."})
    lesson.wait(14 * DAY_S)
    redact(lesson, 0)
    assert "erased_early" not in kept_from(lesson, order.seq + 1)


def test_R34_but_not_when_it_would_have_lapsed(lesson: PlayedLesson) -> None:
    order = dpo_asks(lesson)
    lesson.shared(Kind.NOTE, {"about": 0, "text": "Het eerste dat bleef."})
    lesson.wait(44 * DAY_S)
    redact(lesson, VIEW)
    assert "erased_early" in kept_from(lesson, order.seq + 1)
