# SPDX-License-Identifier: GPL-3.0-or-later
"""Publier, les parents et où on en est, en français."""

from collections.abc import Mapping
from typing import Final

WORDS: Final[Mapping[str, str]] = {
    # Publier
    "publish.busy": "publication",
    "publish.no_charter": (
        "Rien n’a été publié : il n’y a pas encore de convention signée par le "
        "bureau et le DPO."
    ),
    "publish.no_class": (
        "Rien n’a été publié : il n’y a pas encore de classe avec des élèves ou "
        "des professeurs pour cette année scolaire."
    ),
    "publish.cleared": (
        "Les documents des classes précédentes ont été enlevés, avec leurs noms."
    ),
    "publish.nothing": "Rien n’a encore été publié, donc il n’y a rien à prolonger.",
    "sheet.refused": (
        "Classe {klass} : {faults}\n"
        "Rien n’a été publié. Corrigez cela et relisez les classes."
    ),
    "sheet.other": (
        "Classe {klass} : un nom, une leçon ou un ordinateur ne convient pas à un "
        "document de l’école. Rien n’a été publié."
    ),
    "sheet.same_name": (
        "deux professeurs s’appellent tous deux {name} ; donnez à l’un un nom "
        "plus long."
    ),
    "sheet.overlap": "deux leçons se chevauchent le {day} : {hours}.",
    "sheet.nobody": "la leçon {hours} n’a pas de professeur.",
    "sheet.outside": (
        "la leçon du {day}, {hours}, est hors des heures de la convention, ou "
        "dans un congé."
    ),
    "day.mo": "lundi",
    "day.tu": "mardi",
    "day.we": "mercredi",
    "day.th": "jeudi",
    "day.fr": "vendredi",
    "day.sa": "samedi",
    "day.su": "dimanche",
    # Parents
    "guardian.purposes": (
        "Dites pour quel but le parent a dit oui, chacun à part : --purpose "
        "overview, view ou show."
    ),
    "guardian.which_class": (
        "{who} est dans plus d’une classe ({classes}). Dites avec --class pour "
        "laquelle est le oui."
    ),
    "guardian.of_age": (
        "{who} décide seul depuis le {since} : un oui d’un parent n’est pas "
        "nécessaire et n’est pas noté. Un non l’est."
    ),
    "guardian.role": (
        "Qui a vérifié le formulaire : une fonction à l’école de 1 à {most} "
        "caractères, comme secrétariat."
    ),
    "guardian.name": (
        "{name} est un nom. Donnez la fonction de qui a vérifié, comme secrétariat."
    ),
    "guardian.day": (
        "La date {day} ne convient pas à cette année scolaire : un formulaire est "
        "du {first} au {last}."
    ),
    "guardian.entered_yes": (
        "{who}, {klass} : oui d’un parent pour {purposes}. Encore deux "
        "signatures, et ensuite l’élève choisit."
    ),
    "guardian.entered_no": "{who}, {klass} : non d’un parent pour {purposes}.",
    "guardian.faults": (
        "{faults}\n"
        "{count} faute. Rien n’a été noté.|"
        "{faults}\n"
        "{count} fautes. Rien n’a été noté."
    ),
    "guardian.imported": "{count} formulaire noté.|{count} formulaires notés.",
    "guardian.nothing": "Il n’y avait rien de {who} à retirer.",
    "guardian.withdrawn": (
        "{who} : {count} décision retirée. Un oui ne vaut plus à partir de la "
        "prochaine publication ; un non vaut encore jusqu’à ce que le bureau et le DPO "
        "aient signé tous les deux.|"
        "{who} : {count} décisions retirées. Un oui ne vaut plus à partir de la "
        "prochaine publication ; un non vaut encore jusqu’à ce que le bureau et le DPO "
        "aient signé tous les deux."
    ),
    "guardian.row_yes": (
        "{klass}  {who}  {purpose} : oui ({stage}) ; {day}, {checked_by}"
    ),
    "guardian.row_no": "{klass}  {who}  {purpose} : non ; {day}, {checked_by}",
    "guardian.row_missing": (
        "{klass}  {who} : pas encore de formulaire ; décide seul à partir du {since}"
    ),
    "guardian.counted": "{count} ligne.|{count} lignes.",
    "forms.answer": "yes ou no (ja, nee, oui, non).",
    "forms.how": "choisissez parmi {choices}.",
    "forms.purposes": "overview, view ou show, plusieurs avec ; entre eux.",
    "stage.no": "non",
    "stage.entered": "encore signé par personne",
    "stage.proposed": "attend le DPO",
    "stage.signed": "signé, attend la publication",
    "stage.in_force": "vaut",
    "stage.over": "passé",
    "widening.none": "Aucun élargissement n’est prêt dans {folder}.",
    "widening.differs": (
        "Le numéro {number} dit autre chose que la liste (widenings.csv), ou n’y "
        "est pas. Rien n’a été signé ; demandez un nouveau dossier au bureau."
    ),
    "widening.no_number": "Il n’y a pas de numéro {number} dans {folder}.",
    "widening.proposed": (
        "{count} élargissement est prêt pour le DPO dans {folder}.|"
        "{count} élargissements sont prêts pour le DPO dans {folder}."
    ),
    "widening.proposal": (
        "{number} : {who}, {klass}, {what} ; formulaire du {day}, vérifié par "
        "{checked_by}"
    ),
    "widening.proposal_list": (
        "{number} : {who}, {klass}, {what} ; selon la liste des élèves"
    ),
    "widening.signed": "{count} élargissement signé.|{count} élargissements signés.",
    "widening.row": "{klass}  {who}  {what} : {stage}",
    "widening.counted": "{count} élargissement.|{count} élargissements.",
    "wider.yes": "{purpose}, oui d’un parent",
    "wider.objection_ended": "{purpose}, opposition retirée",
    "wider.no_ended": "{purpose}, non d’un parent retiré",
    "wider.exemption_ended": "dispense d’attention retirée",
    "wider.decides": "décide seul à partir du {day}",
    # Où on en est
    "mark": "{what}",
    "level.ok": "   ok     ",
    "level.soon": "À FAIRE   ",
    "level.wrong": "ERREUR    ",
    "status.school": "{name}, numéro {number}",
    "status.trust": (
        "lettre de confiance et certificats de l’école jusqu’au {until} (school renew)"
    ),
    "status.dpo_waits": "un autre DPO compte à partir du {day} ; les élèves le voient",
    "status.no_charter": "il n’y a pas de convention signée par le bureau et le DPO",
    "status.charter_waits": "la convention numéro {number} attend le DPO",
    "status.charter_begins": "la convention ne commence que le {day}",
    "status.charter": "convention numéro {number} valable jusqu’au {until}",
    "status.review": "convention numéro {number} à revoir avant le {until}",
    "status.council": "la concertation avec le conseil vaut jusqu’au {until}",
    "status.not_published": "rien n’a encore été publié",
    "status.sets": "prolonger les documents avant le {until} (publish --fresh)",
    "status.behind": "quelque chose a changé qui n’est pas encore publié",
    "status.no_classes": "il n’y a pas de classes pour cette année scolaire",
    "status.class": (
        "classe {name} : {count} élève, {laptops} avec un ordinateur|"
        "classe {name} : {count} élèves, {laptops} avec un ordinateur"
    ),
    "status.laptops_waiting": (
        "{count} ordinateur attend un élève (enrol list)|"
        "{count} ordinateurs attendent un élève (enrol list)"
    ),
    "status.forms": (
        "classe {name} : un formulaire de la maison manque pour {count} élève "
        "(guardian list --missing)|"
        "classe {name} : un formulaire de la maison manque pour {count} élèves "
        "(guardian list --missing)"
    ),
    "status.yes_entered": (
        "{count} élargissement n’est encore signé par personne (widening propose)|"
        "{count} élargissements ne sont encore signés par personne (widening propose)"
    ),
    "status.yes_proposed": (
        "{count} élargissement attend le DPO (widening sign)|"
        "{count} élargissements attendent le DPO (widening sign)"
    ),
    "status.yes_signed": (
        "{count} élargissement attend la publication (publish)|"
        "{count} élargissements attendent la publication (publish)"
    ),
    "status.yes_in_force": "{count} élargissement vaut|{count} élargissements valent",
    "status.no_bundle": "{name} n’a pas encore de certificat (teacher bundle)",
    "status.teacher": "{name} : certificat jusqu’au {until} (teacher renew)",
}
