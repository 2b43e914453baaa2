# SPDX-License-Identifier: GPL-3.0-or-later
"""What may be shared, checked while the teacher types; the laptop checks it again.

Source: docs/spec/command.md verbs `message` and `link`.
"""

import re
import unicodedata
from typing import Final
from urllib.parse import SplitResult, urlsplit

from consent.documents.command import URL_CHARS
from console.qt.words.words import Words
from protocol.constants import MESSAGE_CHARS, TITLE_CHARS

_CONTROLS: Final = frozenset({"Cc", "Cs"})
_TURNS: Final = frozenset(
    "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
_ADDRESS: Final = re.compile(r"(?i)\b(?:https?://|www\.)\S")
_NUMBERS: Final = re.compile(r"[0-9.]+|\[.*\]|0x[0-9a-f.x]+", re.IGNORECASE)
_HOST: Final = re.compile(
    r"(?i)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]"
)


def one_line(text: str) -> str:
    """Make what was typed or pasted one plain line, as it may travel."""
    whole = unicodedata.normalize("NFC", " ".join(text.split()))
    return "".join(
        c for c in whole if c not in _TURNS and unicodedata.category(c) not in _CONTROLS
    )


def message_error(text: str, words: Words) -> str:
    """Say what is wrong with a message, or nothing."""
    line = one_line(text)
    if not line:
        return words.error_empty
    over = len(line) - MESSAGE_CHARS
    if over > 0:
        return words.error_too_long.format(n=MESSAGE_CHARS, over=over)
    return words.error_no_link_in_message if _ADDRESS.search(line) else ""


def link_error(url: str, title: str, words: Words) -> str:
    """Say what is wrong with a link, or nothing."""
    found = url_error(url, words)
    if found:
        return found
    fits = 0 < len(one_line(title)) <= TITLE_CHARS
    return "" if fits else words.error_title


def completed(typed: str) -> str:
    """Give the address that was meant: a site's name alone is one by https."""
    url = typed.strip()
    site = re.split("[/?#]", url, maxsplit=1)[0]
    return f"https://{url}" if _HOST.fullmatch(site) else url


def url_error(url: str, words: Words) -> str:
    """Say what is wrong with an address, or nothing."""
    if not url.lower().startswith("https://"):
        return words.error_https
    if len(url) > URL_CHARS:
        return words.error_link_too_long
    if not url.isascii() or not url.isprintable() or " " in url or "\\" in url:
        return words.error_link_ascii
    return _parts_error(url, words)


def host_of(url: str) -> str:
    """Give the name of the site an address leads to, as the pupil will read it."""
    parts = _split(url)
    return (parts.hostname or "") if parts else ""


def _parts_error(url: str, words: Words) -> str:
    parts = _split(url)
    if parts is None or "@" in parts.netloc or ":" in parts.netloc:
        return words.error_link_parts
    if _NUMBERS.fullmatch(parts.netloc):
        return words.error_link_parts
    return "" if _HOST.fullmatch(parts.netloc) else words.error_https


def _split(url: str) -> SplitResult | None:
    try:
        return urlsplit(url)
    except ValueError:
        return None
