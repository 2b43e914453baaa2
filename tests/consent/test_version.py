# SPDX-License-Identifier: GPL-3.0-or-later
"""Every program says which version it is."""

import argparse
from importlib.metadata import version

import pytest

from consent.version import ShowVersion, words


def test_it_is_the_installed_one() -> None:
    assert words() == f"inzage {version('inzage')}"


def test_it_is_said_before_anything_is_asked(
    capsys: pytest.CaptureFixture[str],
) -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("file")
    parser.add_argument("--version", action=ShowVersion)
    with pytest.raises(SystemExit) as ended:
        parser.parse_args(["--version"])
    assert ended.value.code == 0
    assert capsys.readouterr().out == f"{words()}\n"
