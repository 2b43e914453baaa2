# SPDX-License-Identifier: GPL-3.0-or-later
"""A list is wiped, and the words are gone on the teacher's computer too.

Real processes: the service, the pupil's session with its window, the teacher's console.
Days ago there was a lesson; its lines lie on both disks. The pupil has it wiped, or the
DPO: then an order stands in the list that waited longer than it has to.
"""

import json
import os
import shutil
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from agent.daemon.places import Places
from consent.documents.signed import public_bytes
from consent.ledger import chain as chains
from consent.ledger.draft import Context
from consent.ledger.kinds import Chain, Kind
from consent.store.agent_ledger import AgentLedger
from consent.store.console_ledger import ConsoleLedger
from console.settings import State
from installer.demo.programs import AGENT, CONSOLE, SESSION, Running
from tests.console.site import console_state, demo_school
from tests.fakes.dpo import REASON, dpo_asks
from tests.fakes.enrolled import enrol
from tests.fakes.lesson import PlayedLesson
from tests.fakes.school import School

DAY_S = 86_400
WAITED_DAYS = 15
SECRET = b"Pagina 12, oefening 3."
PATIENCE_S = 60.0
WIPE = ("eye", "tabList", "listOrders", "listErase", "listEraseYes")


class OldLesson(PlayedLesson):
    """A lesson of days ago, in which this machine had just begun."""

    def context(self) -> Context:
        return replace(super().context(), boot_ms=5)


@dataclass
class Scene:
    """One laptop and one console on disk, and what runs of them."""

    school: School
    laptop: Places
    console: State
    folder: Path
    stack: ExitStack

    def run(self, name: str, *words: str | Path) -> None:
        """Start a program of ours, on a drawn screen."""
        more = {"QT_QPA_PLATFORM": "offscreen", "HOME": str(self.folder)}
        log = self.folder / f"{name}.log"
        self.stack.callback(Running(name, *words, log=log, more=more).stop)

    def serve(self, socket: Path) -> None:
        """Start the laptop's service."""
        self.run(
            AGENT, "--state", self.laptop.state, "--socket", socket,
            "--listen", "127.0.0.1:0", "--session-uid", str(os.getuid()),
        )  # fmt: skip

    def script(self, name: str, *lines: dict[str, Any]) -> Path:
        """Write what a window does by itself."""
        path = self.folder / name
        path.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
        return path

    def until(self, what: str, is_so: Callable[[], bool]) -> None:
        """Wait until something is on disk."""
        give_up_at = time.monotonic() + PATIENCE_S
        while not is_so():
            assert time.monotonic() < give_up_at, f"{what}\n{self.said()}"
            time.sleep(0.05)

    def owed(self) -> int:
        """Count the orders that wait for the console."""
        where = f"file:{self.laptop.ledger}?mode=ro"
        with closing(sqlite3.connect(where, uri=True)) as file:
            return int(file.execute("SELECT count(*) FROM erasures").fetchone()[0])

    def said(self) -> str:
        """Give what every program said, for who has to find out."""
        logs = sorted(self.folder.glob("*.log"))
        return "\n".join(f"== {x.name}\n{x.read_text('utf-8')[-3000:]}" for x in logs)


def _on_disk(ledger: Path) -> bytes:
    """Give every byte of a record, what is not folded in yet too."""
    return b"".join(x.read_bytes() for x in ledger.parent.glob(f"{ledger.name}*"))


@pytest.fixture
def days() -> int:
    """Give how long ago the lesson was."""
    return 2


@pytest.fixture
def scene(tmp_path: Path, days: int) -> Iterator[Scene]:
    """Give a laptop and a console with a lesson of days ago, and what the DPO asked."""
    school = demo_school(1)
    places = enrol(school, tmp_path / "laptop")
    (places.state / "agent.toml").write_text('interfaces = ["127.0.0.1"]\n', "utf-8")
    state = console_state(school, tmp_path / "console")
    lesson = OldLesson(tmp_path / "played", school, clock_s=-days * DAY_S - 3_600)
    lesson.play()
    if days > WAITED_DAYS:
        lesson.wait((days - WAITED_DAYS) * DAY_S)
        dpo_asks(lesson)
    lesson.close()
    for file in (tmp_path / "played").glob("ledger.db*"):
        shutil.copyfile(file, places.ledger.with_name(file.name))
    shutil.copyfile(tmp_path / "played" / "console.db", state.ledger)
    with ExitStack() as stack:
        yield Scene(school, places, state, tmp_path, stack)


def test_R34_a_wiped_list_is_wiped_on_both_sides_and_still_holds(scene: Scene) -> None:
    assert SECRET in _on_disk(scene.laptop.ledger)
    assert SECRET in _on_disk(scene.console.ledger)
    socket, profile = scene.folder / "s.sock", scene.folder / "profile"
    scene.serve(socket)
    script = scene.script("pupil.jsonl", {"on": "welcomed", "press": list(WIPE)})
    scene.run(
        SESSION, "--socket", socket, "--platform", "synthetic",
        "--profile", profile, "--script", script,
    )  # fmt: skip
    scene.until("nothing was wiped", lambda: scene.owed() > 0)
    assert SECRET in _on_disk(scene.console.ledger)  # it is not here yet
    _assert_both_forget(scene)


@pytest.mark.parametrize("days", [WAITED_DAYS + 5])
def test_R34_what_a_dpo_ordered_is_wiped_on_both_sides_when_it_has_waited(
    scene: Scene,
) -> None:
    assert SECRET in _on_disk(scene.laptop.ledger)
    scene.serve(scene.folder / "s.sock")
    scene.until("nothing was wiped", lambda: scene.owed() > 0)
    assert SECRET in _on_disk(scene.console.ledger)  # it is not here yet
    _assert_both_forget(scene)
    assert b'"by":"dpo"' in _on_disk(scene.laptop.ledger)
    assert REASON.encode() in _on_disk(scene.laptop.ledger)


def _assert_both_forget(scene: Scene) -> None:
    """Let the console meet the laptop, and look at both disks."""
    waits = {"wait": "connected", "count": 1, "timeout": PATIENCE_S}
    lines = scene.script("teacher.jsonl", waits, {"wait": "ended", "timeout": 600})
    scene.run(CONSOLE, "--state", scene.console.folder, "--script", lines)
    scene.until("the console still owes it", lambda: scene.owed() == 0)
    scene.stack.close()

    assert SECRET not in _on_disk(scene.laptop.ledger)
    assert SECRET not in _on_disk(scene.console.ledger)
    _assert_holds(scene)


def _assert_holds(scene: Scene) -> None:
    """Check that both records are as they were but for their words."""
    holder, device = scene.school.pupils[0].holder, scene.school.pupils[0].device
    own = AgentLedger(scene.laptop.ledger, holder.sign_key.sign, device)
    for chain in Chain:
        prev = own.start(chain).head
        for line in own.lines(chain):
            chains.check(line.sealed, public_bytes(holder.sign_key))
            assert line.sealed.prev == prev
            prev = line.sealed.head
    assert own.newest(Chain.SHARED, Kind.REDACT)
    assert own.newest(Chain.OWN, Kind.CONSENT)  # the pupil's choices stay
    heads = own.checkpoints()
    own.close()
    key = scene.school.teachers[0].holder.sign_key
    record = ConsoleLedger(scene.console.ledger, key.sign, public_bytes(key))
    assert {origin: record.head(origin) for origin in heads} == heads
    assert record.copy_for(device, 1) == []
    record.close()
