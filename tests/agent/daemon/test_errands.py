# SPDX-License-Identifier: GPL-3.0-or-later
"""What an admin lays in the service's folder is done once, leaving nothing."""

import asyncio
import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from agent.core.instant import Instant
from agent.core.laptop import Identity, Laptop
from agent.daemon.errands import READ_BYTES, Errands, bring
from agent.daemon.identity import Enrolled
from agent.daemon.trouble import DaemonError, Exit
from consent.ledger.errors import RecordError
from tests.agent.daemon.conftest import Disk
from tests.fakes.certificates import wall_now
from tests.fakes.school import School

PACK = b"a pupil's list"


@dataclass
class Bench:
    """A folder, and a service that does what lies there."""

    laptop: Laptop
    folder: Path
    done: list[bytes] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.errands = Errands(self.folder, {".order": self.do}, wall_now)
        self.errands.prepare()

    def do(self, _: Laptop, data: bytes) -> bytes | None:
        """Answer as the first word says."""
        self.done.append(data)
        match data:
            case b"read":
                return PACK
            case b"no":
                raise RecordError("Why not.")
            case b"much":
                raise ValueError("More than a pack holds.")
        return None

    def lay(self, data: bytes, name: str = "a.order") -> Path:
        file = self.folder / name
        file.write_bytes(data)
        return file

    def rest(self, since_s: int) -> None:
        """Have the folder changed last at this moment, long ago."""
        os.utime(self.folder, (since_s, since_s))

    def look(self) -> None:
        self.errands.look(self.laptop)

    def there(self) -> dict[str, bytes]:
        return {x.name: x.read_bytes() for x in self.folder.iterdir() if x.is_file()}


@pytest.fixture
def bench(school: School, enrolled: Enrolled, disk: Disk) -> Iterator[Bench]:
    me = Identity(enrolled.device, enrolled.fingerprint, enrolled.peer.sign_pub)
    laptop = Laptop(me, school.shelf_for(), disk.ledger, Instant(10.0, school.now))
    yield Bench(laptop, enrolled.places.officer)
    disk.ledger.close()


@pytest.mark.parametrize(
    ("data", "name", "answer"),
    [
        (b"read", "a.zip", PACK),
        (b"note", "a.done", b""),
        (b"no", "a.no", b"Why not."),
        (b"much", "a.no", b"More than a pack holds."),
    ],
)
def test_an_errand_is_done_once_and_answered(
    bench: Bench, data: bytes, name: str, answer: bytes
) -> None:
    bench.lay(data)
    bench.look()
    assert bench.there() == {name: answer}
    bench.look()
    assert bench.done == [data]


def test_what_nobody_does_here_is_let_lie(bench: Bench) -> None:
    bench.lay(b"x", "a.txt")
    bench.look()
    assert (bench.done, list(bench.there())) == ([], ["a.txt"])


def test_the_folder_is_the_services_own_and_keeps_no_old_list(
    bench: Bench, caplog: pytest.LogCaptureFixture
) -> None:
    assert bench.folder.stat().st_mode & 0o777 == 0o700
    (bench.folder / "a").mkdir()  # it cannot be taken away
    bench.lay(PACK, "old.zip")
    (bench.folder / "z.zip").symlink_to(bench.folder)
    bench.errands.prepare()
    assert [x.name for x in bench.folder.iterdir()] == ["a"]
    caplog.clear()


@pytest.mark.parametrize("name", ["x.zip", "x.no", ".x.new"])
def test_R37_what_nobody_fetches_does_not_lie_in_the_folder(
    bench: Bench, name: str
) -> None:
    bench.lay(PACK, name)
    bench.look()
    assert list(bench.there()) == [name]  # perhaps it is being fetched, or written
    bench.look()
    assert bench.there() == {}


def test_R37_nor_does_it_in_a_folder_that_is_at_rest(bench: Bench) -> None:
    bench.rest(1)
    bench.look()
    bench.lay(b"read")
    bench.rest(2)
    bench.look()
    assert bench.there() == {"a.zip": PACK}
    bench.rest(3)
    bench.look()
    bench.look()
    assert bench.there() == {}


def test_an_empty_folder_that_did_not_change_is_not_read(bench: Bench) -> None:
    bench.rest(1)
    bench.look()
    bench.lay(b"do")
    bench.rest(1)
    bench.look()
    assert bench.done == []
    bench.rest(2)
    bench.look()
    assert bench.done == [b"do"]


def test_it_is_known_whether_more_waits(bench: Bench) -> None:
    bench.lay(b"do", "a.order")
    bench.lay(b"do", "b.order")
    bench.lay(b"nothing of ours", "c.txt")
    more = []
    for _ in range(2):
        bench.look()
        more.append(bench.errands.is_more)
    assert more == [True, False]


