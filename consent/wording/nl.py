# SPDX-License-Identifier: GPL-3.0-or-later
"""De woorden voor leerlingen, in het Nederlands."""

from typing import Final

from consent.documents.fields import Band
from consent.purpose import Purpose
from consent.wording.parts import Question, Section, Words

_TEN_AND_UP: Final = (
    Section(
        "Kijkt er iemand mee met mijn scherm?",
        "Soms wil je leraar je scherm zien. Dat kan met dit programma. "
        "Het heet Inzage. Jij kiest of het mag.",
    ),
    Section(
        "Wat ziet je leraar?",
        "Je leraar ziet een klein plaatje van je scherm. "
        "Gewone letters zijn te klein om te lezen. "
        "Grote letters kan je leraar soms raden. "
        "Alleen als jij ja zegt, kan je leraar je scherm ook groot zien. "
        "Dan zie je dat altijd bovenaan op je scherm.",
    ),
    Section(
        "Wat kan je leraar niet?",
        "Je leraar ziet niet wat je typt. De camera en de micro blijven uit. "
        "Er wordt niets opgenomen. Wat je gisteren deed, blijft van jou. "
        "’s Avonds, in het weekend en thuis kijkt niemand mee. "
        "Een leraar kan een foto maken van zijn eigen scherm. "
        "Dat mag niet. Zeg het als je het merkt.",
    ),
    Section(
        "Wanneer?",
        "Alleen in de les, op school. Je leraar zegt eerst waarom. "
        "Dat lees je op je scherm. Na de les stopt het vanzelf.",
    ),
    Section(
        "Mag je nee zeggen?",
        "Ja. Je mag altijd nee zeggen. Je hoeft niet te zeggen waarom. "
        "Je krijgt geen straf en geen slechte punten. "
        "Je leraar ziet alleen: geen beeld. Niet waarom. "
        "Je kunt later ja zeggen, en daarna weer nee. Nee zeggen is één klik.",
    ),
    Section(
        "Ben je nog geen {age}?",
        "Dan moeten je ouders ook ja zeggen. Zeg jij nee? Dan is het nee.",
    ),
    Section(
        "Wie heeft gekeken?",
        "Klik op het oogje. Je ziet een lijst: wie, wanneer, hoe lang en waarom. "
        "Wie de lijst verandert, valt op. "
        "Andere leerlingen zien jouw lijst niet. Je mag de lijst meenemen.",
    ),
    Section(
        "Wanneer gaat het weg?",
        "De plaatjes worden niet bewaard. "
        "De lijst blijft tot dertig dagen na het schooljaar. "
        "Daarna wist de computer ze.",
    ),
    Section(
        "Klopt er iets niet?",
        "Praat met iemand die je vertrouwt. "
        "Je mag ook bellen of schrijven naar de privacyhulp van je school. "
        "Daar staat een naam bij. Je kunt ook naar de Kinderrechtencommissaris gaan. "
        "Of naar de dienst die privacy bewaakt.",
    ),
    Section(
        "Wie koos hiervoor?",
        "De school. "
        "Eerst praatten leerlingen, ouders en leraren erover in de schoolraad. "
        "Je leest hier wat zij zeiden.",
    ),
)

