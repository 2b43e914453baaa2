# SPDX-License-Identifier: GPL-3.0-or-later
"""The school and its agreements, in English."""

from collections.abc import Mapping
from typing import Final

WORDS: Final[Mapping[str, str]] = {
    # The office and the school
    "office.none": "There is no office in {home}.",
    "office.settings": "{file} is not in order. Put it back from a backup.",
    "office.no_register": (
        "The register {file} is not there. Put it back from a backup."
    ),
    "office.no_trust": (
        "There is no letter of trust (trust.json) in {folder}. Put the folder "
        "back from a backup."
    ),
    "office.bad_trust": (
        "The letter of trust in {folder} (trust.json) is damaged. Put the folder "
        "back from a backup."
    ),
    "office.no_paper": "This paper was not published yet: {name}.",
    "school.there": "There is a school in {home} already. Nothing was changed.",
    "school.no_passphrase": "The keys of a school need a passphrase.",
    "school.root_here": (
        "{folder} lies in the folder of the office. The root key must not stay "
        "there: give a stick with --root."
    ),
    "school.no_stick": (
        "{folder} is not there, or is no folder. Is the stick in? Make the folder"
        " first, on the stick."
    ),
    "school.same_disk": (
        "{folder} is on the same disk as the office. The root key belongs on a "
        "stick: see whether it is in. If you have none, give --same-disk and take"
        " root.key away yourself afterwards."
    ),
    "school.zone": "{given} is no time zone, such as Europe/Brussels.",
    "school.name": "The name of a school has 1 to {most} characters.",
    "school.made": (
        "Put {file} on a stick, in a cupboard. The number goes on the letter to "
        "parents."
    ),
    "school.renewed": "A new letter of trust, until {until}.",
    "school.dpo_waits": (
        "The new DPO counts from {day}; until then pupils are shown that another "
        "one comes."
    ),
    "renew.root": (
        "This is not the root key of this school. Take the stick that school init made."
    ),
    "renew.old_dpo": "This is not the key of the DPO who counts now.",
    "dpo.made": (
        "{file} is made. Only that file goes to the school; the rest stays here."
    ),
    "dpo.office_here": (
        "A key of the office lies in {folder}. The DPO makes a key on a machine "
        "of their own: two signatures are two places."
    ),
    "dpo.no_public": "{file} is no dpo.pub as dpo init makes it.",
    "dpo.no_key": "There is no DPO's key (dpo.key) in {folder}.",
    "dpo.no_laptop": "{laptop} is no number of a laptop: 32 characters, 0-9 and a-f.",
    "dpo.no_trust": "{file} is no school's letter of trust (trust.json).",
    "dpo.no_text": "A note has 1 to {most} characters.",
    "dpo.no_reason": "A reason has 1 to {most} characters.",
    "dpo.read_order": (
        "{file} is signed and holds for a week, for that one laptop. The pupil "
        "sees that you read the list."
    ),
    "dpo.note_order": (
        "{file} is signed and holds for a week, for that one laptop. The pupil "
        "sees the note."
    ),
    "dpo.erase_order": (
        "{file} is signed and holds for a week, for that one laptop. The pupil reads "
        "your reason. After 14 days the words go, unless the pupil has the list kept."
    ),
    # The agreements
    "charter.form": "The form is ready: {file}. Fill it in with any text editor.",
    "charter.form_there": "{file} is there already. Nothing was changed.",
    "charter.no_form": "The form {file} is not there.",
    "charter.proposed": (
        "The agreements, number {number}, are right and signed as the office. "
        "They lie in {folder}."
    ),
    "charter.none": "There are no proposed agreements in {folder}.",
    "charter.damaged": (
        "The agreements in {folder} are damaged. Ask the office for them again."
    ),
    "charter.signed": "The agreements, number {number}, are signed.",
    "form.faults": (
        "{faults}\n"
        "{count} thing in {file} is not right yet. Nothing was signed.|{faults}\n"
        "{count} things in {file} are not right yet. Nothing was signed."
    ),
    "form.toml": (
        "Line {line}: this is no valid form. See whether each quotation mark and "
        "bracket has its second."
    ),
    "form.blank": "Still to fill in: {place}.",
    "form.missing": "This is missing: {place}.",
    "form.unknown": "This does not belong here: {place}.",
    "form.block": "{place}: a block belongs here.",
    "form.list": "{place}: a list belongs here, between [ and ].",
    "form.some": "{place}: at least one, at most {most}.",
    "form.text": "{place}: a text of 1 to {most} characters.",
    "form.odd": "{place}: there is an invisible character in the text.",
    "form.number": "{place}: a number from {low} to {high}, not {given}.",
    "form.choice": "{place}: choose from {choices}, not {given}.",
    "form.day": "{place}: a date such as 2026-09-01.",
    "form.clock": '{place}: a time such as "08:25".',
    "form.code": "{place}: a name of small letters, digits and _.",
    "form.truth": "{place}: true or false.",
    "form.promise": (
        "{place}: make this true. Without the promise that a no has no "
        "consequences it cannot be."
    ),
    "form.network": "{place}: {given} is no network such as 10.20.0.0/16.",
    "form.loose": "{place}: write {given} as {right}.",
    "form.public": (
        "{place}: {given} is no network of the school itself, but of the internet."
    ),
    "form.order": "{first} must come before {last}.",
    "form.weekend": (
        "{place}: {given} is at the weekend, and then no one ever looks. Take "
        "that day out."
    ),
    "form.life": "{place}: from {first} to {last}; agreements live 12 months at most.",
    "form.over": "{place}: that day is over already.",
    "form.twice": "{place}: {given} is there twice.",
}
