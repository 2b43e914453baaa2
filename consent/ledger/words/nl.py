# SPDX-License-Identifier: GPL-3.0-or-later
"""De woorden van de lijst, in het Nederlands."""

from collections.abc import Mapping
from typing import Final

WORDS: Final[Mapping[str, str]] = {
    "erased": "De woorden van deze regel zijn gewist.",
    "why": " Waarom: {why}.",
    "instant": "nog geen seconde",
    "second": "{n} seconde",
    "seconds": "{n} seconden",
    "minute": "{n} minuut",
    "minutes": "{n} minuten",
    # Een OPEN: bezig
    "open.overview": "{who} begon naar een klein beeld van je scherm te kijken. "
    "Dat mag hoogstens {most} duren.{why}",
    "open.view": "{who} begon je scherm groot te bekijken. "
    "Dat mag hoogstens {most} duren.{why}",
    "open.show": "{who} begon je scherm aan de klas te tonen. "
    "Dat mag hoogstens {most} duren.{why}",
    "open.attention": "{who} vroeg je aandacht, voor hoogstens {most}.{why}",
    "open.share": "{who} begon iets met je te delen.{why}",
    # Een OPEN en zijn CLOSE: voorbij
    "done.overview": "{who} zag een klein beeld van je scherm. "
    "Dat duurde {long}. Het mocht hoogstens {most} duren.{why}",
    "done.view": "{who} zag je scherm groot. "
    "Dat duurde {long}. Het mocht hoogstens {most} duren.{why}",
    "done.show": "{who} toonde je scherm aan de klas. "
    "Dat duurde {long}. Het mocht hoogstens {most} duren.{why}",
    "done.attention": "{who} vroeg je aandacht, voor hoogstens {most}. "
    "Het duurde {long}.{why}",
    "done.share": "{who} deelde iets met je. Dat duurde {long}.{why}",
    # ... en er vertrok geen enkel beeld
    "none.overview": "{who} mocht een klein beeld van je scherm zien. "
    "Er is geen beeld verstuurd. Het duurde {long}, van hoogstens {most}.{why}",
    "none.view": "{who} mocht je scherm groot zien. "
    "Er is geen beeld verstuurd. Het duurde {long}, van hoogstens {most}.{why}",
    "none.show": "{who} mocht je scherm aan de klas tonen. "
    "Er is geen beeld verstuurd. Het duurde {long}, van hoogstens {most}.{why}",
    # Een CLOSE of CAUSE: wat er stopte
    "end.overview": "Het kleine beeld van je scherm",
    "end.view": "Het grote beeld van je scherm",
    "end.show": "Het tonen van je scherm aan de klas",
    "end.attention": "De vraag om je aandacht",
    "end.share": "Het delen",
    "end.unknown": "Iets dat al eerder begon,",
    "close": "{what} stopte na {long}.",
    "close.why": "{what} stopte na {long}, {cause}.",
    "close.who.overview": "{who} keek na {long} niet meer naar het kleine beeld.",
    "close.who.view": "{who} keek na {long} niet meer naar je scherm.",
    "close.who.show": "{who} toonde je scherm na {long} niet meer aan de klas.",
    "close.who.attention": "{who} liet je na {long} weer verder werken.",
    "close.who.share": "{who} stopte na {long} met delen.",
    "cause": "{what} stopte {cause}.",
    # Gedeeld
    "message": "{who} stuurde je een bericht: “{text}”",
    "link": "{who} deelde een link met je: {title} ({url}).",
    "file_offer": "{who} bood je een bestand aan: {name}.",
    "handin_ask": "{who} vroeg je om iets in te leveren: {title}.",
    "lesson.start": "De les van {who} begon.",
    "lesson.end": "De les van {who} is voorbij.",
    # Over de lijst zelf
    "note": "Er kwam een opmerking in je lijst: “{text}”",
    "note.about": "Er kwam een opmerking bij regel {about} van je lijst: “{text}”",
    "gap.one": "Je lijst wordt op twee plaatsen bewaard. Regel {low} staat maar op één "
    "plaats. Dat kan door de verbinding komen, of door een computer die opnieuw begon.",
    "gap": "Je lijst wordt op twee plaatsen bewaard. De regels {low} tot {high} staan "
    "maar op één plaats. Dat kan door de verbinding komen, of door een computer die "
    "opnieuw begon.",
    "hold.pupil": "Je liet je lijst een jaar bewaren. Zo lang kan niemand er iets uit "
    "wissen.",
    "hold.pupil.copy": "Je liet ook de kopie van je leraar een jaar bewaren.",
    "hold.dpo": "De privacyhulp van de school liet je lijst een jaar bewaren.",
    "hold.dpo.copy": "De privacyhulp van de school deed dat ook met de kopie van je "
    "leraar.",
    "order": "De privacyhulp van de school wil de woorden van je lijst wissen, pas na "
    "14 dagen. Wil je dat niet? Laat je lijst bewaren. De reden: “{text}”",
    "order.one": "De privacyhulp van de school wil de woorden van regel {target} "
    "wissen, pas na 14 dagen. Wil je dat niet? Laat je lijst bewaren. De reden: "
    "“{text}”",
    "redact.pupil": "Je wiste de woorden van je lijst.",
    "redact.pupil.one": "Je wiste de woorden van regel {target}.",
    "redact.dpo": "De privacyhulp van de school wiste de woorden van je lijst.",
    "redact.dpo.one": "De privacyhulp van de school wiste de woorden van regel "
    "{target}.",
    "read.pupil": "Je las je lijst.",
    "read.guardian": "Je ouders of voogd lazen je lijst.",
    "read.dpo": "De privacyhulp van de school las je lijst.",
    # Geweigerd: een leraar vroeg ...
    "wish.overview": "om een klein beeld van je scherm te zien",
    "wish.view": "om je scherm groot te zien",
    "wish.show": "om je scherm aan de klas te tonen",
    "wish.attention": "om je aandacht",
    "wish.share": "om iets met je te delen",
    "wish.lesson": "om een les te beginnen",
    "refused": "Een leraar vroeg {wish}. Dat kon niet, {cause}.",
    "refused.many": "Een leraar vroeg {count} keer {wish}. Dat kon niet, {cause}.",
    # Jouw keuzes: of je leraar ...
    "may.overview": "een klein beeld van je scherm mag zien",
    "may.view": "je scherm groot mag zien",
    "may.show": "je scherm aan de klas mag tonen",
    "notice": "Je kreeg de uitleg over meekijken te zien.",
    "asked": "We vroegen of je leraar {may}.",
    "ConsentUnknown": "Je hebt nog niet gekozen of je leraar {may}.",
    "ConsentRequested": "We vroegen of je leraar {may}.",
    "ConsentRequestDeferred": "We vroegen of je leraar {may}. Je koos later. Tot dan "
    "is het nee.",
    "ConsentGiven": "Je zei ja op de vraag of je leraar {may}.",
    "RenewedConsentGiven": "Je zei opnieuw ja op de vraag of je leraar {may}.",
    "ConsentRefused": "Je zei nee op de vraag of je leraar {may}.",
    "ConsentWithdrawn": "Je nam je ja terug. De vraag was of je leraar {may}.",
    "ConsentExpired": "Je ja telt niet meer, want de tijd is om. De vraag was of je "
    "leraar {may}.",
    "ConsentTerminated": "Je ja is voorgoed voorbij. De vraag was of je leraar {may}.",
    "ConsentInvalidated": "Je ja telt niet meer, want er veranderde iets. De vraag was "
    "of je leraar {may}.",
    "pause.on": "Je koos voor even privé. Zo kan niemand meekijken.",
    "pause.on.doubt": "De laptop begon opnieuw. Daarom is het even privé, tot je op "
    "Verder klikt.",
    "pause.off": "Even privé is voorbij.",
    "pause.off.bell": "Even privé is voorbij, want het lesuur is om.",
    "said_yes.offer": "Je vroeg je leraar zelf om te komen kijken.",
    "said_yes.preview": "Je zei ja: je scherm mocht op het bord.",
    # Over de laptop
    "trouble": "Er liep iets mis op deze laptop. Zeg dit woord als je hulp vraagt: "
    "{what}.",
    "trouble.ledger": "Je lijst kon even niet geschreven worden. Toen kon niemand "
    "meekijken.",
    # Wat niet klopte
    "trouble.two_lists": "Twee versies van de lijst van {who} passen niet bij elkaar: "
    "dat kan ook door een nieuwe computer komen.",
    "trouble.copy_differs": "De lijst van {who} was niet dezelfde als die van jou: die "
    "van jou telt.",
    "trouble.copy_misses": "In de lijst van {who} ontbraken regels die daar eerst wel "
    "in stonden: bij jou staan ze nog.",
    "trouble.not_ours": "{who} toonde een regel die deze laptop nooit schreef: die "
    "telt niet.",
    "trouble.lines_lost": "Er zijn regels weg van deze laptop: dat kan door een defect "
    "komen, of doordat iemand iets terugzette.",
    "trouble.lines_changed": "Buiten Inzage om is iets veranderd in deze lijst: kijk "
    "ook bij de kopie van je leraar.",
    "clock": "De klok van deze laptop klopte niet. Toen kon niemand meekijken.",
    "clock.agreed": "De klok van deze laptop klopt weer.",
    "paper.trust": "het blad met wie voor de school mag tekenen",
    "paper.charter": "de afspraken over meekijken",
    "paper.class": "het lesrooster van je klas",
    "paper.roster": "de klaslijst",
    "paper.slip": "jouw eigen blad",
    "paper.set": "het blad met welke papieren nu gelden",
    "paper.revocations": "het blad met wie niet meer mag",
    "paper.taken": "De school stuurde iets nieuws: {paper}, nummer {serial}.",
    "paper.refused": "De school stuurde iets nieuws dat niet in orde was, en dus niet "
    "telt: {paper}.",
    "paper.refused.slip": "De school stuurde een nieuw blad over jou dat meer toelaat. "
    "De privacyhulp van de school tekende dat niet. Het telt dus niet, en "
    "zolang ziet niemand je scherm.",
    "enrol": "Deze laptop werd klaargemaakt voor je school.",
    # Waardoor, in een halve zin: na "stopte" en na "dat kon niet,"
    "by.you": "omdat jij dat koos",
    "by.pause": "omdat je voor even privé koos",
    "by.teacher": "omdat de leraar stopte",
    "by.time": "omdat de tijd om was",
    "by.bell": "omdat het geen les was",
    "by.over": "omdat de les voorbij was",
    "by.link": "omdat de verbinding wegviel",
    "by.restart": "omdat de laptop opnieuw begon",
    "by.eye": "omdat het oogje niet goed te zien was",
    "by.log": "omdat je lijst niet geschreven kon worden",
    "by.logged_first": "omdat de leraar het niet eerst zelf had opgeschreven",
    "by.school": "omdat de afspraken van de school dat niet toelaten",
    "by.place": "omdat deze laptop niet op het netwerk van de school zat",
    "by.clock": "omdat de klok van deze laptop niet klopte",
    "by.out": "omdat jij niet meedoet",
    "by.home": "omdat je ouders of voogd geen ja gaven",
    "by.choice": "omdat jij geen ja gaf",
    "by.replay": "omdat het een oude vraag was",
}
