# SPDX-License-Identifier: GPL-3.0-or-later
"""Les mots de la liste, en français."""

from collections.abc import Mapping
from typing import Final

WORDS: Final[Mapping[str, str]] = {
    "erased": "Les mots de cette ligne ont été effacés.",
    "why": " Pourquoi : {why}.",
    "instant": "moins d’une seconde",
    "second": "{n} seconde",
    "seconds": "{n} secondes",
    "minute": "{n} minute",
    "minutes": "{n} minutes",
    # OPEN: en cours
    "open.overview": "{who} a commencé à regarder une petite image de ton écran. "
    "Cela peut durer {most} au plus.{why}",
    "open.view": "{who} a commencé à regarder ton écran en grand. "
    "Cela peut durer {most} au plus.{why}",
    "open.show": "{who} a commencé à montrer ton écran à la classe. "
    "Cela peut durer {most} au plus.{why}",
    "open.attention": "{who} a demandé ton attention, pour {most} au plus.{why}",
    "open.share": "{who} a commencé à partager quelque chose avec toi.{why}",
    # OPEN et CLOSE: fini
    "done.overview": "{who} a vu une petite image de ton écran. "
    "Cela a duré {long}. C’était permis pour {most} au plus.{why}",
    "done.view": "{who} a vu ton écran en grand. "
    "Cela a duré {long}. C’était permis pour {most} au plus.{why}",
    "done.show": "{who} a montré ton écran à la classe. "
    "Cela a duré {long}. C’était permis pour {most} au plus.{why}",
    "done.attention": "{who} a demandé ton attention, pour {most} au plus. "
    "Cela a duré {long}.{why}",
    "done.share": "{who} a partagé quelque chose avec toi. Cela a duré {long}.{why}",
    # ... et aucune image n’est partie
    "none.overview": "{who} pouvait voir une petite image de ton écran. "
    "Aucune image n’est partie. Cela a duré {long}, sur {most} au plus.{why}",
    "none.view": "{who} pouvait voir ton écran en grand. "
    "Aucune image n’est partie. Cela a duré {long}, sur {most} au plus.{why}",
    "none.show": "{who} pouvait montrer ton écran à la classe. "
    "Aucune image n’est partie. Cela a duré {long}, sur {most} au plus.{why}",
    # CLOSE et CAUSE: ce qui s’est arrêté
    "end.overview": "La petite image de ton écran",
    "end.view": "La grande image de ton écran",
    "end.show": "La présentation de ton écran à la classe",
    "end.attention": "La demande d’attention",
    "end.share": "Le partage",
    "end.unknown": "Une chose commencée plus tôt",
    "close": "{what} a pris fin après {long}.",
    "close.why": "{what} a pris fin après {long}, {cause}.",
    "close.who.overview": "{who} n’a plus regardé la petite image après {long}.",
    "close.who.view": "{who} n’a plus regardé ton écran après {long}.",
    "close.who.show": "{who} n’a plus montré ton écran à la classe après {long}.",
    "close.who.attention": "{who} t’a laissé continuer ton travail après {long}.",
    "close.who.share": "{who} a arrêté de partager après {long}.",
    "cause": "{what} a pris fin {cause}.",
    # Partagé
    "message": "{who} t’a envoyé un message : « {text} »",
    "link": "{who} a partagé un lien avec toi : {title} ({url}).",
    "file_offer": "{who} t’a proposé un fichier : {name}.",
    "handin_ask": "{who} t’a demandé de rendre quelque chose : {title}.",
    "lesson.start": "La leçon de {who} a commencé.",
    "lesson.end": "La leçon de {who} est finie.",
    # La liste elle-même
    "note": "Une remarque a été mise dans ta liste : « {text} »",
    "note.about": "Une remarque a été mise à la ligne {about} de ta liste : « {text} »",
    "gap.one": "Ta liste est gardée à deux endroits. La ligne {low} n’est qu’à un "
    "endroit. La connexion peut en être la cause, ou un ordinateur qui a redémarré.",
    "gap": "Ta liste est gardée à deux endroits. Les lignes {low} à {high} ne sont "
    "qu’à un endroit. La connexion peut en être la cause, ou un ordinateur qui a "
    "redémarré.",
    "hold.pupil": "Tu as fait garder ta liste pendant un an. Pendant ce temps, "
    "personne ne peut rien y effacer.",
    "hold.pupil.copy": "Tu as aussi fait garder la copie de ton professeur pendant "
    "un an.",
    "hold.dpo": "L’aide vie privée de l’école a fait garder ta liste pendant un an.",
    "hold.dpo.copy": "L’aide vie privée a fait de même avec la copie de ton "
    "professeur.",
    "order": "L’aide vie privée de l’école veut effacer les mots de ta liste, pas "
    "avant 14 jours. Tu ne veux pas ? Fais garder ta liste. La raison : « {text} »",
    "order.one": "L’aide vie privée de l’école veut effacer les mots de la ligne "
    "{target}, pas avant 14 jours. Tu ne veux pas ? Fais garder ta liste. La raison : "
    "« {text} »",
    "redact.pupil": "Tu as effacé les mots de ta liste.",
    "redact.pupil.one": "Tu as effacé les mots de la ligne {target}.",
    "redact.dpo": "L’aide vie privée de l’école a effacé les mots de ta liste.",
    "redact.dpo.one": "L’aide vie privée de l’école a effacé les mots de la ligne "
    "{target}.",
    "read.pupil": "Tu as lu ta liste.",
    "read.guardian": "Tes parents ou ton tuteur ont lu ta liste.",
    "read.dpo": "L’aide vie privée de l’école a lu ta liste.",
    # Refusé: un professeur a demandé ...
    "wish.overview": "à voir une petite image de ton écran",
    "wish.view": "à voir ton écran en grand",
    "wish.show": "à montrer ton écran à la classe",
    "wish.attention": "ton attention",
    "wish.share": "à partager quelque chose avec toi",
    "wish.lesson": "à commencer une leçon",
    "refused": "Un professeur a demandé {wish}. Ce n’était pas possible, {cause}.",
    "refused.many": "Un professeur a demandé {count} fois {wish}. Ce n’était pas "
    "possible, {cause}.",
    # Tes choix: si ton professeur ...
    "may.overview": "peut voir une petite image de ton écran",
    "may.view": "peut voir ton écran en grand",
    "may.show": "peut montrer ton écran à la classe",
    "notice": "On t’a montré l’explication sur qui peut regarder.",
    "asked": "On t’a demandé si ton professeur {may}.",
    "ConsentUnknown": "Tu n’as pas encore choisi si ton professeur {may}.",
    "ConsentRequested": "On t’a demandé si ton professeur {may}.",
    "ConsentRequestDeferred": "On t’a demandé si ton professeur {may}. Tu as choisi "
    "plus tard. D’ici là, c’est non.",
    "ConsentGiven": "Tu as dit oui à la question si ton professeur {may}.",
    "RenewedConsentGiven": "Tu as encore dit oui à la question si ton professeur "
    "{may}.",
    "ConsentRefused": "Tu as dit non à la question si ton professeur {may}.",
    "ConsentWithdrawn": "Tu as repris ton oui. La question était si ton professeur "
    "{may}.",
    "ConsentExpired": "Ton oui ne compte plus, car son temps est fini. La question "
    "était si ton professeur {may}.",
    "ConsentTerminated": "Ton oui est fini pour de bon. La question était si ton "
    "professeur {may}.",
    "ConsentInvalidated": "Ton oui ne compte plus, car quelque chose a changé. La "
    "question était si ton professeur {may}.",
    "pause.on": "Tu as choisi un moment privé. Ainsi, personne ne peut regarder.",
    "pause.on.doubt": "L’ordinateur a redémarré. C’est donc un moment privé, jusqu’à "
    "ce que tu cliques sur Continuer.",
    "pause.off": "Le moment privé est fini.",
    "pause.off.bell": "Le moment privé est fini, car l’heure de cours est finie.",
    "said_yes.offer": "Tu as toi-même demandé à ton professeur de venir voir.",
    "said_yes.preview": "Tu as dit oui : ton écran pouvait aller au tableau.",
    # L’ordinateur
    "trouble": "Quelque chose n’a pas marché sur cet ordinateur. Dis ce mot si tu "
    "demandes de l’aide : {what}.",
    "trouble.ledger": "Ta liste n’a pas pu être écrite un moment. Personne ne pouvait "
    "alors regarder.",
    # Ce qui n’allait pas
    "trouble.two_lists": "Deux versions de la liste de {who} ne vont pas ensemble : "
    "un nouvel ordinateur peut aussi en être la cause.",
    "trouble.copy_differs": "La liste de {who} n’était pas la même que la tienne : "
    "c’est la tienne qui compte.",
    "trouble.copy_misses": "Dans la liste de {who}, il manquait des lignes qui y "
    "étaient avant : toi, tu les as encore.",
    "trouble.not_ours": "{who} a montré une ligne que cet ordinateur n’a jamais "
    "écrite : elle ne compte pas.",
    "trouble.lines_lost": "Des lignes ont disparu de cet ordinateur : cela peut venir "
    "d’une panne, ou de quelqu’un qui a remis un ancien état.",
    "trouble.lines_changed": "Quelque chose a changé dans cette liste en dehors "
    "d’Inzage : regarde aussi la copie de ton professeur.",
    "clock": "L’horloge de cet ordinateur n’était pas juste. Personne ne pouvait alors "
    "regarder.",
    "clock.agreed": "L’horloge de cet ordinateur est de nouveau juste.",
    "paper.trust": "la feuille avec qui peut signer pour l’école",
    "paper.charter": "l’accord sur qui peut regarder",
    "paper.class": "l’horaire de ta classe",
    "paper.roster": "la liste de la classe",
    "paper.slip": "ta propre feuille",
    "paper.set": "la feuille avec les papiers qui comptent maintenant",
    "paper.revocations": "la feuille avec qui ne peut plus",
    "paper.taken": "L’école a envoyé du nouveau : {paper}, numéro {serial}.",
    "paper.refused": "L’école a envoyé du nouveau qui n’était pas en ordre, et qui ne "
    "compte pas : {paper}.",
    "paper.refused.slip": "L’école a envoyé une nouvelle feuille sur toi qui permet "
    "plus. L’aide vie privée de l’école n’a pas signé cela. Elle ne compte "
    "donc pas, et d’ici là personne ne voit ton écran.",
    "enrol": "Cet ordinateur a été préparé pour ton école.",
    # Pourquoi, en une demi-phrase
    "by.you": "parce que tu l’as choisi",
    "by.pause": "parce que tu as choisi un moment privé",
    "by.teacher": "parce que le professeur s’est arrêté",
    "by.time": "parce que le temps était fini",
    "by.bell": "parce qu’il n’y avait pas de leçon",
    "by.over": "parce que la leçon était finie",
    "by.link": "parce que la connexion a été perdue",
    "by.restart": "parce que l’ordinateur a redémarré",
    "by.eye": "parce qu’on ne voyait pas bien l’œil",
    "by.log": "parce que ta liste ne pouvait pas être écrite",
    "by.logged_first": "parce que le professeur ne l’avait pas d’abord noté",
    "by.school": "parce que l’accord de l’école ne le permet pas",
    "by.place": "parce que cet ordinateur n’était pas sur le réseau de l’école",
    "by.clock": "parce que l’horloge de cet ordinateur n’était pas juste",
    "by.out": "parce que tu ne participes pas",
    "by.home": "parce que tes parents ou ton tuteur n’ont pas dit oui",
    "by.choice": "parce que tu n’as pas dit oui",
    "by.replay": "parce que c’était une vieille question",
}
