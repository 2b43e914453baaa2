# SPDX-License-Identifier: GPL-3.0-or-later
"""What is asked, and what a laptop knows when it is asked: values, only read.

Ids are hex as in the documents; `teacher_fp` and `fingerprint` are the SHA-256 of a
certificate's DER. Source: docs/spec/decision.md, "Example" and "Reasons".
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from consent.documents.fields import Lang
from consent.lifecycle import ConsentState
from consent.method import Method
from consent.purpose import Purpose
from consent.school import Papers
from consent.shelf.shelf import Shelf


@dataclass(frozen=True, slots=True)
class Request:
    """What one teacher asks of one laptop."""

    purpose: Purpose | None  # None asks to start a lesson
    teacher_fp: str
    class_id: str
    slot_id: str
    lesson_id: str
    reason_code: str = ""
    seconds: int = 0
    pupil_alone: bool = False  # attention of this pupil, not of the class
    offered: bool = False  # this laptop's own pupil said "kom kijken" for this view


@dataclass(frozen=True, slots=True)
class TeacherFacts:
    """Who is at the other end of the link, from the certificate."""

    fingerprint: str
    id: str
    role_ok: bool  # the right CA and the right SAN, checked by protocol
    not_after: datetime


@dataclass(frozen=True, slots=True)
class LessonFacts:
    """The lesson that runs on this laptop."""

    lesson_id: str
    teacher_fp: str
    slot_id: str
    papers: Papers | None = None  # as they stood when it began: no widening since


@dataclass(frozen=True, slots=True)
class ConsentFact:
    """The pupil's own choice for one purpose."""

    state: ConsentState
    valid_until: datetime
    method: Method = Method.AGENT_DIALOG


@dataclass(frozen=True, slots=True)
class CapsUsed:
    """What this pupil already gave on this slot date, counted from the ledger."""

    view_s: int = 0  # view and show, all teachers; a refused ask counts 15
    attention_s: int = 0
    attention_times: int = 0
    attention_ended_s_ago: float | None = None
    continuing_left_s: int | None = (
        None  # a lock the lost link dropped: time left of it
    )


@dataclass(frozen=True, slots=True)
class Facts:
    """What this laptop holds now."""

    shelf: Shelf
    class_id: str
    teacher: TeacherFacts
    clock_ok: bool
    network_ok: bool
    open_lesson: LessonFacts | None
    logged_first: bool
    ledger_ok: bool
    session_ok: bool  # a session is here, of the account the slip names
    indicator_ok: bool
    notice_shown: bool
    consent: Mapping[Purpose, ConsentFact] = field(default_factory=dict)
    paused: bool = False
    caps: CapsUsed = field(default_factory=CapsUsed)
    event_yes: bool | None = None  # of this very look: None = not asked yet
    lang: Lang = Lang.NL
