# SPDX-License-Identifier: GPL-3.0-or-later
"""The closed lists of the register: what may stand in a column that says something.

No list has a word for a pupil's own yes or no, and the database itself refuses any
word that is not in its list.
Source: docs/spec/register.md "Closed lists".
"""

from collections.abc import Iterable
from enum import StrEnum

from sqlalchemy import CheckConstraint


class Answer(StrEnum):
    """What a guardian decided. A pupil's own answer never comes here."""

    YES = "yes"
    NO = "no"


class Checked(StrEnum):
    """How the school made sure that a form came from who signed it."""

    IN_PERSON = "in_person"
    SIGNATURE_KNOWN = "signature_known"
    CALLED_BACK = "called_back"
    SCHOOL_ACCOUNT = "school_account"
    NOT_SAID = "not_said"  # from before this was asked


class Ended(StrEnum):
    """What forbade, and is over once office and DPO signed that."""

    OBJECTION = "objection_ended"
    NO = "no_ended"
    EXEMPTION = "exemption_ended"
    DECIDES = "decides"


class FormKind(StrEnum):
    """What a paper form said. None of them is a pupil's own yes."""

    OBJECTION = "objection"
    OBJECTION_ENDED = "objection_ended"
    GUARDIAN_YES = "guardian_yes"
    GUARDIAN_NO = "guardian_no"
    EXEMPTION = "exemption"
    EXEMPTION_ENDED = "exemption_ended"


class Origin(StrEnum):
    """Who said that a teacher teaches a class: an import never undoes the office."""

    IMPORT = "import"
    OFFICE = "office"


class Deed(StrEnum):
    """What somebody did in the office."""

    SCHOOL_INIT = "school init"
    CHARTER_PROPOSE = "charter propose"
    CLASS_IMPORT = "class import"
    FORGET = "forget"
    TEACHER_ADD = "teacher add"
    TEACHER_BUNDLE = "teacher bundle"
    ENROL = "enrol"
    ENROL_TOKEN = "enrol token"  # noqa: S105 -- a verb
    ENROL_ASSIGN = "enrol assign"
    OPT_OUT = "optout"
    EXEMPT = "exempt"
    GUARDIAN = "guardian"
    WIDENING = "widening"
    REVOKE = "revoke"
    PUBLISH = "publish"


def one_of(column: str, words: Iterable[str]) -> CheckConstraint:
    """Have the database refuse every other word in a column."""
    listed = ", ".join(f"'{word}'" for word in sorted(words))
    return CheckConstraint(f"{column} IN ({listed})", name=column)
