# SPDX-License-Identifier: GPL-3.0-or-later
"""Lost lines that came back stand beside the record, in their place, and can go."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest

from consent.documents.signed import public_bytes
from consent.ledger.chain import Sealed, commit
from consent.ledger.draft import SPREAD, Line
from consent.ledger.erasure import OrderedBy
from consent.ledger.kinds import Chain, Kind
from consent.ledger.receipt import Proof
from consent.store.agent_given import holds
from consent.store.agent_ledger import AgentLedger
from consent.store.agent_schema import FORMS
from consent.store.sqlite_file import SqliteFile
from tests.fakes.lesson import PlayedLesson
from tests.fakes.papers import BRUSSELS
from tests.fakes.records import (
    SLOT_DATE,
    TEACHER,
    Keys,
    context,
    fingerprint,
    laptop,
    open_fields,
)

WHO = "mevr. Peeters"
KEY = Keys()


@dataclass
class Lost:
    """A lesson whose laptop lost its list, and what its console still has."""

    lesson: PlayedLesson
    came: list[Sealed]
    fresh: AgentLedger

    @property
    def teacher(self) -> str:
        return self.lesson.school.teachers[0].fingerprint

    def keep(self, lines: list[Sealed] | None = None) -> None:
        self.fresh.keep_given(self.came if lines is None else lines, self.teacher, WHO)

    def prove(self) -> None:
        """Let the console prove each line that came back."""
        for line in self.fresh.given_unproven(self.teacher, 0):
            self.fresh.add_given_proof(line.sealed.seq, self.proof_of(line.sealed))

    def proof_of(self, sealed: Sealed) -> Proof:
        lesson, book = self.lesson, self.lesson.console
        (place,) = book.log_entries(lesson.origin, [sealed], lesson.device, "")
        return book.proof_for(place.origin, place.leaf, 0)


@pytest.fixture
def lost(tmp_path: Path) -> Iterator[Lost]:
    lesson = PlayedLesson(tmp_path / "lesson")
    lesson.play()
    came = [copy.sealed for copy in lesson.console.copy_for(lesson.device, 1, 1_000)]
    key = lesson.device_key
    fresh = AgentLedger(tmp_path / "fresh.db", key.sign, lesson.device)
    lesson.wait(3_600)
    fresh.append(Chain.OWN, Kind.ASKED, {"purpose": "view"}, lesson.context())
    fresh.begin_epoch(1, came[-1].seq, lesson.context())
    yield Lost(lesson, came, fresh)
    fresh.close()
    lesson.close()


def texts(lines: list[Line]) -> list[Sealed]:
    return [line.sealed for line in lines if line.entry is not None]


def test_R30_what_came_back_stands_in_its_place_and_says_from_whom(lost: Lost) -> None:
    lost.keep()
    told = lost.fresh.told()
    back, own = told[2:], told[:2]
    assert [line.sealed for line in reversed(back)] == lost.came
    assert {line.given for line in back} == {WHO}
    assert {line.given for line in own} == {None}
    assert [line.place for line in told] == sorted(
        (line.place for line in told), reverse=True
    )
    assert not any(line.is_waiting or line.is_proven for line in back)


def test_R30_the_list_is_read_in_pages_over_both(lost: Lost) -> None:
    lost.keep()
    whole, before, pages = lost.fresh.told(), 0, []
    while page := lost.fresh.told(before, 3):
        pages += page
        before = page[-1].place
    assert pages == whole
    assert len(whole) == len(lost.came) + 2


def test_what_came_back_stands_before_the_first_line_that_is_not_older(
    tmp_path: Path,
) -> None:
    """As when a list was put back to an older one, and went on."""
    old = laptop(tmp_path, KEY)
    own: dict[str, object] = {"purpose": "view"}
    note: dict[str, object] = {"about": 0, "text": "een"}
    came = [old.append(Chain.SHARED, Kind.NOTE, note, context(t)) for t in (0, 60)]
    old.close()
    (tmp_path / "ledger.db").unlink()
    (tmp_path / "new").mkdir()
    new = laptop(tmp_path / "new", KEY)
    for after_s in (30, 90):
        new.append(Chain.OWN, Kind.ASKED, own, context(after_s))
    new.begin_epoch(1, 2, context(120))
    new.append(Chain.SHARED, Kind.NOTE, note, context(10))
    new.keep_given(came, TEACHER, WHO)
    order = [line.entry.common.t for line in new.told() if line.entry]
    assert order == [context(t).t for t in (10, 120, 90, 60, 30, 0)]
    assert [line.place for line in new.given()] == [SPREAD + 2, 1]
    new.close()


def test_a_line_that_is_here_or_that_no_gap_names_is_not_kept(tmp_path: Path) -> None:
    ledger = laptop(tmp_path, KEY)
    dropped = ledger.append(Chain.SHARED, Kind.OPEN, open_fields(KEY), context())
    ledger.append(Chain.SHARED, Kind.OPEN, open_fields(KEY), context(60))
    ledger.drop_before(context(30).t)
    assert ledger.append_gap(fingerprint(), context(90))
    here = [line.sealed for line in ledger.lines(Chain.SHARED)]
    ledger.keep_given([dropped, *here], fingerprint(), WHO)
    assert ledger.given() == []
    ledger.close()


def test_what_came_first_stays(lost: Lost) -> None:
    first = lost.came[0]
    lost.keep([first])
    lost.keep([replace(first, commitment=bytes(32))])
    assert texts(lost.fresh.given()) == [first]


def test_R25_no_limit_is_counted_from_what_came_back(tmp_path: Path) -> None:
    old = laptop(tmp_path, KEY)
    came = old.append(Chain.SHARED, Kind.OPEN, open_fields(KEY), context())
    assert old.caps_used(SLOT_DATE) != old.caps_used("another day")
    old.close()
    (tmp_path / "new").mkdir()
    new = laptop(tmp_path / "new", KEY)
    new.begin_epoch(1, 1, context(60))
    new.keep_given([came], TEACHER, WHO)
    assert new.caps_used(SLOT_DATE) == new.caps_used("another day")
    assert new.unclosed_opens() == []
    assert new.last_of(TEACHER) == (0, bytes(32))
    new.close()


def test_a_copy_that_is_not_what_came_back_is_another(lost: Lost) -> None:
    lost.keep()
    one = lost.came[0]
    assert one.salt is not None
    assert one.body is not None
    assert lost.fresh.add_copy(one.seq, 0, commit(one.salt, one.body))
    assert not lost.fresh.add_copy(one.seq, 0, commit(one.salt, one.body + b" "))


def test_what_its_teacher_did_not_prove_is_known(lost: Lost) -> None:
    assert lost.fresh.given_unproven(lost.teacher, 0) == []
    lost.keep()
    seqs = [line.seq for line in lost.came]
    waiting = lost.fresh.given_unproven(lost.teacher, 0)
    assert [line.sealed.seq for line in waiting] == seqs
    lost.fresh.add_given_proof(seqs[0], lost.proof_of(lost.came[0]))
    later = lost.fresh.given_unproven(lost.teacher, seqs[1])
    assert [line.sealed.seq for line in later] == seqs[2:]
    assert len(lost.fresh.given_unproven(lost.teacher, 0)) == len(seqs) - 1
    assert lost.fresh.given_unproven("99" * 32, 0) == []


def test_R34_wiping_takes_what_came_back_and_tells_the_teacher(lost: Lost) -> None:
    lost.keep()
    lost.prove()
    lesson = lost.lesson
    made = lost.fresh.erase(0, OrderedBy.PUPIL, lesson.context())
    assert len(made) == 1
    assert texts(lost.fresh.given()) == []
    assert {line.given for line in lost.fresh.given()} == {""}
    ordered = {leaf for one in lost.fresh.owed_erasures() for leaf in one.leaves}
    assert {one.origin for one in lost.fresh.owed_erasures()} == {lesson.origin}
    lesson.console.erase(lesson.origin, sorted(ordered), lesson.device)
    assert lesson.console.copy_for(lesson.device, 1) == []
    left = lesson.console.page(lesson.school.lesson_id)
    assert [leaf for leaf in left if leaf.body is not None] == []


def test_R34_what_was_wiped_comes_back_no_more(lost: Lost) -> None:
    lost.keep()
    lost.fresh.erase(0, OrderedBy.PUPIL, lost.lesson.context())
    lost.keep()
    assert texts(lost.fresh.given()) == []
    assert lost.fresh.erase(0, OrderedBy.PUPIL, lost.lesson.context()) == ()
    assert lost.fresh.owed_erasures() == []  # no place was proven, so none is named


def test_R34_one_look_that_came_back_is_wiped_with_its_end(lost: Lost) -> None:
    lost.keep()
    opened = next(
        line.entry
        for line in lost.fresh.given()
        if line.entry and line.entry.kind is Kind.CLOSE
    ).number("open_seq")
    pair = lost.fresh.erasable(opened, lost.lesson.now)
    assert len(pair) == 2
    made = lost.fresh.erase(opened, OrderedBy.PUPIL, lost.lesson.context())
    assert len(made) == 2
    assert len(texts(lost.fresh.given())) == len(lost.came) - 2


def test_R34_a_dpos_order_takes_what_came_before_it_alone(lost: Lost) -> None:
    note: dict[str, object] = {"about": 0, "text": "een"}
    lost.keep(lost.came[:2])
    lost.fresh.append(Chain.SHARED, Kind.NOTE, note, lost.lesson.context())
    order = lost.fresh.newest(Chain.SHARED, Kind.NOTE)[0].n
    lost.keep()
    now = lost.lesson.now
    assert lost.fresh.has_words(0, now, order)
    lost.fresh.erase(0, OrderedBy.DPO, lost.lesson.context(), order)
    assert len(texts(lost.fresh.given())) == len(lost.came) - 2
    assert not lost.fresh.has_words(0, now, order)
    assert lost.fresh.has_words(0, now, 0)


def test_R34_what_was_wiped_before_the_loss_comes_back_without_words(
    lost: Lost, tmp_path: Path
) -> None:
    lesson, message = lost.lesson, lost.came[2]
    lesson.wait(2 * 86_400)
    lesson.agent.erase(message.seq, OrderedBy.PUPIL, lesson.context())
    lesson.confirm()
    copies = lesson.console.copy_for(lesson.device, message.seq + 1, 1_000)
    redacts = [copy.sealed for copy in copies if b'"REDACT"' in copy.body]
    assert redacts
    with closing(laptop(tmp_path, Keys(lesson.device_key))) as fresh:
        fresh.begin_epoch(1, redacts[-1].seq, lesson.context())
        fresh.keep_given([message, *redacts], lost.teacher, WHO)
        assert texts(fresh.given()) == list(reversed(redacts))
        assert len(fresh.given()) == len(redacts) + 1


def test_R34_a_command_of_another_month_is_not_named(lost: Lost) -> None:
    """It lies in another tree, where its number is another's."""
    lost.keep()
    lesson = lost.lesson
    other = lesson.origin[:-7] + "2031-01"
    line = next(x for x in lost.came if b'"SHARE"' in (x.body or b""))
    (place,) = lesson.console.log_entries(
        other, [replace(line, head=bytes(32))], lesson.device, ""
    )
    proof = lesson.console.proof_for(other, place.leaf, 0)
    lost.fresh.add_given_proof(line.seq, proof)
    lost.fresh.erase(line.seq, OrderedBy.PUPIL, lesson.context())
    (order,) = lost.fresh.owed_erasures()
    assert (order.origin, order.leaves) == (other, (place.leaf,))


