# SPDX-License-Identifier: GPL-3.0-or-later
"""When the port is open: in the last known slots and 60 s past the bell, stale or not.

Source: docs/spec/access.md "The port"; docs/spec/documents.md "The shelf".
"""

from agent.core.commands import ClosePort, EndLink, OpenPort
from agent.core.laptop import Laptop
from protocol.messages.link import ByeCode


def watch(laptop: Laptop) -> None:
    """Open or close, once, when the time has come; never while a start owes lines."""
    may = laptop.started and laptop.shelf.is_door_open(laptop.now.wall)
    if may and not laptop.port_open:
        laptop.port_open = True
        laptop.do(OpenPort())
    elif not may and laptop.port_open:
        laptop.port_open = False
        laptop.do(ClosePort())


def end_revoked(laptop: Laptop) -> None:
    """End the links whose certificate counts no more."""
    for link in laptop.links.values():
        if laptop.shelf.is_revoked(link.teacher):
            laptop.do(EndLink(link.id, ByeCode.REVOKED))
