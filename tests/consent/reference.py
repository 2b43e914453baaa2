# SPDX-License-Identifier: GPL-3.0-or-later
"""The law a second time, as sentences about a world, written from the texts alone.

It knows no document, no date and no code of `consent`. A world says "the review has -1
days left", a sentence says that this is a no. Its answer is held against decide() for
every combination there is (tests/properties/test_whole_law.py); who changes one changes
both. Source: docs/spec/decision.md; docs/rights.md R-10, R-11, R-19 to R-25.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final, Protocol

PICTURES: Final = ("overview", "view", "show")
TIMED: Final = ("view", "show")
WHOLE_LAW: Final = ("lesson", *PICTURES, "attention", "share")
INSIDE_A_LESSON: Final = WHOLE_LAW[1:]
LIVES: Final = ("the trust", "the class sheet", "the slip")
DAYS: Final = ("the council's word", "the review", "the teacher's days")
A_MINUTE: Final = 60


class World(Protocol):
    """One state of everything; each call asks for one thing about it."""

    def __call__(self, question: str, /) -> Any:  # noqa: ANN401 -- words, noes, numbers
        """Give what the world says to one question."""


@dataclass(frozen=True)
class Yes:
    """What the law allows, and how far."""

    seconds: int
    why: str  # whose words, or "" where nobody says why
    width_px: int
    curtain: bool
    provisional: bool
    ends: frozenset[str]  # what ends it, whichever comes first


@dataclass(frozen=True)
class Sentence:
    """One sentence of the law: for which acts, and what breaks it."""

    reason: str
    says: str
    of: tuple[str, ...]
    is_broken: Callable[[World], object]


def papers(w: World) -> tuple[str, ...]:
    """Name the papers that rule: today's, and those the open lesson began with."""
    has_own = w("a lesson is open") and w("the lesson kept its papers")
    return ("today", "lesson") if has_own else ("today",)


def any_says(w: World, question: str, *noes: object) -> bool:
    """Say whether one of the papers that rule gives one of these answers."""
    return any(w(f"{which}: {question}") in noes for which in papers(w))


def any_yes(w: World, question: str) -> bool:
    """Say whether one of the papers that rule says so."""
    return any(w(f"{which}: {question}") for which in papers(w))


def is_over(w: World, what: str) -> bool:
    """Say whether something has had its last instant: an end is no part of it."""
    left_s = w(f"{what} ends")
    return bool(left_s is not None and left_s <= 0)


def any_over(w: World, *lives: str) -> bool:
    """Say whether one of these is over in one of the papers that rule."""
    return any(is_over(w, f"{which}: {life}") for which in papers(w) for life in lives)


def any_past(w: World, day: str) -> bool:
    """Say whether a last day, which still counts, has gone by."""
    return any(w(f"{which}: {day}, days left") < 0 for which in papers(w))


def is_offered(w: World) -> bool:
    """Say whether the pupil offered this very look: "kom kijken" is a view."""
    return bool(w("act") == "view" and w("the pupil offered it"))


def no_guardian(w: World, which: str) -> bool:
    """Say whether a guardian stands in the way."""
    if w(f"{which}: guardian says no to") == "this":
        return True
    if w(f"{which}: the pupil decides alone"):
        return False
    said_yes = w(f"{which}: guardian says yes to") == "this"
    return not said_yes or is_over(w, f"{which}: the guardian's yes")


def no_choice(w: World) -> bool:
    """Say whether the pupil's own yes to this is missing."""
    if is_offered(w):
        return False
    if w("choice") not in {"ConsentGiven", "RenewedConsentGiven"}:
        return True
    is_demo = all(w(f"{which}: it is a demo") for which in papers(w))
    return bool(w("a demo's script chose")) and not is_demo


def least(w: World, what: str, compiled: int) -> int:
    """Give the lowest of the compiled limit and what the charters say."""
    said = (w(f"{which}: at most {what}") for which in papers(w))
    return int(min([compiled, *(one for one in said if one is not None)]))


def looking_left_s(w: World) -> int:
    """Count what this day still holds of looking at one pupil's large picture."""
    return int(least(w, "seconds a day", 600) - w("seconds looked at today"))


