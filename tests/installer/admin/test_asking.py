# SPDX-License-Identifier: GPL-3.0-or-later
"""What all commands ask and say in the same way."""

from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

import click
import pytest
from click.testing import CliRunner

from consent.store.register.register import Register
from installer.admin import office, school_init
from installer.admin.asking import passphrase, read_text, say, show
from installer.admin.trouble import Exit, OfficeError
from tests.fakes.admin import Admin


def running(act: Callable[[], None], typed: str = "") -> str:
    """Run an act inside a command, with this typed."""

    @click.command()
    def command() -> None:
        act()

    result = CliRunner().invoke(command, input=typed, catch_exceptions=False)
    return result.output


def test_facts_are_printed_one_a_line_under_their_own_name() -> None:
    assert running(lambda: show(classes=1, folder=Path("x"))) == "klassen: 1\nmap: x\n"


def test_a_sentence_is_said_in_dutch_where_nobody_chose() -> None:
    assert running(lambda: say("stopped")) == "Gestopt.\n"


def test_a_passphrase_is_the_first_line_of_its_file(tmp_path: Path) -> None:
    file = tmp_path / "zin"
    file.write_text("een lange zin\nniet deze\n", "utf-8")
    assert passphrase("ask.office", file) == b"een lange zin"
    file.write_text("", "utf-8")
    with pytest.raises(OfficeError, match=r"ask\.empty"):
        passphrase("ask.office", file)


def test_a_passphrase_is_asked_until_it_was_twice_the_same() -> None:
    heard: list[bytes] = []

    def ask() -> None:
        heard.append(passphrase("ask.new_dpo", None, new=True))

    one, two, three = "een lange zin", "een andere zin", "a b c d"
    said = running(ask, f"{one}\n{two}\n{three}\n{three}\n")
    assert heard == [three.encode()]
    assert said.count("Dat was niet tweemaal hetzelfde.") == 1
    assert one not in said.splitlines()


def test_a_new_passphrase_has_twelve_signs_or_four_words(tmp_path: Path) -> None:
    heard: list[bytes] = []

    def ask() -> None:
        heard.append(passphrase("ask.new_dpo", None, new=True))

    said = running(ask, "short\nelf letters\ntwaalf tekens\ntwaalf tekens\n")
    assert heard == [b"twaalf tekens"]
    assert said.count("te kort: neem minstens 12 tekens, of 4 woorden") == 2
    file = tmp_path / "zin"
    file.write_text("short\n", "utf-8")
    assert passphrase("ask.office", file) == b"short"  # one that is there already
    with pytest.raises(OfficeError, match=r"ask\.short"):
        passphrase("ask.new_office", file, new=True)


def test_a_text_file_that_is_not_utf_8_is_told_with_its_line(tmp_path: Path) -> None:
    file = tmp_path / "laptops.csv"
    file.write_bytes(b"\xef\xbb\xbflaptop,leerling\n")
    assert read_text(file) == "laptop,leerling\n"
    file.write_bytes("a\nB\u00e9\n".encode("latin-1"))
    with pytest.raises(OfficeError, match=r"file\.not_utf8") as caught:
        read_text(file)
    assert caught.value.code is Exit.WRONG_USE
    assert caught.value.said.values["line"] == 2


class Watched(Register):
    """A register that knows which of them were opened and which let go."""

    open: ClassVar[list["Watched"]] = []

    def __init__(self, url: str, school: str = "") -> None:
        super().__init__(url, school)
        self.open.append(self)

    def close(self) -> None:
        super().close()
        self.open.remove(self)


def test_every_command_lets_the_register_go_however_it_ends(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (office, school_init):
        monkeypatch.setattr(module, "Register", Watched)
    admin = Admin(tmp_path)
    admin.makes_a_school()
    admin.does("status", admin.office)
    admin.fails(2, "exempt", admin.office, "nobody")
    assert Watched.open == []
