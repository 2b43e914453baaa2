# SPDX-License-Identifier: GPL-3.0-or-later
"""R-37: a DPO reads a list only when the pupil's line about it is on disk."""

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest

from agent.core.instant import Instant
from agent.core.laptop import Identity, Laptop
from agent.core.record import context
from agent.daemon.identity import Enrolled
from agent.daemon.officer import NOTES_READ, Officer
from agent.daemon.own_list import OwnList
from consent.documents.signed import Kind as PaperKind
from consent.documents.signed import Signer
from consent.ledger import officer as orders
from consent.ledger.draft import Draft
from consent.ledger.errors import LedgerError
from consent.ledger.kinds import Chain, Kind
from consent.ledger.officer import OfficerError, OfficerOrder, Wish
from consent.ledger.verify import is_good, verify_pack
from consent.shelf.shelf import Shelf
from tests.agent.daemon.conftest import Disk
from tests.fakes.dpo import REASON, erase_order
from tests.fakes.records import Keys
from tests.fakes.school import School

DAY = timedelta(days=1)


class Bench:
    """One laptop's service, and its DPO."""

    def __init__(self, school: School, enrolled: Enrolled, disk: Disk) -> None:
        self.school, self.ledger = school, disk.ledger
        me = Identity(enrolled.device, enrolled.fingerprint, enrolled.peer.sign_pub)
        now = Instant(10.0, school.now)
        self.laptop = Laptop(me, school.shelf_for(), disk.ledger, now)
        self.officer = Officer(disk.ledger, OwnList(disk.ledger, enrolled))
        self.order = OfficerOrder(
            wish=Wish.READ,
            school=school.trust.school,
            device=enrolled.device,
            not_after=school.now + timedelta(days=5),
        )

    def bring(self, order: OfficerOrder, by: Signer = Signer.DPO) -> bytes | None:
        """Have an order carried out; gives the pack."""
        data = orders.encode(order, self.school.keys[by].sign)
        return self.officer.carry_out(self.laptop, data)

    def lines(self, chain: Chain, kind: Kind) -> list[dict[str, object]]:
        found = self.ledger.newest(chain, kind, 100)
        return [dict(line.entry.fields) for line in found if line.entry]

    def write(self, text: str) -> dict[str, object]:
        """Write a note as a first line."""
        note: dict[str, object] = {"about": 0, "text": text}
        self.ledger.append(Chain.SHARED, Kind.NOTE, note, context(self.laptop))
        return note

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
    pack = bench.bring(bench.order)
    (line,) = bench.lines(Chain.OWN, Kind.LOG_READ)
    assert line["by"] == "dpo"
    assert pack is not None
    assert is_good(verify_pack(pack, bench.school.root_sha256))
    assert b'\\"by\\":\\"dpo\\"' in pack


def test_R37_each_reading_is_a_line_and_an_order_of_its_own(bench: Bench) -> None:
    for days in (3, 4):
        bench.bring(replace(bench.order, not_after=bench.school.now + days * DAY))
    lines = bench.lines(Chain.OWN, Kind.LOG_READ)
    assert len({line["order"] for line in lines}) == 2


def test_R37_an_order_is_read_with_once_and_the_no_says_what_to_do(
    bench: Bench,
) -> None:
    pack = bench.bring(bench.order)
    bench.laptop.now = Instant(10.0, bench.school.now + 4 * DAY)
    day = bench.laptop.local_time(bench.school.now)
    for _ in range(2):
        with pytest.raises(OfficerError, match="ask the DPO for a new order") as no:
            bench.bring(bench.order)
        assert f"used on {day:%d-%m-%Y} at {day:%H:%M}" in str(no.value)
    (line,) = bench.lines(Chain.OWN, Kind.LOG_READ)
    data = orders.encode(bench.order, bench.school.keys[Signer.DPO].sign)
    assert line["order"] == hashlib.sha256(data).hexdigest()
    assert pack is not None


def test_R37_no_reading_of_the_pupils_pushes_a_dpos_out_of_sight(
    bench: Bench,
) -> None:
    bench.bring(bench.order)
    fields: dict[str, object] = {"by": "pupil", "from": 0, "to": 0}
    many = [Draft(Chain.OWN, Kind.LOG_READ, fields)] * (NOTES_READ + 1)
    bench.ledger.append_all(many, context(bench.laptop))
    with pytest.raises(OfficerError, match="good for one reading"):
        bench.bring(bench.order)


def test_R37_a_line_without_its_pack_is_a_reading_and_a_new_order_reads(
    bench: Bench,
) -> None:
    """The service stopped in between: who wants the list is told, and gets it."""
    data = orders.encode(bench.order, bench.school.keys[Signer.DPO].sign)
    fields: dict[str, object] = {"by": "dpo", "from": 0, "to": 0}
    line = {**fields, "order": orders.hash_of(data)}
    bench.ledger.append(Chain.OWN, Kind.LOG_READ, line, context(bench.laptop))
    with pytest.raises(OfficerError, match="If there is no pack of it"):
        bench.bring(bench.order)
    assert bench.bring(replace(bench.order, not_after=bench.school.now + DAY))


