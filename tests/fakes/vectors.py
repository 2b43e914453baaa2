# SPDX-License-Identifier: GPL-3.0-or-later
"""Golden bytes as text files: a header that says what must happen, then hex.

`python -m tests.fakes.vectors` writes the good ones anew from tests/fakes/examples.py;
do that only when the specification changes.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from msgspec import Struct

from protocol.codec import encode
from tests.fakes import examples

FOLDER: Final = Path(__file__).parents[1] / "vectors"
FAMILIES: Final[dict[str, Sequence[Struct]]] = {
    "wire": examples.WIRE,
    "local": examples.LOCAL,
    "enrol": examples.ENROL,
}
_LINE_BYTES: Final = 32


@dataclass(frozen=True, slots=True)
class Vector:
    """Bytes of one message and what a reader must make of them."""

    message: str
    outcome: str  # "good", or why it is malformed
    data: bytes

    def text(self) -> str:
        """Write it as a file: zeros at the end are counted, not written."""
        body = self.data.rstrip(b"\0") if self.data.endswith(b"\0" * 64) else self.data
        zeros = len(self.data) - len(body)
        lines = [
            f"message: {self.message}",
            f"outcome: {self.outcome}",
            "",
            *_hex(body),
        ]
        lines += [f"zeros: {zeros}"] if zeros else []
        return "\n".join(lines) + "\n"


def read(path: Path) -> Vector:
    """Read a vector file."""
    head, body = path.read_text("utf-8").split("\n\n", 1)
    fields = dict(line.split(": ", 1) for line in head.splitlines())
    hexes, _, zeros = body.partition("zeros: ")
    data = bytes.fromhex("".join(hexes.split())) + bytes(int(zeros or 0))
    return Vector(fields["message"], fields["outcome"], data)


def good(message: Struct) -> Vector:
    """Make the vector of one right message."""
    return Vector(type(message).__name__, "good", encode(message))


def path_of(family: str, message: Struct) -> Path:
    """Say where the vector of a right message lies."""
    return FOLDER / family / f"{type(message).__name__}.txt"


def bad(family: str) -> list[Path]:
    """List the vectors that a reader must refuse."""
    return sorted((FOLDER / family).glob("bad-*.txt"))


def _hex(data: bytes) -> list[str]:
    starts = range(0, len(data), _LINE_BYTES)
    return [data[start : start + _LINE_BYTES].hex() for start in starts]


def main() -> None:
    """Write every good vector."""
    for family, messages in FAMILIES.items():
        (FOLDER / family).mkdir(parents=True, exist_ok=True)
        for message in messages:
            path_of(family, message).write_text(good(message).text(), "utf-8")


if __name__ == "__main__":
    main()
