# SPDX-License-Identifier: GPL-3.0-or-later
"""Les papiers pour les gens, en français."""

from collections.abc import Mapping
from typing import Final

WORDS: Final[Mapping[str, str]] = {
    "help.notice": (
        "Écrit la feuille pour les élèves, de 6 à 9 ans et à partir de 10 ans.\n"
        "\n"
        "Elle a exactement les mots que les élèves lisent à l’écran, avec la marque "
        "de chaque texte. En néerlandais et en anglais."
    ),
    "help.dpia": (
        "Écrit un projet d’analyse d’impact (AIPD).\n"
        "\n"
        "L’école et le DPO le complètent et décident. Avant la signature du DPO : "
        "--proposed."
    ),
    "help.ropa": (
        "Écrit un projet pour le registre des traitements.\n"
        "\n"
        "À lire, et sous forme de ropa.json pour un programme."
    ),
    "help.rules-annex": (
        "Écrit une annexe au règlement de l’école.\n"
        "\n"
        "Elle informe. Elle n’est pas un consentement, et elle le dit d’abord."
    ),
    "help.parent-letter": (
        "Écrit des lettres aux parents, avec une feuille de réponse.\n"
        "\n"
        "Un fichier par classe. Avec --per class une lettre sans noms."
    ),
    "help.council-report": (
        "Écrit le rapport pour le conseil : des totaux, aucun nom.\n"
        "\n"
        "Les nombres qui trahiraient quelqu’un n’y sont pas. Avec --volume il compte "
        "les journaux remis par les enseignants (ledger.db, d’une console fermée)."
    ),
    "opt.paper_folder": "Dossier des papiers ; sinon DIR/papers-out.",
    "opt.only_lang": "Cette langue seulement ; sinon néerlandais et anglais.",
    "opt.proposed": "Prend la proposition qui attend le DPO ; elle porte DRAFT.",
    "opt.parent-letter.class_name": "Une classe ; sinon toutes les classes.",
    "opt.per": "Une lettre par élève, ou une sans noms par classe.",
    "opt.volumes": "Journal d’une console ; peut être répété.",
    "opt.counts_file": (
        "CSV de chiffres comptés : class,week,lessons,looks,calls ; week est un lundi."
    ),
    "papers.no_proposal": "Il n’y a pas d’accord proposé.",
    "papers.unsigned": (
        "L’accord n’est pas signé par le bureau et le DPO. Rien n’a été écrit. Pour "
        "un projet : --proposed."
    ),
    "papers.over": (
        "Rien n’a été écrit, car l’accord ne compte plus.\n"
        "{reasons}\n"
        "Faites un nouvel accord : charter propose."
    ),
    "papers.over_expired": "Il a pris fin le {day}.",
    "papers.over_review": "Il devait être revu pour le {day}.",
    "papers.over_council": "L’avis du conseil comptait jusqu’au {day}.",
    "papers.over_words": (
        "Il va avec d’autres textes pour les élèves que ceux de ce programme."
    ),
    "papers.no_log": (
        "{file} n’est pas le journal d’une console, ou il est encore "
        "utilisé. Rien n’a été écrit. Fermez la console et copiez ledger.db à nouveau."
    ),
    "papers.no_home": "Aucune classe avec des élèves cette année : {name}.",
    "papers.count": "une semaine est un lundi (2026-11-23), un nombre est 0 ou plus.",
    "papers.counts": (
        "{faults}\n1 faute. Rien n’a été écrit.|{faults}\n{count} fautes. Rien n’a "
        "été écrit."
    ),
    "papers.lacking": (
        "Il manque à cet appareil de quoi écrire des papiers. Tapez :\n"
        "  pip install 'inzage[papers]'\n"
        "  sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
    ),
}
