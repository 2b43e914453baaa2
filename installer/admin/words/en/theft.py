# SPDX-License-Identifier: GPL-3.0-or-later
"""A machine is gone: whose data is on it; in English."""

from collections.abc import Mapping
from typing import Final

WORDS: Final[Mapping[str, str]] = {
    "affected.which": (
        "Name one machine: --teacher NAME or --laptop LABEL. Lists "
        "(--volume) go with a teacher."
    ),
    "affected.future": (
        "--since: {day} is still to come. Take the day from which the machine was used."
    ),
    "affected.no_laptop": (
        "There is no laptop {name}. Look at the sticker, or in the list you gave "
        "laptops out with."
    ),
    "several.affected.no_laptop": (
        "There are {count} laptops {name}. Give the number, or more signs of it."
    ),
    "affected.no_volume": (
        "In {file} there is no list of this teacher (inzage-console volumes "
        "FOLDER). Leave it out: then everybody who can be meant is listed."
    ),
    "affected.pupils_list": (
        "{file} is a pupil's list, not a teacher's (inzage-console volumes "
        "FOLDER). Leave the file out: then everybody who can be meant is listed."
    ),
    "affected.bad": (
        "{file} does not hold; inzage-verify {file} says why. Leave the file "
        "out: then everybody who can be meant is listed."
    ),
    "affected.teacher": "The computer of {who}:",
    "affected.laptop": "The laptop {label}:",
    "affected.bound": (
        "This is everybody who can be meant, from the register; there may be "
        "fewer. A list of this teacher (--volume) makes it more exact. Who "
        "changed class in the course of the year stands with the class of "
        "now."
    ),
    "affected.narrowed": (
        "Checked with the lists of {months}, made from {made} on. What came "
        "later, and a month of which there is no list, they do not rule out."
    ),
    "affected.unknown": (
        "In the lists there is {count} more pupil whom the register no "
        "longer knows.|In the lists there are {count} more pupils whom the "
        "register no longer knows."
    ),
    "affected.row": "  {cells}",
    "affected.counted": "{count} pupil.|{count} pupils.",
    "affected.others": (
        "Of {count} more pupil ({year}) nothing is there, unless this teacher "
        "had that class earlier in the year: the register no longer knows. The "
        "name goes into the file of --out.|Of {count} more pupils ({year}) "
        "nothing is there, unless this teacher had their class earlier in the "
        "year: the register no longer knows. The names go into the file of "
        "--out."
    ),
    "affected.kinds_teacher": (
        "What can be there, of their own classes alone: the class list (name, "
        "class, laptop, who has no small picture), and lines: who was looked "
        "at, when and why, locks for attention, and what was shared (messages, "
        "links, names of files)."
    ),
    "affected.kinds_laptop": (
        "What can be there: the pupil's own list (who looked, locks, what "
        "was shared, each yes and no of their own), messages and files that "
        "were shared, and the school's slip (an objection, a no from home, "
        "an exemption). Also of who had the laptop before."
    ),
    "affected.never_teacher": (
        "What is never there: a picture of a screen, and a pupil's yes or no."
    ),
    "affected.never_laptop": (
        "What is never there: a picture of a screen, and lists of other pupils."
    ),
    "affected.until_teacher": (
        "Lines go on the day in the last column, later where the pupil asked to "
        "keep them. A class list goes after 31 August, or as soon as the class "
        "is no longer this teacher's. But only if Inzage still runs there and "
        "gets new papers. Was the disk encrypted? Tell the DPO."
    ),
    "affected.until_laptop": (
        "Lines go on the day in the last column, later where the pupil asked "
        "to keep them; but only if Inzage still runs there. Was the disk "
        "encrypted? Tell the DPO."
    ),
    "affected.no_certificate": (
        "{who} never got a certificate here. If there was no console on that "
        "computer, nothing of Inzage is on it."
    ),
    "affected.col_who": "pupil",
    "affected.col_class": "class",
    "affected.col_year": "school year",
    "affected.col_what": "what",
    "affected.col_since": "from",
    "affected.col_until": "until",
    "affected.class_unknown": "left",
    "affected.why": "stolen",
    "held.found": "name and lines",
    "held.lines": "name, perhaps lines",
    "held.absent": "name; no lines in the lists",
    "held.name": "name on a class list",
    "held.earlier": "nothing, unless earlier in a class of this teacher",
    "held.own": "the pupil's own list",
    "next.theft": (
        "tell the DPO today and note it in the register of breaches, also "
        "when there is nothing to report. If it must be reported, then to "
        "the supervisory authority within 72 hours after the school knew, "
        "and where the risk is high to parents and pupils too. Now revoke "
        "the certificate and publish."
    ),
    "help.affected": (
        "After a theft: say whose data can be on a machine.\n"
        "\n"
        "Of a teacher, or of one laptop. Without lists of the teacher "
        "(--volume) it is everybody who can be meant."
    ),
    "opt.teacher_name": "Whose computer it is: name or number of the teacher.",
    "opt.laptop_name": "Label or number of the laptop.",
    "opt.affected.since": "From which day the machine was used; else all that is kept.",
    "opt.affected.volumes": (
        "A list of inzage-console volumes, or a folder of them; may be given "
        "more than once."
    ),
    "opt.affected.out": "A file (CSV) for the whole list; only you can read it.",
}
