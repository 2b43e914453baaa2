# SPDX-License-Identifier: GPL-3.0-or-later
"""Which answers a world may give: the first of each row is what everybody agreed to."""

from collections.abc import Mapping
from itertools import chain, combinations, product
from typing import Any, Final

from consent.lifecycle import ConsentState
from tests.consent.reference import WHOLE_LAW
from tests.consent.worlds import Answers

YES_NO: Final = (True, False)
NO_YES: Final = (False, True)
YES_STATES: Final = ("ConsentGiven", "RenewedConsentGiven")
NO_STATES: Final = tuple(x.value for x in ConsentState if x.value not in YES_STATES)
BOTH: Final = ("today", "lesson")

COMMON: Final[Answers] = {
    "act": WHOLE_LAW,
    "the moment": ("school day", "evening", "weekend"),
    "the clock can be believed": YES_NO,
    "a trust is held": YES_NO,
    "it was revoked": NO_YES,
    "the certificate is a teacher's": YES_NO,
    "the certificate ends": (None, 0),
    "the teacher's own key signed": YES_NO,
    "the papers are whole": YES_NO,
    "the set is fresh": YES_NO,
    "it is this laptop's class": YES_NO,
    "both are on the school's network": YES_NO,
    "a lesson is open": YES_NO,
    "the open lesson is the one named": YES_NO,
    "it is in the slot named": YES_NO,
    "the open lesson is another teacher's": NO_YES,
    "the lesson kept its papers": NO_YES,
    "a reason is given": YES_NO,
    "the console logged it first": YES_NO,
    "the laptop can write it down": YES_NO,
    "the pupil's session is here": YES_NO,
    "the indicator is visible": YES_NO,
    "the notice was shown": YES_NO,
    "choice": (*YES_STATES, *NO_STATES, "none"),
    "a demo's script chose": NO_YES,
    "the choice ends": (None, 0),
    "the pupil offered it": NO_YES,
    "paused": NO_YES,
    "answer to this look": (True, None, False),
    "seconds looked at today": (0, 600),
    "seconds locked today": (0, 600),
    "locks today": (0, 3),
    "last lock, s ago": (None, 59.9),
    "a lock goes on": (None, 0),
}
OF_PAPERS: Final[Answers] = {
    "it is a demo": NO_YES,
    "the trust ends": (None, 0),
    "the trust asks a newer program": NO_YES,
    "the class sheet ends": (None, 0),
    "the slip ends": (None, 0),
    "the charter ends": (None, 0),
    "the charter begins in, s": (0, 1),
    "the council's word, days left": (0, -1),
    "the review, days left": (0, -1),
    "the teacher has the class": ("now", "from tomorrow", "never"),
    "the teacher's days, days left": (0, -1),
    "the slot": (
        "weekly",
        "of one day",
        "hidden by one of one day",
        "a colleague's",
        "another one",
        "over",
        "to come",
        "on a holiday",
        "none",
    ),
    "the charter's hours": ("now", "over", "to come", "another day"),
    "the reason is": ("listed", "in the other list", "unknown"),
    "the charter leaves this out": NO_YES,
    "opted out of": ("nothing", "this", "another"),
    "guardian says no to": ("nothing", "this", "another"),
    "the pupil decides alone": YES_NO,
    "guardian says yes to": (
        "this",
        "nothing",
        "another",
        "this, with one signature",
        "this, elsewhere",
    ),
    "the guardian's yes ends": (None, 0),
}

# What measures a yes. The lowest of all must win, and one step past the limit.
COMMON_MEASURES: Final[Answers] = {
    "this pupil alone": NO_YES,
    "seconds asked": (60, 0, 9999),
    "seconds looked at today": (0, 590, 600),
    "seconds locked today": (0, 590, 600),
    "locks today": (0, 2, 3),
    "last lock, s ago": (None, 60, 59.9, float("nan")),
    "a lock goes on": (None, 5, 0),
}
MEASURES: Final[Answers] = {
    "exempt from locks": NO_YES,
    "overview px": (192, 160, 240),
    "at most seconds": (None, 20),
    "at most seconds a day": (None, 595),
    "at most times": (None, 2),
}
SORTS_OF_YES: Final[Answers] = {
    question: COMMON[question]
    for question in ("act", "the lesson kept its papers", "the pupil offered it")
}

