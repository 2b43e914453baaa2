# SPDX-License-Identifier: GPL-3.0-or-later
"""The golden bytes of the pupil's session, and the pages that show them."""

import hashlib
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from PIL import Image

from agent.session.choice import choice, notice_sha256
from agent.session.eye import face
from agent.session.overview import median5
from agent.session.platform.base import Area, Rect, plan
from agent.session.words.say import Say
from consent.method import CHOICE_CONTEXT
from consent.store.second_no import SecondNo
from protocol.codec import decode_local
from protocol.messages.local import (
    Choice,
    ChoiceAnswer,
    Click,
    ClickKind,
    EyeState,
    Looks,
)
from tests.fakes.daemon import eye

FOLDER = Path(__file__).parent / "session"
PAGES = Path(__file__).parents[2] / "docs" / "spec"
KEY = Ed25519PrivateKey.from_private_bytes(bytes(32))


def body(name: str) -> str:
    return (FOLDER / name).read_text("utf-8").split("\n\n", 1)[1]


def fields(name: str) -> dict[str, str]:
    text = (FOLDER / name).read_text("utf-8")
    return dict(line.split(": ", 1) for line in text.splitlines() if line)


@pytest.mark.parametrize("row", body("plans.txt").splitlines())
def test_a_monitor_is_grabbed_in_these_sizes(row: str) -> None:
    asked, wanted = row.split(" -> ")
    *numbers, purpose = asked.split()
    width, height, scale, width_px = map(int, numbers)
    area = Area(0, Rect(0, 0, width, height), scale / 100)
    made = plan(area, width_px, by_text_size=purpose == "overview")
    found = f"{made.divisor} {made.tile_width_px} {made.tile_height_px}"
    assert found == wanted


def test_the_median_makes_these_px() -> None:
    known = fields("median5.txt")
    image = Image.frombytes("L", (12, 7), bytes.fromhex(known["before"]))
    assert median5(image).tobytes().hex() == known["after"]


def test_a_choice_is_signed_like_this() -> None:
    known = fields("choice.txt")
    draft = Choice(
        7,
        Looks.OVERVIEW,
        ChoiceAnswer.YES,
        by_switch=False,
        script=False,
        notice_sha256=notice_sha256(known["notice"]),
        lang="nl",
        digest=b"",
        pupil_sig=bytes(64),
    )
    made = choice(draft, KEY.sign, chosen_s=1_804_502_400)
    assert made.digest.decode() == known["digest"]
    assert made.pupil_sig.hex() == known["pupil_sig"]
    KEY.public_key().verify(made.pupil_sig, CHOICE_CONTEXT + made.digest)
    shown = (PAGES / "indicator.md").read_text("utf-8")
    assert known["digest"] in shown
    assert known["pupil_sig"] in shown


def half() -> bytes:
    hexes, _, zeros = body("second_no_half.txt").partition("zeros: ")
    return bytes.fromhex("".join(hexes.split())) + bytes(int(zeros))


def test_a_half_of_the_second_no_reads_like_this(tmp_path: Path) -> None:
    path = tmp_path / "second-no"
    path.write_bytes(half() + bytes(len(half())))
    kept = [decode_local(data) for data in SecondNo(path).read()]
    access = bytes(range(16))
    assert kept == [Click(9, ClickKind.PAUSE, None), Click(10, ClickKind.STOP, access)]
    assert hashlib.sha256(half()[32:]).digest() == half()[:32]
    first_line = body("second_no_half.txt").splitlines()[0]
    assert first_line in (PAGES / "indicator.md").read_text("utf-8")


def test_the_page_shows_the_words_of_every_state() -> None:
    shown = (PAGES / "indicator.md").read_text("utf-8")
    table = shown.split("## States\n")[1].split("\n## ")[0]
    for row in table.splitlines():
        cells = [cell.strip() for cell in row.split("|")[1:-1]]
        if len(cells) != 6 or not cells[0].isdigit():
            continue
        said = eye(EyeState(int(cells[0])), why="hulp", left_ms=100_000)
        made = face(said, Say(), now_s=0, left_s=100, whole_s=120, demo=False)
        assert (made.line1, made.line2) == (cells[2], cells[3]), row
        assert (made.icon, made.press_words) == (cells[4], cells[5]), row
    assert table.count("\n| ") >= 9


def test_the_page_shows_the_plans() -> None:
    shown = (PAGES / "pixels.md").read_text("utf-8")
    assert "1920 1080 100 192 overview -> 2 192 108" in shown
