# SPDX-License-Identifier: GPL-3.0-or-later
"""consent.documents.command: a closed list of wishes, each with its own arguments."""

from typing import Any

import msgspec
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from consent.documents import canonical, command
from consent.documents.command import CommandBody, Verb
from consent.documents.signed import public_bytes
from consent.errors import PaperError
from consent.purpose import Purpose
from tests.fakes.school import make_school

SCHOOL = make_school()
KEY = Ed25519PrivateKey.from_private_bytes(b"\x05" * 32)
VIEW = SCHOOL.command()
BODY = command.encode(VIEW)
HASH = "f" * 64
LINK: dict[str, str | int] = {
    "url": "https://www.klascement.net/x?y=1",
    "title": "Oefening",
}
FILE: dict[str, str | int] = {
    "file": "a" * 32,
    "name": "taak 1.pdf",
    "size": 0,
    "sha256": HASH,
}
ARGS: dict[Verb, dict[str, str | int]] = {
    Verb.OVERVIEW_START: {"scope": "all"},
    Verb.VIEW_START: {"seconds": 120},
    Verb.ATTENTION_START: {"seconds": 600, "scope": "one"},
    Verb.MESSAGE: {"text": "Nog vijf minuten."},
    Verb.LINK: LINK,
    Verb.FILE_OFFER: FILE,
    Verb.HANDIN_ASK: {"title": "Taak 1"},
}


def changed(**fields: Any) -> bytes:  # noqa: ANN401 -- any JSON
    """Give the bytes of a command with raw fields put in."""
    value = canonical.decode(BODY)
    assert isinstance(value, dict)
    return canonical.encode({**value, **fields})


def with_args(verb: Verb, args: dict[str, Any]) -> bytes:
    """Give a command of this verb with these arguments."""
    return changed(verb=verb.value, args=args)


@pytest.mark.parametrize("verb", Verb)
def test_every_verb_takes_its_own_arguments_and_no_other(verb: Verb) -> None:
    args = ARGS.get(verb, {})
    read = command.parse(with_args(verb, args))
    assert read.verb is verb
    assert read.arguments is not None
    with pytest.raises(PaperError):
        command.parse(with_args(verb, {**args, "force": 1}))
    for name in args:
        rest = {key: value for key, value in args.items() if key != name}
        with pytest.raises(PaperError):
            command.parse(with_args(verb, rest))


@pytest.mark.parametrize(
    ("verb", "args"),
    [
        (Verb.VIEW_START, {"seconds": 121}),
        (Verb.VIEW_START, {"seconds": 0}),
        (Verb.VIEW_START, {"seconds": "60"}),
        (Verb.ATTENTION_START, {"seconds": 601, "scope": "all"}),
        (Verb.ATTENTION_START, {"seconds": 60, "scope": "some"}),
        (Verb.OVERVIEW_START, {"scope": "everyone"}),
        (Verb.MESSAGE, {"text": ""}),
        (Verb.MESSAGE, {"text": "x" * 281}),
        (Verb.LINK, {**LINK, "title": "x" * 81}),
        (Verb.FILE_OFFER, {**FILE, "size": command.FILE_BYTES + 1}),
        (Verb.FILE_OFFER, {**FILE, "size": -1}),
        (Verb.FILE_OFFER, {**FILE, "name": "../taak.pdf"}),
        (Verb.FILE_OFFER, {**FILE, "name": "a\\b.pdf"}),
        (Verb.FILE_OFFER, {**FILE, "name": "C:taak.pdf"}),
        (Verb.FILE_OFFER, {**FILE, "name": ".bashrc"}),
        (Verb.HANDIN_ASK, {"title": ""}),
    ],
    ids=str,
)
def test_P10_no_argument_passes_its_limit(verb: Verb, args: dict[str, Any]) -> None:
    with pytest.raises(PaperError):
        command.parse(with_args(verb, args))


@pytest.mark.parametrize(
    "url",
    [
        "http://www.klascement.net/",
        "https://user@www.klascement.net/",
        "https://user:x@klascement.net/",
        "https://10.0.0.1/",
        "https://[fd00::1]/",
        "https://0x0a000001/",
        "https://localhost/",
        "https://klascement.net:8443/",
        "https://KLASCEMENT.net/",
        "https://klascément.net/",
        "https://klascement.net./",
        "https://-a.net/",
        "https://a..net/",
        "https://klascement.net/a b",
        "https://klascement.net\\@evil.net/",
        "https://klascement.net@evil.net/",
        "https:///klascement.net/",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "https://" + "a" * 64 + ".net/",
        "https://" + "a.b" * 90 + ".net/",
        "https://klascement.net/" + "x" * 512,
        "",
    ],
)
def test_R63_a_link_shows_where_it_goes(url: str) -> None:
    with pytest.raises(PaperError):
        command.parse(with_args(Verb.LINK, {**LINK, "url": url}))


