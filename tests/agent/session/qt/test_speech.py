# SPDX-License-Identifier: GPL-3.0-or-later
"""Reading aloud."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from agent.session.qt.speech import speak


@pytest.fixture
def programs(tmp_path: Path) -> Iterator[Path]:
    """Give the only folder in which programs are found."""
    before = os.environ["PATH"]
    os.environ["PATH"] = str(tmp_path)
    yield tmp_path
    os.environ["PATH"] = before


def test_without_a_voice_it_says_no(qtbot: QtBot, programs: Path) -> None:
    assert not speak("dag", "nl")


def test_with_a_voice_it_speaks_words_as_words(qtbot: QtBot, programs: Path) -> None:
    said = programs / "said"
    voice = programs / "spd-say"
    voice.write_text(
        f'#!/bin/sh\nprintf "%s|" "$@" > {said}.new\n/bin/mv {said}.new {said}\n'
    )
    voice.chmod(0o755)
    assert speak("--help {lang}", "nl")
    qtbot.waitUntil(said.exists)
    assert said.read_text() == "--language|nl|--|--help {lang}|"
