# SPDX-License-Identifier: GPL-3.0-or-later
"""What can never happen here, because there is no word for it."""

import importlib
import inspect
import pkgutil
import re
from collections.abc import Iterable, Iterator
from enum import Enum

import msgspec
import pytest

import consent.documents
import protocol.messages
from agent.daemon import settings as laptop_settings
from consent.documents.command import Verb
from consent.ledger.kinds import Kind
from consent.purpose import PICTURES, Purpose
from protocol.directions import WAYS
from protocol.messages.local import Looks
from tests.architecture.house import ROOT, product
from tests.architecture.rules import Find, Rule, any_of, calling, naming, writing
from tests.architecture.test_forbidden import RULES

NEVER = {  # law five: powers that do not exist
    *("keystroke", "keystrokes", "keyboard", "mouse", "clipboard", "camera", "webcam"),
    *("microphone", "audio", "recording", "screenshot", "history", "browser"),
    *("process", "processes", "window", "windows", "execute", "shell", "remote"),
    *("score", "rank", "grade", "alert", "telemetry", "location", "parent", "unlock"),
}
RECEIPTS = {"seen", "read", "opened", "clicked", "delivered", "typing", "viewed"}
PLACES = {"path", "folder", "dir", "directory", "filename", "destination"}
HIDING = {"hide", "hidden", "silent", "stealth", "invisible", "quiet", "indicator"}
OPTION = re.compile(r'"--([a-z][a-z-]+)"')

NOISE = Rule(
    "a no is silent",
    any_of(
        naming(r"QSound.*|QMediaPlayer|QAudio.*|QSystemTrayIcon|QErrorMessage"),
        calling(r"(?:.*\.)?(?:beep|alert|showMessage)"),
        writing(r"\\a\"|\bwinsound\b|\bMessageBeep\b"),
    ),
    planted=(
        "QApplication.beep()",
        "app.alert(window)",
        "from PySide6.QtMultimedia import QSoundEffect",
        "tray.showMessage('nee')",
    ),
)
SECRETS = writing(r"BEGIN (?:[A-Z]+ )?PRIVATE KEY|password\s*=\s*b?\"[^\"]")


def words(name: str) -> set[str]:
    """Split a name into its words: LogAsk, log_ask and log-ask alike."""
    return set(re.sub(r"(?<=[a-z])(?=[A-Z])|[-.]", "_", name).lower().split("_"))


def told(forbidden: set[str], names: Iterable[str]) -> list[str]:
    """List the names that say one of the forbidden words."""
    return [name for name in names if words(name) & forbidden]


def spoken(package: str) -> Iterator[str]:
    """List every message or document of a package, its fields and its closed values."""
    found = importlib.import_module(package)
    for module in pkgutil.iter_modules(found.__path__, f"{package}."):
        for name, kind in vars(importlib.import_module(module.name)).items():
            if inspect.isclass(kind) and kind.__module__ == module.name:
                yield name
                yield from (f"{name}.{part}" for part in parts(kind))


def parts(kind: type) -> list[str]:
    """List the fields of a message, or the members of a closed list."""
    if issubclass(kind, msgspec.Struct):
        return list(kind.__struct_fields__)
    return list(kind.__members__) if issubclass(kind, Enum) else []


WIRE = [n for n in spoken(protocol.messages.__name__) if not n.startswith("_")]
PAPERS = list(spoken(consent.documents.__name__))
SENT = [part for way in WAYS for part in (way.__name__, *parts(way))]
VERBS = [verb.value for verb in Verb]


def breaches(find: Find | str) -> list[str]:
    """List what breaks a rule, named or given, in the whole house."""
    if isinstance(find, str):
        rule = {rule.name: rule for rule in RULES}[find]
    else:
        rule = Rule("", find, planted=())
    return [line for p, text in product().items() for line in rule.breaches(p, text)]


