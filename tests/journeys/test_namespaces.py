# SPDX-License-Identifier: GPL-3.0-or-later
"""A lesson over a real network: who listens in learns nothing, and cables come out.

Each program is a real one, on a machine of its own (a network namespace); the console
finds the laptops by mDNS over the switch.
"""

import json
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, Final

import pytest

from installer.demo.places import TEACHER as TEACHER_NAME
from installer.demo.places import Places
from tests.journeys import namespaces
from tests.journeys.namespace_class import (
    END,
    LESSON,
    LOOK,
    MACHINES,
    PORT,
    PUPILS,
    TEACHER,
    TITLE,
    Class,
    Lines,
    in_class,
    says_yes,
)
from tests.journeys.wire_tap import (
    MDNS,
    TCP,
    UDP,
    Flow,
    Packet,
    Tap,
    records,
    streams,
    tapped,
)

LACKS: Final = namespaces.missing()
pytestmark = pytest.mark.skipif(bool(LACKS), reason=LACKS or "nothing is missing")

ONE = PUPILS[0]
WORDS: Final = ("zelfstandig werk", "independent_work", "independent work")
# Three bytes alone stand in any MiB of ciphertext now and then; these do not.
ELSEWHERE: Final = "10.77.0.77"
PICTURE_BYTES: Final = 4096  # an overview is padded to this; a large one is more
JPEG_STARTS: Final = tuple(
    bytes.fromhex(f"ffd8ff{rest}") for rest in ("e000104a46", "db0043", "db0084")
)


@contextmanager
def lesson(
    founded: Places, home: Path, one: Lines, teacher: Lines
) -> Iterator[tuple[Class, Tap]]:
    """Start everything, with an ear at the switch."""
    with in_class(founded, home, one) as made, tapped(made.network) as tap:
        made.open_console(teacher)
        yield made, tap


@pytest.fixture(scope="module")
def heard(founded: Places, tmp_path_factory: pytest.TempPathFactory) -> Tap:
    """Play one lesson with pictures, and give all that went over the switch."""
    home = tmp_path_factory.mktemp("lesson")
    message = {"act": "message", "args": {"text": "Neem oefening drie erbij."}}
    teacher = [*LESSON, *LOOK, {"act": "stopLooking"}, {"wait": "no_look"}, message]
    with lesson(founded, home, says_yes(), [*teacher, *END]) as (made, tap):
        made.until_line(len(teacher) + len(END))
    assert tap.missed == 0
    return tap


def test_a_console_finds_the_laptops_over_the_switch_and_sees_screens(
    heard: Tap,
) -> None:
    for pupil in PUPILS:
        assert _sent(heard.packets(), MACHINES[pupil.tag]) > PICTURE_BYTES


def _sent(packets: list[Packet], address: str) -> int:
    """Count the bytes of all connections that came from an address."""
    sent = streams(packets)
    return sum(len(stream) for flow, stream in sent.items() if flow[0] == address)


def _secrets(places: Places) -> list[bytes]:
    """Name what must never be read on the way: people, class, reasons, ids."""
    said = [TITLE, TEACHER_NAME, TEACHER_NAME.split()[-1], "oefening drie", *WORDS]
    said += [part for pupil in PUPILS for part in (pupil.name, pupil.shown_as)]
    ids = _ids(places)
    raw = [bytes.fromhex(one) for one in ids]
    return [word.encode() for word in [*said, *ids]] + raw


def _ids(places: Places) -> list[str]:
    """Read the ids of pupils, teacher and class off the rosters the office made."""
    published = places.office / "published" / "consoles"
    papers = [json.loads(x.read_bytes()) for x in published.rglob("*.json")]
    rosters = [x for x in papers if x.get("type") == "roster"]
    assert rosters
    pupils = [pupil for roster in rosters for pupil in roster["pupils"]]
    return [x["pupil"] for x in pupils] + [x["class"] for x in rosters]


def test_S01_who_listens_in_reads_no_name_no_reason_and_no_picture(
    heard: Tap, founded: Places
) -> None:
    whole = [*heard.frames, *streams(heard.packets()).values()]
    for secret in [*_secrets(founded), *JPEG_STARTS]:
        assert not any(secret in part for part in whole), secret


def test_S01_every_byte_of_a_connection_is_tls(heard: Tap) -> None:
    found_streams = streams(heard.packets())
    assert found_streams
    for stream in found_streams.values():
        kinds = [kind for kind, _ in records(stream)]
        assert kinds[0] == 22  # a handshake
        assert 23 in kinds


