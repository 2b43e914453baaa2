# SPDX-License-Identifier: GPL-3.0-or-later
"""A laptop whose list is gone gets its lines back from the teacher's program.

The service is the real one. First a console moved by hand gives back what it holds, and
the pupil reads it; then the teacher's real program does, and the pupil wipes it.
"""

import sqlite3
from contextlib import closing
from pathlib import Path

from agent.daemon.places import Places
from consent.documents.command import Verb
from installer.demo.programs import CONSOLE, SESSION
from protocol.messages.local import LineState, LogAskLocal, LogPage
from protocol.messages.records import LogAsk, Sync, Synced
from tests.fakes.certificates import wall_now
from tests.fakes.enrolled import enrol
from tests.fakes.school import make_school
from tests.journeys.laptop_rig import HandConsole, HandSession, service
from tests.journeys.test_erase import PATIENCE_S, SECRET, WIPE, Scene, days, scene

__all__ = ["days", "scene"]  # pytest finds fixtures by their names


class GivingConsole(HandConsole):
    """A teacher's end that gives a laptop back what it lost."""

    def _sync(self, sync: Sync) -> None:
        lost = tuple(x for _, x in self.lines if x.shared_seq > sync.shared_seq)
        if not lost:
            super()._sync(sync)
        elif not sync.more:
            self.tree.told = 0  # it holds no head of ours any more
            self.send(Synced(b"", 0, (), (), lost, more=False))


def lose(ledger: Path) -> None:
    """Delete the record and its mark, as on a new disk."""
    for one in ledger.parent.glob(f"{ledger.name}*"):
        one.unlink()


UNPROVEN = "SELECT 1 FROM given WHERE proof IS NULL"
READABLE = "SELECT 1 FROM given WHERE body IS NOT NULL AND kind <> 'GAP'"


def finds(ledger: Path, asked: str) -> bool:
    """Say whether there are such lines, once the file has a place for them."""
    try:
        with closing(sqlite3.connect(f"file:{ledger}?mode=ro", uri=True)) as file:
            return file.execute(asked).fetchone() is not None
    except sqlite3.OperationalError:
        return False


async def lesson(
    places: Places, socket: Path, console: HandConsole, *, text: str
) -> LogPage:
    """Run the service, hold a lesson in which a message comes, and read the list."""
    async with service(places, socket) as running:
        pupil = HandSession()
        await pupil.connect(socket)
        await console.connect(running.port)
        await console.asked(Verb.LESSON_START)
        await console.heard.wait(LogAsk)
        await console.asked(Verb.MESSAGE, args={"text": text})
        pupil.send(LogAskLocal(0, 100))
        page = await pupil.heard.wait(LogPage)
        await console.asked(Verb.LESSON_END)
        await console.close()
        await pupil.close()
        assert await running.stop() == 0
    return page


async def test_R30_a_list_that_is_gone_comes_back_from_the_teacher_and_says_so(
    tmp_path: Path,
) -> None:
    school = make_school(wall_now(), kind="demo")
    places = enrol(school, tmp_path / "state")
    before = GivingConsole(school, tmp_path)
    socket = tmp_path / "s.sock"
    await lesson(places, socket, before, text="Neem je boek.")
    lose(places.ledger)
    again = GivingConsole(school, tmp_path)
    again.tree, again.lines, again.seq = before.tree, before.lines, before.seq
    page = await lesson(places, socket, again, text="Pagina 12.")
    back = [x for x in page.lines if x.state is LineState.GIVEN]
    assert any("Neem je boek." in x.sentence for x in back)
    assert {x.who for x in back} == {school.teachers[0].name}
    assert page.healthy
    own = [x for x in page.lines if x not in back]
    assert any("Pagina 12." in x.sentence for x in own)
    assert max(x.seq for x in back) < min(x.seq for x in own)
    assert {x.who for x in own} == {""}
    assert [x.time_s for x in page.lines] == sorted(
        (x.time_s for x in page.lines), reverse=True
    )


def test_R34_what_came_back_is_wiped_on_both_sides(scene: Scene) -> None:
    ledger = scene.laptop.ledger
    lose(ledger)
    socket, profile = scene.folder / "s.sock", scene.folder / "profile"
    scene.serve(socket)
    waits = {"wait": "connected", "count": 1, "timeout": PATIENCE_S}
    lines = scene.script("teacher.jsonl", waits, {"wait": "ended", "timeout": 600})
    scene.run(CONSOLE, "--state", scene.console.folder, "--script", lines)
    scene.until("nothing came back", lambda: finds(ledger, READABLE))
    scene.until("a place is not proven", lambda: not finds(ledger, UNPROVEN))
    assert SECRET in on_disk(ledger)
    script = scene.script("pupil.jsonl", {"on": "welcomed", "press": list(WIPE)})
    scene.run(
        SESSION, "--socket", socket, "--platform", "synthetic",
        "--profile", profile, "--script", script,
    )  # fmt: skip
    scene.until("nothing was wiped", lambda: not finds(ledger, READABLE))
    scene.until("the console still owes it", lambda: scene.owed() == 0)
    scene.stack.close()
    assert SECRET not in on_disk(ledger)
    assert SECRET not in on_disk(scene.console.ledger)


def on_disk(ledger: Path) -> bytes:
    """Give every byte of a record, what is not folded in yet too."""
    return b"".join(x.read_bytes() for x in ledger.parent.glob(f"{ledger.name}*"))
