# SPDX-License-Identifier: GPL-3.0-or-later
"""Ce qu'une école change : accords, clés, année ; en français."""

from collections.abc import Mapping
from typing import Final

WORDS: Final[Mapping[str, str]] = {
    # Verschillen van afspraken
    "diff.first": (
        "Aucun accord ne valait encore, ou le DPO n’a pas signé le précédent : "
        "lisez tout."
    ),
    "diff.same": "Rien ne diffère.",
    "diff.no_charter": "{file} ne contient pas d’accords (charter.json).",
    "help.charter diff": (
        "Dit ce qui change entre deux accords, d’abord ce qui permet plus.\n"
        "\n"
        "Avec DIR seul : ce qui vaut à côté de ce qui est prêt, la proposition ou"
        " le formulaire. Sinon deux fichiers charter.json, ou des dossiers qui en"
        " ont un."
    ),
    "opt.charter diff.old": "Le dossier du bureau, ou les anciens accords.",
    "opt.charter diff.new": "Les nouveaux accords.",
    "meta.old": "ANCIEN",
    "meta.new": "NOUVEAU",
    # Nieuwe sleutels
    "school.rekeyed": (
        "Les nouvelles clés comptent. Publiez tout de suite : d’ici là, aucun "
        "cours ne marche."
    ),
    "school.new_root": (
        "La nouvelle clé racine est dans {file}. Mettez cette clé USB dans une "
        "armoire et détruisez l’ancienne. Le numéro ci-dessus va sur la lettre "
        "aux parents ; refaites les jetons des ordinateurs à inscrire."
    ),
    "renew.dpo_waits": (
        "Un autre DPO attend encore. De nouvelles clés demandent aussi la "
        "signature du DPO d’avant (--old-dpo), ou ce DPO à nouveau (--dpo)."
    ),
    "opt.new_office": (
        "Une nouvelle clé du bureau : l’ancienne est perdue, ou quelqu’un d’autre"
        " l’a eue."
    ),
    "opt.new_fresh": "Une nouvelle clé pour prolonger les papiers (fresh).",
    "opt.new_root": (
        "Une deuxième clé USB, pour une nouvelle clé racine ; l’ancienne signe aussi."
    ),
    # Een nieuw schooljaar
    "year.name": "Année scolaire {year}.",
    "year.early": (
        "Une nouvelle année scolaire commence ici à partir du {day}. Rien n’a changé."
    ),
    "year.begun": (
        "L’année scolaire {year} a déjà des classes, et cette liste dit autre "
        "chose. Rien n’a changé. Utilisez class import : il montre d’abord ce qui"
        " change."
    ),
    "year.classes": (
        "donnez les classes de la nouvelle année : la série du programme de "
        "l’école, en dossier ou en zip."
    ),
    "year.withdrawn": (
        "Les papiers de {count} classe de l’an dernier ont été retirés.|"
        "Les papiers de {count} classes de l’an dernier ont été retirés."
    ),
    "year.ends": (
        "Le certificat de {who} finit le {day} : faites faire une demande par la "
        "console."
    ),
    "year.no_certificate": "{who} n’a pas encore de certificat.",
    "year.form": (
        "Les accords de l’an dernier sont prêts dans {file}. Ce qui doit être "
        "décidé à nouveau est ouvert : le conseil, les vacances et la date de "
        "révision."
    ),
    "year.form_head": (
        "Les accords pour {year}, repris de l’an dernier.\n"
        'Remplissez chaque "..." et relisez tout ; on signe seulement après.'
    ),
    "year.form_review": "L’an dernier : {day}. Quand l’école revoit-elle ceci ?",
    "year.form_holiday": (
        "L’an dernier : du {first} au {last}. Retirez le bloc s’il n’existe plus."
    ),
    "year.form_council": (
        "L’an dernier : {ref}, {day}. Le conseil se prononce à nouveau pour cette"
        " année.\n"
        "uitkomst : overleg_held, advice_pos, advice_neg ou waived."
    ),
    "help.year": "Une année scolaire.",
    "help.year new": (
        "Commence une nouvelle année scolaire, dès juillet.\n"
        "\n"
        "Lit les classes, emporte chaque non, laisse finir le oui des parents, "
        "prépare le formulaire des accords, retire les vieux papiers et dit ce "
        "qui reste à faire. Tout ou rien ; une deuxième fois ne change rien."
    ),
    "opt.sources": (
        "Un dossier, un zip ou un CSV de la nouvelle année ; plusieurs fois si besoin."
    ),
    # Wie iemand vervangt
    "teacher.no_lessons": "{who} n’a pas de cours en {klass} ; rien n’a changé.",
    "opt.instead_of": (
        "Qui est remplacé : les cours de ce professeur dans cette classe, ces jours-là."
    ),
}
