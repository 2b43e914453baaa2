# SPDX-License-Identifier: GPL-3.0-or-later
"""What differs between two charters, and what of it allows more than before.

Every field that a pupil is bound by is compared; a test sees to it that none is left
out. Source: docs/spec/documents.md "What a new charter changes"; docs/rights.md R-47.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from consent.documents import fields as f
from consent.documents.charter import Charter, Hours, ReasonCode
from consent.purpose import Purpose


class What(StrEnum):
    """The kinds of difference."""

    PURPOSE_ADDED = "purpose_added"
    PURPOSE_GONE = "purpose_gone"
    LIMIT = "limit"
    BASIS = "basis"
    WIDTH = "width"
    REASON_ADDED = "reason_added"
    REASON_GONE = "reason_gone"
    ATTENTION_REASON_ADDED = "attention_reason_added"
    ATTENTION_REASON_GONE = "attention_reason_gone"
    HOURS = "hours"
    HOLIDAY_ADDED = "holiday_added"
    HOLIDAY_GONE = "holiday_gone"
    NETWORK_ADDED = "network_added"
    NETWORK_GONE = "network_gone"
    GUARDIAN_AGE = "guardian_age"
    NAMES = "names"
    NOTICES = "notices"
    SET_DAYS = "set_days"
    COUNCIL = "council"
    DPIA = "dpia"
    PLANS = "plans"
    CONTACT = "contact"
    AUTHORITY = "authority"
    EFFECTIVE = "effective"
    REVIEW = "review"
    UNTIL = "until"


@dataclass(frozen=True, slots=True)
class Change:
    """One difference.

    Attributes:
        what: of which kind.
        is_wider: more is allowed than before, or a promise became smaller.
        values: what its sentence names: texts, numbers, dates, purposes, reasons.
    """

    what: What
    is_wider: bool = False
    values: Mapping[str, object] = field(default_factory=dict)


_LIMITS: Final = ("seconds", "slot_seconds", "times")


def changes(old: Charter, new: Charter) -> list[Change]:
    """List what differs, what allows more first."""
    found = [
        *_purposes(old, new),
        *_limits(old, new),
        *_width(old, new),
        *_reasons(
            old.reason_codes, new.reason_codes, What.REASON_ADDED, What.REASON_GONE
        ),
        *_reasons(
            old.attention_reasons,
            new.attention_reasons,
            What.ATTENTION_REASON_ADDED,
            What.ATTENTION_REASON_GONE,
        ),
        *_when(old, new),
        *_networks(old, new),
        *_promises(old, new),
        *_people(old, new),
        *_days(old, new),
    ]
    return sorted(found, key=lambda change: not change.is_wider)


def _purposes(old: Charter, new: Charter) -> Iterator[Change]:
    for purpose in Purpose:
        before, after = old.offers(purpose), new.offers(purpose)
        if after and not before:
            yield Change(What.PURPOSE_ADDED, is_wider=True, values={"purpose": purpose})
        if before and not after:
            yield Change(What.PURPOSE_GONE, values={"purpose": purpose})


def _limits(old: Charter, new: Charter) -> Iterator[Change]:
    bases = (
        {one.purpose: one.legal_basis for one in charter.purposes}
        for charter in (old, new)
    )
    before, after = bases
    for purpose in [one for one in before if one in after]:
        if before[purpose] is not after[purpose]:
            yield Change(What.BASIS, values={"purpose": purpose})
        for name in _LIMITS:
            was, is_now = (getattr(x.caps(purpose), name) for x in (old, new))
            if was != is_now:
                values = {"purpose": purpose, "limit": name}
                numbers = {"before": was, "after": is_now}
                yield Change(What.LIMIT, is_wider=is_now > was, values=values | numbers)


def _width(old: Charter, new: Charter) -> Iterator[Change]:
    was, is_now = old.overview_width_px, new.overview_width_px
    if was != is_now:
        yield Change(
            What.WIDTH, is_wider=is_now > was, values={"before": was, "after": is_now}
        )


def _reasons(
    old: Sequence[ReasonCode], new: Sequence[ReasonCode], added: What, gone: What
) -> Iterator[Change]:
    yield from (
        Change(added, is_wider=True, values={"reason": x}) for x in new if x not in old
    )
    yield from (Change(gone, values={"reason": x}) for x in old if x not in new)


def _when(old: Charter, new: Charter) -> Iterator[Change]:
    if old.hours != new.hours:
        is_wider = not _fits(new.hours, old.hours)
        yield Change(What.HOURS, is_wider=is_wider, values={"hours": new.hours})
    yield from (
        Change(What.HOLIDAY_ADDED, values={"from": x.starts, "to": x.ends})
        for x in new.holidays
        if x not in old.holidays
    )
    yield from (
        Change(
            What.HOLIDAY_GONE, is_wider=True, values={"from": x.starts, "to": x.ends}
        )
        for x in old.holidays
        if x not in new.holidays
    )


def _fits(inner: Hours, outer: Hours) -> bool:
    return (
        set(inner.days) <= set(outer.days)
        and f.minutes(inner.starts) >= f.minutes(outer.starts)
        and f.minutes(inner.ends) <= f.minutes(outer.ends)
    )


def _networks(old: Charter, new: Charter) -> Iterator[Change]:
    yield from (
        Change(What.NETWORK_ADDED, is_wider=True, values={"cidr": x.cidr})
        for x in new.networks
        if x not in old.networks
    )
    yield from (
        Change(What.NETWORK_GONE, values={"cidr": x.cidr})
        for x in old.networks
        if x not in new.networks
    )


def _promises(old: Charter, new: Charter) -> Iterator[Change]:
    was, is_now = old.guardian_age, new.guardian_age
    if was != is_now:
        yield Change(
            What.GUARDIAN_AGE,
            is_wider=is_now < was,
            values={"before": was, "after": is_now},
        )
    if old.log_names != new.log_names:
        values = {"names": new.log_names}
        yield Change(What.NAMES, is_wider=new.log_names == "role", values=values)
    if set(old.notices) != set(new.notices):
        yield Change(What.NOTICES)
    if old.set_days != new.set_days:
        is_wider = new.set_days > old.set_days
        yield Change(What.SET_DAYS, is_wider=is_wider, values={"days": new.set_days})


def _people(old: Charter, new: Charter) -> Iterator[Change]:
    if old.council != new.council:
        council = new.council
        values = {"body": council.body, "date": council.held_on}
        yield Change(What.COUNCIL, values=values)
    if old.dpia != new.dpia:
        values = {"ref": new.dpia.ref, "date": new.dpia.made_on}
        yield Change(What.DPIA, values=values)
    for name in ("vision_ref", "ict_plan_ref"):
        if getattr(old, name) != getattr(new, name):
            yield Change(What.PLANS, values={"text": getattr(new, name)})
    for who in ("school", "dpo"):
        before, after = (getattr(x.contacts, who) for x in (old, new))
        if before != after:
            values = {"name": after.name, "email": after.email}
            yield Change(What.CONTACT, values=values)
    if old.authority != new.authority:
        yield Change(What.AUTHORITY, values={"text": new.authority})


def _days(old: Charter, new: Charter) -> Iterator[Change]:
    for what, name in (
        (What.EFFECTIVE, "effective"),
        (What.REVIEW, "review_by"),
        (What.UNTIL, "not_after"),
    ):
        was, is_now = getattr(old, name), getattr(new, name)
        if was != is_now:
            is_wider = what is not What.EFFECTIVE and is_now > was
            yield Change(what, is_wider=is_wider, values={"date": is_now})
