# SPDX-License-Identifier: GPL-3.0-or-later
"""R-37: a DPO reads a list only when the pupil's line about it is on disk."""

import asyncio
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from agent.core.instant import Instant
from agent.core.laptop import Identity, Laptop
from agent.core.record import context
from agent.daemon.identity import Enrolled, load
from agent.daemon.officer import Officer, bring
from agent.daemon.own_list import OwnList
from agent.daemon.trouble import DaemonError, Exit
from consent.documents.signed import Signer
from consent.ledger import archive
from consent.ledger import officer as orders
from consent.ledger.kinds import Chain, Kind
from consent.ledger.officer import OfficerOrder, Wish
from consent.ledger.verify import is_good, verify, verify_pack, verify_together
from tests.agent.daemon.conftest import Disk
from tests.fakes.dpo import REASON, erase_order
from tests.fakes.enrolled import enrol
from tests.fakes.lesson import PlayedLesson, next_lesson_day
from tests.fakes.school import School, make_school


class Bench:
    """One laptop's folder of orders, and its DPO."""

    def __init__(self, school: School, enrolled: Enrolled, disk: Disk) -> None:
        self.school, self.ledger = school, disk.ledger
        self.folder = enrolled.places.officer
        me = Identity(enrolled.device, enrolled.fingerprint, enrolled.peer.sign_pub)
        now = Instant(10.0, school.now)
        self.laptop = Laptop(me, school.shelf_for(), disk.ledger, now)
        self.officer = Officer(self.folder, disk.ledger, OwnList(disk.ledger, enrolled))
        self.officer.prepare()
        self.order = OfficerOrder(
            wish=Wish.READ,
            school=school.trust.school,
            device=enrolled.device,
            not_after=school.now + timedelta(days=5),
        )

    def lay(self, order: OfficerOrder, by: Signer = Signer.DPO) -> Path:
        """Lay an order in the folder, let the service look, give the answer's file."""
        data = orders.encode(order, self.school.keys[by].sign)
        return self.lay_bytes(data)

    def lay_bytes(self, data: bytes) -> Path:
        (self.folder / "a.order").write_bytes(data)
        self.officer.look(self.laptop)
        (answer,) = self.folder.iterdir()
        return answer

    def lines(self, chain: Chain, kind: Kind) -> list[dict[str, object]]:
        found = self.ledger.newest(chain, kind, 100)
        return [dict(line.entry.fields) for line in found if line.entry]

    def note(self, text: str = "Dit was een oefening.", about: int = 0) -> OfficerOrder:
        return replace(self.order, wish=Wish.NOTE, text=text, about=about)


@pytest.fixture
def bench(school: School, enrolled: Enrolled, disk: Disk) -> Iterator[Bench]:
    made = Bench(school, enrolled, disk)
    yield made
    made.ledger.close()


def test_R37_R38_a_reading_is_a_line_of_the_pupils_and_a_pack_that_holds_it(
    bench: Bench,
) -> None:
    answer = bench.lay(bench.order)
    assert answer.suffix == ".zip"
    (line,) = bench.lines(Chain.OWN, Kind.LOG_READ)
    assert line["by"] == "dpo"
    data = answer.read_bytes()
    assert is_good(verify_pack(data, bench.school.root_sha256))
    assert b'\\"by\\":\\"dpo\\"' in data


def test_R37_each_reading_is_a_line(bench: Bench) -> None:
    for _ in range(3):
        bench.lay(bench.order).unlink()
    assert len(bench.lines(Chain.OWN, Kind.LOG_READ)) == 3


def test_R37_without_the_line_there_is_no_pack(bench: Bench) -> None:
    bench.ledger._file.path.unlink()  # noqa: SLF001 -- there is no polite way to break it
    answer = bench.lay(bench.order)
    assert answer.suffix == ".no"
    assert b"could not be written" in answer.read_bytes()


@pytest.mark.parametrize("by", [Signer.OFFICE, Signer.ROOT, Signer.FRESH])
def test_R37_D04_the_office_cannot_read_a_list(bench: Bench, by: Signer) -> None:
    answer = bench.lay(bench.order, by)
    assert answer.suffix == ".no"
    assert b"did not sign" in answer.read_bytes()
    assert bench.lines(Chain.OWN, Kind.LOG_READ) == []


def test_an_order_for_another_laptop_or_week_is_refused(bench: Bench) -> None:
    for order in (
        replace(bench.order, device="ab" * 16),
        replace(bench.order, not_after=bench.school.now - timedelta(seconds=1)),
    ):
        answer = bench.lay(order)
        assert answer.suffix == ".no"
        answer.unlink()


def test_what_is_no_order_is_refused(bench: Bench) -> None:
    assert bench.lay_bytes(b"een brief").suffix == ".no"


def test_a_laptop_with_a_doubted_clock_carries_out_nothing(bench: Bench) -> None:
    bench.laptop.clock_ok = False
    assert bench.lay(bench.order).suffix == ".no"


