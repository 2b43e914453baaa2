# SPDX-License-Identifier: GPL-3.0-or-later
"""A demo school on disk, a console's folder in it, and laptops in processes."""

import asyncio
import base64
import json
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
)

from consent.store.keys import save_key
from consent.store.papers_folder import PapersFolder
from console.browse import Finder
from console.core import acts
from console.core import events as e
from console.desk import Desk
from console.identity import load_identity
from console.moments import Clocks
from console.serving import serve
from console.settings import Settings, State
from console.site import Site, open_site
from protocol.aio.clock import boottime
from tests.fakes.certificates import wall_now
from tests.fakes.papers import Pupil
from tests.fakes.school import School, make_school
from tests.fakes.wall_screen import PATIENCE_S, FakeScreen

ROOT = Path(__file__).resolve().parents[2]


def demo_school(pupils: int = 2) -> School:
    """Make a demo school with a lesson that runs now."""
    return make_school(wall_now(), kind="demo", pupils=pupils)


def console_state(school: School, folder: Path) -> State:
    """Write a console's folder as `request` and `import` would have left it."""
    folder.mkdir(parents=True, exist_ok=True)
    holder = school.teachers[0].holder
    state = State(folder)
    save_key(state.tls_key, holder.tls_key)
    save_key(state.sign_key, holder.sign_key)
    state.certificate.write_bytes(holder.certificate.public_bytes(Encoding.PEM))
    state.root.write_text(school.root_sha256, "ascii")
    write_papers(school, state.papers)
    return state


def write_papers(school: School, folder: Path) -> None:
    """Write what a console holds of this school."""
    papers = PapersFolder(folder)
    for paper in school.papers_for_console():
        papers.put(paper, school.class_id)


def make_site(school: School, folder: Path, settings: Settings | None = None) -> Site:
    """Open a console's folder."""
    state = console_state(school, folder)
    return reopen(state, settings)


def reopen(state: State, settings: Settings | None = None) -> Site:
    """Open a console's folder that is there."""
    identity = load_identity(state, None)
    clocks = Clocks(boottime, wall_now)
    return open_site(state, settings or Settings(), identity, clocks)


@dataclass
class Peer:
    """A laptop in a process of its own: what it said, and how to tell it things."""

    pupil: Pupil
    process: asyncio.subprocess.Process
    said: list[dict[str, Any]] = field(default_factory=list)
    port: int = 0
    _news: asyncio.Event = field(default_factory=asyncio.Event)

    def tell(self, do: str, **detail: object) -> None:
        """Give one step of the script."""
        assert self.process.stdin is not None
        line = json.dumps({"do": do, **detail}) + "\n"
        self.process.stdin.write(line.encode())

    def answer(self, verb: str, how: str) -> None:
        """Set how a verb is answered from now on."""
        self.tell("answer", verb=verb, how=how)

    def picture(self, verb: str, jpeg: bytes) -> None:
        """Send a picture of the access that this verb opened."""
        self.tell("picture", verb=verb, jpeg=base64.b64encode(jpeg).decode())

    def all(self, what: str, **detail: object) -> list[dict[str, Any]]:
        """Give everything of one kind it said."""
        return [
            one
            for one in self.said
            if one["what"] == what and detail.items() <= one.items()
        ]

    async def until(
        self, what: str, count: int = 1, **detail: object
    ) -> dict[str, Any]:
        """Wait until it said this so many times; gives the last of them."""
        async with asyncio.timeout(PATIENCE_S):
            while len(found := self.all(what, **detail)) < count:
                self._news.clear()
                await self._news.wait()
        return found[count - 1]

    async def listen(self) -> None:
        """Read what it says until it ends."""
        assert self.process.stdout is not None
        while line := await self.process.stdout.readline():
            self.said.append(json.loads(line))
            self._news.set()


@asynccontextmanager
async def laptop(school: School, number: int, folder: Path) -> AsyncIterator[Peer]:
    """Start a laptop's process and stop it again."""
    pupil = school.pupils[number]
    _write_laptop(school, pupil, folder)
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "tests.fakes.agent_peer",
        str(folder),
        cwd=ROOT,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )
    peer = Peer(pupil, process)
    async with asyncio.TaskGroup() as group:
        group.create_task(peer.listen())
        try:
            peer.port = (await peer.until("port"))["port"]
            yield peer
        finally:
            if process.returncode is None:
                process.kill()
            await process.wait()


def _write_laptop(school: School, pupil: Pupil, folder: Path) -> None:
    if (folder / "about.json").exists():
        return
    folder.mkdir(parents=True)
    holder = pupil.holder
    holder.write(folder, "device")
    (folder / "sign.key").write_bytes(
        holder.sign_key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    )
    (folder / "teachers_ca.pem").write_bytes(school.certificates.teachers_ca.pem)
    about = {
        "device": pupil.device,
        "pupil": pupil.id,
        "fingerprint": holder.fingerprint.hex(),
        "school": school.trust.school,
        "class": school.class_id,
    }
    (folder / "about.json").write_text(json.dumps(about), "utf-8")


@dataclass
class Running:
    """A console at work in this process, without its thread."""

    site: Site
    desk: Desk
    finder: Finder
    screen: FakeScreen

    def act(self, act: acts.TeacherAct) -> None:
        """Do as the teacher does."""
        self.desk.hear(e.TeacherActed(act))


@asynccontextmanager
async def console(site: Site, port: int = 0) -> AsyncIterator[Running]:
    """Run a console's worker in this loop; the site is closed after."""
    screen = FakeScreen()
    desk = site.desk(screen)
    finder = site.finder(desk, port)
    stopping = asyncio.Event()
    async with asyncio.TaskGroup() as group:
        run = group.create_task(serve(site, desk, finder, asyncio.Queue(), stopping))
        try:
            yield Running(site, desk, finder, screen)
        finally:
            stopping.set()
            await run
    site.close()