def locking_left_s(w: World) -> int:
    """Count what this day still holds of locking; a lock that goes on has its own."""
    if w("a lock goes on") is not None:
        return int(w("a lock goes on"))
    ago_s = w("last lock, s ago")
    if ago_s is not None and not ago_s >= A_MINUTE:  # what is no number is a no
        return 0
    if w("locks today") >= least(w, "times", 3):
        return 0
    return int(least(w, "seconds a day", 600) - w("seconds locked today"))


def no_reason(w: World) -> bool:
    """Say whether it is not said why, from the school's list for it."""
    if not w("a reason is given"):
        return bool(w("act") != "share")
    return any_says(w, "the reason is", "unknown", "in the other list")


def wrong_hours(w: World) -> bool:
    """Say whether it is evening, night, a Saturday or outside the school's hours."""
    return any(
        w("the moment") in {"evening", "weekend"}
        or w(f"{which}: the charter's hours") != "now"
        for which in papers(w)
        if not w(f"{which}: it is a demo")
    )


LAW: Final = (
    Sentence(
        "clock",
        "A clock that may be wrong does not say that it is time.",
        WHOLE_LAW,
        lambda w: not w("the clock can be believed"),
    ),
    Sentence(
        "trust",
        "Somebody vouches for this school today, and to programs no older than asked.",
        WHOLE_LAW,
        lambda w: (
            not w("a trust is held")
            or is_over(w, "today: the trust")
            or w("today: the trust asks a newer program")
        ),
    ),
    Sentence(
        "revoked",
        "A certificate that was taken back opens nothing.",
        WHOLE_LAW,
        lambda w: w("it was revoked"),
    ),
    Sentence(
        "role",
        "Only a teacher asks, with a key of their own that lives.",
        WHOLE_LAW,
        lambda w: (
            not w("the certificate is a teacher's")
            or is_over(w, "the certificate")
            or not w("the teacher's own key signed")
        ),
    ),
    Sentence(
        "papers",
        "The papers are whole, alive, and those the school calls current.",
        WHOLE_LAW,
        lambda w: (
            not w("the papers are whole")
            or not w("the set is fresh")
            or any_over(w, *LIVES)
        ),
    ),
    Sentence(
        "charter",
        "The charter began and lives; the council's word and the review are in date.",
        WHOLE_LAW,
        lambda w: (
            any_says(w, "the charter begins in, s", 1)
            or any_over(w, "the charter")
            or any_past(w, "the council's word")
            or any_past(w, "the review")
        ),
    ),
    Sentence(
        "class_or_teacher",
        "It is this laptop's class, and a teacher who has it today.",
        WHOLE_LAW,
        lambda w: (
            not w("it is this laptop's class")
            or any_says(w, "the teacher has the class", "from tomorrow", "never")
            or any_past(w, "the teacher's days")
        ),
    ),
    Sentence(
        "slot",
        "The lesson that is named runs now and names this teacher.",
        WHOLE_LAW,
        lambda w: any(
            w(f"{which}: the slot") not in {"weekly", "of one day"}
            for which in papers(w)
        ),
    ),
    Sentence(
        "floor",
        "Nobody is looked at in the evening, at night or at the weekend.",
        WHOLE_LAW,
        wrong_hours,
    ),
    Sentence(
        "network",
        "Both ends are in one network of the school.",
        WHOLE_LAW,
        lambda w: not w("both are on the school's network"),
    ),
    Sentence(
        "lesson",
        "Nothing happens outside an open lesson.",
        INSIDE_A_LESSON,
        lambda w: (
            not w("a lesson is open")
            or not w("the open lesson is the one named")
            or not w("it is in the slot named")
        ),
    ),
    Sentence(
        "other_teacher",
        "A class has one teacher at a time.",
        WHOLE_LAW,
        lambda w: w("a lesson is open") and w("the open lesson is another teacher's"),
    ),
    Sentence(
        "reason_code",
        "Who looks or locks says why, from the school's own list.",
        INSIDE_A_LESSON,
        no_reason,
    ),
    Sentence(
        "logged_first",
        "What the console did not log first does not happen.",
        WHOLE_LAW,
        lambda w: not w("the console logged it first"),
    ),
    Sentence(
        "ledger",
        "What the laptop cannot write down does not happen.",
        WHOLE_LAW,
        lambda w: not w("the laptop can write it down"),
    ),
    Sentence(
        "session",
        "It is this pupil who sits there.",
        INSIDE_A_LESSON,
        lambda w: not w("the pupil's session is here"),
    ),
    Sentence(
        "indicator",
        "No indicator, no picture.",
        PICTURES,
        lambda w: not w("the indicator is visible"),
    ),
    Sentence(
        "purpose_off",
        "A power that the charter does not name does not exist.",
        INSIDE_A_LESSON,
        lambda w: any_yes(w, "the charter leaves this out"),
    ),
    Sentence(
        "notice",
        "The pupil was told before.",
        PICTURES,
        lambda w: not w("the notice was shown"),
    ),
    Sentence(
        "opt_out",
        "Who is left out is left out.",
        PICTURES,
        lambda w: any_says(w, "opted out of", "this"),
    ),
    Sentence(
        "guardian",
        "Under the age a guardian says yes too; at any age a guardian's no counts.",
        PICTURES,
        lambda w: any(no_guardian(w, which) for which in papers(w)),
    ),
    Sentence(
        "state",
        "The pupil said yes to this; a yes to another thing is none.",
        PICTURES,
        no_choice,
    ),
    Sentence(
        "expired",
        "A yes does not outlive its day.",
        PICTURES,
        lambda w: not is_offered(w) and is_over(w, "the choice"),
    ),
    Sentence(
        "paused",
        "Private for a while is private.",
        PICTURES,
        lambda w: w("paused"),
    ),
    Sentence(
        "cap",
        "A day holds so much looking, whoever looks.",
        TIMED,
        lambda w: looking_left_s(w) <= 0,
    ),
    Sentence(
        "cap",
        "A day holds so much locking, and a breath between two.",
        ("attention",),
        lambda w: locking_left_s(w) <= 0,
    ),
    Sentence(
        "event_no",
        "A no to this very look is a no.",
        PICTURES,
        lambda w: w("answer to this look") is False,
    ),
)


