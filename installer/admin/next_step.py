# SPDX-License-Identifier: GPL-3.0-or-later
"""What a school needs next, from an empty folder to papers that are renewed each night.

One table: the first row that is lacking is the next step. Whoever follows each step to
the letter gets to the end of it. What the office can do goes before what waits for the
DPO, so that a no is never held up by it.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from installer.admin.stages import Stage
from installer.admin.standing import Standing
from installer.admin.trouble import Step

Lacks = Callable[[Standing], bool]
Words = tuple[str, ...]


def next_step(home: Path, stands: Standing) -> Step:
    """Give the first thing that is lacking; at the end, what must go on."""
    key, commands = next(
        (key, commands) for key, lacks, commands in STEPS if lacks(stands)
    )
    return Step(key, tuple(_filled(words, home) for words in commands))


def step(key: str, home: Path) -> Step:
    """Give one step by its key, whatever else is lacking."""
    commands = next(commands for name, _, commands in STEPS if name == key)
    return Step(key, tuple(_filled(words, home) for words in commands))


def _filled(words: Words, home: Path) -> Words:
    return tuple(word.replace("DIR", str(home)) for word in words)


def _no_charter(stands: Standing) -> bool:
    return stands.proposed is None and stands.charter is None


SET: Final = ("users.csv", "classes.csv", "enrollments.csv", "slots.csv")
SIGN: Final = (("charter", "sign", "DIR/proposed", "--as", "dpo", "--key", "DPO"),)
STEPS: Final[tuple[tuple[str, Lacks, tuple[Words, ...]], ...]] = (
    (
        "next.form",
        lambda stands: _no_charter(stands) and not stands.has_form,
        (("charter", "new", "DIR"),),
    ),
    ("next.propose", _no_charter, (("charter", "propose", "DIR"),)),
    (
        "next.sign",
        lambda stands: stands.charter is None,
        SIGN,
    ),
    (
        "next.classes",
        lambda stands: not stands.classes,
        (("class", "import", "DIR", *SET),),
    ),
    (
        "next.widening_propose",
        lambda stands: stands.stages[Stage.ENTERED] > 0,
        (("widening", "propose", "DIR"),),
    ),
    (
        "next.publish",
        lambda stands: (
            stands.sets_until is None
            or stands.is_behind
            or stands.stages[Stage.SIGNED] > 0
            or stands.sets_until <= stands.now
        ),
        (("publish", "DIR"),),
    ),
    (
        "next.sign",
        lambda stands: stands.proposed is not None and not stands.proposed.is_signed,
        SIGN,
    ),
    (
        "next.widening_sign",
        lambda stands: stands.stages[Stage.PROPOSED] > 0,
        (("widening", "sign", "DIR/proposed", "--key", "DPO"),),
    ),
    (
        "next.assign",
        lambda stands: stands.laptops_waiting > 0,
        (("enrol", "list", "DIR"), ("enrol", "assign", "DIR", "--csv", "laptops.csv")),
    ),
    (
        "next.enrol",
        lambda stands: stands.laptops == 0,
        (
            (
                *("enrol", "token", "DIR", "--uses", "30"),
                *("--address", "10.0.0.5:47312", "--out", "token.json"),
            ),
            ("enrol", "serve", "DIR"),
        ),
    ),
    (
        "next.teacher",
        lambda stands: not any(until for _, until in stands.teachers),
        (
            (
                *("teacher", "bundle", "DIR", "..."),
                *("--request", "request.json", "--out", "bundle.zip"),
            ),
        ),
    ),
    ("next.fresh", lambda _: True, (("publish", "DIR", "--fresh"),)),
)
