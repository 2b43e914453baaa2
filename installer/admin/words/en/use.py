# SPDX-License-Identifier: GPL-3.0-or-later
"""Use, faults of the system and passphrases, in English."""

from collections.abc import Mapping
from typing import Final

WORDS: Final[Mapping[str, str]] = {
    # What is said
    "next": "Next step: {what}",
    "next.help": "read the help page.",
    "next.found": (
        "the DPO makes a key on a machine of their own, and then you make the "
        "school here."
    ),
    "next.dpo_pub": (
        "ask the DPO for that file, who makes it on a machine of their own."
    ),
    "next.school": (
        "give that file to the office; there the school is made (DIR is an empty "
        "folder, STICK a stick)."
    ),
    "next.form": "lay the form of the agreements ready.",
    "next.propose": "fill in the form, have it checked and sign it as the office.",
    "next.mend": "mend that in the form and have it checked again.",
    "next.sign": (
        "give the folder with the proposal to the DPO, who reads and signs on a "
        "machine of their own (DPO is the DPO's folder)."
    ),
    "next.give_back": (
        "give the folder back to the office, and see there what comes now."
    ),
    "next.bring": (
        "take that file to laptop {laptop}, and type there: sudo inzage-agentd "
        "officer {file}{pack}"
    ),
    "next.classes": "read the classes, pupils and teachers in.",
    "next.mapping": (
        "is it an export of a system of your own, or not in UTF-8? Say then which"
        " column is what and which encoding it has, and read in with that."
    ),
    "next.widening_propose": (
        "sign as the office what allows more: guardians' yes, and what was taken back. "
        "Until the DPO signed too, nothing changes."
    ),
    "next.widening_sign": (
        "give the folder with the widenings to the DPO, who lays the list beside "
        "the forms and signs (DPO is the DPO's folder)."
    ),
    "next.publish": "publish, so that laptops and teachers get it.",
    "next.assign": "give each laptop a pupil.",
    "next.enrol": "enrol laptops: make a token and let this machine answer.",
    "next.serve": "let this machine answer the laptops.",
    "next.teacher": (
        "give a teacher a certificate, on the request that their console wrote "
        "(inzage-console request)."
    ),
    "next.fresh": (
        "all is there. Renew the papers each night, within the week at the "
        "latest; it needs no passphrase."
    ),
    "stopped": "Stopped.",
    # Wrong use
    "wrong.missing": "Something is missing: {what}.",
    "wrong.no_option": "There is no option {name}.{meant}",
    "wrong.no_command": "There is no command {name}.{meant}",
    "wrong.meant": " Did you mean {name}?",
    "wrong.choice": "{what}: choose from {choices}.",
    "wrong.number": "{what}: a number from {low} to {high}.",
    "wrong.least": "{what}: a number, {low} or more.",
    "wrong.whole": "{what}: a number.",
    "wrong.day": "{what}: a date such as 2026-09-01.",
    "wrong.value": "{what}: this cannot stand here.",
    "wrong.takes": "{name}: a value is missing, or there is one too many.",
    "wrong.extra": "This is too much: {words}.",
    "wrong.no_subcommand": "Say which command too.",
    # What the system does not allow
    "sys.missing": "{file} is not there.",
    "sys.denied": "{file}: this user may not touch it.",
    "sys.full": "{file}: the disk is full.",
    "sys.there": "{file} is there already. Choose another name, or take the file away.",
    "sys.folder": "{file} is a folder, no file.",
    "sys.no_folder": "{file} is no folder.",
    "sys.port": (
        "This port is in use. Does enrol serve run already? Otherwise choose "
        "another with --port."
    ),
    "sys.other": "{file}: that failed (system error {number}).",
    "file.not_utf8": "{file}, line {line}: this file is not UTF-8. Save it as UTF-8.",
    "key.there": "{file} is there already. A key is never written over.",
    "key.locked": "{file} asks for a passphrase.",
    "key.wrong": "{file}: the passphrase is wrong, or this is no key.",
    "key.kind": "{file} is another kind of key.",
    "key.unreadable": (
        "The key {file} cannot be read. Is it there, and may this user touch it?"
    ),
    "register.busy": (
        "Somebody else is writing in the register {where}. Nothing was changed; "
        "try again in a minute."
    ),
    "register.read_only": (
        "This user may not write in the register {where}. See whose file it is."
    ),
    "register.full": "The disk is full: nothing was written in the register {where}.",
    "register.damaged": (
        "The register {where} is damaged, or is none. Put a backup back."
    ),
    "register.away": (
        "The register {where} cannot be reached ({said}). See whether it is "
        "there, whether the server runs and whether office.json is right."
    ),
    "register.driver": (
        "A register in PostgreSQL needs psycopg, which is not here. Install it: "
        'pip install "inzage[postgres]".'
    ),
    "register.address": (
        "The register's address is none, such as sqlite:////folder/register.db or "
        "postgresql+psycopg://server/name."
    ),
    "register.option": (
        "The address of the register {where} has a part that cannot be: an option, "
        "a host or a port. Nothing was changed; set the address right (register in "
        "office.json)."
    ),
    "register.newer": (
        "This register is of a newer Inzage (step {held}, this one knows {head}). "
        "Update Inzage here. Nothing was changed."
    ),
    "register.broken": (
        "The register refers to what is not there ({table}). Nothing was changed; "
        "put a backup back."
    ),
    "register.other": (
        "Something is wrong with the register. Nothing was changed; put a backup back."
    ),
    "paper.broken": (
        "A paper of the school is damaged. Put the office's folder back from a backup."
    ),
    # Passphrases
    "ask.office": "Passphrase of the office",
    "ask.new_office": "New passphrase for the office",
    "ask.root": "Passphrase of the stick (root)",
    "ask.new_root": "New passphrase for the stick (root)",
    "ask.dpo": "Passphrase of the DPO",
    "ask.new_dpo": "New passphrase for the DPO",
    "ask.again": "Once more",
    "ask.differ": "That was not the same twice.",
    "ask.empty": "An empty passphrase protects nothing.",
    "ask.short": (
        "That passphrase is too short: take at least 12 characters, or 4 words."
    ),
    # What stands before a fact
    "label.school": "school",
    "label.number": "number",
    "label.classes": "classes",
    "label.pupils": "pupils",
    "label.laptops": "laptops",
    "label.enrolled": "enrolled",
    "label.folder": "folder",
    "label.file": "file",
    "label.until": "until",
}
