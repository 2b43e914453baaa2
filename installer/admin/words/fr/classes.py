# SPDX-License-Identifier: GPL-3.0-or-later
"""Classes, personnes et ordinateurs, en français."""

from collections.abc import Mapping
from typing import Final

WORDS: Final[Mapping[str, str]] = {
    # Lire les classes
    "fault.file": "{file} : {why}",
    "fault.line": "{file}, ligne {line} : {why}",
    "fault.column": "{file}, ligne {line}, colonne {column} : {why}",
    "csv.no_file": "ce fichier manque.",
    "csv.unknown": "nous ne connaissons pas ce fichier. Nous connaissons : {names}.",
    "csv.not_utf8": "pas en UTF-8. Enregistrez le fichier comme CSV UTF-8.",
    "csv.no_column": (
        "cette colonne manque dans l’en-tête.|ces colonnes manquent dans l’en-tête."
    ),
    "csv.broken": "pas un CSV valide : un guillemet n’a pas de second.",
    "csv.size": "il y a {has} champs ici, {heading} dans l’en-tête.",
    "csv.empty": "est vide.",
    "csv.long": "plus long que {most} caractères.",
    "csv.odd": "un signe invisible dans le texte.",
    "csv.formula": "commence comme une formule (=, +, - ou @) et n’est pas un nom.",
    "csv.twice": "y est déjà, à la ligne {line} de {file}.",
    "csv.no_class": "il n’y a pas de classe {name}.",
    "csv.no_student": "il n’y a pas d’élève {name}.",
    "csv.no_teacher": "il n’y a pas de professeur {name}.",
    "csv.not_theirs": "{name} ne donne pas cours à cette classe (enrollments.csv).",
    "csv.backwards": "la leçon finit avant de commencer.",
    "csv.clock": "pas une heure comme 08:25.",
    "csv.day": "pas une date comme 2026-09-01.",
    "csv.slot_day": "pas un jour (ma di wo do vr za zo) ni une date comme 2026-09-01.",
    "import.faults": (
        "{faults}\n"
        "{count} faute. Rien n’a été lu.|"
        "{faults}\n"
        "{count} fautes. Rien n’a été lu."
    ),
    "import.only_looked": "Seulement regardé ; rien n’a changé.",
    "change.nothing": "Rien ne change.",
    "change.more": "  … et {count} de plus",
    "change.pupil_left": "  - élève {who} de {before}",
    "change.pupil_left.total": "élèves partis : {count}",
    "change.pupil_moved": "  > élève {who} de {before} à {after}",
    "change.pupil_moved.total": "élèves dans une autre classe : {count}",
    "change.pupil_added": "  + élève {who} en {after}",
    "change.pupil_added.total": "élèves nouveaux : {count}",
    "change.pupil_back": "  + élève {who} de retour en {after}",
    "change.pupil_back.total": "élèves de retour : {count}",
    "change.pupil_in_more": "  + élève {who} aussi en {after}",
    "change.pupil_in_more.total": "élèves dans une classe de plus : {count}",
    "change.pupil_in_less": "  - élève {who} plus en {before}",
    "change.pupil_in_less.total": "élèves hors d’une de leurs classes : {count}",
    "change.pupil_renamed": "  ~ élève {before} s’appelle maintenant {after}",
    "change.pupil_renamed.total": "élèves avec un nouveau nom : {count}",
    "change.pupil_age": "  ~ élève {who} : le jour à partir duquel il décide seul",
    "change.age_waits": (
        "  ! élève {who} : déciderait seul plus tôt ; cela vaut quand le bureau et le "
        "DPO ont signé tous les deux"
    ),
    "change.age_waits.total": "élèves qui attendent le DPO : {count}",
    "change.pupil_age.total": "élèves avec une autre limite d’âge : {count}",
    "change.no_kept": (
        "  ! élève {who} : ce qui a été refusé à la maison ou sur papier suit"
    ),
    "change.no_kept.total": "élèves dont un non ou une dispense suit : {count}",
    "change.yes_ended": (
        "  ! élève {who} : le oui de la maison valait pour la classe d’avant, "
        "redemandez-le"
    ),
    "change.yes_ended.total": "élèves dont le oui de la maison prend fin : {count}",
    "change.class_gone": "  - classe {who} n’a plus d’élèves",
    "change.class_gone.total": "classes vides : {count}",
    "change.class_added": "  + classe {who}",
    "change.class_added.total": "classes nouvelles : {count}",
    "change.class_renamed": "  ~ classe {before} s’appelle maintenant {after}",
    "change.class_renamed.total": "classes avec un nouveau nom : {count}",
    "change.teacher_added": "  + professeur {who}",
    "change.teacher_added.total": "professeurs nouveaux : {count}",
    "change.teacher_renamed": "  ~ professeur {before} s’appelle maintenant {after}",
    "change.teacher_renamed.total": "professeurs avec un nouveau nom : {count}",
    "change.teaches": "  + {who} donne cours à {after}",
    "change.teaches.total": "charges nouvelles : {count}",
    "change.teaches_days": "  ~ {who} en {after}",
    "change.teaches_days.total": "charges avec d’autres jours : {count}",
    "change.teaches_not": "  - {who} ne donne plus cours à {before}",
    "change.teaches_not.total": "charges parties : {count}",
    "change.timetable": "  ~ horaire de {who} ({after})",
    "change.timetable.total": "horaires modifiés : {count}",
    # Élèves et professeurs
    "no_pupil": "Il n’y a pas d’élève {who}. Essayez le numéro dans users.csv.",
    "several.no_pupil": "Il y a {count} élèves {who}. Donnez le numéro dans users.csv.",
    "no_teacher": "Il n’y a pas de professeur {who}. Essayez le numéro dans users.csv.",
    "several.no_teacher": (
        "Il y a {count} professeurs {who}. Donnez le numéro dans users.csv."
    ),
    "no_class": "Il n’y a pas de classe {name}.",
    "not_in_class": "{who} n’est pas dans cette classe.",
    "noted": "Noté : {who}. Cela vaut à partir de la prochaine publication.",
    "noted.back": (
        "Retiré : {who}. Ce qui était publié vaut encore jusqu’à ce que le bureau et "
        "le DPO aient signé tous les deux."
    ),
    "revoke.nobody": (
        "Il n’y a pas d’ordinateur ni de professeur avec un certificat : {who}."
    ),
    "teacher.days": "Le premier jour {first} vient après le dernier {last}.",
    "teacher.added": "{name} donne cours à {klass} du {first} au {last}.",
    "teacher.no_request": (
        "{file} n’est pas une demande d’une console (inzage-console request)."
    ),
    "teacher.bad_request": (
        "La demande ne prouve pas que la console a sa clé. Faites-la refaire."
    ),
    "teacher.bundled": "Sur l’appareil de {who} : inzage-console import {file}",
    # Ordinateurs
    "token.hours": "Un jeton vit 1 à {most} heures.",
    "token.uses": "Un jeton est pour 1 à {most} ordinateurs.",
    "token.address": (
        "{given} n’est pas une adresse avec un port, comme 10.0.0.5:47312."
    ),
    "enrol.on_laptop": "Ensuite sur chaque ordinateur : inzage-agentd enrol {file}",
    "enrol.no_token": "Aucun jeton n’a encore été créé.",
    "enrol.listens": "écoute sur {address}:{port}",
    "enrol.enrolled": "{label} : inscrit, encore sans élève",
    "enrol.no_ask": (
        "{file} n’est pas une demande d’un ordinateur (inzage-agentd enrol --ask)."
    ),
    "enrol.bad_ask": (
        "Ce n’est pas une demande valide d’un ordinateur. Faites-la refaire."
    ),
    "enrol.signed": "{label} : sur l’ordinateur : inzage-agentd enrol --accept {file}",
    "enrol.waiting": "{count} ordinateur sans élève.|{count} ordinateurs sans élève.",
    "enrol.who": "Nommez un ordinateur et un élève, ou donnez une liste avec --csv.",
    "assign.faults": (
        "{faults}\n"
        "{count} faute. Rien n’a changé.|"
        "{faults}\n"
        "{count} fautes. Rien n’a changé."
    ),
    "laptops.columns": (
        "il y a {count} colonne ici, pas 2 (ordinateur et élève).|"
        "il y a {count} colonnes ici, pas 2 (ordinateur et élève)."
    ),
    "laptops.twice": "{name} y est deux fois.",
    "laptops.no_laptop": "il n’y a pas d’ordinateur {name}.",
    "several.laptops.no_laptop": "il y a {count} ordinateurs {name}. Donnez le numéro.",
    "laptops.no_pupil": "il n’y a pas d’élève {name}.",
    "several.laptops.no_pupil": (
        "il y a {count} élèves {name}. Donnez le numéro dans users.csv."
    ),
    "laptops.heading": (
        "La ligne 1 est-elle un en-tête ? Appelez les colonnes ordinateur et "
        "élève, ou enlevez-la."
    ),
}
