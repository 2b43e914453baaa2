# SPDX-License-Identifier: GPL-3.0-or-later
"""Papers for people, in English."""

from collections.abc import Mapping
from typing import Final

WORDS: Final[Mapping[str, str]] = {
    "help.notice": (
        "Write the sheet for pupils, for ages 6-9 and from 10.\n"
        "\n"
        "It has exactly the words that pupils read on their screen, with the mark "
        "of each text."
    ),
    "help.dpia": (
        "Write a draft of the impact assessment (DPIA).\n"
        "\n"
        "The school and the DPO complete it and decide. Before the DPO signs: "
        "--proposed."
    ),
    "help.ropa": (
        "Write a draft for the record of processing.\n"
        "\n"
        "To read, and as ropa.json for a program."
    ),
    "help.rules-annex": (
        "Write an annex for the school rules.\n"
        "\n"
        "It informs. It is not consent, and that is the first thing it says."
    ),
    "help.parent-letter": (
        "Write letters to parents, with a reply sheet.\n"
        "\n"
        "One file a class. With --per class one letter without names."
    ),
    "help.council-report": (
        "Write the report for the school council: totals, no names.\n"
        "\n"
        "Numbers that would give somebody away stay out. With --volume it counts "
        "the logs that teachers handed in (ledger.db, of a closed console)."
    ),
    "opt.paper_folder": "Folder for the papers; otherwise DIR/papers-out.",
    "opt.only_lang": "Write this language only; otherwise Dutch and English.",
    "opt.proposed": "Use the proposal that waits for the DPO; it says DRAFT.",
    "opt.parent-letter.class_name": "One class; otherwise all classes.",
    "opt.per": "One letter a pupil, or one without names a class.",
    "opt.volumes": "Log of a console; may be given more than once.",
    "opt.counts_file": (
        "CSV of counted figures: class,week,lessons,looks,calls; a week is a Monday."
    ),
    "papers.no_proposal": "There is no proposed agreement.",
    "papers.unsigned": (
        "The agreement is not signed by office and DPO. Nothing was written. For a "
        "draft: --proposed."
    ),
    "papers.over": (
        "Nothing was written, for the agreement no longer counts.\n"
        "{reasons}\n"
        "Make a new agreement: charter propose."
    ),
    "papers.over_expired": "It ended on {day}.",
    "papers.over_review": "It had to be reviewed by {day}.",
    "papers.over_council": "What the council said counted until {day}.",
    "papers.over_words": "It goes with other texts for pupils than this program has.",
    "papers.no_log": (
        "{file} is no log of a console, or one that is in use. Nothing was "
        "written. Close the console and copy ledger.db again."
    ),
    "papers.no_home": "There is no class with pupils this school year: {name}.",
    "papers.count": "a week is a Monday (2026-11-23), a number is 0 or more.",
    "papers.counts": (
        "{faults}\n1 fault. Nothing was written.|{faults}\n{count} faults. Nothing "
        "was written."
    ),
    "papers.lacking": (
        "This machine lacks what writes papers. Type:\n"
        "  pip install 'inzage[papers]'\n"
        "  sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
    ),
}
