# SPDX-License-Identifier: GPL-3.0-or-later
"""The strict gate before any image library: one narrow kind of JPEG, or nothing.

Baseline, 8 bit, three components, one interleaved scan, known segments only, nothing
behind the end. A pupil's laptop is not trusted to send a picture: a file of 691 bytes
once cost a decoder 646 MiB.

Source: docs/spec/wire.md "Picture"; ITU-T T.81 annex B.
"""

from dataclasses import dataclass
from typing import Final

from consent.purpose import OVERVIEW_WIDTH_PX, VIEW_WIDTH_PX
from protocol.constants import OVERVIEW_BYTES, PICTURE_BYTES


class GateError(ValueError):
    """These bytes are not the one kind of picture an agent makes."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How large one picture may be."""

    width_px: int
    height_px: int
    picture_bytes: int


OVERVIEW: Final = Limits(OVERVIEW_WIDTH_PX, 2 * OVERVIEW_WIDTH_PX, OVERVIEW_BYTES)
VIEW: Final = Limits(VIEW_WIDTH_PX, 2 * VIEW_WIDTH_PX, PICTURE_BYTES)

_MARKER: Final = 0xFF
_SOI: Final = b"\xff\xd8"
_EOI: Final = b"\xff\xd9"
_LEAST_BYTES: Final = 107  # nothing shorter can hold the tables
_SEGMENTS: Final = 24
_APP0, _DQT, _SOF0, _DHT, _DRI, _SOS = 0xE0, 0xDB, 0xC0, 0xC4, 0xDD, 0xDA
_KNOWN: Final = frozenset({_APP0, _DQT, _SOF0, _DHT, _DRI, _SOS})
_COMPONENTS: Final = 3
_SOF_BYTES: Final = 8 + 3 * _COMPONENTS
_SOS_BYTES: Final = 6 + 2 * _COMPONENTS
_DRI_BYTES: Final = 4
_DQT_TABLE_BYTES: Final = 65
_DHT_HEAD_BYTES: Final = 17
_DHT_CODES: Final = 256
_SAMPLING: Final = frozenset({0x11, 0x12, 0x21, 0x22})
_WHOLE_SPECTRUM: Final = b"\x00\x3f\x00"
_RST_FIRST, _RST_LAST = 0xD0, 0xD7


def check_jpeg(data: bytes, limits: Limits) -> tuple[int, int]:
    """Let one baseline JPEG through.

    Args:
        data: what a laptop sent.
        limits: of the purpose it came under.

    Returns:
        Width and height in pixels, as the file itself says.

    Raises:
        GateError: names the first thing that is not allowed.
    """
    if not _LEAST_BYTES <= len(data) <= limits.picture_bytes:
        raise GateError("The picture is too small or too big.")
    if data[:2] != _SOI or data[-2:] != _EOI:
        raise GateError("The picture does not start and end as one JPEG.")
    size: tuple[int, int] | None = None
    at = 2
    for _ in range(_SEGMENTS):
        marker, body = _segment(data, at)
        at += 4 + len(body)
        if marker == _SOS:
            _check_scan(data, at, body, size)
            return size or (0, 0)
        size = _read(marker, body, size, limits)
    raise GateError("The picture has too many segments.")


def _segment(data: bytes, at: int) -> tuple[int, bytes]:
    if at + 4 > len(data) or data[at] != _MARKER or data[at + 1] not in _KNOWN:
        raise GateError("The picture has a segment that is not allowed.")
    length = int.from_bytes(data[at + 2 : at + 4], "big")
    if length < 2 or at + 2 + length > len(data) - 2:  # noqa: PLR2004 -- itself
        raise GateError("A segment of the picture is cut off.")
    return data[at + 1], data[at + 4 : at + 2 + length]


def _read(
    marker: int, body: bytes, size: tuple[int, int] | None, limits: Limits
) -> tuple[int, int] | None:
    if marker == _SOF0:
        if size is not None:
            raise GateError("The picture has two sizes.")
        return _frame(body, limits)
    if marker == _DQT:
        _check_quantisation(body)
    elif marker == _DHT:
        _check_huffman(body)
    elif marker == _DRI and len(body) != _DRI_BYTES - 2:
        raise GateError("A restart interval has a wrong length.")
    return size


def _frame(body: bytes, limits: Limits) -> tuple[int, int]:
    if len(body) != _SOF_BYTES - 2 or body[0] != 8 or body[5] != _COMPONENTS:  # noqa: PLR2004
        raise GateError("The picture is not 8-bit colour.")
    height = int.from_bytes(body[1:3], "big")
    width = int.from_bytes(body[3:5], "big")
    if not (0 < width <= limits.width_px and 0 < height <= limits.height_px):
        raise GateError("The picture is larger than its purpose allows.")
    components = [body[6 + 3 * i : 9 + 3 * i] for i in range(_COMPONENTS)]
    if len({c[0] for c in components}) != _COMPONENTS:
        raise GateError("Two components of the picture have one name.")
    if any(c[1] not in _SAMPLING or c[2] > 3 for c in components):  # noqa: PLR2004
        raise GateError("The picture is sampled in a way we do not use.")
    return width, height


def _check_quantisation(body: bytes) -> None:
    """8-bit tables only, each under a number of 0 to 3."""
    if not body or len(body) % _DQT_TABLE_BYTES:
        raise GateError("A quantisation table has a wrong length.")
    if any(body[i] > 3 for i in range(0, len(body), _DQT_TABLE_BYTES)):  # noqa: PLR2004
        raise GateError("A quantisation table is not an 8-bit one.")


def _check_huffman(body: bytes) -> None:
    at = 0
    while at < len(body):
        head = body[at : at + _DHT_HEAD_BYTES]
        if len(head) != _DHT_HEAD_BYTES or head[0] not in {0x00, 0x01, 0x10, 0x11}:
            raise GateError("A code table is not a baseline one.")
        codes = sum(head[1:])
        if not 0 < codes <= _DHT_CODES:
            raise GateError("A code table is empty or too long.")
        at += _DHT_HEAD_BYTES + codes
    if at != len(body) or not body:
        raise GateError("A code table has a wrong length.")


def _check_scan(
    data: bytes, at: int, body: bytes, size: tuple[int, int] | None
) -> None:
    """One scan of all components, and no marker in it but restarts, up to the end."""
    if size is None:
        raise GateError("The picture has no size.")
    is_whole = body[-3:] == _WHOLE_SPECTRUM and body[:1] == bytes([_COMPONENTS])
    if len(body) != _SOS_BYTES - 2 or not is_whole:
        raise GateError("The picture is not one whole scan.")
    end = len(data) - 2
    while True:
        at = data.find(b"\xff", at)
        if at == end:
            return
        if not 0 <= at < end:
            raise GateError("The picture has no end.")
        after = data[at + 1]
        if after != 0 and not _RST_FIRST <= after <= _RST_LAST:
            raise GateError("The picture has a marker in its scan.")
        at += 2
