# SPDX-License-Identifier: GPL-3.0-or-later
"""S05, P01, D02, D09, D11, D16, S02: the real service, real TLS, its real ledger."""

import json
import os
import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from agent.daemon.trouble import Exit
from consent.documents.command import CommandBody, Verb
from consent.documents.signed import Kind as PaperDocument
from consent.ledger.kinds import Chain, Kind
from consent.purpose import Purpose
from consent.store.agent_ledger import AgentLedger
from protocol.events import SessionEnded
from protocol.messages import local
from protocol.messages.commands import NotShared
from protocol.messages.link import Ping
from protocol.messages.local import ChoiceAnswer, ClickKind
from protocol.messages.papers import PaperTaken
from protocol.messages.pictures import Picture
from protocol.messages.records import LogAsk
from tests.fakes.certificates import wall_now
from tests.fakes.enrolled import enrol
from tests.fakes.neutral import still
from tests.fakes.school import School, make_school
from tests.hostile.rig import PatchedConsole, token
from tests.journeys.laptop_rig import ROOT, WITHIN_S, HandSession, Service, service

LOOKS = (Verb.OVERVIEW_START, Verb.VIEW_START)
PICTURES = (Purpose.OVERVIEW, Purpose.VIEW, Purpose.SHOW)


def ledger_of(running: Service, school: School) -> AgentLedger:
    pupil = school.pupils[0]
    return AgentLedger(running.places.ledger, pupil.holder.sign_key.sign, pupil.device)


# --- S05, P01: an opted-out pupil ----------------------------------------------------


@pytest.fixture
def opted_out() -> School:
    """Give a school whose pupil is opted out of every picture."""
    school = make_school(wall_now(), kind="demo")
    return school.changed(slip={"opt_outs": tuple(x.value for x in PICTURES)})


@pytest.fixture
async def closed(opted_out: School, tmp_path: Path) -> AsyncIterator[Service]:
    """Give that pupil's service."""
    places = enrol(opted_out, tmp_path / "state")
    async with service(places, tmp_path / "s.sock") as started:
        yield started


async def test_S05_P01_the_real_service_shows_an_opted_out_pupil_to_nobody(
    closed: Service, opted_out: School, tmp_path: Path
) -> None:
    session, console = HandSession(), PatchedConsole(opted_out, tmp_path)
    await session.connect(closed.socket)
    await console.connect(closed.port)
    await console.asked(Verb.LESSON_START)
    asked: list[CommandBody] = []
    for verb in LOOKS:
        for changes in (
            {},
            {"reason_code": "help"},
            {"reason": "alsjeblieft"},
            {"lesson": token()},
            {"access": "00" * 16},
        ):
            body = await console.ask(verb, **changes)
            session.frame(body.access, len(asked) + 1)
            asked.append(body)
    answers = [await console.answer(body) for body in asked]
    assert {type(x) for x in answers} == {NotShared}
    assert console.said(Picture) == []
    words = [x for x in session.heard.things if isinstance(x, local.Grab | local.Ask)]
    assert words == []
    await console.asked(Verb.LESSON_END)
    await console.close()
    await session.close()
    assert await closed.stop() == 0
    ledger = ledger_of(closed, opted_out)
    refused = [
        x.entry for x in ledger.lines(Chain.OWN) if x.entry and x.entry.kind is REFUSED
    ]
    assert sum(x.number("count") for x in refused) == len(asked)
    ledger.close()


REFUSED = Kind.REFUSED


async def test_P01_an_objection_that_comes_on_the_wire_holds_against_a_standing_yes(
    school: School, console: PatchedConsole, pupil: HandSession
) -> None:
    """The yes stays on disk; the slip alone says no."""
    await console.asked(Verb.LESSON_START)
    await pupil.say_yes(*PICTURES)
    assert await console.try_(Verb.OVERVIEW_START)
    opt_outs = tuple(x.value for x in PICTURES)
    newer = school.newer(slip={"opt_outs": opt_outs})
    for kind in (PaperDocument.SLIP, PaperDocument.SET):
        (paper,) = (x for x in newer.papers_for() if x.kind is kind)
        console.give(paper, school.class_id)
    taken = [await console.heard.wait(PaperTaken, skip=n) for n in range(2)]
    assert all(x.ok for x in taken)
    for verb in LOOKS:
        assert await console.try_(verb) is None


# --- D02: what a patched console reads on the wire -----------------------------------


