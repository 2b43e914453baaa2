# SPDX-License-Identifier: GPL-3.0-or-later
"""What a teacher may send, checked before it is signed. The laptop checks again.

Source: docs/spec/command.md, message and link.
"""

from consent.documents.command import URL_CHARS, is_plain_link
from protocol.constants import MESSAGE_CHARS, TITLE_CHARS
from protocol.messages.fields import check_text


def may_send_message(text: str) -> bool:
    """Say whether this is a short plain text."""
    return _is_plain(text, MESSAGE_CHARS)


def may_send_link(url: str, title: str) -> bool:
    """Say whether this is an https link to a named host, and nothing hidden in it."""
    is_short = len(url) <= URL_CHARS
    return is_short and is_plain_link(url) and _is_plain(title, TITLE_CHARS)


def _is_plain(text: str, most: int) -> bool:
    try:
        check_text(text, most)
    except ValueError:
        return False
    return True
