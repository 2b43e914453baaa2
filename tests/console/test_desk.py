# SPDX-License-Identifier: GPL-3.0-or-later
"""The desk without a network: commands are carried out, in order, one at a time."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from consent.documents.signed import Signer, public_bytes
from consent.ledger import checkpoint
from console.core import acts
from console.core import events as e
from console.core.commands import Decode
from console.core.view import TileState
from console.desk import Desk
from console.ledger.record import Reader
from console.roster import read
from console.site import Site
from protocol.messages.records import ShownHead
from tests.console.site import demo_school, make_site
from tests.fakes.school import School
from tests.fakes.teacher_tree import TeacherTree
from tests.fakes.wall_screen import FakeScreen


class Bench:
    """A desk with a class on it."""

    def __init__(self, school: School, site: Site) -> None:
        self.school = school
        self.site = site
        self.screen = FakeScreen()
        self.desk: Desk = site.desk(self.screen)
        wall = site.clocks.wall()
        self.desk.hear(read(site.papers.shelf, site.teacher_id, "nl", wall))
        self.pupil = school.pupils[0]

    def ready(self) -> None:
        self.desk.hear(e.LinkReady(1, self.pupil.holder.id))


@pytest.fixture
async def bench(tmp_path: Path) -> AsyncIterator[Bench]:
    school = demo_school(1)
    site = make_site(school, tmp_path / "c")
    yield Bench(school, site)
    site.close()


async def test_the_wall_is_shown_once_per_change(bench: Bench) -> None:
    before = bench.screen.shows
    bench.desk.hear(e.Ticked())
    assert bench.screen.shows == before
    bench.ready()
    assert bench.screen.shows == before + 1
    assert bench.desk.shown == bench.screen.view


async def test_a_listener_hears_of_each_event(bench: Bench) -> None:
    heard: list[int] = []
    bench.desk.on_change(lambda: heard.append(1))
    bench.desk.hear(e.Ticked())
    assert heard == [1]


async def test_what_a_command_provokes_waits_its_turn(bench: Bench) -> None:
    order: list[str] = []

    def clicked() -> None:
        order.append("clicked")
        bench.desk.hear(e.LinkReady(1, bench.pupil.holder.id))
        order.append("still inside")

    bench.desk.clicked = clicked
    bench.desk.hear(e.TeacherActed(acts.StartLesson()))
    assert order == ["clicked", "still inside"]
    assert bench.screen.has(bench.pupil.id, TileState.PRESENT)


async def test_commands_of_a_link_that_is_gone_are_dropped(bench: Bench) -> None:
    bench.ready()
    bench.desk.hear(e.TeacherActed(acts.StartLesson()))
    bench.desk.hear(e.TeacherActed(acts.EndLesson()))
    assert bench.site.record.page(bytes(16)) == []
    await bench.desk.empty()


async def test_a_share_is_kept_and_forgotten(bench: Bench) -> None:
    bench.desk.hear(e.TeacherActed(acts.StartLesson()))
    bench.desk.hear(e.TeacherActed(acts.SendMessage("Dag")))
    assert [share.pupil for share in bench.site.recalled()] == [bench.pupil.id]
    bench.desk.hear(e.TeacherActed(acts.EndLesson()))
    assert bench.site.recalled() == ()


async def test_an_outbox_that_fails_stops_nothing(
    bench: Bench, caplog: pytest.LogCaptureFixture
) -> None:
    bench.desk.hear(e.TeacherActed(acts.StartLesson()))
    bench.site.outbox.close()
    bench.desk.hear(e.TeacherActed(acts.SendMessage("Dag")))
    assert "outbox" in caplog.text
    caplog.clear()
    assert bench.site.recalled() == ()


async def test_a_record_that_cannot_be_read_is_said(bench: Bench) -> None:
    bench.desk.hear(e.TeacherActed(acts.StartLesson()))
    bench.site.record.close()
    bench.desk.hear(e.TeacherActed(acts.ReadLog()))
    assert bench.screen.logs[-1].lines == ()
    assert not bench.desk.classroom.ledger_works
    bench.desk.probe_record()
    assert not bench.desk.classroom.ledger_works


async def test_a_record_that_works_again_is_used_again(bench: Bench) -> None:
    bench.desk.hear(e.LedgerFailed())
    assert bench.screen.view.trouble
    bench.desk.probe_record()
    assert bench.screen.view.trouble == ""
    bench.desk.probe_record()


async def test_a_picture_of_nobody_is_only_dropped(bench: Bench) -> None:
    job = Decode(
        9, bytes(16), bench.pupil.id, large=False, width_px=1, height_px=1, jpeg=b""
    )
    bench.desk._decoded(job, None)  # noqa: SLF001 -- as the decoder calls it
    bench.desk._decoded(job, b"abc")  # noqa: SLF001
    assert bench.screen.pixels == {}


async def test_R34_the_dpo_whose_order_counts_is_the_one_of_the_trust(
    bench: Bench,
) -> None:
    assert bench.desk.dpo_key() == public_bytes(bench.school.keys[Signer.DPO])


async def test_without_a_class_there_is_no_class(bench: Bench) -> None:
    assert bench.desk.class_id() == bench.school.class_id
    bench.desk.hear(e.PapersRead(None, None))
    assert bench.desk.class_id() == ""
    bench.desk.hear(e.TeacherActed(acts.ReadLog()))
    assert bench.screen.logs[-1].lines == ()


def shown_head(bench: Bench, teacher: int, leaf: bytes) -> ShownHead:
    """Give a head of one teacher's tree, as some laptop would show it."""
    who, school = bench.school.teachers[teacher], bench.school.trust.school
    origin = checkpoint.origin(school, bench.school.class_id, who.id, "2027-03")
    tree = TeacherTree(origin, who.holder.sign_key)
    tree.log(leaf)
    return ShownHead(tree.note(), who.holder.der)


async def test_D11_two_lists_of_a_colleague_are_remembered(bench: Bench) -> None:
    reader = Reader(bench.pupil.holder.peer, b"")
    first, second = (shown_head(bench, 1, leaf) for leaf in (b"1", b"2"))
    assert bench.desk.compare(reader, (first,)).others == ()
    assert bench.desk.colleagues_agree
    assert bench.desk.compare(reader, (second,)).others == (first,)
    assert not bench.desk.colleagues_agree
    assert bench.desk.compare(reader, ()).others == (second, first)
    assert not bench.desk.colleagues_agree
    assert bench.desk.agrees


async def test_D11_a_head_of_our_own_that_we_never_had_is_remembered(
    bench: Bench,
) -> None:
    reader = Reader(bench.pupil.holder.peer, b"")
    bench.desk.compare(reader, (shown_head(bench, 0, b"1"),))
    assert not bench.desk.agrees
    assert bench.desk.colleagues_agree
