# SPDX-License-Identifier: GPL-3.0-or-later
"""What a teacher may send, checked before it is signed. The laptop checks again.

Source: docs/spec/command.md, message and link.
"""

import ipaddress
from typing import Final
from urllib.parse import urlsplit

from protocol.constants import MESSAGE_CHARS, TITLE_CHARS
from protocol.messages.fields import check_text

URL_CHARS: Final = 512


def may_send_message(text: str) -> bool:
    """Say whether this is a short plain text."""
    return _is_plain(text, MESSAGE_CHARS)


def may_send_link(url: str, title: str) -> bool:
    """Say whether this is an https link to a named host, and nothing hidden in it."""
    if not _is_plain(title, TITLE_CHARS) or not _is_plain(url, URL_CHARS):
        return False
    if not url.isascii() or " " in url or not url.startswith("https://"):
        return False
    try:
        parts = urlsplit(url)
        has_port = parts.port is not None
    except ValueError:
        return False
    host = parts.hostname or ""
    return not has_port and "@" not in parts.netloc and _is_name(host)


def _is_plain(text: str, most: int) -> bool:
    try:
        check_text(text, most)
    except ValueError:
        return False
    return True


def _is_name(host: str) -> bool:
    if "." not in host or host.startswith("["):
        return False
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return not host.rsplit(".", 1)[-1].isdigit()
    return False