def test_S01_nothing_else_is_said_but_mdns_without_a_name(heard: Tap) -> None:
    other = [one for one in heard.packets() if one.protocol == UDP]
    assert other
    assert {one.flow[3] for one in other} == {MDNS}
    names = [word for pupil in PUPILS for word in pupil.name.split()]
    said = b"".join(one.payload for one in other).lower()
    assert b"_inzage" in said
    for name in [*names, TEACHER_NAME.split()[-1], *TITLE.split()[1:], TITLE, _host()]:
        assert name.lower().encode() not in said, name


def _host() -> str:
    return Path("/proc/sys/kernel/hostname").read_text("utf-8").strip()


def test_R15_D09_a_no_holds_with_the_cable_out_and_no_picture_comes_after(
    founded: Places, tmp_path: Path
) -> None:
    stop = {"on": "eye:view", "press": ["eyeStop"], "after": 6}
    back: list[dict[str, Any]] = [
        {"wait": "lost"},
        {"wait": "connected", "count": 2},
        {"wait": "no_picture", "pupil": ONE.shown_as},
        LOOK[0],
        {"wait": "look_refused"},
    ]
    teacher = [*LESSON, *LOOK, *back, *END]
    looked = len(LESSON) + len(LOOK)
    with lesson(founded, tmp_path, [*says_yes(), stop], teacher) as (made, tap):
        made.until_line(looked)
        made.network.cut(ONE.tag)
        made.until_it_is(lambda: _waits(made) >= PICTURE_BYTES, "a picture to wait")
        waited_s = time.time()
        no = made.until(ONE.tag, lambda x: x.get("name") == "eyeStop", "a Stop")
        assert no["t"] > waited_s, "the pupil said no before a picture waited"
        made.until_it_is(lambda: _waits(made) == 0, "the picture to be gone")
        made.until_line(looked + 1)  # lost
        old, mended_at = {x.flow for x in tap.packets()}, len(tap.frames)
        made.network.mend(ONE.tag)
        made.until_line(len(teacher))
    assert tap.missed == 0
    late = [x for x in tap.packets(mended_at) if x.flow in old and x.protocol == TCP]
    assert not any(x.payload for x in late if x.flow[0] == MACHINES[ONE.tag])
    done = _list(made.places)
    assert done.count("OPEN view") == 1
    assert "OPEN" not in " ".join(done[done.index("CONSENT ConsentWithdrawn") :])


def _waits(made: Class) -> int:
    """Count what waits in the first pupil's kernel for the cable."""
    return made.network.unsent_bytes(ONE.tag, PORT)


def _list(places: Places) -> list[str]:
    """Read what the laptop wrote of pictures and choices, in the order of writing."""
    with closing(sqlite3.connect(places.state(ONE) / "ledger.db")) as ledger:
        rows = ledger.execute("select body from entries order by rowid").fetchall()
    bodies = [json.loads(body) for (body,) in rows]
    return [_word(body) for body in bodies if body["kind"] in {"OPEN", "CONSENT"}]


def _word(body: dict[str, Any]) -> str:
    what = body["purpose"] if body["kind"] == "OPEN" else body["state"]
    return f"{body['kind']} {what}"


def test_F07_a_laptop_that_gets_another_address_comes_back_by_itself(
    founded: Places, tmp_path: Path
) -> None:
    later = {"at": 26, "act": "message", "args": {"text": "Neem oefening drie."}}
    with lesson(founded, tmp_path, says_yes(), [*LESSON, later]) as (made, tap):
        made.until_line(len(LESSON))
        before = _links(tap)
        made.network.move(ONE.tag, ELSEWHERE)
        made.until_said(f"{ONE.tag}-daemon.log", "a console is here", times=2)
        made.until_line(len(LESSON) + 1)
    assert _sent(tap.packets(), ELSEWHERE)
    opened = _links(tap) - before
    # one to hear who is there, one more when the old link has gone quiet
    assert {target for _, _, target, _ in opened} == {ELSEWHERE}
    assert len(opened) <= 2


def _links(tap: Tap) -> set[Flow]:
    """Give the connections that the console opened."""
    tcp = [one.flow for one in tap.packets() if one.protocol == TCP]
    return {flow for flow in tcp if flow[0] == MACHINES[TEACHER]}
