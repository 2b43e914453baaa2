# SPDX-License-Identifier: GPL-3.0-or-later
"""Write down and sign what the pupil chose, with the pupil's own key.

Source: docs/spec/indicator.md, "A choice"; docs/rights.md R-51.
"""

import hashlib
from collections.abc import Callable
from typing import Final

from consent.documents.canonical import encode
from consent.method import CHOICE_CONTEXT
from protocol.messages.local import Choice, ChoiceAnswer, Looks, Order, OrderKind

ORDER_CONTEXT: Final = b"inzage/order/v1\0"
PURPOSES: Final = {
    Looks.OVERVIEW: "overview",
    Looks.VIEW: "view",
    Looks.SHOW: "show",
}
ANSWERS: Final = {
    ChoiceAnswer.NO: "no",
    ChoiceAnswer.YES: "yes",
    ChoiceAnswer.LATER: "later",
}
Sign = Callable[[bytes], bytes]


def notice_sha256(text: str) -> bytes:
    """Give the hash of the exact text that the pupil saw."""
    return hashlib.sha256(text.encode()).digest()


def choice(draft: Choice, sign: Sign, *, chosen_s: int) -> Choice:
    """Give the choice with its signed text.

    Args:
        draft: all but digest and signature; n is the number it will get.
        sign: by the pupil's key, over context and text.
        chosen_s: when, seconds since 1970, by this laptop's clock.
    """
    text = encode(
        {
            "v": 1,
            "n": draft.n,
            "t": chosen_s,
            "purpose": PURPOSES[draft.purpose],
            "answer": ANSWERS[draft.answer],
            "by_switch": draft.by_switch,
            "script": draft.script,
            "notice": draft.notice_sha256.hex(),
            "lang": draft.lang,
        }
    )
    return Choice(
        draft.n,
        draft.purpose,
        draft.answer,
        draft.by_switch,
        draft.script,
        draft.notice_sha256,
        draft.lang,
        text,
        sign(CHOICE_CONTEXT + text),
    )


def order(kind: OrderKind, target: int, sign: Sign) -> Order:
    """Give a signed order about the pupil's own list."""
    text = encode({"v": 1, "kind": kind.name.lower(), "target": target})
    return Order(kind, target, sign(ORDER_CONTEXT + text))
