# SPDX-License-Identifier: GPL-3.0-or-later
"""R-34, R-37: a DPO's order, an admin's hand, the running service, a pack to check."""

import asyncio
import sys
from datetime import timedelta
from pathlib import Path

from agent.daemon.app import SEEN, WAITS
from consent.documents.signed import Signer
from consent.ledger import archive, officer
from consent.ledger.officer import OfficerOrder, Wish
from consent.ledger.verify import is_good, verify
from tests.fakes.certificates import wall_now
from tests.fakes.dpo import REASON, erase_order
from tests.fakes.enrolled import enrol
from tests.fakes.school import School, make_school
from tests.journeys.laptop_rig import ROOT, Service, service


def order(school: School, wish: Wish, text: str = "") -> OfficerOrder:
    """Make an order for the first laptop."""
    return OfficerOrder(
        wish=wish,
        school=school.trust.school,
        device=school.pupils[0].device,
        not_after=school.now + timedelta(days=2),
        text=text,
    )


class Hand:
    """An admin at the laptop."""

    def __init__(self, running: Service, folder: Path, school: School) -> None:
        self.state = ("--state", str(running.places.state))
        self.file, self.pack = folder / "x.order", folder / "list.zip"
        self.school = school
        self.told = ""  # the last that was said of what is done

    async def brings(
        self, asked: OfficerOrder, *more: Path, by: Signer = Signer.DPO
    ) -> int:
        """Bring an order; gives the exit code."""
        self.file.write_bytes(officer.encode(asked, self.school.keys[by].sign))
        return await self.brings_file(*more)

    async def brings_file(self, *more: Path) -> int:
        """Bring what lies in the file."""
        words = ("officer", str(self.file), *map(str, more))
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "agent.daemon.app", *self.state, *words),
            cwd=ROOT,
            stdout=asyncio.subprocess.PIPE,
        )
        self.told = (await process.communicate())[0].decode()
        return process.returncode or 0


async def test_R37_R38_an_order_gives_a_pack_that_says_so_itself(
    tmp_path: Path,
) -> None:
    school = make_school(wall_now(), kind="demo")
    places = enrol(school, tmp_path / "state")
    async with service(places, tmp_path / "s.sock") as running:
        hand = Hand(running, tmp_path, school)
        theirs = tmp_path / "theirs"
        note = order(school, Wish.NOTE, "Dit was een oefening.")
        assert await hand.brings(note) == 0
        read = order(school, Wish.READ)
        assert await hand.brings(read) == 2  # where to?
        assert await hand.brings(read, hand.pack, by=Signer.OFFICE) == 5
        assert not hand.pack.exists()
        hand.pack.symlink_to(theirs)
        assert await hand.brings(read, hand.pack) == 2  # nothing is written over
        hand.pack.unlink()
        assert not theirs.exists()
        assert await hand.brings(read, hand.pack) == 0
        assert hand.pack.stat().st_mode & 0o777 == 0o600
        assert await running.stop() == 0
    data = hand.pack.read_bytes()
    assert is_good(verify(data, school.root_sha256).found)
    members = archive.read(data).members
    assert b"Dit was een oefening." in members["shared.jsonl"]
    assert members["own.jsonl"].count(b"LOG_READ") == 1


async def test_R34_an_order_to_erase_stands_in_the_list_and_takes_nothing_yet(
    tmp_path: Path,
) -> None:
    school = make_school(wall_now(), kind="demo")
    places = enrol(school, tmp_path / "state")
    async with service(places, tmp_path / "s.sock") as running:
        hand = Hand(running, tmp_path, school)
        assert await hand.brings(order(school, Wish.NOTE, "Een naam.")) == 0
        assert hand.told == f"{SEEN}\n"
        asked = erase_order(school, about=1)
        teachers = school.teachers[0].holder.sign_key.sign
        hand.file.write_bytes(officer.encode(asked, teachers))
        assert await hand.brings_file() == 5
        assert hand.told == ""
        for _ in range(2):
            assert await hand.brings(asked) == 0
            assert hand.told == f"{WAITS}\n"
        assert await running.stop() == 0
    async with service(places, tmp_path / "s.sock") as running:  # a restart
        hand = Hand(running, tmp_path, school)
        assert await hand.brings(order(school, Wish.READ), hand.pack) == 0
        assert await running.stop() == 0
    data = hand.pack.read_bytes()
    assert is_good(verify(data, school.root_sha256).found)
    members = archive.read(data).members
    assert members["shared.jsonl"].count(b'\\"kind\\":\\"ORDER\\"') == 1
    assert REASON.encode() in members["shared.jsonl"]
    assert b"Een naam." in members["shared.jsonl"]
    assert b"REDACT" not in members["shared.jsonl"]


async def test_without_its_service_nothing_is_read(
    tmp_path: Path,
) -> None:
    school = make_school(wall_now(), kind="demo")
    places = enrol(school, tmp_path / "state")
    stopped = Service(None, places, tmp_path / "s", 0, [])  # type: ignore[arg-type]
    hand = Hand(stopped, tmp_path, school)
    assert await hand.brings(order(school, Wish.READ), hand.pack) == 4
    assert not hand.pack.exists()
