# SPDX-License-Identifier: GPL-3.0-or-later
"""What the oogje says, state by state."""

from datetime import UTC

import pytest

from agent.session.eye import UNKNOWN, EyeFace, Look, Press, face
from agent.session.words.say import Say
from protocol.messages.local import Band, Eye, EyeState
from tests.fakes.daemon import eye

NL = Say("nl", Band.TEN_AND_UP, UTC)
TUESDAY_10_14 = 1_805_192_040  # 2027-03-16 10:14 UTC
NOW = TUESDAY_10_14 + 3600


def seen(
    said: Eye,
    say: Say = NL,
    left_s: float = 0,
    whole_s: float = 0,
    *,
    demo: bool = False,
) -> EyeFace:
    return face(said, say, now_s=NOW, left_s=left_s, whole_s=whole_s, demo=demo)


@pytest.mark.parametrize(
    ("said", "line1", "line2", "icon", "look", "press"),
    [
        (
            eye(EyeState.NO_LESSON, last_looked_s=TUESDAY_10_14),
            "Niemand kijkt mee.",
            "laatst bekeken: di 10:14",
            "eye-closed",
            Look.QUIET,
            None,
        ),
        (
            eye(EyeState.NO_LESSON),
            "Niemand kijkt mee.",
            "Er is nu geen les.",
            "eye-closed",
            Look.QUIET,
            None,
        ),
        (
            eye(EyeState.LESSON, why="wiskunde"),
            "Niemand kijkt mee.",
            "Les wiskunde · mevr. Peeters",
            "eye-closed",
            Look.OUTLINE,
            None,
        ),
        (
            eye(EyeState.LESSON, why=""),
            "Niemand kijkt mee.",
            "Les · mevr. Peeters",
            "eye-closed",
            Look.OUTLINE,
            None,
        ),
        (
            eye(EyeState.OVERVIEW),
            "Mevr. Peeters ziet een klein beeld.",
            "Waarom: zelfstandig werk",
            "eye-half",
            Look.EDGE,
            Press.STOP,
        ),
        (
            eye(EyeState.PAUSED, until_s=TUESDAY_10_14),
            "Even privé. Niemand kijkt mee.",
            "tot de bel, 10:14",
            "eye-paused",
            Look.QUIET,
            Press.RESUME,
        ),
        (
            eye(EyeState.PAUSED),
            "Even privé. Niemand kijkt mee.",
            "tot je op Verder klikt",
            "eye-paused",
            Look.QUIET,
            Press.RESUME,
        ),
        (
            eye(EyeState.ATTENTION),
            "Mevr. Peeters vraagt je aandacht.",
            "Niemand kijkt mee.",
            "eye-closed",
            Look.OUTLINE,
            None,
        ),
        (
            eye(EyeState.TROUBLE, why="Je lijst werkt nu niet."),
            "Je lijst werkt nu niet.",
            "Daarom kan niemand meekijken.",
            "eye-note",
            Look.QUIET,
            None,
        ),
    ],
)
def test_R01_each_state_has_its_words(
    said: Eye, line1: str, line2: str, icon: str, look: Look, press: Press | None
) -> None:
    shown = seen(said)
    assert (shown.line1, shown.line2) == (line1, line2)
    assert (shown.icon, shown.look, shown.press) == (icon, look, press)


@pytest.mark.parametrize(
    ("left_s", "words"),
    [(3.0, "over 3 tellen"), (2.1, "over 3 tellen"), (0.9, "over 1 tel"), (0, "1 tel")],
)
def test_the_notice_counts_down(left_s: float, words: str) -> None:
    shown = seen(eye(EyeState.NOTICE, why="hulp"), left_s=left_s)
    assert shown.line1 == "Mevr. Peeters wil je scherm groot zien."
    assert shown.line2.endswith(words)
    assert shown.press is Press.NEE


def test_the_view_shows_seconds_and_a_ring() -> None:
    shown = seen(eye(EyeState.VIEW, why="hulp"), left_s=100, whole_s=120)
    assert shown.line2 == "Waarom: hulp · nog 1:40"
    assert shown.ring == pytest.approx(100 / 120)
    assert (shown.look, shown.press) == (Look.FILLED, Press.STOP)


def test_a_view_without_an_end_has_no_ring() -> None:
    assert seen(eye(EyeState.VIEW)).ring is None


def test_a_show_says_where_the_screen_stands() -> None:
    shown = seen(eye(EyeState.SHOW), left_s=60, whole_s=60)
    assert shown.line1 == "Je scherm staat op het bord."


def test_young_pupils_get_shorter_words() -> None:
    say = Say("nl", Band.SIX_TO_NINE, UTC)
    shown = seen(eye(EyeState.OVERVIEW, teacher="juf An"), say)
    assert shown.line1 == "Juf An ziet een klein plaatje."


def test_D16_demo_is_said_in_every_state() -> None:
    for state in EyeState:
        assert "DEMO" in seen(eye(state), demo=True).line2


def test_R05_without_a_daemon_nobody_can_look() -> None:
    assert seen(UNKNOWN).line2 == "Daarom kan niemand meekijken."


def test_what_is_spoken_is_what_stands_there() -> None:
    shown = seen(eye(EyeState.OVERVIEW))
    assert shown.spoken == f"{shown.line1} {shown.line2}"
    bare = seen(eye(EyeState.OVERVIEW, why=""))
    assert bare.spoken == bare.line1


def test_R05_every_state_says_something_in_every_language() -> None:
    for lang in ("nl", "en", "fr"):
        for band in Band:
            for state in EyeState:
                shown = seen(eye(state), Say(lang, band, UTC), 10, 20)
                assert shown.line1
                assert shown.line2
