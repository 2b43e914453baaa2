# SPDX-License-Identifier: GPL-3.0-or-later
"""The sentences of the check, in English.

`one|many` is chosen by {count}. Source: docs/spec/pack.md "Verifying".
"""

from collections.abc import Mapping
from typing import Final

WORDS: Final[Mapping[str, str]] = {
    # The file
    "file": (
        "The file is whole: {count} part, exactly as the laptop signed it.|"
        "The file is whole: {count} parts, exactly as the laptop signed them."
    ),
    "file_changed": "The file was changed outside its parts.",
    "cut": (
        "The file is cut short: {count} of the {of} parts is there whole. Copy it "
        "once more.|"
        "The file is cut short: {count} of the {of} parts are there whole. Copy it "
        "once more."
    ),
    "cut_all": (
        "The file is cut short before the end of its table of contents: nothing more "
        "can be told. Copy it once more."
    ),
    "cut_rest": "What is there agrees with the table of contents: {names}.",
    "cut_unsigned": (
        "Whether the laptop signed this cannot be checked: its certificate was in the "
        "piece that is gone."
    ),
    "member_changed": "The part {name} was changed.",
    "member_added": "The part {name} was added.",
    "member_missing": "The part {name} is missing.",
    "manifest": (
        "The table of contents is damaged or missing. Without it nothing in this pack "
        "can be believed."
    ),
    "manifest_sig": "The table of contents is not signed by this laptop.",
    "content": "The part {name} is not in its form.",
    # The school's papers
    "papers": (
        "The paper of the school is signed as it should be: {count}.|"
        "The papers of the school are signed as they should be: {count}."
    ),
    "paper_form": "A paper of the school is not in its form: {kind}.",
    "paper_signature": "A paper of the school is not signed as it should be: {kind}.",
    "trust_refused": (
        "A letter of trust of the school does not follow the one before, or is not "
        "signed as it should be."
    ),
    "no_trust": "The school's letter of trust is not in the pack.",
    "root": "This is the school with the number {root}.",
    "wrong_root": (
        "This is not the school with the number you gave. The pack says {root}."
    ),
    "root_unknown": (
        "The chain holds. Whether this is your school, the number in the letter says: "
        "{root}."
    ),
    "device": "The laptop belongs to this school.",
    "wrong_device": (
        "The laptop's certificate is not of this school, is of another laptop, or is "
        "damaged."
    ),
    "device_dates": (
        "Line {seq} of the {chain}: the laptop's certificate did not count then."
    ),
    "teacher": "A teacher's certificate is not of this school, or is damaged.",
    # The chains
    "chain": ("The {chain} holds: {count} line.|The {chain} holds: {count} lines."),
    "line": (
        "Line {seq} of the {chain}: its text, its place or its signature was changed."
    ),
    "order": "Line {seq} of the {chain} does not follow the line before it.",
    "number": "In the {chain} lines are missing before number {seq}.",
    "other_device": "Line {seq} of the {chain} is of another laptop.",
    "epoch": "Line {seq} of the {chain} counts its new beginning wrongly.",
    "own_head": "Line {seq} does not fit the pupil's own chain.",
    "own_heads": (
        "From line {seq} on, we no longer looked whether lines fit the pupil's own "
        "chain: too many did not."
    ),
    "gap": "Line {seq} names lines that are not there, or are otherwise.",
    "gaps": (
        "It says {count} time that lines are not kept in two places. The connection "
        "can be the cause, or a computer that started again.|"
        "It says {count} times that lines are not kept in two places. The connection "
        "can be the cause, or a computer that started again."
    ),
    "erased": (
        "{count} line was deleted, and that is written down.|"
        "{count} lines were deleted, and that is written down."
    ),
    "erased_unsaid": "Line {seq} of the {chain} was deleted, and nothing says by whom.",
    "erased_held": "Line {seq}: words were deleted while the list was to be kept.",
    "erased_early": (
        "Line {seq}: words were deleted for the DPO, without a signed request that "
        "the pupil could read for 14 days."
    ),
    # The teacher's tree
    "proofs": (
        "The teacher's tree holds: {count} proof.|"
        "The teacher's tree holds: {count} proofs."
    ),
    "proof": "The proof of line {seq} fails.",
    "proof_of_nothing": "There is a proof of line {seq}, but that line is not here.",
    "command_leaf": "Line {seq} names another place in the tree than the proof.",
    "head": "A head of the tree is not signed by a teacher of this school.",
    "growth": "The tree did not only grow: something was changed or taken out.",
    "fork": "There are two trees for one class, teacher and month.",
    "unproven": (
        "For {count} line it is not confirmed yet that the teacher has it too. The "
        "connection can be the cause.|"
        "For {count} lines it is not confirmed yet that the teacher has them too. The "
        "connection can be the cause."
    ),
    "not_logged_first": (
        "Line {seq}: nothing proves that the question was written down first."
    ),
    "copies": (
        "The teacher's copy is the same: {count} line compared.|"
        "The teacher's copy is the same: {count} lines compared."
    ),
    "copy": "The teacher's copy says something else than line {seq}.",
    "copy_more": "The teacher has line {seq}, and it is not here.",
    "given": (
        "Given back by the program of {who}: {count} line that was gone here.|"
        "Given back by the program of {who}: {count} lines that were gone here."
    ),
    "given_wrong": (
        "Line {seq} is said to be given back, but this laptop did not write it so."
    ),
    # What was done
    "looks": "Every access has a beginning and an end: {count}.",
    "close_of_nothing": "Line {seq} closes something that was not open.",
    "never_closed": "Line {seq} begins something that never ends.",
    "too_long": "Line {seq} took longer than it said.",
    "commands": (
        "The teacher signed what was asked: {count} time.|"
        "The teacher signed what was asked: {count} times."
    ),
    "command": "Line {seq} says something else than what the teacher signed.",
    "command_twice": "Line {seq} leans on a request that was used before.",
    "command_sig": "Line {seq}: the teacher's signature is not right.",
    "teacher_missing": "Line {seq}: this teacher's certificate is not in the pack.",
    "teacher_dates": "Line {seq}: the teacher's certificate did not count then.",
    "revoked": "Line {seq}: the teacher's certificate was withdrawn.",
    "slots": (
        "All of it happened in a lesson: {count} time.|"
        "All of it happened in a lesson: {count} times."
    ),
    "slot": "Line {seq} happened outside the lesson it names.",
    "slot_teacher": "Line {seq}: this teacher did not have that lesson.",
    "no_papers_then": (
        "For {count} line the papers of that day are not in the pack. The hours were "
        "not checked there.|"
        "For {count} lines the papers of that day are not in the pack. The hours were "
        "not checked there."
    ),
    "caps": (
        "No limit was passed: {count} lesson counted.|"
        "No limit was passed: {count} lessons counted."
    ),
    "cap": "In the lesson of {day} the limits of looking or attention were passed.",
    # What the pupil chose
    "consents": (
        "For every picture the pupil had said yes: {count} time.|"
        "For every picture the pupil had said yes: {count} times."
    ),
    "consent": "Line {seq}: there was no yes of the pupil.",
    "consent_over": "Line {seq}: the pupil's yes was over.",
    "paused": "Line {seq}: the pupil had chosen private for now.",
    "demo_choice": "Line {seq}: a demo clicked, and this is no demo.",
    "choice_sig": "Line {seq}: the pupil's signature is not right.",
    "unread": (
        "For {count} line what is needed to check the yes was deleted.|"
        "For {count} lines what is needed to check the yes was deleted."
    ),
    "records": "The consent records are those of the chain.",
    "records_differ": "The consent records are not those of the chain.",
    "notice_differs": "A text in the consent records is not the text that was shown.",
    # Papers, within a sentence
    "kind.trust": "the letter of trust",
    "kind.charter": "the charter",
    "kind.class": "the class sheet",
    "kind.roster": "the roster",
    "kind.slip": "the pupil's slip",
    "kind.set": "the list of current papers",
    "kind.revocations": "the list of withdrawn certificates",
    "kind.widening": "a guardian's yes",
    # Chains, within a sentence
    "chain.shared": "shared chain",
    "chain.own": "pupil's own chain",
}
