# SPDX-License-Identifier: GPL-3.0-or-later
"""One connection to the X server, with the extensions a capture needs."""

import io
import struct
from typing import Any, Final

import xcffib
import xcffib.xproto  # without it connect() fails and leaks the connection
from xcffib import damage, render, shm, xfixes, xproto

from agent.session.platform.base import GrabError

DEPTH: Final = 24
SET_PICTURE_FILTER: Final = 30
Z_PIXMAP: Final = 2
ALL_PLANES: Final = 0xFFFFFFFF
NEEDED: Final = ("MIT-SHM", "RENDER", "DAMAGE", "XFIXES")


class Display:
    """The connection; its mere absence proves that nothing can be grabbed."""

    def __init__(self, name: str | None = None) -> None:
        """Connect and ask for the extensions.

        Raises:
            GrabError: no such display, or it lacks an extension.
        """
        try:
            self.connection: Any = xcffib.connect(name)  # its types are half
        except xcffib.ConnectionException as error:
            raise GrabError("There is no X screen to connect to.") from error
        try:
            self._open()
        except (xcffib.XcffibException, KeyError, struct.error) as error:
            self.close()
            raise GrabError(
                "This X screen lacks something that a capture needs."
            ) from error

    def _open(self) -> None:
        self.screen = self.connection.get_setup().roots[0]
        self.root = self.screen.root
        if self.screen.root_depth != DEPTH:
            raise KeyError("depth")
        for name in NEEDED:
            if not self._has(name):
                raise KeyError(name)
        self.shm = self.connection(shm.key)
        self.shm.QueryVersion().reply()
        self.render = self.connection(render.key)
        self.render.QueryVersion(0, 11).reply()
        self.damage = self.connection(damage.key)
        self.damage.QueryVersion(1, 1).reply()
        self.xfixes = self.connection(xfixes.key)
        self.xfixes.QueryVersion(5, 0).reply()
        self.format = self._root_format()

    def _root_format(self) -> int:
        formats = self.render.QueryPictFormats().reply()
        by_visual = {
            visual.visual: visual.format
            for screen in formats.screens
            for depth in screen.depths
            for visual in depth.visuals
        }
        return int(by_visual[self.screen.root_visual])

    def picture_of_root(self) -> int:
        """Make a source picture of the root, windows included."""
        picture = int(self.connection.generate_id())
        self.render.CreatePictureChecked(
            picture,
            self.root,
            self.format,
            render.CP.SubwindowMode,
            [xproto.SubwindowMode.IncludeInferiors],
        ).check()
        return picture

    def smooth(self, picture: int) -> None:
        """Set the bilinear filter.

        xcffib 1.13's own SetPictureFilter writes four stray bytes; the server answers
        BadMatch and silently stays on nearest. So the request is built here.
        """
        name = b"bilinear"
        out = io.BytesIO(struct.pack("=xx2xIH2x", picture, len(name)) + name)
        self.render.send_request(SET_PICTURE_FILTER, out, is_checked=True).check()

    def _has(self, name: str) -> bool:
        """Ask for an extension first: using one that is absent ends the connection."""
        reply = self.connection.core.QueryExtension(len(name), name).reply()
        return bool(reply.present)

    def patch(self, x: int, y: int, width: int, height: int) -> bytes:
        """Read a few px of the root, to see our own curtain painted."""
        reply = self.connection.core.GetImage(
            Z_PIXMAP, self.root, x, y, width, height, ALL_PLANES
        ).reply()
        return bytes(reply.data.buf())

    def close(self) -> None:
        """Hang up; the server frees all that was made on this connection."""
        self.connection.disconnect()