def test_the_names_are_really_there() -> None:
    assert {"Command", "Command.body", "ClickKind.STOP"} <= set(WIRE)
    assert {"Charter", "Charter.networks"} <= set(PAPERS)


def test_R71_no_message_paper_or_line_has_a_power_that_must_not_exist() -> None:
    kinds = [kind.value for kind in Kind]
    assert told(NEVER, [*WIRE, *PAPERS, *VERBS, *kinds]) == []


def test_R71_S21_there_is_no_other_eye_or_ear() -> None:
    assert breaches("no clipboard and no other eye or ear") == []
    assert breaches("nothing received is run") == []


def test_R66_nobody_is_told_that_something_was_read() -> None:
    """Between laptop and console, that is: a laptop tells itself what was read."""
    assert "PictureTaken" in SENT
    assert told(RECEIPTS, [*SENT, *VERBS]) == []


def test_S13_nothing_received_names_a_place_on_disk() -> None:
    assert told(PLACES, [*WIRE, *VERBS, *(n for n in PAPERS if "Args." in n)]) == []


def test_R03_S30_nothing_can_be_set_that_hides_the_mark() -> None:
    settings = sorted(laptop_settings.KNOWN)
    options = OPTION.findall("\n".join(product().values()))
    assert settings
    assert options
    assert told(HIDING, [*settings, *options, *VERBS, *PAPERS, *WIRE]) == []


@pytest.mark.parametrize(
    ("forbidden", "name"),
    [
        (NEVER, "WindowTitles"),
        (NEVER, "Ready.processes"),
        (RECEIPTS, "message_seen"),
        (PLACES, "FileOffer.path"),
        (HIDING, "hide-eye"),
        (HIDING, "Charter.stealth"),
    ],
)
def test_a_planted_word_is_seen(forbidden: set[str], name: str) -> None:
    assert told(forbidden, [name]) == [name]


def test_R60_a_no_makes_no_sound_and_no_alarm() -> None:
    assert breaches(NOISE.find) == []


@pytest.mark.parametrize("text", NOISE.planted)
def test_a_planted_noise_is_seen(text: str) -> None:
    assert NOISE.breaches("agent/planted.py", text)


def test_R70_S25_nobody_dials_and_no_page_reaches_us_but_through_the_wires_door() -> (
    None
):
    assert breaches("nobody dials but the wire's door") == []
    assert (
        breaches("Qt is for windows, not for networks, sound, cameras or the web") == []
    )


def test_R72_no_pixel_reaches_a_disk() -> None:
    assert breaches("no pixel reaches a disk") == []


def test_S08_no_picture_starts_a_program() -> None:
    assert breaches("no program is started") == []
    assert breaches("a picture is opened as the one format it must be") == []
    assert breaches("a picture from the wire is opened in one place") == []


def test_S24_there_is_no_insecure_mode() -> None:
    assert breaches("no weaker mode of TLS exists") == []


def test_S10_no_text_is_ever_markup() -> None:
    assert breaches("no text is ever markup") == []


def test_R63_only_a_click_opens_a_link() -> None:
    assert breaches("a link is opened by the pupil's click, in one place") == []


def test_S09_no_key_or_password_is_in_the_sources() -> None:
    assert breaches(SECRETS) == []


@pytest.mark.parametrize(
    "text", ['"-----BEGIN PRIVATE KEY-----"', 'password = "school"', 'password=b"x"']
)
def test_a_planted_secret_is_seen(text: str) -> None:
    assert list(SECRETS(text))


def test_R73_a_power_stands_in_every_list_or_in_none() -> None:
    page = (ROOT / "docs/spec/decision.md").read_text("utf-8").split("## Ceilings")[1]
    listed = re.findall(r"^\| `(\w+)` \|", page.split("\n## ")[0], re.MULTILINE)
    assert listed == [purpose.value for purpose in Purpose]
    assert {look.name.lower() for look in Looks} == {one.value for one in PICTURES}
    assert {verb.purpose for verb in Verb} - {None} == set(Purpose)
