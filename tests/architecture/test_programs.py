# SPDX-License-Identifier: GPL-3.0-or-later
"""Every program that an installation brings says which version it is."""

import importlib
import tomllib

import pytest

from consent.version import words
from tests.architecture.house import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
PROGRAMS = PROJECT["scripts"] | PROJECT["gui-scripts"]


def test_there_are_five() -> None:
    ours = {f"inzage-{one}" for one in ("agentd", "session", "console", "admin")}
    assert set(PROGRAMS) == ours | {"inzage-verify"}


@pytest.mark.parametrize("name", PROGRAMS)
def test_a_program_says_its_version(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    module, _, start = PROGRAMS[name].partition(":")
    main = getattr(importlib.import_module(module), start)
    try:
        code = main(["--version"])
    except SystemExit as ended:
        code = ended.code
    assert code == 0
    assert capsys.readouterr().out == f"{words()}\n"
