# SPDX-License-Identifier: GPL-3.0-or-later
"""What the pupil signs."""

import hashlib

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from agent.session.choice import ORDER_CONTEXT, choice, notice_sha256, order
from consent.method import CHOICE_CONTEXT
from protocol.messages.local import Choice, ChoiceAnswer, Looks, OrderKind

KEY = Ed25519PrivateKey.from_private_bytes(bytes(32))
TEXT = "Mag je leraar een klein beeld zien?"


def draft() -> Choice:
    return Choice(
        7,
        Looks.OVERVIEW,
        ChoiceAnswer.YES,
        by_switch=False,
        script=False,
        notice_sha256=notice_sha256(TEXT),
        lang="nl",
        digest=b"",
        pupil_sig=bytes(64),
    )


def test_the_signed_text_says_what_was_chosen() -> None:
    made = choice(draft(), KEY.sign, chosen_s=1_800_000_000)
    assert made.digest == (
        b'{"answer":"yes","by_switch":false,"lang":"nl","n":7,"notice":"'
        + hashlib.sha256(TEXT.encode()).hexdigest().encode()
        + b'","purpose":"overview","script":false,"t":1800000000,"v":1}'
    )
    KEY.public_key().verify(made.pupil_sig, CHOICE_CONTEXT + made.digest)


def test_everything_else_stays_as_drafted() -> None:
    made = choice(draft(), KEY.sign, chosen_s=1)
    assert (made.n, made.purpose, made.answer) == (7, Looks.OVERVIEW, ChoiceAnswer.YES)
    assert made.notice_sha256 == notice_sha256(TEXT)


def test_an_order_is_signed_too() -> None:
    made = order(OrderKind.HOLD, 12, KEY.sign)
    assert (made.kind, made.target) == (OrderKind.HOLD, 12)
    text = b'{"kind":"hold","target":12,"v":1}'
    KEY.public_key().verify(made.pupil_sig, ORDER_CONTEXT + text)
