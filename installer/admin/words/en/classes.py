# SPDX-License-Identifier: GPL-3.0-or-later
"""Classes, people and laptops, in English."""

from collections.abc import Mapping
from typing import Final

WORDS: Final[Mapping[str, str]] = {
    # Reading classes
    "fault.file": "{file}: {why}",
    "fault.line": "{file}, line {line}: {why}",
    "fault.column": "{file}, line {line}, column {column}: {why}",
    "csv.no_file": "this file is missing.",
    "csv.unknown": "we do not know this file. We know: {names}.",
    "csv.not_utf8": "not UTF-8. Save the file as CSV UTF-8.",
    "csv.no_column": (
        "this column is missing in the heading.|"
        "these columns are missing in the heading."
    ),
    "csv.broken": "no valid CSV: a quotation mark has no second.",
    "csv.size": "there are {has} fields here, {heading} in the heading.",
    "csv.empty": "is empty.",
    "csv.long": "longer than {most} characters.",
    "csv.odd": "an invisible character in the text.",
    "csv.formula": "begins as a formula (=, +, - or @) and is no name.",
    "csv.twice": "is there already, on line {line} of {file}.",
    "csv.no_class": "there is no class {name}.",
    "csv.no_student": "there is no pupil {name}.",
    "csv.no_teacher": "there is no teacher {name}.",
    "csv.not_theirs": "{name} does not teach this class (enrollments.csv).",
    "csv.backwards": "the lesson ends before it begins.",
    "csv.clock": "no time such as 08:25.",
    "csv.day": "no date such as 2026-09-01.",
    "csv.slot_day": "no day (ma di wo do vr za zo) and no date such as 2026-09-01.",
    "import.faults": (
        "{faults}\n"
        "{count} fault. Nothing was read.|"
        "{faults}\n"
        "{count} faults. Nothing was read."
    ),
    "import.only_looked": "Only looked; nothing was changed.",
    "change.nothing": "Nothing changes.",
    "change.more": "  … and {count} more",
    "change.pupil_left": "  - pupil {who} from {before}",
    "change.pupil_left.total": "pupils gone: {count}",
    "change.pupil_moved": "  > pupil {who} from {before} to {after}",
    "change.pupil_moved.total": "pupils in another class: {count}",
    "change.pupil_added": "  + pupil {who} in {after}",
    "change.pupil_added.total": "pupils new: {count}",
    "change.pupil_back": "  + pupil {who} back in {after}",
    "change.pupil_back.total": "pupils back: {count}",
    "change.pupil_in_more": "  + pupil {who} in {after} too",
    "change.pupil_in_more.total": "pupils in one more class: {count}",
    "change.pupil_in_less": "  - pupil {who} no longer in {before}",
    "change.pupil_in_less.total": "pupils out of one of their classes: {count}",
    "change.pupil_renamed": "  ~ pupil {before} is now called {after}",
    "change.pupil_renamed.total": "pupils with a new name: {count}",
    "change.pupil_age": "  ~ pupil {who}: the day from which they decide alone",
    "change.age_waits": (
        "  ! pupil {who}: would decide alone earlier; that counts once office and DPO "
        "both signed"
    ),
    "change.age_waits.total": "pupils who wait for the DPO: {count}",
    "change.pupil_age.total": "pupils with another age limit: {count}",
    "change.no_kept": (
        "  ! pupil {who}: what was refused at home or on paper goes along"
    ),
    "change.no_kept.total": "pupils whose no or exemption goes along: {count}",
    "change.yes_ended": (
        "  ! pupil {who}: the yes from home was for the class before, ask again"
    ),
    "change.yes_ended.total": "pupils whose yes from home ends: {count}",
    "change.class_gone": "  - class {who} has no pupils any more",
    "change.class_gone.total": "classes empty: {count}",
    "change.class_added": "  + class {who}",
    "change.class_added.total": "classes new: {count}",
    "change.class_renamed": "  ~ class {before} is now called {after}",
    "change.class_renamed.total": "classes with a new name: {count}",
    "change.teacher_added": "  + teacher {who}",
    "change.teacher_added.total": "teachers new: {count}",
    "change.teacher_renamed": "  ~ teacher {before} is now called {after}",
    "change.teacher_renamed.total": "teachers with a new name: {count}",
    "change.teaches": "  + {who} teaches {after}",
    "change.teaches.total": "duties new: {count}",
    "change.teaches_days": "  ~ {who} in {after}",
    "change.teaches_days.total": "duties with other days: {count}",
    "change.teaches_not": "  - {who} no longer teaches {before}",
    "change.teaches_not.total": "duties gone: {count}",
    "change.timetable": "  ~ timetable of {who} ({after})",
    "change.timetable.total": "timetables otherwise: {count}",
    # Pupils and teachers
    "no_pupil": "There is no pupil {who}. Try the number in users.csv.",
    "several.no_pupil": "There are {count} pupils {who}. Give the number in users.csv.",
    "no_teacher": "There is no teacher {who}. Try the number in users.csv.",
    "several.no_teacher": (
        "There are {count} teachers {who}. Give the number in users.csv."
    ),
    "no_class": "There is no class {name}.",
    "not_in_class": "{who} is not in that class.",
    "noted": "Noted: {who}. It counts from the next publication.",
    "noted.back": (
        "Taken back: {who}. What was published stands on until office and DPO both "
        "signed."
    ),
    "revoke.nobody": "There is no laptop or teacher with a certificate: {who}.",
    "teacher.days": "The first day {first} comes after the last {last}.",
    "teacher.added": "{name} teaches {klass} from {first} to {last}.",
    "teacher.no_request": "{file} is no request of a console (inzage-console request).",
    "teacher.bad_request": (
        "The request does not prove that the console holds its key. Have it made again."
    ),
    "teacher.bundled": "On the computer of {who}: inzage-console import {file}",
    # Laptops
    "token.hours": "A token lives 1 to {most} hours.",
    "token.uses": "A token is for 1 to {most} laptops.",
    "token.address": "{given} is no address with a port, such as 10.0.0.5:47312.",
    "enrol.on_laptop": "Then on each laptop: inzage-agentd enrol {file}",
    "enrol.no_token": "No token was made yet.",
    "enrol.listens": "listens at {address}:{port}",
    "enrol.enrolled": "{label}: enrolled, no pupil yet",
    "enrol.no_ask": "{file} is no request of a laptop (inzage-agentd enrol --ask).",
    "enrol.bad_ask": "This is no valid request of a laptop. Have it made again.",
    "enrol.signed": "{label}: on the laptop: inzage-agentd enrol --accept {file}",
    "enrol.waiting": "{count} laptop without a pupil.|{count} laptops without a pupil.",
    "enrol.who": "Name a laptop and a pupil, or give a list with --csv.",
    "assign.faults": (
        "{faults}\n"
        "{count} fault. Nothing was changed.|"
        "{faults}\n"
        "{count} faults. Nothing was changed."
    ),
    "laptops.columns": (
        "there is {count} column here, not 2 (laptop and pupil).|"
        "there are {count} columns here, not 2 (laptop and pupil)."
    ),
    "laptops.twice": "{name} is there twice.",
    "laptops.no_laptop": "there is no laptop {name}.",
    "several.laptops.no_laptop": "there are {count} laptops {name}. Give the number.",
    "laptops.no_pupil": "there is no pupil {name}.",
    "several.laptops.no_pupil": (
        "there are {count} pupils {name}. Give the number in users.csv."
    ),
    "laptops.heading": (
        "Is line 1 a heading? Call the columns laptop and pupil, or leave it out."
    ),
}
