# SPDX-License-Identifier: GPL-3.0-or-later
"""What each language must have to tell what a new charter changes."""

from collections.abc import Mapping
from dataclasses import dataclass

from consent.documents.charter_change import What
from consent.purpose import Purpose


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeWords:
    """The words of one language; `{...}` is filled in."""

    title: str
    wider: str
    rest: str
    purposes: Mapping[Purpose, str]
    days: tuple[str, ...]  # Monday first
    units: Mapping[str, str]  # by the name of a limit
    minutes: tuple[str, str]  # one, more
    seconds: tuple[str, str]
    name_shown: Mapping[str, str]  # by `log_names`
    sentences: Mapping[What, str]
