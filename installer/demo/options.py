# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person may say to `run.py demo`."""

import argparse
import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final

FEWEST, MOST = 3, 40
LANGUAGES: Final = ("nl", "en", "fr")  # also read without our packages
SHORTEST_S: Final = 60.0


@dataclass(frozen=True, slots=True)
class Options:
    """A demo: how many pupils, how long the lesson, where it leaves its papers."""

    pupils: int
    seconds: float
    headless: bool
    out: Path
    language: str = LANGUAGES[0]


def read_options(arguments: list[str]) -> Options:
    """Read the command line; wrong use ends the program with a sentence and 2."""
    read = _parser().parse_args(arguments)
    headless = read.headless or not has_display()
    return Options(
        read.pupils, read.seconds, headless, read.out.resolve(), read.language
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="run.py demo",
        description="A whole lesson on this machine: a school, laptops, a console.",
    )
    parser.add_argument("--pupils", type=_pupils, default=6, help="3 to 40; 6")
    parser.add_argument(
        "--seconds", type=_seconds, default=SHORTEST_S, help="60 or more"
    )
    parser.add_argument(
        "--headless", action="store_true", help="play one lesson and leave pictures"
    )
    parser.add_argument(
        "--language", choices=LANGUAGES, default=LANGUAGES[0], help="of the windows; nl"
    )
    parser.add_argument("--out", type=Path, default=Path("out/demo"), help="out/demo")
    return parser


def has_display() -> bool:
    """Say whether a person could see a window here."""
    if not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _pupils(text: str) -> int:
    if not text.isdigit() or not FEWEST <= int(text) <= MOST:
        raise argparse.ArgumentTypeError(f"{FEWEST} to {MOST}, not {text}")
    return int(text)


def _seconds(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = 0.0
    if seconds < SHORTEST_S:
        raise argparse.ArgumentTypeError(f"{SHORTEST_S:.0f} or more, not {text}")
    return seconds


if __name__ == "__main__":  # `run.py demo --help`, on a Python without our packages
    read_options(sys.argv[1:])
