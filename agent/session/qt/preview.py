# SPDX-License-Identifier: GPL-3.0-or-later
"""Show the pupil what a teacher or the class would see. It never leaves this window.

The door to the screens opens for this one look and shuts again; nothing is sent.
"""

import io
from typing import Final

from PIL import Image
from PySide6.QtGui import QImage

from agent.session.overview import overview
from agent.session.platform.base import GrabError, Platform, plan
from agent.session.qt.indicator import Indicator
from agent.session.view_picture import view_picture
from consent.purpose import OVERVIEW_WIDTH_PX
from protocol.messages.local import Looks

QUALITY: Final = 50
SHOW_WIDTH_PX: Final = 992


def preview(platform: Platform, indicator: Indicator, purpose: Looks) -> QImage | None:
    """Take one look at the first monitor; None where there are no pictures."""
    small = purpose is Looks.OVERVIEW
    width = OVERVIEW_WIDTH_PX if small else SHOW_WIDTH_PX
    planned = plan(indicator.areas()[0], width, by_text_size=small)
    try:
        grabber = platform.open([planned])
    except GrabError:
        return None
    try:
        tile = grabber.shoot()[0].tile()
        if small:
            data = overview(tile, planned, indicator.rects()[0], QUALITY)
            return as_image(data)
        return as_image(view_picture(tile, None, QUALITY))
    except GrabError:
        return None
    finally:
        grabber.close()


def as_image(jpeg: bytes) -> QImage:
    """Give our own JPEG as Qt shows it, through Pillow: Qt's plugin may be absent."""
    shown = Image.open(io.BytesIO(jpeg), formats=["JPEG"]).convert("RGB")
    row_bytes = 3 * shown.width
    form = QImage.Format.Format_RGB888
    return QImage(shown.tobytes(), shown.width, shown.height, row_bytes, form).copy()
