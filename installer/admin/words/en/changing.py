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
    # Een nieuw schooljaar
    "year.name": "School year {year}.",
    "year.early": "A new school year begins here from {day}. Nothing has changed.",
    "year.begun": (
        "School year {year} has classes already, and this list says something "
        "else. Nothing has changed. Use class import: it first shows what "
        "changes."
    ),
    "year.classes": (
        "give the classes of the new year: the set from the school's own system, "
        "as a folder or zip."
    ),
    "year.withdrawn": (
        "The papers of {count} class of last year were taken away.|"
        "The papers of {count} classes of last year were taken away."
    ),
    "year.ends": (
        "The certificate of {who} ends on {day}: have the console make a request."
    ),
    "year.no_certificate": "{who} has no certificate yet.",
    "year.form": (
        "Last year's agreements lie ready in {file}. What must be decided anew is"
        " open: the council, the holidays and when you look at this again."
    ),
    "year.form_head": (
        "The agreements for {year}, taken over from last year.\n"
        'Fill in each "..." and look at all of it; only then does anybody sign.'
    ),
    "year.form_review": "Last year: {day}. When does the school look at this again?",
    "year.form_holiday": (
        "Last year: {first} to {last}. Remove the block if it is no more."
    ),
    "year.form_council": (
        "Last year: {ref}, {day}. The council speaks anew for this year.\n"
        "uitkomst: overleg_held, advice_pos, advice_neg or waived."
    ),
    "help.year": "A school year.",
    "help.year new": (
        "Begin a new school year, from July.\n"
        "\n"
        "Reads the classes in, takes each no along, lets guardians' yes end, lays"
        " the form of the agreements ready, takes old papers away and says what "
        "is still to do. All or nothing; a second time changes nothing."
    ),
    "opt.sources": (
        "A folder, a zip or a CSV of the new year; may be given more than once."
    ),
    # Wie iemand vervangt
    "teacher.no_lessons": "{who} has no lesson in {klass}; nothing has changed.",
    "opt.instead_of": (
        "Who is replaced: that teacher's lessons in this class, on these days."
    ),
}
