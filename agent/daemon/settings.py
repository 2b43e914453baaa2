# SPDX-License-Identifier: GPL-3.0-or-later
"""agent.toml: where papers are published, and the language. No policy stands in it."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from agent.daemon.trouble import DaemonError, Exit
from consent.documents.fields import Lang

KNOWN: Final = frozenset({"published", "language", "interfaces"})


@dataclass(frozen=True, slots=True)
class Settings:
    """What an admin may set on one laptop."""

    published: Path | None = None  # a share with the school's papers
    language: Lang = Lang.NL
    interfaces: tuple[str, ...] = ()  # own addresses to announce on; empty = all


def load(path: Path) -> Settings:
    """Read the settings; a file that is not there sets nothing.

    Raises:
        DaemonError: it is there and cannot be understood.
    """
    if not path.exists():
        return Settings()
    try:
        held = tomllib.loads(path.read_text("utf-8"))
        return _read(held)
    except (OSError, ValueError, TypeError) as error:
        raise DaemonError(f"{path} cannot be used: {error}.", Exit.WRONG_USE) from error


def _read(held: dict[str, Any]) -> Settings:
    unknown = sorted(set(held) - KNOWN)
    if unknown:
        raise ValueError(f"it has no setting {unknown[0]!r}")
    return Settings(
        _folder(held.get("published", "")),
        Lang(held.get("language", Lang.NL.value)),
        tuple(str(x) for x in held.get("interfaces", ())),
    )


def _folder(published: str) -> Path | None:
    """Take a folder; an address that nobody fetches would let an opt-out wait."""
    if "://" in published:
        raise ValueError("`published` is a folder; a web address does not work yet")
    return Path(published) if published else None
