# SPDX-License-Identifier: GPL-3.0-or-later
"""Four plain Dutch words that name a new laptop, so that a person can point at it."""

from typing import Final

WORDS: Final = (
    "appel", "berg", "bloem", "boom", "boot", "brug", "dak", "deur",
    "doos", "eend", "fiets", "fluit", "geit", "glas", "gras", "haas",
    "hart", "hond", "huis", "jas", "kaart", "kaas", "kat", "kers",
    "kist", "klok", "koe", "koek", "kraan", "kroon", "lamp", "leeuw",
    "lepel", "maan", "mand", "meer", "melk", "mier", "muis", "muts",
    "nest", "noot", "olie", "paard", "pan", "peer", "pen", "plant",
    "raam", "regen", "ring", "roos", "schaap", "ster", "stoel", "tafel",
    "trap", "uil", "veer", "vis", "vos", "wolk", "zee", "zon",
)  # fmt: skip


def four_words(random: bytes) -> tuple[str, ...]:
    """Choose four words by four random bytes."""
    return tuple(WORDS[byte % len(WORDS)] for byte in random[:4])
