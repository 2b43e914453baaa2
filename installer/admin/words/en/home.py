# SPDX-License-Identifier: GPL-3.0-or-later
"""Publishing, guardians and how it stands, in English."""

from collections.abc import Mapping
from typing import Final

WORDS: Final[Mapping[str, str]] = {
    # Publishing
    "publish.busy": "publishing",
    "publish.no_charter": (
        "Nothing was published: there are no agreements yet that both office and "
        "DPO signed."
    ),
    "publish.no_class": (
        "Nothing was published: there is no class with pupils or teachers for "
        "this school year yet."
    ),
    "publish.cleared": (
        "The papers of the classes before were taken away, with their names."
    ),
    "publish.nothing": "Nothing was published yet, so there is nothing to renew.",
    "sheet.refused": (
        "Class {klass}: {faults}\n"
        "Nothing was published. Set it right and read the classes again."
    ),
    "sheet.other": (
        "Class {klass}: a name, a lesson or a laptop does not fit into a paper of "
        "the school. Nothing was published."
    ),
    "sheet.same_name": (
        "two teachers are both called {name}; give one of them a longer name."
    ),
    "sheet.overlap": "two lessons overlap on {day}: {hours}.",
    "sheet.nobody": "the lesson {hours} has no teacher.",
    "sheet.outside": (
        "the lesson on {day}, {hours}, lies outside the hours of the agreements, "
        "or in a holiday."
    ),
    "day.mo": "Monday",
    "day.tu": "Tuesday",
    "day.we": "Wednesday",
    "day.th": "Thursday",
    "day.fr": "Friday",
    "day.sa": "Saturday",
    "day.su": "Sunday",
    # Guardians
    "guardian.purposes": (
        "Say for which purpose the guardian said yes, each apart: --purpose "
        "overview, view or show."
    ),
    "guardian.which_class": (
        "{who} is in more than one class ({classes}). Say with --class which one "
        "the yes is for."
    ),
    "guardian.of_age": (
        "{who} decides alone since {since}: a guardian's yes is not needed and is "
        "not entered. A no is."
    ),
    "guardian.role": (
        "Who checked the form: a role at school of 1 to {most} characters, such "
        "as secretariat."
    ),
    "guardian.name": (
        "{name} is a name. Give the role of who checked it, such as secretariat."
    ),
    "guardian.day": (
        "The date {day} does not fit this school year: a form is of {first} to {last}."
    ),
    "guardian.entered_yes": (
        "{who}, {klass}: a guardian's yes for {purposes}. Two signatures to go, "
        "and then the pupil chooses."
    ),
    "guardian.entered_no": "{who}, {klass}: a guardian's no for {purposes}.",
    "guardian.faults": (
        "{faults}\n"
        "{count} fault. Nothing was entered.|"
        "{faults}\n"
        "{count} faults. Nothing was entered."
    ),
    "guardian.imported": "{count} form entered.|{count} forms entered.",
    "guardian.nothing": "There was nothing of {who} to take back.",
    "guardian.withdrawn": (
        "{who}: {count} decision taken back. A yes counts no more from the next "
        "publication; a no stands on until office and DPO both signed.|"
        "{who}: {count} decisions taken back. A yes counts no more from the next "
        "publication; a no stands on until office and DPO both signed."
    ),
    "guardian.row_yes": "{klass}  {who}  {purpose}: yes ({stage}); {day}, {checked_by}",
    "guardian.row_no": "{klass}  {who}  {purpose}: no; {day}, {checked_by}",
    "guardian.row_missing": "{klass}  {who}: no form yet; decides alone from {since}",
    "guardian.counted": "{count} line.|{count} lines.",
    "forms.answer": "yes or no (ja, nee, oui, non).",
    "forms.how": "choose from {choices}.",
    "forms.purposes": "overview, view or show, more with ; between them.",
    "stage.no": "no",
    "stage.entered": "signed by nobody yet",
    "stage.proposed": "waits for the DPO",
    "stage.signed": "signed, waits for publication",
    "stage.in_force": "counts",
    "stage.over": "over",
    "widening.none": "No widening lies ready in {folder}.",
    "widening.differs": (
        "Number {number} says something else than the list (widenings.csv), or is "
        "not in it. Nothing was signed; ask the office for a new folder."
    ),
    "widening.no_number": "There is no number {number} in {folder}.",
    "widening.proposed": (
        "{count} widening lies ready for the DPO in {folder}.|"
        "{count} widenings lie ready for the DPO in {folder}."
    ),
    "widening.proposal": (
        "{number}: {who}, {klass}, {what}; form of {day}, checked by {checked_by}"
    ),
    "widening.proposal_list": "{number}: {who}, {klass}, {what}; from the pupils' list",
    "widening.signed": "{count} widening signed.|{count} widenings signed.",
    "widening.row": "{klass}  {who}  {what}: {stage}",
    "widening.counted": "{count} widening.|{count} widenings.",
    "wider.yes": "{purpose}, a guardian's yes",
    "wider.objection_ended": "{purpose}, objection taken back",
    "wider.no_ended": "{purpose}, a guardian's no taken back",
    "wider.exemption_ended": "exemption from attention taken back",
    "wider.decides": "decides alone from {day}",
    # How it stands
    "mark": "{what}",
    "level.ok": "  ok   ",
    "level.soon": "SOON   ",
    "level.wrong": "WRONG  ",
    "status.school": "{name}, number {number}",
    "status.trust": (
        "letter of trust and certificates of the school until {until} (school renew)"
    ),
    "status.dpo_waits": "another DPO counts from {day}; pupils are shown that",
    "status.no_charter": "there are no agreements that both office and DPO signed",
    "status.charter_waits": "agreements number {number} wait for the DPO",
    "status.charter_begins": "the agreements begin on {day} only",
    "status.charter": "agreements number {number} valid until {until}",
    "status.review": "agreements number {number} to be reviewed before {until}",
    "status.council": "the council's word counts until {until}",
    "status.not_published": "nothing was published yet",
    "status.sets": "renew the papers before {until} (publish --fresh)",
    "status.behind": "something changed that is not published yet",
    "status.no_classes": "there are no classes for this school year",
    "status.class": (
        "class {name}: {count} pupil, {laptops} with a laptop|"
        "class {name}: {count} pupils, {laptops} with a laptop"
    ),
    "status.laptops_waiting": (
        "{count} laptop waits for a pupil (enrol list)|"
        "{count} laptops wait for a pupil (enrol list)"
    ),
    "status.forms": (
        "class {name}: a form from home is missing for {count} pupil (guardian "
        "list --missing)|"
        "class {name}: a form from home is missing for {count} pupils (guardian "
        "list --missing)"
    ),
    "status.yes_entered": (
        "{count} widening is signed by nobody yet (widening propose)|"
        "{count} widenings are signed by nobody yet (widening propose)"
    ),
    "status.yes_proposed": (
        "{count} widening waits for the DPO (widening sign)|"
        "{count} widenings wait for the DPO (widening sign)"
    ),
    "status.yes_signed": (
        "{count} widening waits for publication (publish)|"
        "{count} widenings wait for publication (publish)"
    ),
    "status.yes_in_force": "{count} widening counts|{count} widenings count",
    "status.no_bundle": "{name} has no certificate yet (teacher bundle)",
    "status.teacher": "{name}: certificate until {until} (teacher renew)",
}