# What ends a yes: far, and soon, each at an instant of its own.
COMMON_ENDS: Final = ("the certificate ends", "the set ends", "the choice ends")
ENDS: Final = (
    "the trust ends",
    "the class sheet ends",
    "the slip ends",
    "the charter ends",
    "the guardian's yes ends",
)
MINUTES: Final = {
    "minutes to the bell": (30, 2),
    "the charter's hours, minutes left": (300, 1),
}
DAYS: Final = (
    "the council's word, days left",
    "the review, days left",
    "the teacher's days, days left",
)


def of_both(rows: Mapping[str, Any]) -> dict[str, Any]:
    """Ask what is on paper of today's papers and of the lesson's."""
    return {
        f"{which}: {question}": rows[question] for which in BOTH for question in rows
    }


def firsts(rows: Answers) -> dict[str, tuple[Any, ...]]:
    """Give the world in which everybody agreed."""
    return {question: some[:1] for question, some in rows.items()}


EVERY_QUESTION: Final[Answers] = {
    **dict.fromkeys(COMMON_ENDS, (None,)),
    **of_both(dict.fromkeys(ENDS, (None,))),
    **firsts(COMMON_MEASURES),
    "the pupil reads": ("nl",),
    **firsts(of_both({**MEASURES, **MINUTES})),
}
WHOLE: Final[Answers] = {**EVERY_QUESTION, **COMMON, **of_both(OF_PAPERS)}
AGREED: Final[Answers] = {**EVERY_QUESTION, **firsts({**COMMON, **of_both(OF_PAPERS)})}

ONE_WAY_TO_PASS: Final = {
    "the slot": ("weekly", *OF_PAPERS["the slot"][2:]),
    "opted out of": ("nothing", "this"),
    "guardian says no to": ("nothing", "this"),
}
KEPT: Final = {"the lesson kept its papers": (True,)}


def of_papers(which: str, rows: Mapping[str, Any]) -> dict[str, Any]:
    """Ask it of one pair of papers only."""
    return {f"{which}: {question}": some for question, some in rows.items()}


WHETHER: Final[Mapping[str, Answers]] = {
    "of today's papers": {**WHOLE, "the lesson kept its papers": (False,)},
    "of the lesson's papers": {
        **WHOLE,
        **KEPT,
        **of_papers("today", ONE_WAY_TO_PASS),
        "today: it is a demo": (False,),
        "today: the pupil decides alone": (True,),
    },
    "of both": {
        **WHOLE,
        **KEPT,
        **of_papers("today", ONE_WAY_TO_PASS),
        **of_papers("lesson", ONE_WAY_TO_PASS),
    },
}
HOW_FAR: Final[Answers] = {
    **AGREED,
    **SORTS_OF_YES,
    "a reason is given": YES_NO,
    "answer to this look": (True, None),
    **COMMON_MEASURES,
    **of_both(MEASURES),
}


DEMO: Final = of_both({"it is a demo": (True,)})
MOMENTS_OF_ENDS: Final[tuple[Answers, ...]] = (
    {"the moment": ("school day",)},
    {"the moment": ("three to six",)},
    {"the moment": ("three to six",), **DEMO},
    {
        "the moment": ("three to midnight",),
        **DEMO,
        **of_both({"the slot": ("of one day",)}),
    },
)


def until_when() -> list[Answers]:
    """Give the worlds in which nothing, one thing, all or all but one end soon."""
    soon: dict[str, tuple[Any, ...]] = {
        question: (17 + 4 * at,)
        for at, question in enumerate([*COMMON_ENDS, *of_both(dict.fromkeys(ENDS))])
    }
    soon |= {question: some[1:] for question, some in of_both(MINUTES).items()}
    soon |= of_both(dict.fromkeys(DAYS, (0,)))
    some = chain.from_iterable(combinations(soon, n) for n in (0, 1, len(soon) - 1))
    return [
        {
            **AGREED,
            **SORTS_OF_YES,
            **of_both(dict.fromkeys(DAYS, (9,))),
            **of_both({"the pupil decides alone": YES_NO}),
            **moment,
            **{question: soon[question] for question in ends},
        }
        for ends, moment in product([*some, tuple(soon)], MOMENTS_OF_ENDS)
    ]
