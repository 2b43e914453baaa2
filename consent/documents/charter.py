# SPDX-License-Identifier: GPL-3.0-or-later
"""`charter`: what the school and its DPO agreed to, and the council's word on it.

Everything here can only be tighter than what consent.purpose compiles in.
Source: docs/spec/documents.md, "charter"; docs/rights.md R-21, R-25, R-41, R-42, R-43.
"""

import ipaddress
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Annotated, Final, Literal

import msgspec
from msgspec import Meta

from consent import purpose as p
from consent.documents import fields as f
from consent.documents.paper import Paper, check_life, parse_struct
from consent.purpose import Purpose

LONGEST: Final = timedelta(days=p.CHARTER_DAYS)

_PRIVATE: Final = tuple(
    ipaddress.ip_network(text)
    for text in (
        "10.0.0.0/8",
        "172.16.0.0/12",
        "192.168.0.0/16",
        "169.254.0.0/16",
        "127.0.0.0/8",
        "fc00::/7",
        "fe80::/10",
        "::1/128",
    )
)


class _Part(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A part of the charter: unknown fields are refused in it too."""


class LegalBasis(StrEnum):
    """Why the law lets a purpose be asked for. The pupil's switch is the same."""

    CONSENT = "eu-gdpr:A6-1-a"
    PUBLIC_TASK = "eu-gdpr:A6-1-e"


class Caps(_Part, frozen=True, kw_only=True, omit_defaults=True):
    """Limits lower than the compiled ones; what is absent stays as compiled."""

    seconds: Annotated[int, Meta(ge=1, le=p.OVERVIEW_S)] | None = None  # at once
    slot_seconds: Annotated[int, Meta(ge=1, le=p.VIEW_SLOT_S)] | None = None
    times: Annotated[int, Meta(ge=1, le=p.ATTENTION_TIMES)] | None = None


class CharterPurpose(_Part, frozen=True, kw_only=True):
    """One power the school uses."""

    purpose: Purpose
    legal_basis: LegalBasis
    caps: Caps

    def __post_init__(self) -> None:
        """Refuse a limit that this purpose does not have, or one over the ceiling."""
        most = CEILINGS[self.purpose]
        for name in ("seconds", "slot_seconds", "times"):
            asked, allowed = getattr(self.caps, name), getattr(most, name)
            if asked is None:
                continue
            if allowed is None:
                raise ValueError(f"`{self.purpose}` has no limit `{name}`")
            if asked > allowed:
                raise ValueError(
                    f"`{name}` of `{self.purpose}` is at most {allowed}, not {asked}"
                )


CEILINGS: Final = {
    Purpose.OVERVIEW: Caps(seconds=p.OVERVIEW_S),
    Purpose.VIEW: Caps(seconds=p.VIEW_S, slot_seconds=p.VIEW_SLOT_S),
    Purpose.SHOW: Caps(seconds=p.VIEW_SLOT_S, slot_seconds=p.VIEW_SLOT_S),
    Purpose.ATTENTION: Caps(
        seconds=p.ATTENTION_S, slot_seconds=p.ATTENTION_S, times=p.ATTENTION_TIMES
    ),
    Purpose.SHARE: Caps(),
}


class ReasonCode(_Part, frozen=True, kw_only=True):
    """One reason a teacher can choose, in the pupil's words."""

    code: f.Code
    nl: f.Text80
    en: f.Text80
    fr: f.Text80

    def words(self, lang: f.Lang) -> str:
        """Give the words in one language."""
        words: str = getattr(self, lang.value)
        return words


class Network(_Part, frozen=True, kw_only=True):
    """One network of the school; with dial_out the laptops ring the console."""

    cidr: f.Text40
    dial_out: bool

    def __post_init__(self) -> None:
        """Refuse a network that is not private, or is written loosely."""
        try:
            network = ipaddress.ip_network(self.cidr)
        except ValueError as error:
            raise ValueError(f"`cidr` is not a network: {self.cidr}") from error
        if str(network) != self.cidr:
            raise ValueError(f"`cidr` must be written {network}")
        if not any(
            network.version == private.version and network.subnet_of(private)  # type: ignore[arg-type]
            for private in _PRIVATE
        ):
            raise ValueError(f"`cidr` must be private or link-local: {self.cidr}")


class Hours(_Part, frozen=True, kw_only=True):
    """When lessons may lie, in the school's own zone."""

    days: Annotated[tuple[f.Day, ...], Meta(min_length=1, max_length=7)]
    starts: f.Clock = msgspec.field(name="from")
    ends: f.Clock = msgspec.field(name="to")

    def __post_init__(self) -> None:
        """Refuse an empty day."""
        if f.minutes(self.starts) >= f.minutes(self.ends):
            raise ValueError("`from` must come before `to`")


class Holiday(_Part, frozen=True, kw_only=True):
    """Days without lessons, both ends included."""

    starts: date = msgspec.field(name="from")
    ends: date = msgspec.field(name="to")

    def __post_init__(self) -> None:
        """Refuse a holiday that ends before it starts."""
        if self.ends < self.starts:
            raise ValueError("`from` may not come after `to`")


class Council(_Part, frozen=True, kw_only=True):
    """What the school council said, as every pupil can read it."""

    body: f.Text80
    held_on: date = msgspec.field(name="date")
    ref: f.Text80
    outcome: Literal["overleg_held", "advice_pos", "advice_neg", "waived"]
    valid_until: date
    text: f.Text4000


class ImpactAssessment(_Part, frozen=True, kw_only=True):
    """The DPIA this charter rests on."""

    ref: f.Text80
    version: f.Text20
    made_on: date = msgspec.field(name="date")


class Contact(_Part, frozen=True, kw_only=True):
    """Somebody a pupil can talk to."""

    name: f.Text80
    email: f.Text80
    phone: f.Text40


class Contacts(_Part, frozen=True, kw_only=True):
    """The two people every school names."""

    school: Contact
    dpo: Contact


class NoticeRef(_Part, frozen=True, kw_only=True):
    """One text the pupil is shown, by the hash of its exact words."""

    id: f.Code
    version: f.Text20
    lang: f.Lang
    band: f.Band
    sha256: f.Hash


class Charter(Paper, frozen=True, kw_only=True, tag_field="type", tag="charter"):
    """The agreement. Signed by the office and the DPO."""

    effective: f.Time
    purposes: Annotated[tuple[CharterPurpose, ...], Meta(max_length=len(Purpose))]
    overview_width_px: Literal[160, 192, 240]
    reason_codes: Annotated[tuple[ReasonCode, ...], Meta(min_length=1, max_length=20)]
    attention_reasons: Annotated[
        tuple[ReasonCode, ...], Meta(min_length=1, max_length=20)
    ]
    networks: Annotated[tuple[Network, ...], Meta(min_length=1, max_length=64)]
    hours: Hours
    holidays: Annotated[tuple[Holiday, ...], Meta(max_length=100)]
    guardian_age: Annotated[int, Meta(ge=p.GUARDIAN_AGE, le=18)]
    council: Council
    dpia: ImpactAssessment
    vision_ref: f.Text200
    ict_plan_ref: f.Text200
    promise_no_consequence: bool
    contacts: Contacts
    authority: f.Text140
    notices: Annotated[tuple[NoticeRef, ...], Meta(min_length=1, max_length=64)]
    log_names: Literal["name", "role"]
    review_by: date
    set_days: Annotated[int, Meta(ge=1, le=p.SET_DAYS)]

    def __post_init__(self) -> None:
        """Check what a type cannot say."""
        super().__post_init__()
        check_life(self, LONGEST)
        f.check_time("effective", self.effective)
        if not self.promise_no_consequence:
            raise ValueError("`promise_no_consequence` must be true")
        _check_unique("purposes", [x.purpose for x in self.purposes])
        _check_unique("reason_codes", [x.code for x in self.reason_codes])
        _check_unique("attention_reasons", [x.code for x in self.attention_reasons])
        _check_unique("notices", [(x.id, x.lang, x.band) for x in self.notices])

    @property
    def cidrs(self) -> tuple[str, ...]:
        """Give the school's networks."""
        return tuple(network.cidr for network in self.networks)

    @property
    def dials_out(self) -> bool:
        """Say whether the console must listen for laptops that ring it."""
        return any(network.dial_out for network in self.networks)

    def offers(self, purpose: Purpose) -> bool:
        """Say whether the school uses this power at all."""
        return any(x.purpose is purpose for x in self.purposes)

    def caps(self, purpose: Purpose) -> Caps:
        """Give the limits in force: the charter's where tighter, else the compiled."""
        own = next((x.caps for x in self.purposes if x.purpose is purpose), Caps())
        most = CEILINGS[purpose]
        return Caps(
            seconds=own.seconds or most.seconds,
            slot_seconds=own.slot_seconds or most.slot_seconds,
            times=own.times or most.times,
        )

    def reason(self, purpose: Purpose, code: str) -> ReasonCode | None:
        """Find the reason a command names, in the list for its purpose."""
        wanted = Purpose.ATTENTION
        reasons = self.attention_reasons if purpose is wanted else self.reason_codes
        return next((reason for reason in reasons if reason.code == code), None)

    def is_holiday(self, day: date) -> bool:
        """Say whether no lesson lies on this day."""
        return any(holiday.starts <= day <= holiday.ends for holiday in self.holidays)

    def is_in_force(self, now: datetime, today: date) -> bool:
        """Say whether it works: begun, alive, council's word and review in date.

        Args:
            now: aware UTC.
            today: the same instant's day in the school's zone.
        """
        return (
            self.effective <= now < self.not_after
            and today <= self.council.valid_until
            and today <= self.review_by
        )


def parse(body: bytes) -> Charter:
    """Read a charter; raises PaperError."""
    return parse_struct(body, Charter, "charter")


def _check_unique(name: str, keys: list[object]) -> None:
    if len(set(keys)) != len(keys):
        raise ValueError(f"`{name}` has one entry twice")
