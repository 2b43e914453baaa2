# SPDX-License-Identifier: GPL-3.0-or-later
"""L’aide de chaque commande, en français."""

from collections.abc import Mapping
from typing import Final

WORDS: Final[Mapping[str, str]] = {
    # Ce que fait chaque commande
    "help.": "Tout ce que le bureau d’une école fait avec Inzage.",
    "help.school": "Commencer une école, et prolonger ses clés.",
    "help.school init": (
        "Créer une école : des clés, une première lettre de confiance et un "
        "registre vide.\n"
        "\n"
        "Le DPO crée d’abord sa clé : dpo init. La clé racine va sur une clé USB, "
        "et celle-ci dans une armoire."
    ),
    "help.school renew": (
        "Prolonger la lettre de confiance avec la clé racine de la clé USB.\n"
        "\n"
        "Avec --dpo l’école change de DPO. Si l’ancien DPO signe aussi "
        "(--old-dpo), cela vaut tout de suite ; sinon après 14 jours, et les "
        "élèves le voient pendant ce temps.\n\nUne clé est perdue, ou quelqu’un "
        "d’autre l’a eue ? --new-office, --new-fresh ou --new-root en fait une "
        "autre ; publiez tout de suite après."
    ),
    "help.dpo": "Pour le DPO, sur son propre appareil.",
    "help.dpo init": "Créer la clé du DPO dans DIR. Seul dpo.pub va à l’école.",
    "help.dpo read": (
        "Demander à lire la liste d’un ordinateur, par exemple après une "
        "plainte.\n"
        "\n"
        "Sur l’ordinateur : inzage-agentd officer FICHIER LISTE.zip. L’élève "
        "voit dans sa liste que vous l’avez lue."
    ),
    "help.dpo note": (
        "Ajouter une remarque à la liste d’un ordinateur. Rien n’y est jamais "
        "modifié. Une remarque vient à côté.\n"
        "\n"
        "Sur l’ordinateur : inzage-agentd officer FICHIER."
    ),
    "help.dpo erase": (
        "Demander d’effacer des mots de la liste d’un ordinateur : d’une ligne, ou "
        "tous.\n"
        "\n"
        "L’élève lit votre raison dans sa liste. Après 14 jours les mots "
        "disparaissent, chez le professeur aussi. Si l’élève fait garder sa liste, la "
        "demande tombe.\n"
        "\n"
        "Sur l’ordinateur : inzage-agentd officer FICHIER."
    ),
    "help.charter": "La convention de l’école.",
    "help.charter new": "Préparer un formulaire vide : DIR/charter.toml.",
    "help.charter propose": (
        "Vérifier le formulaire et le signer comme bureau.\n"
        "\n"
        "Tout ce qui ne va pas est dit en une fois."
    ),
    "help.charter sign": (
        "Pour le DPO : signer la convention proposée. Lisez-la d’abord."
    ),
    "help.class": "Classes, élèves et horaires.",
    "help.class import": (
        "Lit des classes : un ensemble OneRoster (1.1, 1.2) ou School Data Sync "
        "(2.1), ou un autre export avec --mapping ; un dossier, un zip ou des "
        "fichiers.\n\nUne seule ligne fausse et rien n’est lu ; chaque faute est dite "
        "avec fichier, ligne et colonne. Si des classes déjà connues changent, c’est "
        "dit d’abord."
    ),
    "help.teacher": "Les professeurs et leurs appareils.",
    "help.teacher add": (
        "Laisser quelqu’un donner cours à une classe, par exemple un remplaçant "
        "pour un jour."
    ),
    "help.teacher bundle": (
        "Répondre à la demande d’une console (inzage-console request)."
    ),
    "help.teacher renew": "La même chose que bundle : un certificat vit 120 jours.",
    "help.enrol": "Inscrire des ordinateurs.",
    "help.enrol token": (
        "Créer un jeton : un fichier pour toute une image, valable un jour au plus."
    ),
    "help.enrol serve": "Répondre aux ordinateurs qui ont un jeton, jusqu’à Ctrl-C.",
    "help.enrol sign": "Répondre à une demande venue sur une clé USB.",
    "help.enrol list": "Montrer les ordinateurs qui n’ont pas encore d’élève.",
    "help.enrol assign": (
        "Donner un ordinateur à un élève, ou toute une liste avec --csv."
    ),
    "help.optout": (
        "Noter l’opposition d’un élève ou d’un parent. Aucune raison n’est "
        "nécessaire, et elle l’emporte toujours."
    ),
    "help.exempt": "Dispenser un élève de l’écran d’attention.",
    "help.guardian": "Ce que les parents ou tuteurs ont décidé sur papier.",
    "help.guardian add": (
        "Noter le formulaire d’un parent : oui ou non, pour une classe et pour "
        "chaque but à part.\n"
        "\n"
        "Sous l’âge de la convention ce oui est nécessaire, en plus de celui de "
        "l’élève. Un non vaut toujours. Le formulaire reste à l’école ; ici vient "
        "qui l’a vérifié, comment et quand. Ce qu’un élève choisit ne vient "
        "jamais ici."
    ),
    "help.guardian import": (
        "Lire une liste de formulaires : pupil, class, purposes, answer, "
        "checked_by, how, date.\n"
        "\n"
        "Une seule ligne fausse et rien n’est noté. Il peut y en avoir plusieurs "
        "dans purposes : overview;view."
    ),
    "help.guardian list": (
        "Montrer pour chaque élève ce qui est noté, et de qui le formulaire "
        "manque encore."
    ),
    "help.guardian withdraw": "Retirer ce qu’un parent a décidé, un oui ou un non.",
    "help.widening": (
        "Ce qui permet plus, avec deux signatures : bureau et DPO. Le oui des parents, "
        "et ce qui est retiré : une opposition, un non, une dispense, un âge."
    ),
    "help.widening propose": (
        "Signer comme bureau chaque élargissement qui n’est pas encore signé, et le "
        "préparer pour le DPO."
    ),
    "help.widening sign": (
        "Pour le DPO : lire ce que le bureau propose et le signer.\n"
        "\n"
        "Comparez la liste aux formulaires sur papier. Laissez ce qui ne va pas, "
        "avec --only."
    ),
    "help.widening list": "Montrer où en est chaque élargissement.",
    "help.revoke": "Rendre invalide le certificat d’un ordinateur ou d’un professeur.",
    "help.publish": (
        "Écrire tous les documents de l’école dans DIR/published.\n"
        "\n"
        "Avec --fresh ils sont seulement prolongés ; cela peut se faire chaque "
        "nuit, sans phrase secrète."
    ),
    "help.status": (
        "Dire où en est l’école : ce qui manque, ce qui expire quand, et que "
        "faire maintenant."
    ),
    # Ce que prend une commande
    "opt.language": (
        "Langue de tout ce qui est dit ; sinon INZAGE_LANGUAGE ou celle du système."
    ),
    "opt._click_default_help": "Montrer cette page.",
    "opt.version": "Quelle version c’est.",
    "opt.home": "Le dossier du bureau.",
    "opt.dpo init.home": "Un dossier du DPO seul.",
    "opt.dpo read.home": "Le dossier du DPO, avec dpo.key.",
    "opt.dpo note.home": "Le dossier du DPO, avec dpo.key.",
    "opt.dpo erase.home": "Le dossier du DPO, avec dpo.key.",
    "opt.dpo read.device": (
        "Numéro de l’ordinateur, tel que inzage-agentd status le montre."
    ),
    "opt.dpo note.device": (
        "Numéro de l’ordinateur, tel que inzage-agentd status le montre."
    ),
    "opt.dpo erase.device": (
        "Numéro de l’ordinateur, tel que inzage-agentd status le montre."
    ),
    "opt.note_text": "La remarque, jusqu’à 280 caractères.",
    "opt.reason_text": "La raison que l’élève lit, jusqu’à 140 caractères.",
    "opt.trust_file": "Le trust.json de l’école.",
    "opt.order_file": "Où va la demande.",
    "opt.about": "Numéro de la ligne concernée par la remarque.",
    "opt.dpo erase.about": "Numéro de la ligne ; 0 est toute la liste actuelle.",
    "opt.passphrase_file": (
        "Fichier avec la phrase secrète à la première ligne ; sinon elle est "
        "demandée. Une nouvelle a au moins 12 signes, ou 4 mots."
    ),
    "opt.name": "Le nom tel que les élèves le connaissent.",
    "opt.teacher add.name": "Nom du professeur.",
    "opt.dpo_file": "Le dpo.pub du DPO.",
    "opt.root_folder": "Où va ou se trouve root.key : une clé USB.",
    "opt.same_disk": (
        "La clé racine peut aller sur le disque du bureau ; vous l’emportez vous-même."
    ),
    "opt.old_dpo": "Dossier avec dpo.key de l’ancien DPO, qui signe aussi.",
    "opt.kind": (
        "school, ou demo : sans phrases secrètes, et sur cet appareil seulement."
    ),
    "opt.timezone": "Fuseau horaire de l’école.",
    "opt.register_url": (
        "Adresse d’un PostgreSQL pour un groupe d’écoles ; sinon un fichier dans DIR."
    ),
    "opt.demo": "Sans phrase secrète, pour une école de type demo.",
    "opt.draft": "Un autre formulaire que DIR/charter.toml.",
    "opt.folder": "Le dossier que le bureau a donné : DIR/proposed.",
    "opt.signer": "Qui signe : dpo.",
    "opt.key_folder": "Le dossier du DPO, avec dpo.key.",
    "opt.dry_run": "Montrer seulement ce qui changerait.",
    "opt.class_name": "Une classe ; sinon toutes celles de l’élève.",
    "opt.teacher add.class_name": "La classe.",
    "opt.guardian add.class_name": (
        "La classe du formulaire ; pas nécessaire pour qui est dans une seule classe."
    ),
    "opt.guardian list.class_name": "Cette classe seulement.",
    "opt.since": "Premier jour ; sinon aujourd’hui.",
    "opt.until": "Dernier jour ; sinon le 31 août.",
    "opt.who": "Nom ou numéro du professeur.",
    "opt.revoke.who": "Nom ou numéro de l’ordinateur ou du professeur.",
    "opt.request_file": "La demande écrite par la console.",
    "opt.out": "Où va la réponse.",
    "opt.enrol token.out": "Où va le fichier ; sinon dans DIR/tokens.",
    "opt.uses": "Combien d’ordinateurs, 1 à 500.",
    "opt.address": "Où enrol serve écoute, avec le port : 10.0.0.5:47312.",
    "opt.enrol serve.address": "L’adresse propre sur laquelle cet appareil écoute.",
    "opt.networks": (
        "Un réseau de l’école, comme 10.0.0.0/16 ; plus d’une fois si nécessaire."
    ),
    "opt.hours": "Combien d’heures vit le jeton, 1 à 24.",
    "opt.port": "Le port.",
    "opt.wanted": "S’arrêter après autant d’ordinateurs.",
    "opt.ask_file": "La demande de l’ordinateur (inzage-agentd enrol --ask).",
    "opt.device": "Étiquette ou numéro de l’ordinateur (enrol list).",
    "opt.pupil": "Nom ou numéro de l’élève.",
    "opt.csv_file": "Deux colonnes : ordinateur et élève. Un en-tête est permis.",
    "opt.purposes": (
        "Pour quoi : overview (petite image), view (écran en grand) ou show "
        "(montrer à la classe) ; plus d’une fois si nécessaire, sinon les trois."
    ),
    "opt.guardian add.purposes": (
        "Pour quoi : overview (petite image), view (écran en grand) ou show "
        "(montrer à la classe). Pour un oui chaque but à part ; un non sans but "
        "vaut pour les trois."
    ),
    "opt.undo": "Le retirer.",
    "opt.answer": "Ce que le parent a dit.",
    "opt.checked_by": (
        "Qui a vérifié le formulaire : une fonction à l’école, pas un nom."
    ),
    "opt.how": (
        "Comment on a vérifié qu’il vient du parent : remis en personne, "
        "signature connue, rappelé au numéro que l’école avait, ou par le compte "
        "scolaire du parent."
    ),
    "opt.date": "La date du formulaire.",
    "opt.file": "La liste, un CSV avec un en-tête.",
    "opt.missing": "Seulement ceux dont le formulaire manque encore.",
    "opt.only": "Ne signer que ce numéro de la liste ; plus d’une fois si nécessaire.",
    "opt.look": "Montrer seulement, ne rien signer.",
    "opt.why": "Par exemple : ordinateur volé.",
    "opt.fresh": "Prolonger seulement ; possible la nuit, sans phrase secrète.",
    # Comment cela s’appelle à la première ligne d’une aide
    "meta.value": "…",
    "meta.home": "DIR",
    "meta.draft": "FORMULAIRE",
    "meta.folder": "DOSSIER",
    "meta.file": "FICHIER",
    "meta.name": "NOM",
    "meta.who": "QUI",
    "meta.ask_file": "DEMANDE",
    "meta.device": "ORDINATEUR",
    "meta.note_text": "TEXTE",
    "meta.reason_text": "TEXTE",
    "meta.pupil": "ÉLÈVE",
    # L’aide elle-même
    "usage": "Utilisation :",
    "usage.options": "[OPTIONS]",
    "usage.command": "COMMANDE ...",
    "usage.arguments": "Ce qu’il faut ",
    "usage.opts": "Options ",
    "usage.commands": "Commandes ",
    "usage.examples": "Comme ceci ",
    "usage.default": "[sinon {value}]",
    "usage.required": "[nécessaire]",
}
