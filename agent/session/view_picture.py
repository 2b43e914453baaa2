# SPDX-License-Identifier: GPL-3.0-or-later
"""Make the large picture: one screen, readable, with who looks and when drawn into it.

Source: docs/spec/pixels.md, "The large picture"; docs/rights.md R-01, R-25.
"""

from PIL import Image

from agent.session.overview import jpeg
from agent.session.platform.base import Pixels
from agent.session.raster import colour
from protocol.constants import PICTURE_BYTES


def view_picture(tile: Pixels, mark: Image.Image | None, quality: int) -> bytes:
    """Make the JPEG of one monitor.

    Args:
        tile: the reduced screen.
        mark: the strip with the teacher's name and the time, drawn at the foot.
        quality: what the daemon asks; lowered when the bytes would be too many.
    """
    image = colour(tile).copy()
    if mark is not None:
        image.paste(mark, (0, image.height - mark.height))
    return jpeg(image, quality, PICTURE_BYTES)
