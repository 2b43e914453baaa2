# SPDX-License-Identifier: GPL-3.0-or-later
"""L’école et sa convention, en français."""

from collections.abc import Mapping
from typing import Final

WORDS: Final[Mapping[str, str]] = {
    # Le bureau et l’école
    "office.none": "Il n’y a pas de bureau dans {home}.",
    "office.settings": "{file} n’est pas en ordre. Remettez-le depuis une sauvegarde.",
    "office.no_register": (
        "Le registre {file} n’est pas là. Remettez-le depuis une sauvegarde."
    ),
    "office.no_trust": (
        "Il n’y a pas de lettre de confiance (trust.json) dans {folder}. Remettez "
        "le dossier depuis une sauvegarde."
    ),
    "office.bad_trust": (
        "La lettre de confiance dans {folder} (trust.json) est endommagée. "
        "Remettez le dossier depuis une sauvegarde."
    ),
    "office.no_paper": "Ce document n’est pas encore publié : {name}.",
    "school.there": "Il y a déjà une école dans {home}. Rien n’a changé.",
    "school.no_passphrase": "Les clés d’une école ont besoin d’une phrase secrète.",
    "school.root_here": (
        "{folder} est dans le dossier du bureau. La clé racine ne peut pas y "
        "rester : donnez une clé USB avec --root."
    ),
    "school.no_stick": (
        "{folder} n’est pas là, ou n’est pas un dossier. La clé USB est-elle "
        "branchée ? Créez d’abord le dossier, sur la clé."
    ),
    "school.same_disk": (
        "{folder} est sur le même disque que le bureau. La clé racine va sur une "
        "clé USB : voyez si elle est branchée. Si vous n’en avez pas, donnez "
        "--same-disk et emportez root.key vous-même ensuite."
    ),
    "school.zone": "{given} n’est pas un fuseau horaire, comme Europe/Brussels.",
    "school.name": "Le nom d’une école a 1 à {most} caractères.",
    "school.made": (
        "Mettez {file} sur une clé USB, dans une armoire. Le numéro va sur la "
        "lettre aux parents."
    ),
    "school.renewed": "Une nouvelle lettre de confiance, jusqu’au {until}.",
    "school.dpo_waits": (
        "Le nouveau DPO compte à partir du {day} ; jusque-là les élèves voient "
        "qu’un autre vient."
    ),
    "renew.root": (
        "Ce n’est pas la clé racine de cette école. Prenez la clé USB faite par "
        "school init."
    ),
    "renew.old_dpo": "Ce n’est pas la clé du DPO actuel.",
    "dpo.made": "{file} est créé. Seul ce fichier va à l’école ; le reste reste ici.",
    "dpo.office_here": (
        "Une clé du bureau se trouve dans {folder}. Le DPO crée sa clé sur son "
        "propre appareil : deux signatures sont deux endroits."
    ),
    "dpo.no_public": "{file} n’est pas un dpo.pub tel que dpo init le crée.",
    "dpo.no_key": "Il n’y a pas de clé de DPO (dpo.key) dans {folder}.",
    "dpo.no_laptop": (
        "{laptop} n’est pas un numéro d’ordinateur : 32 caractères, 0-9 et a-f."
    ),
    "dpo.no_trust": "{file} n’est pas une lettre de confiance d’école (trust.json).",
    "dpo.no_text": "Une remarque a de 1 à {most} caractères.",
    "dpo.no_reason": "Une raison a de 1 à {most} caractères.",
    "dpo.read_order": (
        "{file} est signé et vaut une semaine, pour ce seul ordinateur. L’élève "
        "voit que vous avez lu la liste."
    ),
    "dpo.note_order": (
        "{file} est signé et vaut une semaine, pour ce seul ordinateur. L’élève "
        "voit la remarque."
    ),
    "dpo.erase_order": (
        "{file} est signé et vaut une semaine, pour ce seul ordinateur. L’élève lit "
        "votre raison. Après 14 jours les mots disparaissent, sauf si l’élève fait "
        "garder sa liste."
    ),
    # La convention
    "charter.form": (
        "Le formulaire est prêt : {file}. Remplissez-le avec un simple éditeur de "
        "texte."
    ),
    "charter.form_there": "{file} existe déjà. Rien n’a changé.",
    "charter.no_form": "Le formulaire {file} n’est pas là.",
    "charter.proposed": (
        "La convention, numéro {number}, est en ordre et signée comme bureau. "
        "Elle se trouve dans {folder}."
    ),
    "charter.none": "Il n’y a pas de convention proposée dans {folder}.",
    "charter.damaged": (
        "La convention dans {folder} est endommagée. Redemandez-la au bureau."
    ),
    "charter.signed": "La convention, numéro {number}, est signée.",
    "form.faults": (
        "{faults}\n"
        "{count} chose dans {file} n’est pas encore en ordre. Rien n’a été "
        "signé.|{faults}\n"
        "{count} choses dans {file} ne sont pas encore en ordre. Rien n’a été "
        "signé."
    ),
    "form.toml": (
        "Ligne {line} : ce n’est pas un formulaire valide. Voyez si chaque "
        "guillemet et chaque crochet a son second."
    ),
    "form.blank": "À remplir encore : {place}.",
    "form.missing": "Ceci manque : {place}.",
    "form.unknown": "Ceci n’a pas sa place ici : {place}.",
    "form.block": "{place} : ici il faut un bloc.",
    "form.list": "{place} : ici il faut une liste, entre [ et ].",
    "form.some": "{place} : au moins un, au plus {most}.",
    "form.text": "{place} : un texte de 1 à {most} caractères.",
    "form.odd": "{place} : il y a un signe invisible dans le texte.",
    "form.number": "{place} : un nombre de {low} à {high}, pas {given}.",
    "form.choice": "{place} : choisissez parmi {choices}, pas {given}.",
    "form.day": "{place} : une date comme 2026-09-01.",
    "form.clock": '{place} : une heure comme "08:25".',
    "form.code": "{place} : un nom de petites lettres, chiffres et _.",
    "form.truth": "{place} : true ou false.",
    "form.promise": (
        "{place} : mettez true. Sans la promesse qu’un non n’a pas de suites, ce "
        "n’est pas possible."
    ),
    "form.network": "{place} : {given} n’est pas un réseau comme 10.20.0.0/16.",
    "form.loose": "{place} : écrivez {given} comme {right}.",
    "form.public": (
        "{place} : {given} n’est pas un réseau de l’école elle-même, mais d’internet."
    ),
    "form.order": "{first} doit venir avant {last}.",
    "form.weekend": (
        "{place} : {given} est le week-end, et alors personne ne regarde jamais. "
        "Ôtez ce jour."
    ),
    "form.life": "{place} : du {first} au {last} ; une convention vit 12 mois au plus.",
    "form.over": "{place} : ce jour est déjà passé.",
    "form.twice": "{place} : {given} y est deux fois.",
}