def test_without_a_folder_nothing_is_looked_for(bench: Bench) -> None:
    bench.folder.rmdir()
    bench.look()
    assert not bench.folder.exists()


def test_a_folder_that_cannot_be_read_ends_nothing(
    bench: Bench, caplog: pytest.LogCaptureFixture
) -> None:
    bench.folder.rmdir()
    bench.folder.write_bytes(b"no folder")
    bench.look()
    bench.errands.prepare()
    assert caplog.text.count("cannot be read") == 2
    assert "no place" in caplog.text
    caplog.clear()


def test_R37_an_answer_without_room_leaves_no_part_of_a_list_and_says_why(
    bench: Bench, caplog: pytest.LogCaptureFixture
) -> None:
    bench.lay(b"read")
    (bench.folder / "a.zip").mkdir()  # nothing can be put there
    bench.look()
    assert list(bench.there()) == ["a.no"]
    why = bench.there()["a.no"].decode()
    assert why.startswith(f"{bench.folder}: Is a directory.")
    assert "bring it again" in why
    assert "could not be written" in caplog.text
    caplog.clear()


def test_R37_where_no_room_is_even_for_a_no_nothing_is_left_and_nothing_ends(
    bench: Bench, caplog: pytest.LogCaptureFixture
) -> None:
    bench.lay(b"read")
    for ending in ("zip", "no"):
        (bench.folder / f"a.{ending}").mkdir()
    bench.look()
    assert bench.there() == {}
    caplog.clear()


def test_a_link_a_pipe_and_a_folder_are_no_errands_and_hold_up_no_other(
    bench: Bench, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    theirs = tmp_path / "theirs"
    theirs.write_bytes(b"read")
    (bench.folder / "a.order").symlink_to(theirs)
    os.mkfifo(bench.folder / "b.order")
    (bench.folder / "c.order").mkdir()
    bench.lay(b"note", "d.order")
    bench.look()
    assert bench.done == [b"note"]
    assert theirs.read_bytes() == b"read"
    assert sorted(x.name for x in bench.folder.iterdir()) == ["c.order", "d.done"]
    assert caplog.text.count("could not be read") == 3
    caplog.clear()


def test_R37_a_link_laid_where_the_answer_goes_is_not_followed(
    bench: Bench, tmp_path: Path
) -> None:
    theirs = tmp_path / "theirs"
    theirs.write_bytes(b"kept")
    (bench.folder / "a.zip").symlink_to(theirs)
    (bench.folder / "a.zip.new").symlink_to(theirs)
    bench.lay(b"read")
    bench.look()
    assert theirs.read_bytes() == b"kept"
    assert not (bench.folder / "a.zip").is_symlink()
    assert (bench.folder / "a.zip").read_bytes() == PACK
    assert (bench.folder / "a.zip").stat().st_mode & 0o777 == 0o600


def test_a_flood_is_done_one_at_a_look_and_of_a_giant_only_the_begin_is_read(
    bench: Bench,
) -> None:
    for number in range(50):
        bench.lay(b"x" * 100_000, f"{number:02}.order")
    bench.look()
    assert [len(data) for data in bench.done] == [READ_BYTES]
    bench.look()
    assert len(bench.done) == 2
    assert sum(name.endswith(".order") for name in bench.there()) == 48


async def test_where_no_service_has_its_folder_it_is_said(tmp_path: Path) -> None:
    with pytest.raises(DaemonError, match=r"not enrolled.*nowhere") as caught:
        await bring(tmp_path / "nowhere", b"order")
    assert caught.value.code is Exit.NOT_SET_UP


async def test_an_admin_gets_the_services_answer(bench: Bench) -> None:
    async with asyncio.TaskGroup() as group:
        bringing = group.create_task(bring(bench.folder, b"read"))
        await asyncio.sleep(0)  # it lies there now
        bench.look()
    assert bringing.result() == (".zip", PACK)
    assert bench.there() == {}


async def test_who_goes_away_takes_the_errand_along(bench: Bench) -> None:
    async with asyncio.TaskGroup() as group:
        bringing = group.create_task(bring(bench.folder, b"read"))
        await asyncio.sleep(0)  # it lies there now
        assert len(bench.there()) == 1
        bringing.cancel()
    bench.look()
    assert (bench.done, bench.there()) == ([], {})


async def test_a_folder_that_is_none_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(DaemonError, match=r"file: Not a directory\."):
        await bring(tmp_path / "file", b"order")