def test_R37_a_correction_is_a_note_beside_the_line(bench: Bench) -> None:
    note: dict[str, object] = {"about": 0, "text": "een"}
    bench.ledger.append(Chain.SHARED, Kind.NOTE, note, context(bench.laptop))
    answer = bench.lay(bench.note(about=1))
    assert answer.suffix == ".done"
    answer.unlink()
    bench.lay(bench.note(about=1)).unlink()  # brought twice, written once
    assert bench.lines(Chain.SHARED, Kind.NOTE) == [
        {"about": 1, "text": "Dit was een oefening."},
        {"about": 0, "text": "een"},
    ]


def test_a_note_about_a_line_that_is_not_there_is_refused(bench: Bench) -> None:
    assert bench.lay(bench.note(about=9)).suffix == ".no"
    assert bench.lines(Chain.SHARED, Kind.NOTE) == []


def test_R34_an_order_to_erase_is_a_line_and_erases_nothing_yet(bench: Bench) -> None:
    note: dict[str, object] = {"about": 0, "text": "een"}
    bench.ledger.append(Chain.SHARED, Kind.NOTE, note, context(bench.laptop))
    order = erase_order(bench.school, 1)
    for _ in range(2):
        answer = bench.lay(order)
        assert answer.suffix == ".done"
        answer.unlink()
    (line,) = bench.lines(Chain.SHARED, Kind.ORDER)
    assert (line["target"], line["text"]) == (1, REASON)
    assert bench.lines(Chain.SHARED, Kind.NOTE) == [note]


@pytest.mark.parametrize("by", [Signer.OFFICE, Signer.ROOT, Signer.FRESH])
def test_R34_D04_the_office_cannot_have_a_list_erased(bench: Bench, by: Signer) -> None:
    answer = bench.lay(erase_order(bench.school), by)
    assert b"did not sign" in answer.read_bytes()
    assert bench.lines(Chain.SHARED, Kind.ORDER) == []


def test_R34_a_teacher_cannot_have_a_list_erased(bench: Bench) -> None:
    sign = bench.school.teachers[0].holder.sign_key.sign
    answer = bench.lay_bytes(orders.encode(erase_order(bench.school), sign))
    assert b"did not sign" in answer.read_bytes()
    assert bench.lines(Chain.SHARED, Kind.ORDER) == []


def test_the_folder_is_the_services_own_and_keeps_no_old_list(bench: Bench) -> None:
    assert bench.folder.stat().st_mode & 0o777 == 0o700
    (bench.folder / "old.zip").write_bytes(b"a list")
    bench.officer.prepare()
    assert list(bench.folder.iterdir()) == []


def test_R37_a_pack_that_nobody_fetches_does_not_lie_in_the_folder(
    bench: Bench,
) -> None:
    answer = bench.lay(bench.order)  # as after the time of whoever brought it
    bench.officer.look(bench.laptop)
    assert answer.exists()  # perhaps it is being fetched
    bench.officer.look(bench.laptop)
    assert list(bench.folder.iterdir()) == []
    answer = bench.lay(replace(bench.order, device="00" * 16))
    assert answer.suffix == ".no"
    for _ in range(2):
        bench.officer.look(bench.laptop)
    assert list(bench.folder.iterdir()) == []


def test_without_a_folder_nothing_is_looked_for(bench: Bench) -> None:
    bench.folder.rmdir()
    bench.officer.look(bench.laptop)
    assert not bench.folder.exists()


def test_an_answer_that_cannot_be_written_stops_nothing(
    bench: Bench, caplog: pytest.LogCaptureFixture
) -> None:
    (bench.folder / "a.order").mkdir()
    bench.officer.look(bench.laptop)
    assert "could not be read" in caplog.text
    caplog.clear()


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
        officer = Officer(enrolled.places.officer, lesson.agent, own_list)
        officer.prepare()
        (enrolled.places.officer / "x.heads").write_bytes(b"")
        officer.look(laptop)
        (answer,) = enrolled.places.officer.iterdir()
        assert answer.suffix == ".zip"
        return answer.read_bytes()

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


def test_D11_a_ledger_that_cannot_be_read_gives_the_office_a_no(bench: Bench) -> None:
    bench.ledger.close()
    (bench.folder / "x.heads").write_bytes(b"")
    bench.officer.look(bench.laptop)
    (answer,) = bench.folder.iterdir()
    assert answer.suffix == ".no"


async def test_where_no_service_has_its_folder_it_is_said(tmp_path: Path) -> None:
    with pytest.raises(DaemonError, match="nowhere") as caught:
        await bring(tmp_path / "nowhere", b"order")
    assert caught.value.code is Exit.NOT_SET_UP


async def test_an_admin_gets_the_services_answer(bench: Bench) -> None:
    data = orders.encode(bench.order, bench.school.keys[Signer.DPO].sign)

    async with asyncio.TaskGroup() as group:
        bringing = group.create_task(bring(bench.folder, data))
        await asyncio.sleep(0)  # it lies there now
        bench.officer.look(bench.laptop)
    ending, answer = bringing.result()
    assert ending == ".zip"
    assert is_good(verify_pack(answer))
    assert list(bench.folder.iterdir()) == []
