# SPDX-License-Identifier: GPL-3.0-or-later
"""The help of each command, in English."""

from collections.abc import Mapping
from typing import Final

WORDS: Final[Mapping[str, str]] = {
    # What each command does
    "help.": "Everything the office of a school does with Inzage.",
    "help.school": "Begin a school, and renew its keys.",
    "help.school init": (
        "Make a school: keys, a first letter of trust and an empty register.\n"
        "\n"
        "The DPO makes a key first: dpo init. The root key goes to a stick, and "
        "the stick into a cupboard."
    ),
    "help.school renew": (
        "Renew the letter of trust with the root key from the stick.\n"
        "\n"
        "With --dpo the school gets another DPO. If the DPO before signs too "
        "(--old-dpo), that counts at once; otherwise after 14 days, and pupils "
        "are shown it meanwhile.\n\nIs a key gone, or did somebody else have it? "
        "--new-office, --new-fresh or --new-root makes another; publish at once "
        "afterwards."
    ),
    "help.dpo": "For the DPO, on a machine of their own.",
    "help.dpo init": "Make the DPO's key in DIR. Only dpo.pub goes to the school.",
    "help.dpo read": (
        "Ask to read the list of one laptop, for instance after a complaint.\n"
        "\n"
        "On the laptop: inzage-agentd officer FILE LIST.zip. The pupil sees in "
        "their own list that you read it."
    ),
    "help.dpo note": (
        "Add a note to the list of one laptop. Nothing in a list is ever "
        "changed; a note comes beside it.\n"
        "\n"
        "On the laptop: inzage-agentd officer FILE."
    ),
    "help.dpo erase": (
        "Ask to delete words of the list of one laptop: those of one line, or all.\n"
        "\n"
        "The pupil reads your reason in their own list. After 14 days the words go, at "
        "the teacher's too. If the pupil has the list kept, the request is over.\n"
        "\n"
        "On the laptop: inzage-agentd officer FILE."
    ),
    "help.charter": "What the school agreed.",
    "help.charter new": "Lay an empty form ready: DIR/charter.toml.",
    "help.charter propose": (
        "Check the form and sign it as the office.\n"
        "\n"
        "Everything that is not right is said at once."
    ),
    "help.charter sign": "For the DPO: sign the proposed agreements. Read them first.",
    "help.class": "Classes, pupils and timetables.",
    "help.class import": (
        "Read classes in: a set of OneRoster (1.1, 1.2) or School Data Sync (2.1), or "
        "another export with --mapping; a folder, a zip or single files.\n\nOne "
        "faulty row and nothing is read; every fault is told with file, line and "
        "column. Where classes that are there already change, it says how first."
    ),
    "help.teacher": "Teachers and their computers.",
    "help.teacher add": (
        "Let somebody teach a class, for instance a substitute for a day."
    ),
    "help.teacher bundle": "Answer the request of a console (inzage-console request).",
    "help.teacher renew": "The same as bundle: a certificate lives 120 days.",
    "help.enrol": "Enrol laptops.",
    "help.enrol token": (
        "Make a token: one file for a whole image, good for a day at most."
    ),
    "help.enrol serve": "Answer laptops that hold a token, until Ctrl-C.",
    "help.enrol sign": "Answer a request that came on a stick.",
    "help.enrol list": "List the laptops that have no pupil yet.",
    "help.enrol assign": "Give a laptop to a pupil, or a whole list with --csv.",
    "help.optout": (
        "Enter an objection of a pupil or parent. It needs no reason, and it "
        "always wins."
    ),
    "help.exempt": "Free a pupil from the attention curtain.",
    "help.guardian": "What parents and guardians decided on paper.",
    "help.guardian add": (
        "Enter a guardian's form: yes or no, for a class and for each purpose "
        "apart.\n"
        "\n"
        "Below the age in the charter that yes is needed, beside the pupil's own. "
        "A no always counts. The form stays at school; what comes here is who "
        "checked it, how and when. What a pupil chooses never comes here."
    ),
    "help.guardian import": (
        "Read a list of forms: pupil, class, purposes, answer, checked_by, how, "
        "date.\n"
        "\n"
        "One wrong row and nothing is entered. There may be more in purposes: "
        "overview;view."
    ),
    "help.guardian list": (
        "Show for each pupil what is entered, and whose form is still missing."
    ),
    "help.guardian withdraw": "Take back what a guardian decided, a yes or a no.",
    "help.widening": (
        "What allows more, with two signatures: office and DPO. Guardians' yes, and "
        "what was taken back: an objection, a no, an exemption, an age."
    ),
    "help.widening propose": (
        "Sign as the office every widening that is not signed yet, and lay it ready "
        "for the DPO."
    ),
    "help.widening sign": (
        "For the DPO: read what the office proposes and sign it.\n"
        "\n"
        "Lay the list beside the forms on paper. Leave out what is not right, "
        "with --only."
    ),
    "help.widening list": "Show how far each widening has come.",
    "help.revoke": "Make the certificate of a laptop or teacher count no more.",
    "help.publish": (
        "Write all papers of the school in DIR/published.\n"
        "\n"
        "With --fresh they are only renewed; that can be done each night, without "
        "a passphrase."
    ),
    "help.status": (
        "Say how the school stands: what is lacking, what expires when, and what "
        "to do now."
    ),
    # What a command takes
    "opt.language": (
        "Language of all that is said; otherwise INZAGE_LANGUAGE or the system's own."
    ),
    "opt._click_default_help": "Show this page.",
    "opt.version": "Which version this is.",
    "opt.home": "The folder of the office.",
    "opt.dpo init.home": "A folder of the DPO's alone.",
    "opt.dpo read.home": "The DPO's folder, with dpo.key.",
    "opt.dpo note.home": "The DPO's folder, with dpo.key.",
    "opt.dpo erase.home": "The DPO's folder, with dpo.key.",
    "opt.dpo read.device": "Number of the laptop, as inzage-agentd status shows it.",
    "opt.dpo note.device": "Number of the laptop, as inzage-agentd status shows it.",
    "opt.dpo erase.device": "Number of the laptop, as inzage-agentd status shows it.",
    "opt.note_text": "The note, up to 280 characters.",
    "opt.reason_text": "The reason that the pupil reads, up to 140 characters.",
    "opt.trust_file": "The school's trust.json.",
    "opt.order_file": "Where the order goes.",
    "opt.about": "Number of the line that the note belongs to.",
    "opt.dpo erase.about": "Number of the line; 0 is the whole list of now.",
    "opt.passphrase_file": (
        "File with the passphrase on its first line; otherwise it is asked. A new"
        " one has at least 12 characters, or 4 words."
    ),
    "opt.name": "The name as pupils know it.",
    "opt.teacher add.name": "Name of the teacher.",
    "opt.dpo_file": "The DPO's dpo.pub.",
    "opt.root_folder": "Where root.key goes or lies: a stick.",
    "opt.same_disk": (
        "The root key may come on the disk of the office; you take it away yourself."
    ),
    "opt.old_dpo": "Folder with dpo.key of the DPO before, who signs too.",
    "opt.kind": "school, or demo: without passphrases, and on this machine only.",
    "opt.timezone": "Time zone of the school.",
    "opt.register_url": (
        "Address of a PostgreSQL for a group of schools; otherwise a file in DIR."
    ),
    "opt.demo": "Without a passphrase, for a school of kind demo.",
    "opt.draft": "Another form than DIR/charter.toml.",
    "opt.folder": "The folder the office gave: DIR/proposed.",
    "opt.signer": "Who signs: dpo.",
    "opt.key_folder": "The folder of the DPO, with dpo.key.",
    "opt.dry_run": "Only show what would change.",
    "opt.class_name": "A class; otherwise all classes of the pupil.",
    "opt.teacher add.class_name": "The class.",
    "opt.guardian add.class_name": (
        "The class on the form; not needed for who sits in one class."
    ),
    "opt.guardian list.class_name": "This class only.",
    "opt.since": "First day; otherwise today.",
    "opt.until": "Last day; otherwise 31 August.",
    "opt.who": "Name or number of the teacher.",
    "opt.revoke.who": "Name or number of the laptop or teacher.",
    "opt.request_file": "The request that the console wrote.",
    "opt.out": "Where the answer goes.",
    "opt.enrol token.out": "Where the file goes; otherwise in DIR/tokens.",
    "opt.uses": "How many laptops, 1 to 500.",
    "opt.address": "Where enrol serve listens, with its port: 10.0.0.5:47312.",
    "opt.enrol serve.address": "The own address on which this machine listens.",
    "opt.networks": (
        "A network of the school, such as 10.0.0.0/16; more than once if need be."
    ),
    "opt.hours": "How many hours the token lives, 1 to 24.",
    "opt.port": "The port.",
    "opt.wanted": "Stop after so many laptops.",
    "opt.ask_file": "The laptop's request (inzage-agentd enrol --ask).",
    "opt.device": "Label or number of the laptop (enrol list).",
    "opt.pupil": "Name or number of the pupil.",
    "opt.csv_file": "Two columns: laptop and pupil. A heading is fine.",
    "opt.purposes": (
        "What for: overview (small picture), view (screen large) or show (show to "
        "the class); more than once if need be, otherwise all three."
    ),
    "opt.guardian add.purposes": (
        "What for: overview (small picture), view (screen large) or show (show to "
        "the class). For a yes each purpose apart; a no without one is for all "
        "three."
    ),
    "opt.undo": "Take it back.",
    "opt.answer": "What the guardian said.",
    "opt.checked_by": "Who checked the form: a role at school, no name.",
    "opt.how": (
        "How it was checked that it comes from the guardian: handed over in "
        "person, a known signature, called back on the number the school had, or "
        "by the guardian's own school account."
    ),
    "opt.date": "The date on the form.",
    "opt.file": "The list, a CSV with a heading.",
    "opt.missing": "Only whose form is still missing.",
    "opt.only": "Sign only this number of the list; more than once if need be.",
    "opt.look": "Only show, sign nothing.",
    "opt.why": "For instance: laptop stolen.",
    "opt.fresh": "Only renew; can run at night, without a passphrase.",
    # What it is called in the first line of a help page
    "meta.value": "…",
    "meta.home": "DIR",
    "meta.draft": "FORM",
    "meta.folder": "FOLDER",
    "meta.file": "FILE",
    "meta.name": "NAME",
    "meta.who": "WHO",
    "meta.ask_file": "REQUEST",
    "meta.device": "LAPTOP",
    "meta.note_text": "TEXT",
    "meta.reason_text": "TEXT",
    "meta.pupil": "PUPIL",
    # The help page itself
    "usage": "Usage:",
    "usage.options": "[OPTIONS]",
    "usage.command": "COMMAND ...",
    "usage.arguments": "What it needs",
    "usage.opts": "Options",
    "usage.commands": "Commands",
    "usage.examples": "Like this",
    "usage.default": "[otherwise {value}]",
    "usage.required": "[needed]",
}
