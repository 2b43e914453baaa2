# SPDX-License-Identifier: GPL-3.0-or-later
"""Another program on the same X screen: it draws, covers, hides and moves."""

from types import TracebackType
from typing import Any, Self

import xcffib
import xcffib.xproto
from xcffib import xproto

from agent.session.platform.base import Pixels, Rect

GREEN = 0x33_66_33


class Intruder:
    """A plain X program with the rights every program there has."""

    def __init__(self, display: str) -> None:
        connected: Any = xcffib.connect(display)  # its types are half
        self.connection = connected
        self.screen = self.connection.get_setup().roots[0]
        self.core = self.connection.core

    def window(
        self, rect: Rect, colour: int = GREEN, *, inside: int | None = None
    ) -> int:
        """Put an override-redirect window on top.

        Inside another program's window it stays on top of that, however often that
        one is raised.
        """
        window = int(self.connection.generate_id())
        self.core.CreateWindow(
            self.screen.root_depth,
            window,
            self.screen.root if inside is None else inside,
            rect.x_px,
            rect.y_px,
            rect.width_px,
            rect.height_px,
            0,
            xproto.WindowClass.InputOutput,
            self.screen.root_visual,
            xproto.CW.BackPixel | xproto.CW.OverrideRedirect,
            [colour, 1],
        )
        self.core.MapWindow(window)
        self.settle()
        return window

    def raise_(self, window: int) -> None:
        """Put a window on top, and wait until it is there."""
        mode = xproto.ConfigWindow.StackMode
        self.core.ConfigureWindow(window, mode, [xproto.StackMode.Above])
        self.settle()

    def paint(self, window: int, colour: int) -> None:
        """Fill a window anew."""
        self.core.ChangeWindowAttributes(window, xproto.CW.BackPixel, [colour])
        self.core.ClearArea(0, window, 0, 0, 0, 0)
        self.settle()

    def put(self, window: int, pixels: Pixels) -> None:
        """Paint a picture into a window."""
        context = self.connection.generate_id()
        self.core.CreateGC(context, window, 0, [])
        width, height = pixels.width_px, pixels.height_px
        data = bytes(pixels.data)
        depth = self.screen.root_depth
        form = xproto.ImageFormat.ZPixmap
        self.core.PutImage(
            form, window, context, width, height, 0, 0, 0, depth, len(data), data
        )
        self.core.FreeGC(context)
        self.settle()

    def unmap(self, window: int) -> None:
        """Hide a window, whoever's it is."""
        self.core.UnmapWindow(window)
        self.settle()

    def map(self, window: int) -> None:
        """Show it again."""
        self.core.MapWindow(window)
        self.settle()

    def move(self, window: int, x: int, y: int) -> None:
        """Move a window, whoever's it is."""
        mode = xproto.ConfigWindow.X | xproto.ConfigWindow.Y
        self.core.ConfigureWindow(window, mode, [x & 0xFFFFFFFF, y & 0xFFFFFFFF])
        self.settle()

    def destroy(self, window: int) -> None:
        """Take an own window away."""
        self.core.DestroyWindow(window)
        self.settle()

    def find(self, title: str) -> list[int]:
        """Find the top windows of this title that are mapped."""
        atom = self.core.InternAtom(0, len("_NET_WM_NAME"), "_NET_WM_NAME").reply().atom
        found = []
        for window in self.core.QueryTree(self.screen.root).reply().children:
            name = self.core.GetProperty(
                0,
                window,
                atom,
                0,
                0,
                64,
            ).reply()
            if bytes(name.value.buf()).decode() == title:
                found.append(int(window))
        return found

    def place(self, window: int) -> Rect:
        """Give where a window stands."""
        reply = self.core.GetGeometry(window).reply()
        return Rect(reply.x, reply.y, reply.width, reply.height)

    def is_mapped(self, window: int) -> bool:
        """Say whether a window shows."""
        reply = self.core.GetWindowAttributes(window).reply()
        return bool(reply.map_state == xproto.MapState.Viewable)

    def can_grab_keyboard(self) -> bool:
        """Say whether the keyboard is free; it is let go at once."""
        reply = self.core.GrabKeyboard(
            0,
            self.screen.root,
            0,
            xproto.GrabMode.Async,
            xproto.GrabMode.Async,
        ).reply()
        self.core.UngrabKeyboard(0)
        self.settle()
        return bool(reply.status == xproto.GrabStatus.Success)

    def clients(self) -> int:
        """Count who is connected to this X server, ourselves included."""
        from xcffib import res  # noqa: PLC0415 -- only here

        reply = self.connection(res.key).QueryClients().reply()
        return len(reply.clients)

    def settle(self) -> None:
        """Wait until the server has done all this."""
        self.core.GetInputFocus().reply()

    def close(self) -> None:
        """Hang up."""
        self.connection.disconnect()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def split_in_two(display: str) -> None:
    """Turn one X screen into two monitors, left and right."""
    from xcffib import randr  # noqa: PLC0415 -- only here

    with Intruder(display) as program:
        extension = program.connection(randr.key)
        extension.QueryVersion(1, 5).reply()
        outputs = extension.GetScreenResources(program.screen.root).reply().outputs
        width = program.screen.width_in_pixels // 2
        height = program.screen.height_in_pixels
        for number, name in enumerate(("LINKS", "RECHTS")):
            atom = program.core.InternAtom(0, len(name), name).reply().atom
            monitor = randr.MonitorInfo.synthetic(
                atom,
                number == 0,
                0,
                1 if number == 0 else 0,
                number * width,
                0,
                width,
                height,
                250,
                280,
                outputs[:1] if number == 0 else [],
            )
            extension.SetMonitorChecked(program.screen.root, monitor).check()