async def heard_until_no(console: PatchedConsole, verb: Verb) -> list[bytes]:
    """Ask, and give every byte that came until the no, the random parts removed."""
    first = len(console.heard.things)
    body = await console.ask(verb)
    await console.answer(body)
    return [
        repr(_unnumbered(x)).encode()
        for x in console.heard.things[first:]
        if not isinstance(x, Ping)
    ]


def _unnumbered(thing: object) -> object:
    assert isinstance(thing, NotShared), thing
    return replace(still(thing), seq=0)


async def test_D02_the_real_service_says_every_no_alike(
    console: PatchedConsole, pupil: HandSession
) -> None:
    await console.asked(Verb.LESSON_START)
    await console.heard.wait(LogAsk)
    said = {"never asked": await heard_until_no(console, Verb.OVERVIEW_START)}
    await pupil.say_yes(*PICTURES)
    assert await console.try_(Verb.OVERVIEW_START, access="0c" * 16)
    await console.asked(Verb.OVERVIEW_STOP, access="0c" * 16)
    pupil.click(ClickKind.PAUSE)
    await pupil.heard.wait(local.Choices, lambda x: x.paused)
    said["paused"] = await heard_until_no(console, Verb.OVERVIEW_START)
    pupil.click(ClickKind.RESUME)
    await pupil.heard.wait(local.Eye, lambda x: x.state is local.EyeState.PAUSED)
    welcomed = await pupil.heard.wait(local.Welcomed)
    notice = next(x for x in welcomed.notices if x.id == "overview")
    pupil.answer(Purpose.OVERVIEW, notice, ChoiceAnswer.NO, by_switch=True)
    await pupil.heard.wait(local.ClickKept, lambda x: x.n == pupil.clicks)
    said["said no"] = await heard_until_no(console, Verb.OVERVIEW_START)
    await pupil.close()
    said["gone"] = await heard_until_no(console, Verb.OVERVIEW_START)
    assert len(set(map(tuple, said.values()))) == 1, list(said)
    assert len(said["gone"]) == 1


# --- D11: ten hit-and-runs -----------------------------------------------------------


async def test_D11_ten_hit_and_runs_stand_in_the_real_list(
    running: Service, school: School, pupil: HandSession, tmp_path: Path
) -> None:
    first = PatchedConsole(school, tmp_path)
    await first.connect(running.port)
    await first.asked(Verb.LESSON_START)
    await pupil.say_yes(Purpose.OVERVIEW)
    await first.close()
    tree = first.tree
    accesses = []
    for number in range(10):
        console = PatchedConsole(school, tmp_path)
        console.tree, console.logs_receipts = tree, number == 0
        await console.connect(running.port)
        lesson = token()
        await console.asked(Verb.LESSON_START, lesson=lesson)
        body = await console.try_(Verb.OVERVIEW_START, lesson=lesson)
        if body is not None:
            accesses.append(body.access)
        console.link.cut()
        await console.heard.wait(SessionEnded)
        await console.close()
    assert accesses
    assert await running.stop() == 0
    ledger = ledger_of(running, school)
    opens = [
        x.entry.text("command")
        for x in ledger.lines(Chain.SHARED)
        if x.entry and x.entry.kind is Kind.OPEN
    ]
    assert [json.loads(x)["access"] for x in opens] == accesses
    assert ledger.unclosed_opens() == []
    ledger.close()


# --- D16: a demo in earnest, and earnest in a demo -----------------------------------


@pytest.mark.parametrize(
    "state", ["", "--state /var/lib/../lib/inzage", "--state /var/lib/elsewhere"]
)
def test_D16_a_demo_is_refused_on_the_machines_own_folder(
    school: School, tmp_path: Path, state: str
) -> None:
    """In a mount namespace of its own, where /var/lib is a disk of the test."""
    own = ["unshare", "--mount", "--propagation", "private", "sh", "-c"]
    if os.geteuid() or subprocess.run([*own, "true"], check=False).returncode:
        pytest.skip("this machine does not let the test mount a folder of its own")
    enrol(school, tmp_path / "lib" / "inzage")
    script = (
        f"mount --bind {tmp_path}/lib /var/lib && "
        f"ln -s inzage /var/lib/elsewhere && "
        f"exec {sys.executable} -m agent.daemon.app --listen 127.0.0.1:0 "
        f"--socket {tmp_path}/s.sock {state}"
    )
    done = subprocess.run(
        [*own, script], cwd=ROOT, capture_output=True, check=False, timeout=WITHIN_S
    )
    assert done.returncode == Exit.REFUSED, done.stderr
    assert b"A demo's papers may not be used" in done.stderr
    assert b"the port is open" not in done.stderr
