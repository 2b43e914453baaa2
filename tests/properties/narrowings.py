# SPDX-License-Identifier: GPL-3.0-or-later
"""Everything that makes the law stricter, one small thing each, and its way back."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any, Final

import msgspec

from consent.documents.charter import Caps, Charter, CharterPurpose, Holiday, Network
from consent.documents.classes import ClassSheet
from consent.documents.signed import Signer
from consent.documents.slip import Slip
from consent.documents.trust import Trust
from consent.documents.widening import Picture, Wider
from consent.facts import CapsUsed
from consent.lifecycle import ConsentEvent
from consent.purpose import PICTURES, Purpose
from tests.fakes.papers import DAY
from tests.fakes.school import BOTH
from tests.properties.law_scene import Change, Scene

LOOKS: Final[tuple[Picture, ...]] = ("overview", "view", "show")
LOW: Final = {
    Purpose.OVERVIEW: Caps(seconds=300),
    Purpose.VIEW: Caps(seconds=30, slot_seconds=100),
    Purpose.SHOW: Caps(seconds=20, slot_seconds=100),
    Purpose.ATTENTION: Caps(seconds=40, slot_seconds=90, times=1),
    Purpose.SHARE: Caps(),
}


def _without(charter: Charter, gone: Purpose) -> Change:
    return {"purposes": tuple(x for x in charter.purposes if x.purpose is not gone)}


def _lower_caps(charter: Charter) -> Change:
    lower: list[CharterPurpose] = [
        msgspec.structs.replace(one, caps=LOW[one.purpose]) for one in charter.purposes
    ]
    return {"purposes": tuple(lower)}


def _no_lesson_today(charter: Charter, scene: Scene) -> Change:
    today = scene.now.date()
    return {"holidays": (*charter.holidays, Holiday(starts=today, ends=today))}


def _sooner(paper: Any, scene: Scene) -> Change:  # noqa: ANN401 -- any paper
    soon = scene.now.replace(microsecond=0) + timedelta(seconds=90)
    after_issue = paper.issued + timedelta(seconds=90)
    return {"not_after": min(paper.not_after, max(soon, after_issue))}


def _shorter_slot(sheet: ClassSheet) -> Change:
    first, *others = sheet.slots
    shorter = msgspec.structs.replace(first, ends=min(first.ends, "10:30"))
    return {"slots": (shorter, *others)}


def _other_teachers_slot(sheet: ClassSheet) -> Change:
    first, second = sheet.slots
    return {"slots": (msgspec.structs.replace(first, teachers=second.teachers), second)}


def _gone_yesterday(sheet: ClassSheet, scene: Scene) -> Change:
    yesterday = scene.now.date() - DAY
    first, *others = sheet.teachers
    ended = msgspec.structs.replace(first, ends=min(first.ends, yesterday))
    return {"teachers": (ended, *others)}


def _under_age(slip: Slip, scene: Scene) -> Change:
    return {"decider_from": max(slip.decider_from, scene.now.date() + 9 * DAY)}


def _min_version(trust: Trust) -> Change:
    return {"min_version": max(trust.min_version, 2)}


# Which paper, and what becomes of it. Each leaves less than there was.
PAPERS: Final[Mapping[str, tuple[str, Callable[[Any, Scene], Change]]]] = {
    "the charter lets go of looking": (
        "charter",
        lambda c, _: _without(c, Purpose.VIEW),
    ),
    "the charter lets go of locking": (
        "charter",
        lambda c, _: _without(c, Purpose.ATTENTION),
    ),
    "lower caps": ("charter", lambda c, _: _lower_caps(c)),
    "smaller pictures": ("charter", lambda *_: {"overview_width_px": 160}),
    "a holiday": ("charter", _no_lesson_today),
    "a shorter day": (
        "charter",
        lambda c, _: {"hours": msgspec.structs.replace(c.hours, ends="10:40")},
    ),
    "a smaller network": (
        "charter",
        lambda *_: {"networks": (Network(cidr="10.20.1.0/24", dial_out=False),)},
    ),
    "fewer reasons": ("charter", lambda c, _: {"reason_codes": c.reason_codes[-1:]}),
    "the review is overdue": (
        "charter",
        lambda c, s: {"review_by": min(c.review_by, s.now.date() - DAY)},
    ),
    "the council's word is over": (
        "charter",
        lambda c, s: {
            "council": msgspec.structs.replace(
                c.council, valid_until=s.now.date() - DAY
            )
        },
    ),
    "the charter waits": (
        "charter",
        lambda _, s: {"effective": s.now.replace(microsecond=0) + DAY},
    ),
    "the charter ends soon": ("charter", _sooner),
    "a shorter slot": ("sheet", lambda c, _: _shorter_slot(c)),
    "the slot of a colleague": ("sheet", lambda c, _: _other_teachers_slot(c)),
    "the substitute is gone": ("sheet", _gone_yesterday),
    "the class sheet ends soon": ("sheet", _sooner),
    "opted out of looking": ("slip", lambda *_: {"opt_outs": ("view",)}),
    "opted out of everything": ("slip", lambda *_: {"opt_outs": LOOKS}),
    "the guardian says no": ("slip", lambda *_: {"guardian_no": LOOKS}),
    "under age": ("slip", _under_age),
    "no guardian's yes": ("slip", lambda *_: {"guardian": ()}),
    "exempt": ("slip", lambda *_: {"exempt_attention": True}),
    "the slip ends soon": ("slip", _sooner),
    "a newer program is asked": ("trust", lambda c, _: _min_version(c)),
    "the trust ends soon": ("trust", _sooner),
    "the certificate is taken back": (
        "revocations",
        lambda c, s: {
            "fingerprints": tuple(
                sorted({*c.fingerprints, s.school.teachers[0].fingerprint})
            )
        },
    ),
}


def signed_ends(scene: Scene, by: Iterable[Signer] = BOTH) -> tuple[Any, ...]:
    """Say of everything in a slip that forbids that it is over."""
    base = scene.base
    long_ago: Any = {"decider_from": date(2000, 1, 1), "method": "class_import"}
    return (
        *(base.widening(x, by=by, answer=Wider.OBJECTION_ENDED) for x in LOOKS),
        *(base.widening(x, by=by, answer=Wider.NO_ENDED) for x in LOOKS),
        base.widening("", by=by, answer=Wider.EXEMPTION_ENDED),
        base.widening("", by=by, answer=Wider.DECIDES, **long_ago),
    )


def _flag(name: str) -> Callable[[Scene], None]:
    def off(scene: Scene) -> None:
        scene.said.flags[name] = False

    return off


def _event(event: ConsentEvent) -> Callable[[Scene], None]:
    def happen(scene: Scene) -> None:
        for purpose in PICTURES:
            scene.choose(purpose, event)

    return happen


def _said(**changes: object) -> Callable[[Scene], None]:
    def say(scene: Scene) -> None:
        scene.said = replace(scene.said, **changes)  # type: ignore[arg-type]

    return say


def _used_more(scene: Scene) -> None:
    used = scene.said.used
    left_s = used.continuing_left_s
    more = CapsUsed(
        used.view_s + 95,
        used.attention_s + 95,
        used.attention_times + 1,
        0.0,
        None if left_s is None else max(0, left_s - 30),
    )
    scene.said = replace(scene.said, used=more)


def _choices_end(scene: Scene) -> None:
    for choice in scene.said.choices.values():
        choice.until = scene.now


NO_PUPILS_YES: Final = sorted(
    set(ConsentEvent) - {ConsentEvent.PUPIL_SAID_YES, ConsentEvent.PUPIL_SWITCHED_ON}
)
FACTS: Final[Mapping[str, Callable[[Scene], None]]] = {
    **{
        f"not: {name}": _flag(name)
        for name in Scene().said.flags
        if name != "a reason is given"
    },
    **{f"choice: {event}": _event(event) for event in NO_PUPILS_YES},
    "at home": _said(link="at home"),
    "by a tunnel": _said(link="by a tunnel"),
    "paused": _said(paused=True),
    "no to this look": _said(answer=False),
    "the offer is over": _said(offered=False),
    "of this pupil alone": _said(alone=True),
    "more of the day is used": _used_more,
    "the choices are over": _choices_end,
    "two hours back": lambda scene: scene.set_clock(-7_200),
}