_SIX_TO_NINE: Final = (
    Section(
        "Kijkt er iemand naar mijn scherm?",
        "Soms wil juf of meester je scherm zien. Jij mag kiezen.",
    ),
    Section(
        "Wat ziet juf of meester?",
        "Een klein plaatje van je scherm. Kleine letters kan niemand daar lezen. "
        "Zeg jij ja? Dan kan juf of meester het ook groot zien. "
        "Dat zie je dan bovenaan op je scherm.",
    ),
    Section(
        "Wat kan niet?",
        "Niemand filmt je. Niemand hoort je. Plaatjes worden niet bewaard. "
        "Thuis kijkt niemand mee. Een foto van jouw scherm maken mag niet.",
    ),
    Section(
        "Wanneer?",
        "Alleen in de les, in de klas. Juf of meester zegt eerst waarom. "
        "Na de les stopt het.",
    ),
    Section(
        "Mag je nee zeggen?",
        "Ja, altijd. Je krijgt geen straf. Je hoeft niet te zeggen waarom. "
        "Nee zeggen is één klik.",
    ),
    Section(
        "Ben je nog geen {age}?",
        "Dan moet thuis ook iemand ja zeggen. Zeg jij nee? Dan is het nee.",
    ),
    Section(
        "Wie heeft gekeken?",
        "Klik op het oogje. Daar staat wie keek en waarom. "
        "Vraag gerust iemand om mee te lezen.",
    ),
    Section(
        "Wanneer gaat het weg?",
        "De plaatjes gaan meteen weg. De lijst gaat weg na het schooljaar.",
    ),
    Section(
        "Is er iets niet leuk?",
        "Zeg het aan iemand die je vertrouwt. "
        "Op school is er iemand die helpt. Die naam staat hier.",
    ),
    Section(
        "Wie koos hiervoor?",
        "De school. Eerst praatten kinderen, ouders, juffen en meesters erover.",
    ),
)

_FOOT: Final = "Nee heeft geen gevolgen. Je leraar ziet niet waarom."
_FOOT_SMALL: Final = "Nee is ook goed. Niemand vraagt waarom."


def _question(title: str, what: str, why: str, agreed: str) -> Question:
    return Question(
        title,
        Section("Wat", what),
        Section("Waarom", why),
        Section("Afspraken", agreed),
        _FOOT,
    )


def _small(title: str, what: str, why: str, agreed: str) -> Question:
    return Question(
        title,
        Section("Wat", what),
        Section("Waarom", why),
        Section("Afspraken", agreed),
        _FOOT_SMALL,
    )


NL: Final = Words(
    pages={Band.TEN_AND_UP: _TEN_AND_UP, Band.SIX_TO_NINE: _SIX_TO_NINE},
    questions={
        (Purpose.OVERVIEW, Band.TEN_AND_UP): _question(
            "Mag je leraar een klein beeld van je scherm zien?",
            "Een klein plaatje. Gewone letters zijn te klein om te lezen. "
            "Het beeld wordt niet bewaard.",
            "Zien wie hulp nodig heeft.",
            "Alleen in de les, op school. Je ziet het altijd aan het oogje. "
            "Stoppen is één klik.",
        ),
        (Purpose.VIEW, Band.TEN_AND_UP): _question(
            "Mag je leraar je scherm soms groot zien?",
            "Je hele scherm, zo dat je leraar het kan lezen. "
            "Hooguit twee minuten per keer. Het beeld wordt niet bewaard.",
            "Jou helpen als je vastzit.",
            "Alleen in de les, op school. Eerst krijg je drie tellen om nee te zeggen. "
            "Stoppen is één klik.",
        ),
        (Purpose.SHOW, Band.TEN_AND_UP): _question(
            "Mag je leraar vragen om je scherm aan de klas te tonen?",
            "Je hele scherm, voor iedereen in de klas. Het beeld wordt niet bewaard.",
            "Samen kijken naar wat jij maakte.",
            "Elke keer kies je opnieuw. Jij ziet eerst wat de klas ziet. "
            "Stoppen is één klik.",
        ),
        (Purpose.OVERVIEW, Band.SIX_TO_NINE): _small(
            "Mag je juf of meester een klein plaatje van je scherm zien?",
            "Een klein plaatje. Kleine letters kan niemand lezen.",
            "Zien wie hulp nodig heeft.",
            "Alleen in de klas. Thuis niet. Jij mag nee zeggen.",
        ),
        (Purpose.VIEW, Band.SIX_TO_NINE): _small(
            "Mag je juf of meester je scherm soms groot zien?",
            "Je hele scherm. Even maar.",
            "Jou helpen.",
            "Alleen in de klas. Thuis niet. Stoppen is één klik.",
        ),
        (Purpose.SHOW, Band.SIX_TO_NINE): _small(
            "Mag je juf of meester je scherm aan de klas tonen?",
            "Je hele scherm, voor de klas.",
            "Samen kijken naar wat jij maakte.",
            "Je mag elke keer kiezen. Stoppen is één klik.",
        ),
    },
    ages=("dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien"),
)
