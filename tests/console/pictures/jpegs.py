# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures good and bad, made on the spot: nothing here came from a screen."""

import io

from PIL import Image

SIZE = (192, 108)


def jpeg(size: tuple[int, int] = SIZE, mode: str = "RGB", **options: object) -> bytes:
    """Make one JPEG of noise, baseline unless told otherwise."""
    buffer = io.BytesIO()
    image = Image.effect_noise(size, 60).convert(mode)
    image.save(buffer, "JPEG", **{"quality": 50, **options})
    return buffer.getvalue()


def other(kind: str) -> bytes:
    """Make a picture of another kind."""
    buffer = io.BytesIO()
    Image.effect_noise(SIZE, 60).convert("RGB").save(buffer, kind)
    return buffer.getvalue()


def with_size(data: bytes, width: int, height: int) -> bytes:
    """Let a JPEG lie about its size."""
    at = data.index(b"\xff\xc0") + 5
    size = height.to_bytes(2, "big") + width.to_bytes(2, "big")
    return data[:at] + size + data[at + 4 :]


def corpus() -> dict[str, bytes]:
    """Everything the gate must turn away, by what is wrong with it."""
    good = jpeg(quality=10)
    sos = good.index(b"\xff\xda")
    sof = good.index(b"\xff\xc0")
    dqt = good.index(b"\xff\xdb")
    dht = good.index(b"\xff\xc4")
    scan = sos + 2 + int.from_bytes(good[sos + 2 : sos + 4], "big")
    return {
        "empty": b"",
        "short": good[:100],
        "cut": good[:-10],
        "cut in a table": good[: dht + 8] + b"\xff\xd9" * 60,
        "no start": b"\x00" + good[1:],
        "trailing": good + b"PK\x03\x04",
        "two pictures": good + good,
        "progressive": jpeg(progressive=True),
        "grey": jpeg(mode="L"),
        "cmyk": jpeg(mode="CMYK"),
        "exif": jpeg(exif=b"Exif\x00\x00II*\x00"),
        "comment": jpeg(comment=b"hello"),
        "profile": jpeg(icc_profile=b"x" * 200),
        "png": other("PNG"),
        "gif": other("GIF"),
        "bmp": other("BMP"),
        "tiff": other("TIFF"),
        "webp": other("WEBP"),
        "eps": b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n" + b" " * 200,
        "fits": b"SIMPLE  =                    T" + b" " * 2850,
        "j2k": b"\x00\x00\x00\x0cjP  \r\n\x87\n" + b"\x00" * 200,
        "12 bit": good[: sof + 4] + b"\x0c" + good[sof + 5 :],
        "arithmetic": good.replace(b"\xff\xc0", b"\xff\xc9", 1),
        "lossless": good.replace(b"\xff\xc0", b"\xff\xc3", 1),
        "wide": with_size(good, 241, 100),
        "high": with_size(good, 100, 481),
        "bomb": with_size(good, 65_535, 65_535),
        "no width": with_size(good, 0, 100),
        "no height": with_size(good, 100, 0),
        "4:1:1": good[: sof + 11] + b"\x41" + good[sof + 12 :],
        "a fourth table": good[: sof + 12] + b"\x04" + good[sof + 13 :],
        "one name twice": good[: sof + 13]
        + good[sof + 10 : sof + 11]
        + good[sof + 14 :],
        "no size": good[:sof] + good[sof + 19 :],
        "two sizes": good[:sof] + good[sof : sof + 19] + good[sof:],
        "16-bit table": good[: dqt + 4] + b"\x10" + good[dqt + 5 :],
        "short table": good[: dqt + 2] + b"\x00\x42" + good[dqt + 4 :],
        "odd code table": good[: dht + 4] + b"\x02" + good[dht + 5 :],
        "empty code table": good[: dht + 5] + b"\x00" * 16 + good[dht + 21 :],
        "restart": good[:sof] + b"\xff\xdd\x00\x05\x00\x01\x00" + good[sof:],
        "part of the spectrum": good[: scan - 2] + b"\x01" + good[scan - 1 :],
        "fewer components": good[: sos + 4] + b"\x01" + good[sos + 5 :],
        "longer scan header": good[: sos + 2]
        + b"\x00\x0e"
        + good[sos + 4 : scan - 3]
        + b"\x04\x11"
        + good[scan - 3 :],
        "marker in the scan": good[:scan] + b"\xff\xc4" + good[scan:],
        "two scans": good[:-2] + good[sos:],
        "many segments": good[:dqt] + good[dqt : dqt + 69] * 30 + good[dqt:],
        "segment of one": good[:dqt] + b"\xff\xdb\x00\x01" + good[dqt:],
        "long segment": good[:dqt] + b"\xff\xdb\xff\xff" + good[dqt:],
        "no marker": good[:dqt] + b"\x00" + good[dqt + 1 :],
        "long size": good[: sof + 3]
        + b"\x12"
        + good[sof + 4 : sof + 19]
        + b"\x00"
        + good[sof + 19 :],
        "one component said": good[: sof + 9] + b"\x01" + good[sof + 10 :],
        "no table": good[:dqt] + b"\xff\xdb\x00\x02" + good[dqt:],
        "no code table": good[:dht] + b"\xff\xc4\x00\x02" + good[dht:],
        "short code table": good[:dht] + b"\xff\xc4\x00\x05" + bytes(3) + good[dht:],
        "cut code table": good[:dht]
        + b"\xff\xc4\x00\x14"
        + bytes(1)
        + b"\x02" * 17
        + good[dht:],
        "heavy": good[:-2] + b"\x00" * 20_000 + b"\xff\xd9",
    }
