# SPDX-License-Identifier: GPL-3.0-or-later
"""A newcomer plays the demo, and looks at what it leaves.

Real processes: an office, three laptops on X screens of their own, a console.
"""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from installer.demo.transcript import NEEDED
from installer.newcomer.places import ROOT

WITHIN_S = 400


@pytest.fixture(scope="module")
def left(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Play one lesson and give the folder it left."""
    out = tmp_path_factory.mktemp("demo")
    words = ["--headless", "--pupils", "3", "--out", str(out)]
    done = subprocess.run(
        [sys.executable, "-m", "installer.demo", *words],
        cwd=ROOT, check=False, capture_output=True, text=True, timeout=WITHIN_S,
    )  # fmt: skip
    logs = [path.read_text("utf-8") for path in sorted(out.glob("logs/*.log"))]
    assert done.returncode == 0, "\n".join([done.stderr, *logs])
    return out


def _lines(left: Path) -> list[dict[str, Any]]:
    text = (left / "transcript.jsonl").read_text("utf-8")
    return [json.loads(line) for line in text.splitlines()]


def test_every_moment_of_a_lesson_happened(left: Path) -> None:
    lines = _lines(left)
    assert {line["what"] for line in lines} >= set(NEEDED)
    assert [line["t"] for line in lines] == sorted(line["t"] for line in lines)


def test_R10_only_who_agreed_was_seen(left: Path) -> None:
    lines = _lines(left)
    seen = {line["who"] for line in lines if line["what"] == "overview_opened"}
    assert seen == {"agent-01"}
    asked = {line["who"] for line in lines if line["what"].startswith("consent")}
    assert asked == {"pupil-01", "pupil-03"}


def test_the_pictures_are_there_and_are_pictures(left: Path) -> None:
    for name in ("wall", "view", "pupil-01", "pupil-02", "pupil-01-curtain", "log"):
        with Image.open(left / f"{name}.png", formats=("PNG",)) as picture:
            assert picture.convert("L").getextrema() != (0, 0)


def test_R39_each_list_holds_and_a_changed_byte_is_found(
    left: Path, tmp_path: Path
) -> None:
    for number in (1, 2, 3):
        pack = left / f"pack-pupil-0{number}.zip"
        assert _verify(pack) == 0
        data = bytearray(pack.read_bytes())
        data[len(data) // 2] ^= 1
        changed = tmp_path / pack.name
        changed.write_bytes(data)
        assert _verify(changed) == 1


def test_no_program_complained(left: Path) -> None:
    assert not (left / "logs").exists()
    assert "DOES NOT HOLD" not in (left / "summary.txt").read_text("utf-8")


def _verify(pack: Path) -> int:
    words = [sys.executable, "-m", "installer.verify", str(pack)]
    done = subprocess.run(words, cwd=ROOT, check=False, capture_output=True)
    return done.returncode
