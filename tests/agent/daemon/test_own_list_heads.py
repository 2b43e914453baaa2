# SPDX-License-Identifier: GPL-3.0-or-later
"""D11: the signed heads a laptop holds, for the office; nothing of its list."""

import json
from pathlib import Path

import pytest

from agent.core.instant import Instant
from agent.core.laptop import Identity, Laptop
from agent.daemon.identity import load
from agent.daemon.own_list import OwnList
from consent.ledger import archive
from consent.ledger.kinds import Chain
from consent.ledger.verify import is_good, verify, verify_together
from tests.fakes.enrolled import enrol
from tests.fakes.lesson import PlayedLesson, next_lesson_day
from tests.fakes.school import make_school


class Pair:
    """Two laptops of one class, and what each gives the office."""

    def __init__(self, folder: Path, *, one_record: bool) -> None:
        school = make_school(next_lesson_day(), pupils=2)
        first = PlayedLesson(folder / "a", school)
        book = first.console if one_record else None
        self.lessons = (first, PlayedLesson(folder / "b", school, who=1, book=book))
        for lesson in self.lessons:
            lesson.play()
        self.folder, self.school = folder, school

    def heads(self, number: int) -> bytes:
        """Have one laptop's service answer."""
        lesson = self.lessons[number]
        enrolled = load(enrol(self.school, self.folder / f"state{number}", number))
        me = Identity(enrolled.device, enrolled.fingerprint, enrolled.peer.sign_pub)
        now = Instant(10.0, lesson.now)
        laptop = Laptop(me, self.school.shelf_for(number), lesson.agent, now)
        own_list = OwnList(lesson.agent, enrolled)
        return own_list.heads(laptop)

    def close(self) -> None:
        for lesson in reversed(self.lessons):
            lesson.close()


@pytest.mark.parametrize("one_record", [True, False])
def test_R33_D11_the_office_lays_the_heads_of_two_laptops_side_by_side(
    tmp_path: Path, *, one_record: bool
) -> None:
    pair = Pair(tmp_path, one_record=one_record)
    checked = {str(number): verify(pair.heads(number)) for number in range(2)}
    assert all(is_good(one.found) for one in checked.values())
    volume = verify(pair.lessons[0].volume())
    found = verify_together({**checked, "volume": volume})
    assert is_good(found) is one_record
    wrong = {one.code for one in found if not one.ok}
    assert wrong == (set() if one_record else {"two_lists", "head_of_no_tree"})
    pair.close()


def test_D11_there_is_nothing_of_the_list_in_what_the_office_gets(
    tmp_path: Path,
) -> None:
    pair = Pair(tmp_path, one_record=True)
    before = pair.lessons[0].agent.last_seq(Chain.OWN)
    held = archive.read(pair.heads(0)).members
    assert held["shared.jsonl"] == held["own.jsonl"] == b""
    kinds = {json.loads(line)["type"] for line in held["proofs.jsonl"].splitlines()}
    assert kinds == {"growth"}
    assert not [name for name in held if "slip" in name]
    pupil = pair.school.pupils[0].id.encode()
    assert not [name for name, data in held.items() if pupil in data]
    assert pair.lessons[0].agent.last_seq(Chain.OWN) == before
    pair.close()
