# SPDX-License-Identifier: GPL-3.0-or-later
"""From how a school stands to what an admin reads: no disk, no clock."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final

from installer.admin.school_init import fingerprint
from installer.admin.stages import Stage
from installer.admin.standing import Standing
from installer.admin.trouble import Said, said

TRUST_SOON: Final = timedelta(days=60)
CHARTER_SOON: Final = timedelta(days=30)
CERTIFICATE_SOON: Final = timedelta(days=14)
SETS_SOON: Final = timedelta(days=2)


class Level(StrEnum):
    """How much a line asks for."""

    OK = "ok"
    SOON = "soon"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Remark:
    """One line of the report."""

    level: Level
    said: Said


def report(stands: Standing) -> list[Remark]:
    """Say how it stands, from keys to classes."""
    return [
        *_trust(stands),
        *_charter(stands),
        *_published(stands),
        *_classes(stands),
        *_home(stands),
        *_teachers(stands),
    ]


def _trust(stands: Standing) -> Iterator[Remark]:
    trust = stands.trust
    name = said("status.school", name=trust.name, number=fingerprint(trust))
    yield Remark(Level.OK, name)
    ends = min(trust.not_after, stands.authorities_until)
    level = _until(ends, stands.now, TRUST_SOON)
    yield Remark(level, said("status.trust", until=ends.date()))
    if stands.dpo_counts_from:
        day = stands.dpo_counts_from.date()
        yield Remark(Level.SOON, said("status.dpo_waits", day=day))


def _charter(stands: Standing) -> Iterator[Remark]:
    charter = stands.charter
    proposed = stands.proposed
    if proposed and not proposed.is_signed:
        number = proposed.charter.serial
        yield Remark(Level.SOON, said("status.charter_waits", number=number))
    if charter is None:
        yield Remark(Level.WRONG, said("status.no_charter"))
        return
    if charter.effective > stands.now:
        begins = charter.effective.astimezone(stands.trust.zone).date()
        yield Remark(Level.SOON, said("status.charter_begins", day=begins))
    ends = {
        "status.charter": charter.not_after.astimezone(stands.trust.zone).date(),
        "status.review": charter.review_by,
        "status.council": charter.council.valid_until,
    }
    for key, last in ends.items():
        values = {"until": last, "number": charter.serial}
        yield Remark(_last_day(last, stands.today), Said(key, values))


def _published(stands: Standing) -> Iterator[Remark]:
    if stands.sets_until is None:
        yield Remark(Level.WRONG, said("status.not_published"))
        return
    local = stands.sets_until.astimezone(stands.trust.zone)
    level = _until(stands.sets_until, stands.now, SETS_SOON)
    yield Remark(level, said("status.sets", until=local.replace(tzinfo=None)))
    if stands.is_behind:
        yield Remark(Level.SOON, said("status.behind"))


def _classes(stands: Standing) -> Iterator[Remark]:
    if not stands.classes:
        yield Remark(Level.WRONG, said("status.no_classes"))
    for klass in stands.classes:
        level = Level.OK if klass.laptops == klass.pupils else Level.SOON
        yield Remark(
            level,
            said(
                "status.class",
                name=klass.name,
                count=klass.pupils,
                laptops=klass.laptops,
            ),
        )
    if stands.laptops_waiting:
        count = stands.laptops_waiting
        yield Remark(Level.SOON, said("status.laptops_waiting", count=count))


def _home(stands: Standing) -> Iterator[Remark]:
    for klass in stands.classes:
        if klass.forms_missing:
            values = {"name": klass.name, "count": klass.forms_missing}
            yield Remark(Level.SOON, Said("status.forms", values))
    for stage in (Stage.ENTERED, Stage.PROPOSED, Stage.SIGNED):
        count = stands.stages[stage]
        if count:
            yield Remark(Level.SOON, said(f"status.yes_{stage}", count=count))
    if stands.stages[Stage.IN_FORCE]:
        count = stands.stages[Stage.IN_FORCE]
        yield Remark(Level.OK, said("status.yes_in_force", count=count))


def _teachers(stands: Standing) -> Iterator[Remark]:
    for name, until in stands.teachers:
        if until is None:
            yield Remark(Level.SOON, said("status.no_bundle", name=name))
        else:
            level = _until(until, stands.now, CERTIFICATE_SOON)
            values = {"name": name, "until": until.date()}
            yield Remark(level, Said("status.teacher", values))


def _until(ends: datetime, now: datetime, soon: timedelta) -> Level:
    if ends <= now:
        return Level.WRONG
    return Level.SOON if ends - now < soon else Level.OK


def _last_day(last: date, today: date) -> Level:
    if last < today:
        return Level.WRONG
    return Level.SOON if last - today < CHARTER_SOON else Level.OK
