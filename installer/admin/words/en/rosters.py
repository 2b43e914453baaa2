# SPDX-License-Identifier: GPL-3.0-or-later
"""Rosters of other systems, in English."""

from collections.abc import Mapping
from typing import Final

WORDS: Final[Mapping[str, str]] = {
    "csv.utf16": "UTF-16. Save the file as CSV UTF-8.",
    "csv.not_encoded": "this is no {encoding}. Look at what encoding says.",
    "csv.too_much": "too much: {rows} rows at most, and after {count} faults we stop.",
    "csv.column_twice": "this column is there twice.",
    "csv.both_roles": "is a pupil and a teacher at once.",
    "csv.not_born": "no birth date of a pupil.",
    "csv.day_ymd": (
        "{text} is no date such as 2026-09-01. Does the day come first? Give --dates "
        "dmy."
    ),
    "csv.day_dmy": "{text} is no date such as 01/09/2026.",
    "csv.day_mdy": "{text} is no date such as 09/01/2026.",
    "csv.no_day": "{text}: that day does not exist.",
    "csv.ends_first": "the last day comes before the first.",
    "csv.many_pupils": "{count} pupils in a class; {most} at most.",
    "csv.many_teachers": "{count} teachers in a class; {most} at most.",
    "csv.many_lessons": "this class has too many lessons.",
    "csv.lesson_teachers": "a lesson has 1 to {most} teachers.",
    "csv.overlap": "this lesson is at the same time as another of the class.",
    "set.old_year": "these classes are of {year}; that school year is over.",
    "set.far_year": "{year} can be read from July.",
    "set.schools": (
        "there are classes of several schools. Choose one with --org: {names}."
    ),
    "set.no_school": "there are no classes of a school {name}.",
    "set.other_schools": (
        "{count} class of another school is left out.|{count} classes of other "
        "schools are left out."
    ),
    "set.other_years": (
        "{count} class of another school year than {year} is left out.|{count} "
        "classes of another school year than {year} are left out."
    ),
    "set.no_class": (
        "{count} pupil without a class is left out.|{count} pupils without a class "
        "are left out."
    ),
    "set.version": "OneRoster {version}; we read 1.1 and 1.2.",
    "set.delta": (
        "{name} holds changes only (delta). Make a whole set (bulk): else we do not "
        "know who left."
    ),
    "set.promised": "{name} belongs to it and is not here.",
    "set.denied": "{name} does not belong to it and is here.",
    "source.twice": "{name} comes twice. Give each file once.",
    "source.odd_name": (
        "A file has an invisible character in its name. Give it a plain name."
    ),
    "source.too_much": "Too much: 100 files and {most} MiB at most.",
    "source.nothing": "There is no CSV file in {file}.",
    "source.no_file": "{file} is no file.",
    "source.too_large": (
        "{file} is larger than {most} MiB. No class list is that large."
    ),
    "source.broken_zip": (
        "{file} is no zip that we can read. Make it again, or give the folder."
    ),
    "source.escapes": (
        "{file} holds a name that points to another folder. We do not read it."
    ),
    "source.locked": "{file} has a password. Unpack it first and give the folder.",
    "source.folders": (
        "In {file} there are CSV files in more than one folder. Give one folder."
    ),
    "mapping.no_toml": "{file} is no valid TOML: {why}.",
    "mapping.unknown": "{file}: we do not know {name}.",
    "mapping.no_text": "{file}: {name} takes a text between quotation marks.",
    "mapping.missing": "{file}: {name} is missing.",
    "mapping.no_choice": "{file}: choose for {name}.",
    "mapping.no_part": "{file}: {name} must be a part, with lines below it.",
    "mapping.no_file": "this file is not here.",
    "mapping.many_files": "more than one file fits this.",
    "mapping.two_names": "the same as on line {line}, with another name.",
    "mapping.there": "{file} exists already. Nothing was changed.",
    "mapping.made": (
        "Fill in {file}: which column of your file is what. Then read it in with "
        "--mapping {file}."
    ),
    "import.year": "School year {year}.",
    "import.year_word": "{given} is no school year such as 2026-2027.",
    "import.many_leave": (
        "Mind: {leaving} of the {count} pupils would have no class any more. Is this "
        "set whole?"
    ),
    "import.sure": "Read in? (y/n)",
    "import.done": "Read in.",
    "import.not_done": "Nothing was changed.",
    "import.say_yes": (
        "Something would change. Look at it and say yes, or give --yes. Nothing was "
        "changed."
    ),
    "import.say_many": (
        "So many pupils do not leave without somebody confirming it. Look at it and "
        "say yes, or give --many-leave too. Nothing was changed."
    ),
    "import.overtaken": (
        "The register changed meanwhile. Nothing was read in; look again."
    ),
    "import.forgotten": (
        "Forgotten, 30 days after their school year: {pupils} pupils, {classes} "
        "classes, {teachers} teachers."
    ),
    "import.reading": "reading",
    "import.comparing": "comparing",
    "import.writing": "reading in",
    "import.report": "The whole list is in {file}.",
    "report.there": "{file} exists already. Give another name.",
    "report.file": "file",
    "report.line": "line",
    "report.column": "column",
    "report.why": "why",
    "report.who": "who",
    "report.before": "before",
    "report.after": "after",
    "report.what": "what",
    "publish.other_age": (
        "The agreements let pupils decide from the age of {new}; the classes were "
        "read in with {old}. Read the classes in again."
    ),
    "help.class mapping": (
        "Lay a file ready that says which column of another export is what."
    ),
    "meta.sources": "FOLDER-ZIP-OR-FILES",
    "opt.class import.sources": "The set: a folder, a zip, or the files themselves.",
    "opt.class import.mapping_file": "Which column is what (class mapping).",
    "opt.class import.org": "Which school of the set, by number or name.",
    "opt.class import.year": (
        "The school year, as 2026-2027; else that of the set or of now."
    ),
    "opt.class import.dates": "How to read 04/03/2012; else only 2012-03-04.",
    "opt.class import.report": "Write all faults or changes to this CSV file.",
    "opt.class import.yes": "Ask nothing.",
    "opt.class import.many_leave": (
        "With --yes: also when many pupils would have no class any more."
    ),
    "opt.class mapping.out": "Where the file goes.",
    "meta.out": "FILE",
}