def test_R35_what_came_back_goes_when_its_year_is_over(lost: Lost) -> None:
    lost.keep()
    begin = lost.lesson.school.now
    lost.fresh.drop_before(begin.astimezone(BRUSSELS))
    assert len(lost.fresh.given()) == len(lost.came)
    lost.fresh.drop_before(begin + timedelta(minutes=30))
    assert lost.fresh.given() == []
    assert lost.fresh.last_seq(Chain.SHARED) > 0  # what was written since is here


def test_R35_what_came_back_and_was_wiped_goes_with_the_lines_of_then(
    lost: Lost,
) -> None:
    lost.keep()
    lost.fresh.erase(0, OrderedBy.PUPIL, lost.lesson.context())
    lost.fresh.drop_before(lost.lesson.school.now + timedelta(minutes=30))
    assert len(lost.fresh.given()) == len(lost.came)  # it may still come again
    lost.lesson.wait(60)
    note: dict[str, object] = {"about": 0, "text": "een"}
    lost.fresh.append(Chain.SHARED, Kind.NOTE, note, lost.lesson.context())
    lost.fresh.drop_before(lost.lesson.now)
    assert lost.fresh.given() == []


def test_a_file_of_before_gets_a_place_for_what_comes_back(tmp_path: Path) -> None:
    SqliteFile(tmp_path / "ledger.db", FORMS[:3]).close()
    with closing(laptop(tmp_path, KEY)) as ledger:
        assert ledger.given() == []


def test_R33_what_came_back_holds_as_it_was_signed(lost: Lost) -> None:
    lost.keep()
    key = public_bytes(lost.lesson.device_key)
    file = SqliteFile(lost.lesson.folder.parent / "fresh.db", FORMS)
    rows = file.read("SELECT * FROM given")
    file.close()
    assert all(holds(row, key) for row in rows)
    assert not any(holds(row, public_bytes(lost.lesson.teacher_key)) for row in rows)