@pytest.mark.parametrize(
    "url",
    [
        "https://klascement.net",
        "https://www.klascement.net/a?b=c#d",
        "https://xn--caf-dma.be/menu",
        "https://klascement.net?x",
    ],
)
def test_a_plain_link_is_fine(url: str) -> None:
    assert command.is_plain_link(url)


@pytest.mark.parametrize(
    "fields",
    [
        {"v": 2},
        {"verb": "unlock"},
        {"verb": "remote_control"},
        {"access": "0" * 31},
        {"teacher": "0" * 32},
        {"nonce": "A" * 64},
        {"ping": -1},
        {"ping": 2**32},
        {"seq": 0},
        {"reason_code": "Hulp"},
        {"reason_code": "h" * 41},
        {"reason": "x" * 141},
        {"now": "2027-03-08T09:20:00Z"},
        {"rate": 30},
        {"args": {"seconds": {"a": 1}}},
        {"args": []},
    ],
    ids=str,
)
def test_P04_P10_no_other_field_or_value(fields: dict[str, Any]) -> None:
    with pytest.raises(PaperError):
        command.parse(changed(**fields))


@pytest.mark.parametrize("name", ["consent", "opt_out", "now", "path", "rate", "t"])
def test_P04_S05_the_shape_of_a_command_has_no_room_for_more(name: str) -> None:
    """Where its spelling is not looked at: that is another wall."""
    fields = msgspec.to_builtins(VIEW)
    assert msgspec.convert(fields, CommandBody) == VIEW
    with pytest.raises(msgspec.ValidationError, match=name):
        msgspec.convert({**fields, name: "given"}, CommandBody)


def test_P04_a_command_that_leaves_out_what_goes_without_saying_is_none() -> None:
    """Its shape is right and so is its form; it is not what its own writer writes."""
    said = canonical.decode(BODY)
    assert isinstance(said, dict)
    del said["v"]
    assert msgspec.convert(said, CommandBody) == VIEW
    with pytest.raises(PaperError, match="own"):
        command.parse(canonical.encode(said))


def test_a_command_reads_back_the_same() -> None:
    assert command.parse(BODY) == VIEW
    assert command.encode(command.parse(BODY)) == BODY


def test_4_kib_and_no_more() -> None:
    with pytest.raises(PaperError, match="4096"):
        command.parse(b" " * 4097)


def test_S02_a_signature_is_of_one_body_key_and_context() -> None:
    sig = command.sign(BODY, KEY)
    public = public_bytes(KEY)
    assert command.checks(BODY, sig, public)
    KEY.public_key().verify(sig, b"inzage/command/v1\0" + BODY)
    assert not command.checks(BODY + b" ", sig, public)
    assert not command.checks(BODY, sig[:-1], public)
    assert not command.checks(BODY, sig, b"\0" * 31)
    assert not command.checks(BODY, KEY.sign(BODY), public)


def test_verbs_know_their_purpose_and_which_only_end_something() -> None:
    assert Verb.LESSON_START.purpose is None
    assert Verb.VIEW_STOP.purpose is Purpose.VIEW
    assert Verb.HANDIN_ASK.purpose is Purpose.SHARE
    ends = {verb for verb in Verb if verb.is_stop}
    assert ends == {
        Verb.LESSON_END,
        Verb.OVERVIEW_STOP,
        Verb.VIEW_STOP,
        Verb.SHOW_STOP,
        Verb.ATTENTION_STOP,
        Verb.HAND_CLEAR,
    }


def test_R71_the_list_of_verbs_is_closed() -> None:
    """A new power fails here first: write it into the DPIA, the notice and the spec."""
    assert len(Verb) == 15
    assert {verb.purpose for verb in Verb} == {*Purpose, None}


def test_a_command_with_wrong_arguments_cannot_be_made() -> None:
    with pytest.raises(ValueError, match="seconds"):
        CommandBody(**{**_fields(VIEW), "args": {}})


def _fields(body: CommandBody) -> dict[str, Any]:
    return {name: getattr(body, name) for name in body.__struct_fields__}
