# SPDX-License-Identifier: GPL-3.0-or-later
"""How one laptop stands, in lines for the person at its keyboard."""

from datetime import datetime

from agent.daemon import identity
from agent.daemon.papers import Papers
from agent.daemon.places import Places
from consent.shelf.shelf import Shelf
from consent.store.shelf_folder import ShelfFolder


def text(places: Places, now: datetime) -> str:
    """Say who this laptop is, which papers it holds and whether they are fresh.

    Raises:
        DaemonError: it is not enrolled.
    """
    enrolled = identity.load(places)
    shelf = Shelf(
        enrolled.root_sha256, device=enrolled.device, seal_key=enrolled.seal_key
    )
    faults = Papers(shelf, ShelfFolder(places.papers)).restore(now)
    trust = shelf.trust
    lines = [
        f"device  {enrolled.device}",
        f"school  {identity.fingerprint_words(enrolled.root_sha256)}"
        + (f"  {trust.name} ({trust.kind})" if trust else "  (no papers)"),
        *(f"paper   {kind} {serial}" for kind, _, serial, _ in shelf.listed()),
        *(f"class   {_class(shelf, klass, now)}" for klass in shelf.slips),
        *(f"fault   {fault}" for fault in faults),
    ]
    if not shelf.slips:
        lines.append("pending: the office has not tied this laptop to a pupil yet")
    return "\n".join(lines)


def _class(shelf: Shelf, klass: str, now: datetime) -> str:
    sheet = shelf.classes.get(klass)
    fresh = shelf.freshness(klass, now)
    return f"{sheet.name if sheet else klass}: {fresh.sentence or 'fresh'}"
