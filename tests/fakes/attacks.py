# SPDX-License-Identifier: GPL-3.0-or-later
"""TUF's attacks on a school's papers, as files: what a console holds, what is tried.

`python -m tests.fakes.attacks` writes them anew from the examples of
tests/vectors/documents; do that only when the specification changes.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Final

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from consent.documents import canonical
from consent.documents.signed import (
    Kind,
    Signature,
    SignedPaper,
    Signer,
    decode_signatures,
    key_hash,
    public_bytes,
    sign,
)

VECTORS: Final = Path(__file__).parents[1] / "vectors"
EXAMPLES: Final = VECTORS / "documents"
FOLDER: Final = VECTORS / "attacks"
AT: Final = datetime.fromisoformat("2027-03-08T09:20:00+00:00")
MOST: Final = 2**53 - 1
NUMBERS: Final = {Signer.ROOT: 1, Signer.OFFICE: 2, Signer.FRESH: 3, Signer.DPO: 4}
NEW_FRESH, STRANGER = 13, 66  # numbers of keys
CLASS: Final = "03" * 16
OTHER_CLASS: Final = "04" * 16
HELD: Final = (Kind.TRUST, Kind.REVOCATIONS, Kind.CHARTER, Kind.CLASS, Kind.ROSTER)

Fields = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Attack:
    """One attack.

    Attributes:
        name: what it is called, and its file.
        tries: what is tried, in one sentence.
        paper: what the attacker offers.
        given: papers that came before it, each good.
        days: how long after the examples.
        code: why the paper is refused; "" where it is taken and gives nothing.
        stale: classes without powers afterwards, and why.
        fresh: classes with powers afterwards.
    """

    name: str
    tries: str
    paper: SignedPaper
    given: tuple[SignedPaper, ...] = ()
    days: int = 0
    code: str = ""
    stale: Mapping[str, str] = field(default_factory=dict)
    fresh: tuple[str, ...] = (CLASS,)

    @property
    def at(self) -> datetime:
        """Give the moment."""
        return AT + timedelta(days=self.days)


def key(number: int) -> Ed25519PrivateKey:
    """Give the key of a number."""
    return Ed25519PrivateKey.from_private_bytes(bytes([number]) * 32)


def public(number: int) -> str:
    """Give its public half, in hex."""
    return public_bytes(key(number)).hex()


def example(kind: Kind) -> SignedPaper:
    """Read an example."""
    signatures = decode_signatures((EXAMPLES / f"{kind}.sig").read_bytes())
    return SignedPaper(kind, (EXAMPLES / f"{kind}.json").read_bytes(), signatures)


def root_sha256() -> str:
    """Give the fingerprint on the letter of the examples."""
    return key_hash(public_bytes(key(NUMBERS[Signer.ROOT])))


def made(kind: Kind, by: Mapping[Signer, int], **changed: object) -> SignedPaper:
    """Change an example and sign it, each role with the key of a number."""
    body = canonical.encode({**json.loads(example(kind).body), **changed})
    signatures = (sign(kind, body, role, key(number)) for role, number in by.items())
    return SignedPaper(kind, body, tuple(signatures))


def write(attack: Attack) -> str:
    """Write an attack as the text of its file."""
    papers = {"given": [_out(one) for one in attack.given], "paper": _out(attack.paper)}
    wants = {"code": attack.code, "stale": attack.stale, "fresh": attack.fresh}
    head = {"attack": attack.name, "tries": attack.tries, "days": attack.days}
    return json.dumps({**head, **papers, "wants": wants}, indent=1) + "\n"


def read(file: Path) -> Attack:
    """Read one from its file."""
    held = json.loads(file.read_text("utf-8"))
    wants = held["wants"]
    return Attack(
        name=held["attack"],
        tries=held["tries"],
        paper=_in(held["paper"]),
        given=tuple(map(_in, held["given"])),
        days=held["days"],
        code=wants["code"],
        stale=wants["stale"],
        fresh=tuple(wants["fresh"]),
    )


def _out(paper: SignedPaper) -> Fields:
    text = paper.body.decode().rstrip(" ")
    return {
        "kind": paper.kind,
        "body": text,
        "spaces_after": len(paper.body) - len(text.encode()),
        "sigs": msgspec.to_builtins(paper.signatures),
    }


def _in(held: Fields) -> SignedPaper:
    body = held["body"].encode() + b" " * held["spaces_after"]
    signatures = msgspec.convert(held["sigs"], tuple[Signature, ...])
    return SignedPaper(Kind(held["kind"]), body, signatures)


def _set(number: int, serial: int, day: int = 0, **changed: object) -> SignedPaper:
    """Make a set of the example's papers that lives for six days from a day on."""
    issued = AT + timedelta(days=day, hours=-1)
    ends = issued + timedelta(days=6)
    days = {"issued": _stamp(issued), "not_after": _stamp(ends)}
    return made(Kind.SET, {Signer.FRESH: number}, serial=serial, **days, **changed)


