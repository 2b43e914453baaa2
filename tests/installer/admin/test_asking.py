# SPDX-License-Identifier: GPL-3.0-or-later
"""Commands end with a sentence and a code, whatever went wrong."""

from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from consent.errors import PaperError
from installer.admin.asking import passphrase, show, tells
from installer.admin.trouble import Exit, OfficeError


@pytest.mark.parametrize(
    ("trouble", "code", "words"),
    [
        (OfficeError("Nee.", Exit.NOT_GOOD), 1, "Nee."),
        (PaperError("Not a charter."), 2, "Not a charter."),
        (FileNotFoundError(2, "No such file", "x.csv"), 2, "x.csv: No such file"),
    ],
)
def test_trouble_becomes_a_sentence_and_a_code(
    trouble: Exception, code: int, words: str
) -> None:
    @click.command()
    @tells
    def failing() -> None:
        raise trouble

    result = CliRunner().invoke(failing)
    assert (result.exit_code, result.stderr.strip()) == (code, words)


def test_facts_are_printed_one_a_line() -> None:
    @click.command()
    @tells
    def telling() -> None:
        show(klassen=1, map="x")

    assert CliRunner().invoke(telling).output == "klassen: 1\nmap: x\n"


def test_a_passphrase_is_the_first_line_of_its_file(tmp_path: Path) -> None:
    file = tmp_path / "zin"
    file.write_text("een lange zin\nniet deze\n", "utf-8")
    assert passphrase("?", file) == b"een lange zin"
    file.write_text("", "utf-8")
    with pytest.raises(OfficeError, match="lege wachtzin"):
        passphrase("?", file)
