# SPDX-License-Identifier: GPL-3.0-or-later
"""A desktop that gives no pictures: under Wayland the portal is not built yet.

Everything else works: the indicator, attention, offers, the list. Every look is a no.
"""

from collections.abc import Sequence

from agent.session.platform.base import Grabber, GrabError, Keeper, Pixels, Plan, Rect
from agent.session.platform.no_keeper import NoKeeper


class NoPicture:
    """Says no to every grab."""

    number = 3

    def open(
        self,
        plans: Sequence[Plan],  # noqa: ARG002 -- the shape of a Platform
    ) -> Grabber:
        """Refuse.

        Raises:
            GrabError: always.
        """
        raise GrabError("This kind of desktop gives no pictures.")

    def keeper(self) -> Keeper:
        """Give nothing more than what Qt does itself."""
        return NoKeeper()

    def read_back(
        self,
        rects: Sequence[Rect],  # noqa: ARG002 -- the shape of a Platform
    ) -> Sequence[bytes]:
        """Refuse.

        Raises:
            GrabError: always.
        """
        raise GrabError("This kind of desktop cannot be read.")

    def present(self, name: str, rect: Rect, pixels: Pixels | None) -> None:
        """Do nothing."""