@pytest.mark.parametrize("wish", list(Wish))
def test_R34_R37_after_its_letter_of_trust_a_laptop_takes_no_order(
    bench: Bench, wish: Wish
) -> None:
    line, trust = bench.write("een"), bench.school.trust
    bench.laptop.now = Instant(10.0, trust.not_after)
    text = "" if wish is Wish.READ else REASON
    late = replace(bench.order, not_after=trust.not_after + DAY, wish=wish, text=text)
    with pytest.raises(OfficerError, match=r"was good until .* papers import FOLDER"):
        bench.bring(late)
    assert bench.lines(Chain.OWN, Kind.LOG_READ) == []
    assert bench.lines(Chain.SHARED, Kind.NOTE) == [line]
    assert bench.lines(Chain.SHARED, Kind.ORDER) == []
    bench.laptop.now = Instant(10.0, trust.not_after - timedelta(seconds=1))
    bench.bring(late)


def test_R37_without_the_line_there_is_no_pack(bench: Bench) -> None:
    bench.ledger._file.path.unlink()  # noqa: SLF001 -- there is no polite way to break it
    with pytest.raises(LedgerError, match="could not be written"):
        bench.bring(bench.order)


@pytest.mark.parametrize("by", [Signer.OFFICE, Signer.ROOT, Signer.FRESH])
def test_R37_D04_the_office_cannot_read_a_list(bench: Bench, by: Signer) -> None:
    with pytest.raises(OfficerError, match="did not sign"):
        bench.bring(bench.order, by)
    assert bench.lines(Chain.OWN, Kind.LOG_READ) == []


@pytest.mark.parametrize("wish", list(Wish))
def test_R34_R37_a_dpo_who_was_replaced_orders_nothing_any_more(
    bench: Bench, wish: Wish
) -> None:
    line = bench.write("een")
    after = bench.school.changed(trust={"dpo": Keys().public.hex()})
    bench.laptop.shelf = Shelf(after.root_sha256)
    bench.laptop.shelf.accept(after.papers[PaperKind.TRUST], after.now)
    assert bench.laptop.shelf.trust == after.trust
    text = "" if wish is Wish.READ else REASON
    with pytest.raises(OfficerError, match="did not sign"):
        bench.bring(replace(bench.order, wish=wish, text=text))
    assert bench.lines(Chain.OWN, Kind.LOG_READ) == []
    assert bench.lines(Chain.SHARED, Kind.NOTE) == [line]
    assert bench.lines(Chain.SHARED, Kind.ORDER) == []


def test_an_order_for_another_laptop_or_week_is_refused(bench: Bench) -> None:
    for order in (
        replace(bench.order, device="ab" * 16),
        replace(bench.order, not_after=bench.school.now - timedelta(seconds=1)),
    ):
        with pytest.raises(OfficerError):
            bench.bring(order)


def test_what_is_no_order_is_refused(bench: Bench) -> None:
    with pytest.raises(OfficerError, match="no order of a DPO"):
        bench.officer.carry_out(bench.laptop, b"een brief")


def test_a_laptop_with_a_doubted_clock_carries_out_nothing(bench: Bench) -> None:
    bench.laptop.clock_ok = False
    with pytest.raises(OfficerError, match="clock of this laptop is in doubt"):
        bench.bring(bench.order)


def test_a_laptop_without_a_letter_of_trust_knows_no_dpo(bench: Bench) -> None:
    bench.laptop.shelf = Shelf(bench.school.root_sha256)
    with pytest.raises(OfficerError, match="papers import FOLDER"):
        bench.bring(bench.order)


def test_R37_a_correction_is_a_note_beside_the_line(bench: Bench) -> None:
    first = bench.write("een")
    for _ in range(2):  # brought twice, written once
        assert bench.bring(bench.note(about=1)) is None
    assert bench.lines(Chain.SHARED, Kind.NOTE) == [
        {"about": 1, "text": "Dit was een oefening."},
        first,
    ]


def test_a_note_about_a_line_that_is_not_there_is_refused(bench: Bench) -> None:
    with pytest.raises(OfficerError, match="no line 9: its last is 0"):
        bench.bring(bench.note(about=9))
    assert bench.lines(Chain.SHARED, Kind.NOTE) == []


def test_R34_an_order_to_erase_is_a_line_and_erases_nothing_yet(bench: Bench) -> None:
    note = bench.write("een")
    for _ in range(2):
        assert bench.bring(erase_order(bench.school, 1)) is None
    (line,) = bench.lines(Chain.SHARED, Kind.ORDER)
    assert (line["target"], line["text"]) == (1, REASON)
    assert bench.lines(Chain.SHARED, Kind.NOTE) == [note]


@pytest.mark.parametrize("by", [Signer.OFFICE, Signer.ROOT, Signer.FRESH])
def test_R34_D04_the_office_cannot_have_a_list_erased(bench: Bench, by: Signer) -> None:
    with pytest.raises(OfficerError, match="did not sign"):
        bench.bring(erase_order(bench.school), by)
    assert bench.lines(Chain.SHARED, Kind.ORDER) == []


def test_R34_a_teacher_cannot_have_a_list_erased(bench: Bench) -> None:
    sign = bench.school.teachers[0].holder.sign_key.sign
    data = orders.encode(erase_order(bench.school), sign)
    with pytest.raises(OfficerError, match="did not sign"):
        bench.officer.carry_out(bench.laptop, data)
    assert bench.lines(Chain.SHARED, Kind.ORDER) == []
