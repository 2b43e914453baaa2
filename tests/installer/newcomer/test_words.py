# SPDX-License-Identifier: GPL-3.0-or-later
"""What a newcomer reads."""

import pytest

from installer.newcomer.words import say


def test_a_line_says_when_and_leaves_the_output_alone(
    capsys: pytest.CaptureFixture[str],
) -> None:
    say("making .venv")
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.endswith(" s] making .venv\n")
