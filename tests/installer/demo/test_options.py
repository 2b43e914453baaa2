# SPDX-License-Identifier: GPL-3.0-or-later
"""The command line of the demo: limits said, wrong use refused."""

from pathlib import Path

import pytest

from installer.demo.options import read_options


def test_without_words_there_are_six_pupils_and_a_minute() -> None:
    read = read_options(["--headless"])
    assert (read.pupils, read.seconds, read.headless) == (6, 60.0, True)
    assert read.out == Path("out/demo").resolve()


def test_every_word_is_heard() -> None:
    words = "--pupils 12 --seconds 90 --headless --out /x --language fr"
    read = read_options(words.split())
    assert (read.pupils, read.seconds, read.out) == (12, 90.0, Path("/x"))
    assert read.language == "fr"


@pytest.mark.parametrize(
    "words", ["--pupils 2", "--pupils 41", "--pupils x", "--seconds 59", "--seconds x"]
)
def test_wrong_use_ends_with_two_and_a_sentence(
    words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as caught:
        read_options(words.split())
    assert caught.value.code == 2
    assert "not" in capsys.readouterr().err
