# SPDX-License-Identifier: GPL-3.0-or-later
"""From a wish to a look: the gate before the notice, and the gate again after it.

Source: docs/spec/access.md "The order of one access".
"""

from typing import Final

from agent.core import gate, links, looks, record
from agent.core.access import TABLE, AccessEvent, AccessState
from agent.core.gate import Grant, Reason, Refusal
from agent.core.laptop import Asked, Laptop, LookFacts
from agent.core.table import Answer, step
from consent.ledger.caps import Used
from consent.purpose import Purpose

IN_SESSION: Final = frozenset({Reason.INDICATOR, Reason.SESSION})


def refuse(laptop: Laptop, look: LookFacts, asked: Asked, reason: Reason) -> None:
    """Say no to a wish; whatever is open stays as it is."""
    step(TABLE, look.state, AccessEvent.REQUEST_REFUSED)
    record.refused(laptop, asked.power.value, reason.value, asked.teacher)
    links.say_no(laptop, asked)


def begin(
    laptop: Laptop,
    look: LookFacts,
    asked: Asked,
    grant: Grant,
    *,
    used: Used,
    offered: bool,
) -> None:
    """Take up a granted wish: its notice first, where there is one."""
    found = step(TABLE, look.state, AccessEvent.REQUEST_GRANTED)
    if found.answer is Answer.REFUSE:
        links.say_no(laptop, asked)
        return
    look.asked, look.purpose, look.offered = asked, asked.power, offered
    look.used = used
    look.event_yes = None if grant.provisional else True
    notice_s = looks.NOTICE_S[asked.power] if grant.provisional else 0.0
    look.notice_ends_s = laptop.now.boot_s + notice_s
    look.lease_s = links.first_lease(laptop, asked)
    _bound(laptop, look, grant)
    looks.happen(laptop, look, AccessEvent.REQUEST_GRANTED)


def decide_again(laptop: Laptop, look: LookFacts) -> Grant | Refusal:
    """Weigh an open look on today's facts."""
    return gate.ask(
        laptop,
        look.wish,
        used=look.used,
        event_yes=look.event_yes,
        offered=look.offered,
    )


def recheck(laptop: Laptop) -> None:
    """Ask the law again for every open look; any no ends it at once."""
    for look in laptop.looks:
        if look.is_open:
            answer = decide_again(laptop, look)
            if isinstance(answer, Refusal):
                _narrow(laptop, look, answer.reason)


def end_notices(laptop: Laptop) -> None:
    """Ask the gate again when a notice is over; silence is a yes to a view alone."""
    for look in laptop.looks:
        ends_s = look.notice_ends_s
        is_over = ends_s is not None and laptop.now.boot_s >= ends_s
        if look.state is AccessState.NOTICE and is_over:
            _end_notice(laptop, look)


def _end_notice(laptop: Laptop, look: LookFacts) -> None:
    if look.event_yes is None:
        look.event_yes = look.purpose is not Purpose.SHOW
    answer = decide_again(laptop, look)
    if isinstance(answer, Grant) and look.access not in laptop.vetoed:
        _bound(laptop, look, answer)
        looks.happen(laptop, look, AccessEvent.NOTICE_OVER_YES)
        return
    reason = answer.reason if isinstance(answer, Refusal) else Reason.EVENT_NO
    looks.happen(
        laptop,
        look,
        AccessEvent.NOTICE_OVER_NO,
        end="not_shared",
        cause=reason.value,
    )


def _narrow(laptop: Laptop, look: LookFacts, reason: Reason) -> None:
    is_lost = reason in IN_SESSION
    event = AccessEvent.INDICATOR_LOST if is_lost else AccessEvent.NARROWING_HEARD
    looks.happen(laptop, look, event, end="not_shared", cause=reason.value)


def _bound(laptop: Laptop, look: LookFacts, grant: Grant) -> None:
    """Fix the grant's end in boot time too: a clock set back keeps nothing open."""
    now, lesson = laptop.now, laptop.lesson
    look.seconds, look.width_px = grant.seconds, grant.width_px
    by_grant_s = now.boot_s + (grant.until - now.wall).total_seconds()
    by_bell_s = now.boot_s if lesson is None else lesson.ends_s
    look.hard_end_s = min(by_grant_s, by_bell_s)
