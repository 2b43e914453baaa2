# SPDX-License-Identifier: GPL-3.0-or-later
"""The lists that pupils took along: checked by the product's own verifier, and read."""

import json
import subprocess
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from installer.demo.programs import command

VERIFY: Final = "installer.verify"
CHAINS: Final = ("shared.jsonl", "own.jsonl")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What `inzage-verify` said of one pack."""

    holds: bool
    sentences: tuple[str, ...]


def verify(pack: Path) -> Verdict:
    """Run the verifier as anybody would."""
    done = subprocess.run(
        command(VERIFY, pack, "--language", "en"),
        check=False,
        capture_output=True,
        text=True,
    )
    said = (done.stdout + done.stderr).strip().splitlines()
    return Verdict(done.returncode == 0, tuple(said))


def bodies(pack: Path) -> list[dict[str, Any]]:
    """Read the bodies of both chains, in order."""
    found = []
    with zipfile.ZipFile(pack) as archive:
        for name in CHAINS:
            for line in archive.read(name).splitlines():
                body = json.loads(line).get("body")
                if body:
                    found.append(json.loads(_text(body)))
    return found


def _text(body: str) -> str:
    """A body is kept as text or as hex of its exact bytes."""
    return body if body.startswith("{") else bytes.fromhex(body).decode("utf-8")
