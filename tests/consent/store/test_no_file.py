# SPDX-License-Identifier: GPL-3.0-or-later
"""A no is stored when nothing else can be, and every doubt is a no."""

import os
import subprocess
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from consent.ledger.errors import LedgerError
from consent.ledger.kinds import Chain, Kind
from consent.purpose import PICTURES, Purpose
from consent.store.no_file import FILE_BYTES, NoFiles, Pause, Yes
from tests.fakes.lines import consent_fields
from tests.fakes.records import KLASS, MONDAY, PUPIL, Keys, context, laptop

UNTIL = MONDAY + timedelta(days=100)
YES = Yes(Purpose.VIEW, PUPIL, KLASS, UNTIL, 12)
LATER = MONDAY + timedelta(minutes=30)


@pytest.fixture
def choices(tmp_path: Path) -> NoFiles:
    made = NoFiles(tmp_path / "choices")
    made.prepare()
    return made


def test_everything_begins_as_a_no_and_not_paused(choices: NoFiles) -> None:
    assert [choices.read(purpose) for purpose in PICTURES] == [None, None, None]
    assert choices.paused(MONDAY) is None


def test_a_folder_that_was_never_made_is_a_no_and_a_pause(tmp_path: Path) -> None:
    choices = NoFiles(tmp_path / "nowhere")
    assert choices.read(Purpose.VIEW) is None
    assert choices.paused(MONDAY) == Pause(None)


def test_a_yes_is_there_after_opening_again(choices: NoFiles, tmp_path: Path) -> None:
    choices.say_yes(YES)
    assert NoFiles(tmp_path / "choices").read(Purpose.VIEW) == YES
    assert choices.read(Purpose.OVERVIEW) is None


def test_preparing_again_changes_nothing(choices: NoFiles) -> None:
    choices.say_yes(YES)
    choices.pause(LATER)
    choices.prepare()
    assert choices.read(Purpose.VIEW) == YES
    assert choices.paused(MONDAY) == Pause(LATER)


def test_a_no_takes_the_yes_away(choices: NoFiles) -> None:
    choices.say_yes(YES)
    choices.say_no([Purpose.VIEW])
    assert choices.read(Purpose.VIEW) is None


def test_a_no_writes_in_place_and_no_new_byte(choices: NoFiles, tmp_path: Path) -> None:
    choices.say_yes(YES)
    path = tmp_path / "choices" / "yes-view"
    before = path.stat()
    choices.say_no()
    after = path.stat()
    assert (before.st_ino, before.st_size) == (after.st_ino, FILE_BYTES)
    assert (before.st_blocks, after.st_size) == (after.st_blocks, FILE_BYTES)


def test_R11_a_yes_of_one_purpose_is_no_yes_of_another(
    choices: NoFiles, tmp_path: Path
) -> None:
    choices.say_yes(YES)
    folder = tmp_path / "choices"
    (folder / "yes-show").write_bytes((folder / "yes-view").read_bytes())
    assert choices.read(Purpose.SHOW) is None


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(at=st.integers(0, FILE_BYTES - 1), change=st.integers(1, 255))
def test_any_changed_byte_is_a_no_and_a_pause(
    choices: NoFiles, tmp_path: Path, at: int, change: int
) -> None:
    choices.say_yes(YES)
    choices.resume()
    for name in ("yes-view", "pause"):
        path = tmp_path / "choices" / name
        held = bytearray(path.read_bytes())
        held[at] ^= change
        path.write_bytes(bytes(held))
    assert choices.read(Purpose.VIEW) is None
    assert choices.paused(MONDAY) == Pause(None)


@given(st.integers(0, FILE_BYTES))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_D08_a_write_torn_anywhere_never_makes_a_yes(
    choices: NoFiles, tmp_path: Path, cut: int
) -> None:
    path = tmp_path / "choices" / "yes-view"
    choices.say_yes(YES)
    yes = path.read_bytes()
    choices.say_no()
    no = path.read_bytes()
    path.write_bytes(yes[:cut] + no[cut:])
    whole_yes = yes[:cut] + no[cut:] == yes
    assert (choices.read(Purpose.VIEW) is not None) == whole_yes
    path.write_bytes(no[:cut] + yes[cut:])
    assert (choices.read(Purpose.VIEW) is not None) == (cut == 0)


@pytest.mark.parametrize("held", [b"", b"x" * FILE_BYTES, b"\n" * FILE_BYTES])
def test_other_bytes_are_a_no(choices: NoFiles, tmp_path: Path, held: bytes) -> None:
    (tmp_path / "choices" / "yes-view").write_bytes(held)
    (tmp_path / "choices" / "pause").write_bytes(held)
    assert choices.read(Purpose.VIEW) is None
    assert choices.paused(MONDAY) == Pause(None)


