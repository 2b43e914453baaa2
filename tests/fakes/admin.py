# SPDX-License-Identifier: GPL-3.0-or-later
"""Somebody at the office's terminal, with a DPO in the next room."""

import shlex
from pathlib import Path

from click.testing import CliRunner, Result

from installer.admin.app import main
from installer.admin.asking import now
from protocol.codec import decode_enrol, encode
from protocol.identity import Role, peer_from_certificate
from protocol.messages.enrolment import EnrolGive
from tests.fakes.office import ROSTER, Laptop, filled_draft, laptop


class Admin:
    """Types commands, and reads what is said."""

    def __init__(self, home: Path, lang: str = "nl") -> None:
        """Start with empty folders."""
        self.home, self.dpo, self.office = home, home / "dpo", home / "office"
        self.lang = lang

    def does(self, *words: str | Path, typed: str = "") -> Result:
        """Type a command."""
        runner = CliRunner(env={"INZAGE_LANGUAGE": self.lang})
        return runner.invoke(main, [str(word) for word in words], input=typed)

    def succeeds(self, *words: str | Path, typed: str = "") -> str:
        """Type a command that must work; gives what it printed."""
        result = self.does(*words, typed=typed)
        assert result.exit_code == 0, result.output
        return result.output

    def fails(self, code: int, *words: str | Path, typed: str = "") -> str:
        """Type a command that must end with this code; gives what it complained."""
        result = self.does(*words, typed=typed)
        assert result.exit_code == code, (result.exit_code, result.output)
        return result.stderr

    def writes(self, name: str, text: str) -> Path:
        """Write a file."""
        path = self.home / name
        path.write_text(text, "utf-8")
        return path

    def makes_a_school(self, kind: str = "demo", typed: str = "") -> None:
        """Go as far as an empty school."""
        self.succeeds("dpo", "init", self.dpo, "--demo")
        stick = self.home / "stick"
        stick.mkdir(parents=True)
        self.succeeds(
            "school", "init", self.office, "--name", "School", "--kind", kind,
            "--dpo", self.dpo / "dpo.pub", "--root", stick, "--same-disk", typed=typed,
        )  # fmt: skip

    def fills_in(self) -> None:
        """Fill in the form of the agreements."""
        today = now().date()
        (self.office / "charter.toml").write_text(filled_draft(today), "utf-8")

    def signs_a_charter(self) -> None:
        """Fill in the form and have it signed twice."""
        self.succeeds("charter", "new", self.office)
        self.fills_in()
        self.succeeds("charter", "propose", self.office)
        proposed = self.office / "proposed"
        self.succeeds("charter", "sign", proposed, "--as", "dpo", "--key", self.dpo)

    def imports_the_roster(self, *options: str) -> str:
        """Read the small OneRoster set."""
        files = [self.writes(name, text) for name, text in ROSTER.items()]
        return self.succeeds(
            "class", "import", self.office, *files, *(options or ("--yes",))
        )

    def enrols(self, label: str, pupil: str = "") -> tuple[Laptop, str]:
        """Enrol a laptop by stick, for a pupil; gives it and its number."""
        asking, ask, out = laptop(label), self.home / "ask", self.home / "give"
        ask.write_bytes(encode(asking.ask))
        self.succeeds("enrol", "sign", self.office, ask, "--out", out)
        if pupil:
            self.succeeds("enrol", "assign", self.office, label, pupil)
        give = decode_enrol(out.read_bytes())
        out.unlink()  # the next laptop gets one of that name
        assert isinstance(give, EnrolGive)
        return asking, peer_from_certificate(give.certificate, Role.DEVICE).id.hex()


def commands_in(said: str) -> list[list[str]]:
    """Read the commands that the next step tells to type, without the program."""
    _, _, step = said.partition("Volgende stap: ")
    lines = [line for line in step.splitlines()[1:] if line.startswith("  ")]
    return [shlex.split(line)[1:] for line in lines]