def judge(w: World) -> str | Yes:
    """Give the first reason that applies, or how far the yes goes."""
    for sentence in LAW:
        if w("act") in sentence.of and sentence.is_broken(w):
            return sentence.reason
    seconds = lasts_s(w)
    return Yes(
        seconds=seconds,
        why=why(w),
        width_px=width_px(w),
        curtain=w("act") != "attention" or not any_yes(w, "exempt from locks"),
        provisional=(
            w("act") in TIMED and not is_offered(w) and w("answer to this look") is None
        ),
        ends=frozenset(ends(w) | ({"its own seconds"} if seconds else set())),
    )


def lasts_s(w: World) -> int:
    """Say how long the act may last at most; an act of an instant lasts 0."""
    match w("act"):
        case "overview":
            return least(w, "seconds", 900)
        case "view":
            most = min(least(w, "seconds", 120), looking_left_s(w))
            return min(most, w("seconds asked") or most)
        case "show":
            return min(least(w, "seconds", 600), looking_left_s(w))
        case "attention":
            alone = 120 if w("this pupil alone") else 600
            most = min(least(w, "seconds", alone), locking_left_s(w))
            return min(most, w("seconds asked") or most)
    return 0


def why(w: World) -> str:
    """Name the words that the pupil is told: today's, in the pupil's language."""
    if w("act") == "lesson" or not w("a reason is given"):
        return ""
    of = "locks" if w("act") == "attention" else "pictures"
    return f"today, {of}, {w('the pupil reads')}"


def width_px(w: World) -> int:
    """Say how wide a picture may be."""
    if w("act") == "overview":
        return int(min(w(f"{which}: overview px") for which in papers(w)))
    return 1280 if w("act") in TIMED else 0


def ends(w: World) -> set[str]:
    """Name all that ends it: the law's hours, every paper, the key, the choice."""
    found = {"the certificate", "the set"}
    for which in papers(w):
        found |= {f"{which}: {life}" for life in (*LIVES, *DAYS)}
        found |= {f"{which}: the charter", f"{which}: the bell"}
        if not w(f"{which}: it is a demo"):
            found |= {"the compiled hours", f"{which}: the charter's hours"}
        if w("act") in PICTURES and not w(f"{which}: the pupil decides alone"):
            found |= {f"{which}: the guardian's yes"}
    if w("act") in PICTURES and not is_offered(w):
        found |= {"the choice"}
    return found