def _stamp(at: datetime) -> str:
    return f"{at:%Y-%m-%dT%H:%M:%SZ}"


def _own(*roles: Signer) -> dict[Signer, int]:
    return {role: NUMBERS[role] for role in roles}


def _other_class() -> tuple[SignedPaper, ...]:
    """Make a second class, with its own set."""
    office = _own(Signer.OFFICE)
    sheet = made(Kind.CLASS, office, **{"class": OTHER_CLASS})
    names = made(Kind.ROSTER, office, **{"class": OTHER_CLASS})
    papers = json.loads(example(Kind.SET).body)["papers"]
    papers["class"] = {"serial": 1, "sha256": sheet.sha256}
    papers["roster"] = {"serial": 1, "sha256": names.sha256}
    fields = {"class": OTHER_CLASS, "papers": papers, "slips": {}}
    return sheet, names, made(Kind.SET, _own(Signer.FRESH), **fields)


def _named(trust: SignedPaper) -> Fields:
    papers = json.loads(example(Kind.SET).body)["papers"]
    papers["trust"] = {"serial": 2, "sha256": trust.sha256}
    return {"papers": papers}


def attacks() -> list[Attack]:
    """Make all of them."""
    fresh, both = NUMBERS[Signer.FRESH], _own(Signer.OFFICE, Signer.DPO)
    office, root = _own(Signer.OFFICE), _own(Signer.ROOT)
    newer = made(Kind.CHARTER, both, serial=2, overview_width_px=160)
    wider = {"serial": 2, "overview_width_px": 240}
    rekeyed = made(Kind.TRUST, root, serial=2, fresh=public(NEW_FRESH))
    stolen = _set(fresh, MOST)
    nobody: Fields = {"serial": 2, "fingerprints": []}
    newer_trust = made(Kind.TRUST, root, serial=2, name="Sint-Jan")
    long = SignedPaper(Kind.CHARTER, newer.body + b" " * 300_000, newer.signatures)
    moved = {"root": public(STRANGER), "epoch": 2, "serial": 2}
    mixed = {CLASS: "not_named"}
    return [
        Attack("rollback", "An older charter after a newer one.",
               example(Kind.CHARTER), (newer,), 0, "rollback", mixed, ()),
        Attack("rollback-trust", "An older letter of trust after a newer one.",
               example(Kind.TRUST), (newer_trust,), 0, "rollback", mixed, ()),
        Attack("freeze", "The same set again, after its days.",
               example(Kind.SET), (), 8, "expired", {CLASS: "set_over"}, ()),
        Attack("freeze-one-class", "One class is renewed, another is held back.",
               _other_class()[2], (*_other_class(), _set(fresh, 2, 6)), 8, "expired",
               {OTHER_CLASS: "set_over"}, (CLASS,)),
        Attack("mix-and-match", "A newer charter beside the set of the older one.",
               newer, (), 0, "", mixed, ()),
        Attack("one-number-two-texts", "Another charter under a number that was given.",
               made(Kind.CHARTER, both, overview_width_px=240), (), 0, "same_serial"),
        Attack("fast-forward", "A set with the last number there is, by a stranger.",
               _set(STRANGER, MOST), (), 0, "signature"),
        Attack("fast-forward-stolen-fresh",
               "A stolen fresh key gives the last number, and is replaced.",
               stolen, (stolen, rekeyed, _set(NEW_FRESH, 2, **_named(rekeyed))), 0,
               "signature"),
        Attack("wrong-role", "A class sheet signed by the fresh key.",
               made(Kind.CLASS, _own(Signer.FRESH), serial=2), (), 0, "signature"),
        Attack("wrong-role-claimed", "The office signs twice, once as the DPO.",
               made(Kind.CHARTER, {**office, Signer.DPO: 2}, **wider),
               (), 0, "signature"),
        Attack("endless-data", "A charter that goes on and on.",
               long, (), 0, "malformed"),
        Attack("wrong-root", "A new root that the old one did not sign.",
               made(Kind.TRUST, {Signer.ROOT: STRANGER}, **moved),
               (), 0, "wrong_root"),
        Attack("stolen-fresh-charter", "A stolen fresh key signs a wider charter.",
               made(Kind.CHARTER, {Signer.OFFICE: fresh, Signer.DPO: fresh}, **wider),
               (), 0, "signature"),
        Attack("stolen-fresh-revocations", "A stolen fresh key lets a laptop back in.",
               made(Kind.REVOCATIONS, {Signer.OFFICE: fresh}, **nobody),
               (), 0, "signature"),
        Attack("shrunk-revocations", "The office alone lets a lost laptop back in.",
               made(Kind.REVOCATIONS, office, **nobody), (), 0, "shrunk"),
    ]  # fmt: skip


def main() -> None:
    """Write every attack."""
    FOLDER.mkdir(exist_ok=True)
    for attack in attacks():
        (FOLDER / f"{attack.name}.json").write_text(write(attack), "utf-8")


if __name__ == "__main__":
    main()