def test_R28_a_pause_ends_with_its_slot(choices: NoFiles) -> None:
    choices.pause(LATER)
    assert choices.paused(MONDAY) == Pause(LATER)
    assert choices.paused(LATER) is None


def test_a_pause_without_an_end_waits_for_the_click(choices: NoFiles) -> None:
    choices.pause(None)
    assert choices.paused(UNTIL) == Pause(None)
    choices.resume()
    assert choices.paused(MONDAY) is None


def test_a_missing_file_is_made_again_by_a_yes(
    choices: NoFiles, tmp_path: Path
) -> None:
    (tmp_path / "choices" / "yes-view").unlink()
    choices.say_no()
    choices.say_yes(YES)
    assert choices.read(Purpose.VIEW) == YES


def test_when_a_file_cannot_be_overwritten_it_is_removed(tmp_path: Path) -> None:
    choices = NoFiles(tmp_path / "choices")
    choices.prepare()
    choices.say_yes(YES)
    choices.pause(LATER)
    for name in ("yes-view", "pause"):
        path = tmp_path / "choices" / name
        path.unlink()
        path.symlink_to(tmp_path / "choices")  # opens as a folder: cannot be written
    choices.say_no()
    assert not (tmp_path / "choices" / "yes-view").exists()
    choices.pause(LATER)
    assert choices.paused(MONDAY) == Pause(None)


# --- A full disk ----------------------------------------------------------------------


@pytest.fixture
def tiny_disk(tmp_path: Path) -> Iterator[Path]:
    """Give a disk of 1 MiB, where this machine lets us mount one."""
    disk = tmp_path / "disk"
    disk.mkdir()
    if not hasattr(os, "geteuid") or os.geteuid():
        pytest.skip("only root may mount a tiny disk")
    mount = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(disk)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("this machine does not let root mount a tiny disk")
    yield disk
    subprocess.run(["umount", "-l", str(disk)], check=True)


def fill(disk: Path) -> None:
    with (disk / "filler").open("wb", buffering=0) as file:
        while True:
            try:
                file.write(bytes(4_096))
            except OSError:
                return


def test_R15_D08_a_withdrawal_on_a_full_disk_is_still_a_no_after_a_restart(
    tiny_disk: Path,
) -> None:
    choices = NoFiles(tiny_disk / "choices")
    choices.prepare()
    ledger = laptop(tiny_disk, Keys())
    given_ = ledger.append(Chain.OWN, Kind.CONSENT, consent_fields(), context())
    choices.say_yes(Yes(Purpose.OVERVIEW, PUPIL, KLASS, UNTIL, given_.seq))
    choices.say_yes(YES)
    fill(tiny_disk)

    choices.say_no()
    choices.pause(LATER)
    withdrawn = consent_fields(state="ConsentWithdrawn", method="agent_stop")

    def withdraw_until_full() -> None:
        for _ in range(10_000):
            ledger.append(Chain.OWN, Kind.CONSENT, withdrawn, context())

    with pytest.raises(LedgerError, match="full"):
        withdraw_until_full()
    ledger.close()

    again = NoFiles(tiny_disk / "choices")
    again.prepare()
    assert [again.read(purpose) for purpose in PICTURES] == [None, None, None]
    assert again.paused(MONDAY) == Pause(LATER)


def test_a_yes_on_a_full_disk_is_refused_when_there_is_no_room_for_it(
    tiny_disk: Path,
) -> None:
    fill(tiny_disk)
    choices = NoFiles(tiny_disk / "choices")
    with pytest.raises(LedgerError):
        choices.prepare()
    assert choices.read(Purpose.VIEW) is None


def test_a_ledger_on_a_disk_with_room_again_goes_on(tiny_disk: Path) -> None:
    ledger = laptop(tiny_disk, Keys())
    fill(tiny_disk)

    def append_until_full() -> None:
        for _ in range(10_000):
            ledger.append(Chain.OWN, Kind.ASKED, {"purpose": "view"}, context())

    with pytest.raises(LedgerError) as caught:
        append_until_full()
    assert not caught.value.landed
    last = ledger.last_seq(Chain.OWN)
    (tiny_disk / "filler").unlink()
    line = ledger.append(Chain.OWN, Kind.ASKED, {"purpose": "view"}, context())
    assert line.seq == last + 1
    ledger.close()


def test_D08_a_disk_that_became_read_only_keeps_no_no_and_says_so(
    tiny_disk: Path,
) -> None:
    choices = NoFiles(tiny_disk / "choices")
    choices.prepare()
    choices.say_yes(YES)
    remount = ["mount", "-o", "remount,ro", str(tiny_disk)]
    subprocess.run(remount, check=True)
    with pytest.raises(LedgerError, match="until a restart"):
        choices.say_no()
    with pytest.raises(LedgerError, match="until a restart"):
        choices.pause(None)
    with pytest.raises(LedgerError, match="was not kept"):
        choices.resume()
