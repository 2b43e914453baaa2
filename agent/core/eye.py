# SPDX-License-Identifier: GPL-3.0-or-later
"""What the indicator must say now, read off the whole state; sent when it changes.

Source: docs/spec/indicator.md.
"""

from agent.core import agreements, choices, possible
from agent.core.access import AccessState
from agent.core.commands import SendLocal
from agent.core.laptop import Asked, Laptop, LookFacts
from consent.purpose import Purpose
from protocol.messages import local
from protocol.messages.local import EyeState

TROUBLE = {  # the first line; the session says below that nobody can look
    "log": {
        "nl": "Je lijst werkt nu niet.",
        "en": "Your list does not work now.",
        "fr": "Ta liste ne fonctionne pas.",
    },
    "clock": {
        "nl": "De klok van deze laptop klopt niet.",
        "en": "The clock of this laptop is wrong.",
        "fr": "L'horloge de cet ordinateur est fausse.",
    },
}


def tell(laptop: Laptop) -> None:
    """Send eye and switches, each only when it says something new."""
    if laptop.session is None:
        return
    eye = of(laptop)
    steady = (eye.state, eye.teacher, eye.why, eye.last_looked_s, eye.until_s)
    if laptop.said.get("eye") != (steady, eye.access):
        laptop.said["eye"] = (steady, eye.access)
        laptop.do(SendLocal(eye))
    switches = switches_of(laptop)
    if laptop.said.get("choices") != switches:
        laptop.said["choices"] = switches
        laptop.do(SendLocal(switches))


def of(laptop: Laptop) -> local.Eye:
    """Say what the eye shows: the widest thing that is true."""
    trouble = _trouble(laptop)
    if laptop.lock.is_up and laptop.lock.asked is not None:
        left_s = laptop.lock.hard_end_s - laptop.now.boot_s
        return _eye(laptop, EyeState.ATTENTION, laptop.lock.asked, left_s=left_s)
    if trouble:
        return _eye(laptop, EyeState.TROUBLE, why=trouble)
    found = _look_shown(laptop, laptop.look) or _look_shown(laptop, laptop.overview)
    if found is not None:
        return found
    if laptop.paused:
        return _eye(laptop, EyeState.PAUSED)
    if laptop.lesson is not None:
        return _eye(laptop, EyeState.LESSON, why=laptop.lesson.subject)
    return _eye(laptop, EyeState.NO_LESSON)


def switches_of(laptop: Laptop) -> local.Choices:
    """Say how the switches stand."""
    return local.Choices(
        switches=tuple(
            local.Switch(
                purpose=local.Looks[purpose.name],
                on=choices.is_on(laptop, purpose),
                possible=possible.is_possible(laptop, purpose),
            )
            for purpose in choices.IN_ORDER
        ),
        paused=laptop.paused,
        agreements=agreements.text(laptop),
    )


_STATES = {
    Purpose.OVERVIEW: EyeState.OVERVIEW,
    Purpose.VIEW: EyeState.VIEW,
    Purpose.SHOW: EyeState.SHOW,
}


def _look_shown(laptop: Laptop, look: LookFacts) -> local.Eye | None:
    if look.asked is None or look.purpose is None:
        return None
    if look.state is AccessState.NOTICE and look.purpose is not Purpose.OVERVIEW:
        left_s = (look.notice_ends_s or 0.0) - laptop.now.boot_s
        return _eye(laptop, EyeState.NOTICE, look.asked, left_s=left_s)
    if look.state in {AccessState.OPENING, AccessState.STREAMING}:
        left_s = look.ends_s - laptop.now.boot_s
        return _eye(laptop, _STATES[look.purpose], look.asked, left_s=left_s)
    return None


def _trouble(laptop: Laptop) -> str:
    lang = laptop.lang.value
    if not laptop.ledger_ok:
        return TROUBLE["log"][lang]
    if laptop.lesson is not None and not laptop.clock_ok:
        return TROUBLE["clock"][lang]
    return ""


def _eye(
    laptop: Laptop,
    state: EyeState,
    asked: Asked | None = None,
    *,
    why: str = "",
    left_s: float = 0.0,
) -> local.Eye:
    lesson, looked = laptop.lesson, laptop.last_looked
    teacher = "" if lesson is None else lesson.teacher_name
    return local.Eye(
        state=state,
        teacher=teacher if asked is None else asked.teacher_name,
        why=why if asked is None else laptop.why(asked),
        left_ms=max(0, int(left_s * 1000)),
        last_looked_s=0 if looked is None else int(looked.timestamp()),
        until_s=0 if lesson is None else int(lesson.ends.timestamp()),
        access=None if asked is None else asked.access,
    )
