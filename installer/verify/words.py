# SPDX-License-Identifier: GPL-3.0-or-later
"""What `inzage-verify` says besides its findings, in three languages."""

from collections.abc import Mapping
from typing import Final

from consent.documents.fields import Lang

USAGE: Final = "inzage-verify PACK... [--root FP] [--language nl|en|fr] [--json]"
EXAMPLE: Final = 'inzage-verify mijn-inzage.zip --root "5F2A 09C1 ..."'

WORDS: Final[Mapping[Lang, Mapping[str, str]]] = {
    Lang.NL: {
        "usage": "Gebruik: {usage}",
        "help": """\
Kijk na of een pak van Inzage klopt: het bestand dat een leerling meenam, of de lijst
van een leraar. Dat kan op elke computer, zonder netwerk.

  PACK             het bestand, bijvoorbeeld mijn-inzage.zip; meer bestanden of een map
                   worden ook naast elkaar gelegd
  --root FP        het nummer van de school, op haar brief: 64 tekens, met of zonder
                   spaties
  --language       nl, en of fr; anders INZAGE_LANGUAGE of de taal van de computer
  --json           voor programma's, in drie talen
  --version        welke versie dit is
  -h, --help       deze uitleg

Voorbeeld:
  {example}

0: alles klopt. 1: er klopt iets niet, en elke zin zegt wat. 2: verkeerd gebruik, of
geen pak.""",
        "beside": "Naast elkaar",
        "ok": "  ok ",
        "wrong": "FOUT ",
        "no_pack": "{file}: dit is geen pak van Inzage.",
        "unreadable": "{file}: dit bestand is er niet of is niet te lezen.",
        "number": "het nummer heeft 64 tekens, 0-9 en A-F.",
        "lacking": "zeg welk bestand, en niets anders dan wat hierboven staat.",
    },
    Lang.EN: {
        "usage": "Usage: {usage}",
        "help": """\
Check a pack of Inzage: the file that a pupil took along, or the list of a teacher.
That works on any computer, without a network.

  PACK             the file, for instance mijn-inzage.zip; several files or a folder
                   are laid beside each other too
  --root FP        the number of the school, in its letter: 64 characters, with or
                   without spaces
  --language       nl, en or fr; otherwise INZAGE_LANGUAGE or the computer's language
  --json           for programs, in three languages
  --version        which version this is
  -h, --help       this page

Example:
  {example}

0: all of it holds. 1: something does not, and each sentence says what. 2: wrong use,
or no pack.""",
        "beside": "Beside each other",
        "ok": "  ok  ",
        "wrong": "WRONG ",
        "no_pack": "{file}: this is no pack of Inzage.",
        "unreadable": "{file}: this file is not there or cannot be read.",
        "number": "the number has 64 characters, 0-9 and A-F.",
        "lacking": "say which file, and nothing but what stands above.",
    },
    Lang.FR: {
        "usage": "Utilisation : {usage}",
        "help": """\
Vérifiez un paquet d’Inzage : le fichier qu’un élève a emporté, ou la liste d’un
professeur. Cela marche sur tout ordinateur, sans réseau.

  PACK             le fichier, par exemple mijn-inzage.zip ; plusieurs fichiers ou un
                   dossier sont aussi comparés entre eux
  --root FP        le numéro de l’école, sur sa lettre : 64 signes, avec ou sans espaces
  --language       nl, en ou fr ; sinon INZAGE_LANGUAGE ou la langue de l’ordinateur
  --json           pour les programmes, en trois langues
  --version        quelle version c’est
  -h, --help       cette page

Exemple :
  {example}

0 : tout est bon. 1 : quelque chose ne va pas, et chaque phrase dit quoi. 2 : mauvaise
utilisation, ou pas un paquet.""",
        "beside": "Côte à côte",
        "ok": "   ok   ",
        "wrong": "ERREUR  ",
        "no_pack": "{file} : ce n’est pas un paquet d’Inzage.",
        "unreadable": "{file} : ce fichier n’est pas là ou ne peut pas être lu.",
        "number": "le numéro a 64 signes, 0-9 et A-F.",
        "lacking": "dites quel fichier, et rien d’autre que ce qui est ci-dessus.",
    },
}
