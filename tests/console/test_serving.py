# SPDX-License-Identifier: GPL-3.0-or-later
"""What runs beside the desk: the timetable, the published folder, the goodbye."""

from pathlib import Path

from consent.documents.signed import Kind, public_bytes
from consent.ledger.checkpoint import origin
from consent.store.console_ledger import ConsoleLedger
from consent.store.papers_folder import PapersFolder
from console.core import acts
from console.settings import Settings
from tests.console.site import (
    console,
    console_state,
    demo_school,
    laptop,
    make_site,
    reopen,
    write_papers,
)


async def test_the_timetable_is_followed_from_the_start(tmp_path: Path) -> None:
    school = demo_school(1)
    async with console(make_site(school, tmp_path / "c")) as running:
        await running.screen.until(lambda s: s.view.slot is not None)
        assert running.screen.view.demo
        assert running.desk.classroom.wants_links


async def test_what_the_office_published_is_taken_at_the_start(tmp_path: Path) -> None:
    school = demo_school(1)
    state = console_state(school, tmp_path / "c")
    newer = school.newer(sheet={"name": "5B"})
    write_papers(newer, tmp_path / "published")
    site = reopen(state, Settings(published=tmp_path / "published"))
    async with console(site) as running:
        await running.screen.until(
            lambda s: s.view.slot and s.view.slot.class_name == "5B"
        )


async def test_R35_what_is_past_its_keeping_is_deleted_at_the_start(
    tmp_path: Path,
) -> None:
    school = demo_school(1)
    state = console_state(school, tmp_path / "c")
    site = reopen(state)
    key = school.teachers[0].holder.sign_key
    ledger = ConsoleLedger(state.ledger, key.sign, public_bytes(key))
    year = site.clocks.wall().year - 2
    old = origin(school.trust.school, school.class_id, site.teacher_id, f"{year}-03")
    ledger.log_command(old, b"{}", b"s" * 64, "de" * 16, "")
    ledger.close()
    async with console(site) as running:
        await running.screen.until(lambda s: s.view.slot is not None)
        assert not site.record.has_tree(old)


async def test_R38_a_class_list_of_others_is_wiped_while_the_console_is_open(
    tmp_path: Path,
) -> None:
    school = demo_school(1)
    site = make_site(school, tmp_path / "c")
    foreign = school.changed(roster={"class_id": "e" * 32}).papers[Kind.ROSTER]
    folder = PapersFolder(site.state.papers)
    name = folder.put(foreign, "e" * 32)
    async with console(site) as running:
        await running.screen.until(lambda s: s.view.slot is not None)
        assert name not in folder.named(Kind.ROSTER)


async def test_a_revoked_laptop_is_ended_while_it_is_connected(tmp_path: Path) -> None:
    school = demo_school(1)
    site = make_site(school, tmp_path / "c")
    async with laptop(school, 0, tmp_path / "l") as peer, console(site) as running:
        await running.screen.until(lambda s: s.view.slot is not None)
        running.finder.hinted("127.0.0.1", peer.port)
        await peer.until("ready")
        fingerprint = school.pupils[0].holder.fingerprint.hex()
        newer = school.newer(revocations={"fingerprints": (fingerprint,)})
        assert site.papers.accept(newer.papers.values(), site.clocks.wall())
        ended = await peer.until("ended")
        assert ended["cause"] == "peer said bye"
        await running.screen.until(lambda s: s.view.connected == 0)


async def test_closing_the_window_ends_the_lesson_and_says_goodbye(
    tmp_path: Path,
) -> None:
    school = demo_school(1)
    async with laptop(school, 0, tmp_path / "l") as peer:
        async with console(make_site(school, tmp_path / "c")) as running:
            await running.screen.until(lambda s: s.view.slot is not None)
            running.finder.hinted("127.0.0.1", peer.port)
            await peer.until("ready")
            running.act(acts.StartLesson())
            await peer.until("proven")
        await peer.until("command", verb="lesson_end")
        assert (await peer.until("ended"))["cause"] == "peer said bye"
