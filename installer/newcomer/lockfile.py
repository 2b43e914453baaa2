# SPDX-License-Identifier: GPL-3.0-or-later
"""The lock: names, versions, markers and hashes; no place, no host, no path."""

import re

from installer.newcomer.words import TroubleError

PIN = re.compile(
    r"(?P<name>[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)==[0-9][0-9a-z.]*"
    r"(?: ; [a-zA-Z_0-9.'<>=! ()-]+)? \\"
)
HASH = re.compile(r"    --hash=sha256:[0-9a-f]{64}(?: \\)?")


def strange_lines(lock: str) -> list[str]:
    """List the lines that are neither a pin nor a hash."""
    fits = (PIN.fullmatch, HASH.fullmatch)
    return [line for line in lock.splitlines() if not any(fit(line) for fit in fits)]


def block(lock: str, name: str) -> str:
    """Cut one package with its hashes out of the lock.

    Raises:
        TroubleError: the lock does not name it.
    """
    found = re.search(rf"^{re.escape(name)}==.*\n(?:    .*\n)*", lock, re.MULTILINE)
    if found is None:
        raise TroubleError(f"The lock does not name {name}. Run: python3 run.py lock")
    return found.group()
