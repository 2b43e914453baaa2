# SPDX-License-Identifier: GPL-3.0-or-later
"""A yes per class, one pause, and a no that always gets through."""

from datetime import timedelta
from pathlib import Path

from agent.core.commands import StoreYes
from agent.daemon.kept_choices import KeptChoices
from consent.purpose import Purpose
from tests.fakes.clock import MONDAY_MORNING

ONE, TWO = "4b" * 16, "5a" * 16
UNTIL = MONDAY_MORNING + timedelta(days=30)


def _yes(klass: str, purpose: Purpose = Purpose.VIEW) -> StoreYes:
    return StoreYes((klass, purpose), "9a" * 16, UNTIL, 3, 1)


def test_R17_a_yes_in_one_class_is_none_in_another(tmp_path: Path) -> None:
    kept = KeptChoices(tmp_path / "choices")
    kept.say_yes(_yes(ONE))
    assert kept.says_yes(ONE, Purpose.VIEW)
    assert not kept.says_yes(TWO, Purpose.VIEW)
    again = KeptChoices(tmp_path / "choices")
    assert again.says_yes(ONE, Purpose.VIEW)


def test_a_no_is_kept(tmp_path: Path) -> None:
    kept = KeptChoices(tmp_path / "choices")
    kept.say_yes(_yes(ONE))
    assert kept.say_no([(ONE, Purpose.VIEW), (TWO, Purpose.SHOW)]) == []
    assert not kept.says_yes(ONE, Purpose.VIEW)


def test_R17_a_file_of_another_class_is_a_no(tmp_path: Path) -> None:
    kept = KeptChoices(tmp_path / "choices")
    kept.say_yes(_yes(ONE))
    kept.says_yes(TWO, Purpose.VIEW)
    source = tmp_path / "choices" / ONE / "yes-view"
    (tmp_path / "choices" / TWO / "yes-view").write_bytes(source.read_bytes())
    assert not kept.says_yes(TWO, Purpose.VIEW)


def test_the_first_start_is_not_paused_and_a_pause_survives(tmp_path: Path) -> None:
    kept = KeptChoices(tmp_path / "choices")
    assert kept.paused(MONDAY_MORNING) is None
    kept.pause(UNTIL)
    held = KeptChoices(tmp_path / "choices").paused(MONDAY_MORNING)
    assert held is not None
    assert held.until == UNTIL
    kept.resume()
    assert kept.paused(MONDAY_MORNING) is None


def test_what_the_disk_refuses_is_named(tmp_path: Path) -> None:
    kept = KeptChoices(tmp_path / "choices")
    kept.say_yes(_yes(ONE))
    file = tmp_path / "choices" / ONE / "yes-view"
    file.unlink()
    file.mkdir()
    assert kept.say_no([(ONE, Purpose.VIEW)]) == [(ONE, Purpose.VIEW)]
