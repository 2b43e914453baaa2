# SPDX-License-Identifier: GPL-3.0-or-later
"""The kinds of field a message may have, each with its limit.

Source: docs/spec/wire.md, "Kinds of field".
"""

import unicodedata
from typing import Annotated, Final

from msgspec import Meta

from protocol import constants as c

U8 = Annotated[int, Meta(ge=0, le=c.U8_MAX)]
U16 = Annotated[int, Meta(ge=0, le=c.U16_MAX)]
U32 = Annotated[int, Meta(ge=0, le=c.U32_MAX)]
U53 = Annotated[int, Meta(ge=0, le=c.U53_MAX)]
Id = Annotated[bytes, Meta(min_length=c.ID_BYTES, max_length=c.ID_BYTES)]
Hash = Annotated[bytes, Meta(min_length=c.HASH_BYTES, max_length=c.HASH_BYTES)]
Salt = Annotated[bytes, Meta(min_length=c.SALT_BYTES, max_length=c.SALT_BYTES)]
Nonce = Annotated[bytes, Meta(min_length=c.NONCE_BYTES, max_length=c.NONCE_BYTES)]
Key = Annotated[bytes, Meta(min_length=c.KEY_BYTES, max_length=c.KEY_BYTES)]
Sig = Annotated[bytes, Meta(min_length=c.SIG_BYTES, max_length=c.SIG_BYTES)]
Checkpoint = Annotated[bytes, Meta(max_length=c.CHECKPOINT_BYTES)]
Inclusion = Annotated[tuple[Hash, ...], Meta(max_length=c.INCLUSION_HASHES)]
Consistency = Annotated[tuple[Hash, ...], Meta(max_length=c.CONSISTENCY_HASHES)]
PartData = Annotated[bytes, Meta(max_length=c.PART_FRAME_BYTES)]

_BIDI_CONTROLS: Final = frozenset(
    "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)


def check_text(text: str, most: int, *, empty: bool = False) -> None:
    """Refuse text that is not NFC, too long, or hides its own order.

    Args:
        text: what a peer sent.
        most: code points allowed.
        empty: whether "" is allowed too.

    Raises:
        ValueError: says which rule; msgspec turns it into its own error on decode.
    """
    if not text and not empty:
        msg = "an empty text"
        raise ValueError(msg)
    if len(text) > most:
        msg = f"a text of more than {most} characters"
        raise ValueError(msg)
    for character in text:
        if unicodedata.category(character) in {"Cc", "Cs"}:
            msg = f"a control character U+{ord(character):04X}"
            raise ValueError(msg)
        if character in _BIDI_CONTROLS:
            msg = f"a text-direction character U+{ord(character):04X}"
            raise ValueError(msg)
    if not unicodedata.is_normalized("NFC", text):
        msg = "a text that is not in normal form C"
        raise ValueError(msg)
