# SPDX-License-Identifier: GPL-3.0-or-later
"""How a choice was made: a closed list. A signature under school rules is none of them.

Source: docs/spec/consent.md, "Methods"; docs/rights.md R-16.
"""

from enum import StrEnum
from typing import Final

CHOICE_CONTEXT: Final = b"inzage/choice/v1\0"  # before each text a pupil's key signs


class Method(StrEnum):
    """How a pupil's or a guardian's choice came about."""

    AGENT_DIALOG = "agent_dialog"
    AGENT_SWITCH = "agent_switch"
    AGENT_STOP = "agent_stop"
    PAPER_FORM = "paper_form_checked_by"
    SYSTEM_EXPIRY = "system_expiry"
    SYSTEM_POLICY_CHANGE = "system_policy_change"
    DEMO_SCRIPT = "demo_script"  # counts only where the trust is a demo
