# SPDX-License-Identifier: GPL-3.0-or-later
"""A pupil in the middle of a lesson, for the tests of the pages."""

from agent.session.pupil_state import PupilState
from agent.session.words.say import Say
from protocol.messages.local import (
    Band,
    Choices,
    EyeState,
    LineState,
    LogLine,
    LogPage,
    Looks,
    Notice,
    Offer,
    OfferKind,
    Switch,
    Welcomed,
)
from tests.fakes.daemon import ACCESS, eye

NOW_S = 1_805_192_040
DAY_S = 86_400
LINK = Offer(
    b"1" * 16,
    OfferKind.LINK,
    "mevr. Peeters",
    "Teken de parabool",
    "https://www.geogebra.org/classic",
    "www.geogebra.org",
)
MESSAGE = Offer(b"2" * 16, OfferKind.MESSAGE, "mevr. Peeters", "Begin maar.", "", "")


def switches(*on: Looks, impossible: Looks | None = None) -> Choices:
    return Choices(
        tuple(
            Switch(purpose, on=purpose in on, possible=purpose is not impossible)
            for purpose in Looks
        ),
        paused=False,
        agreements="Kleine beelden mogen in de les.\nMag dat?\n\nJa.",
    )


def line(
    seq: int,
    ago_s: int = 0,
    state: LineState = LineState.CONFIRMED,
    who: str = "",
) -> LogLine:
    return LogLine(seq, NOW_S - ago_s, f"Mevr. Peeters keek {seq}.", state, who)


def erased(seq: int) -> LogLine:
    return LogLine(seq, 0, "De woorden zijn gewist.", LineState.CONFIRMED, "")


def log_page(
    *lines: LogLine,
    more: bool = False,
    healthy: bool = True,
    asked: str = "",
    kept_until_s: int = 0,
) -> LogPage:
    return LogPage(
        lines,
        more=more,
        healthy=healthy,
        health="De lijst klopt.",
        agrees="Ze is gelijk.",
        asked=asked,
        since_s=NOW_S - 80 * DAY_S,
        kept_until_s=kept_until_s,
    )


def lesson(band: Band = Band.TEN_AND_UP) -> PupilState:
    """Give a pupil whose small picture is being looked at."""
    state = PupilState()
    state.say = Say("nl", band)
    notices = (
        Notice("page", "1", "Kijkt er iemand mee?\nSoms."),
        Notice("overview", "1", "Mag dat?"),
    )
    state.welcomed = Welcomed(1, "demo", "nl", band, "Sint-Jan", notices, 0)
    state.lesson = eye(EyeState.LESSON, why="wiskunde")
    state.eye = eye(EyeState.OVERVIEW, access=ACCESS, until_s=NOW_S + 600)
    state.choices = switches(Looks.OVERVIEW)
    state.add_page(log_page(line(2), line(1, DAY_S, LineState.WAITING)))
    state.offers = [LINK, MESSAGE]
    return state
