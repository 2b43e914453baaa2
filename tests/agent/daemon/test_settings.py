# SPDX-License-Identifier: GPL-3.0-or-later
"""agent.toml sets an address and a language, and no policy."""

from pathlib import Path

import pytest

from agent.daemon.settings import KNOWN, Settings, load
from agent.daemon.trouble import DaemonError, Exit
from consent.documents.fields import Lang


def test_a_file_that_is_not_there_sets_nothing(tmp_path: Path) -> None:
    assert load(tmp_path / "agent.toml") == Settings()


def test_it_is_read(tmp_path: Path) -> None:
    file = tmp_path / "agent.toml"
    file.write_text(
        'published = "/share"\nlanguage = "fr"\ninterfaces = ["10.0.0.5"]\n', "utf-8"
    )
    assert load(file) == Settings(Path("/share"), Lang.FR, ("10.0.0.5",))


@pytest.mark.parametrize(
    "text",
    [
        "watch = true",
        "language = 'de'",
        "not toml",
        "published = 3",
        "published = 'https://school.example/laptops'",
    ],
)
def test_S06_what_cannot_be_understood_stops_the_service(
    tmp_path: Path, text: str
) -> None:
    file = tmp_path / "agent.toml"
    file.write_text(text, "utf-8")
    with pytest.raises(DaemonError, match=r"agent\.toml") as trouble:
        load(file)
    assert trouble.value.code is Exit.WRONG_USE


def test_R03_S30_no_setting_is_a_policy() -> None:
    assert {"published", "language", "interfaces"} == KNOWN
