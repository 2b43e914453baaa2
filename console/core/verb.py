# SPDX-License-Identifier: GPL-3.0-or-later
"""The verbs this console can say. There is no verb for anything else."""

from enum import StrEnum


class Verb(StrEnum):
    """What a command asks of a laptop. Source: docs/spec/command.md."""

    LESSON_START = "lesson_start"
    LESSON_END = "lesson_end"
    OVERVIEW_START = "overview_start"
    OVERVIEW_STOP = "overview_stop"
    VIEW_START = "view_start"
    VIEW_STOP = "view_stop"
    ATTENTION_START = "attention_start"
    ATTENTION_STOP = "attention_stop"
    MESSAGE = "message"
    LINK = "link"
    HAND_CLEAR = "hand_clear"
