# SPDX-License-Identifier: GPL-3.0-or-later
"""What a school changes: agreements, keys, year; in English."""

from collections.abc import Mapping
from typing import Final

WORDS: Final[Mapping[str, str]] = {
    # Verschillen van afspraken
    "diff.first": (
        "No agreements were in force yet, or the DPO did not sign those before: "
        "read all."
    ),
    "diff.same": "Nothing differs.",
    "diff.no_charter": "{file} holds no agreements (charter.json).",
    "help.charter diff": (
        "Say what changes between two agreements, what allows more first.\n"
        "\n"
        "With DIR alone: what is in force beside what lies ready, the proposal or"
        " the form. Otherwise two files charter.json, or folders with one."
    ),
    "opt.charter diff.old": "The office's folder, or the old agreements.",
    "opt.charter diff.new": "The new agreements.",
    "meta.old": "OLD",
    "meta.new": "NEW",
    # Nieuwe sleutels
    "school.rekeyed": (
        "The new keys count. Publish at once: until then no lesson works."
    ),
    "school.new_root": (
        "The new root key lies in {file}. Put that stick in a cupboard and "
        "destroy the old one. The number above goes on the letter to parents; "
        "make new tokens for laptops still to be enrolled."
    ),
    "renew.dpo_waits": (
        "Another DPO still waits. New keys besides need the signature of the DPO "
        "before (--old-dpo), or that DPO again (--dpo)."
    ),
    "opt.new_office": (
        "A new key for the office: the old one is gone, or somebody else had it."
    ),
    "opt.new_fresh": "A new key for renewing papers (fresh).",
    "opt.new_root": "A second stick, for a new root key; the old one signs too.",
}
