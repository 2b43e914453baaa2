# SPDX-License-Identifier: GPL-3.0-or-later
"""A damaged ledger keeps its whole beginning, and what is gone is told."""

import random
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from consent.documents.signed import public_bytes
from consent.ledger.errors import LedgerError
from consent.ledger.kinds import Chain
from consent.store.agent_ledger import AgentLedger
from consent.store.agent_rescue import is_sound, rescue
from tests.consent.store import damage
from tests.consent.store.damage import NAMES, Files, bent, cut
from tests.fakes.lesson import PlayedLesson

TRIES = 60  # each place is tried by run.py soak; see docs/soak.md


@pytest.fixture(scope="module")
def files() -> Iterator[Files]:
    with damage.whole() as made:
        yield made


@pytest.fixture
def ledger(files: Files, tmp_path: Path) -> Path:
    """Give a copy that may be harmed."""
    shutil.copytree(files.folder, tmp_path / "own")
    return tmp_path / "own" / "ledger.db"


def test_a_whole_ledger_stays_as_it_is(files: Files, ledger: Path) -> None:
    found = damage.start(ledger, files.device_key)
    assert (found.rows, found.said) == (files.rows, False)
    assert not list(ledger.parent.glob("*.damaged*"))


def test_where_there_is_none_none_is_made(tmp_path: Path) -> None:
    assert is_sound(tmp_path / "ledger.db")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("name", NAMES)
def test_F03_a_bent_bit_is_told_and_what_is_left_is_a_beginning(
    files: Files, name: str
) -> None:
    chance = random.Random(5)
    size = (files.folder / name).stat().st_size
    for _ in range(TRIES):
        at, bit = chance.randrange(size), chance.randrange(8)
        found = files.after(name, bent(at, bit))
        assert files.wrong(found) == "", (at, bit)


@pytest.mark.parametrize("name", NAMES)
def test_F03_a_file_cut_short_is_told_and_what_is_left_is_a_beginning(
    files: Files, name: str
) -> None:
    chance = random.Random(6)
    size = (files.folder / name).stat().st_size
    for at in [0, *(chance.randrange(size) for _ in range(TRIES)), size - 1]:
        found = files.after(name, cut(at))
        assert files.wrong(found) == "", at


def test_R33_a_rescued_ledger_goes_on_and_names_the_gap(
    files: Files, ledger: Path
) -> None:
    page = ledger.read_bytes()
    text = page.rindex(b"Pagina 12")  # the last line in the file that has it
    harmed = page[:text] + b"\xff" * 4_096 + page[text + 4_096 :]
    ledger.write_bytes(harmed)
    assert not is_sound(ledger)
    aside = rescue(ledger, files.device_key)
    assert aside.read_bytes() == harmed
    assert is_sound(ledger)
    with closing(AgentLedger(ledger, lambda _: bytes(64), "")) as again:
        kept, known = again.last_seq(Chain.SHARED), again.known_seq(Chain.SHARED)
        assert 0 < kept < known
        assert damage.rows_of(ledger) == files.rows[: len(damage.rows_of(ledger))]


def test_the_second_damage_does_not_overwrite_the_first(
    files: Files, ledger: Path
) -> None:
    for number in (1, 2):
        ledger.write_bytes(b"no ledger" * 1_000)
        aside = rescue(ledger, files.device_key)
        assert aside.name == f"ledger.db.damaged-{number}"
    with closing(AgentLedger(ledger, lambda _: bytes(64), "")) as again:
        assert again.last_seq(Chain.SHARED) == 0


def test_what_cannot_be_read_for_another_reason_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "ledger.db").mkdir()
    with pytest.raises(LedgerError) as trouble:
        is_sound(tmp_path / "ledger.db")
    assert not trouble.value.is_damage


def test_a_disk_without_room_loses_nothing(files: Files, ledger: Path) -> None:
    harmed = bent(0, 0)(ledger.read_bytes())
    ledger.write_bytes(harmed)
    (ledger.parent / "ledger.db.fresh").mkdir()  # what stands in the way
    with pytest.raises((OSError, LedgerError)):
        rescue(ledger, files.device_key)
    assert ledger.read_bytes() == harmed


def test_R33_what_came_back_is_rescued_where_it_is_whole(tmp_path: Path) -> None:
    lesson = PlayedLesson(tmp_path / "lesson")
    lesson.play()
    lesson.lose_list()
    before = lesson.agent.given()
    lesson.close()
    file = tmp_path / "lesson" / "ledger.db"
    with closing(sqlite3.connect(file)) as held, held:
        held.execute("UPDATE given SET body = CAST('x' AS BLOB) WHERE seq = 1")
    rescue(file, public_bytes(lesson.device_key))
    with closing(AgentLedger(file, lesson.device_key.sign, lesson.device)) as again:
        assert again.given() == before[:-1]
