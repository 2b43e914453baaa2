# SPDX-License-Identifier: GPL-3.0-or-later
"""Remember that a look gave no picture: one answer, whatever the cause."""

from dataclasses import dataclass

from console.core.view import LookView


@dataclass(slots=True)
class LookTrace:
    """`refused` is the pupil of the last look that ended before a picture was due."""

    refused: str = ""
    _waiting: str = ""

    def asked(self) -> None:
        """Begin anew: the teacher asks to look, or stops by their own will."""
        self.refused, self._waiting = "", ""

    def follow(self, look: LookView | None) -> None:
        """Follow the look of each view."""
        if look is None:
            self.refused, self._waiting = self._waiting or self.refused, ""
            return
        self.refused = ""
        self._waiting = look.pupil if look.until is None else ""
