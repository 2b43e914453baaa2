# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether an X screen sleeps: its screen saver shows, or its monitor is off."""

from typing import Any

from xcffib import dpms, screensaver


class X11Sleep:
    """Asks on a connection that another opened."""

    def __init__(self, connection: Any) -> None:  # noqa: ANN401 -- its types are half
        """Look which of the two can be asked: an absent extension ends a connection."""
        self._connection = connection
        self._root = connection.get_setup().roots[0].root
        self._has_saver = self._has("MIT-SCREEN-SAVER")
        self._has_power = self._has("DPMS")

    def _has(self, name: str) -> bool:
        core = self._connection.core
        return bool(core.QueryExtension(len(name), name).reply().present)

    def sleeps(self) -> bool:
        """Ask; two round trips at most."""
        return self._saver_shows() or self._monitor_is_off()

    def _saver_shows(self) -> bool:
        if not self._has_saver:
            return False
        saver = self._connection(screensaver.key).QueryInfo(self._root).reply()
        return bool(saver.state == screensaver.State.On)

    def _monitor_is_off(self) -> bool:
        if not self._has_power:
            return False
        power = self._connection(dpms.key).Info().reply()
        return bool(power.state) and power.power_level != dpms.DPMSMode.On
