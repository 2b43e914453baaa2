# SPDX-License-Identifier: GPL-3.0-or-later
"""`inzage-admin enrol`: laptops get their certificate and their pupil."""

import asyncio
import contextlib
import csv
import signal
from pathlib import Path

import click

from consent.store.register.closed import Deed
from consent.store.register.laptops import assign as tie
from consent.store.register.laptops import find_device, pending
from consent.store.register.people import find_pupil
from consent.store.register.register import Desk, note_act
from installer.admin.asking import (
    FILE,
    home_argument,
    now,
    office_at,
    passphrase_option,
    show,
    tells,
)
from installer.admin.enrolment import (
    TokenWish,
    answer_by_hand,
    answer_with_token,
    door_files,
    new_token,
)
from installer.admin.office import Office
from installer.admin.trouble import Exit, OfficeError
from protocol.aio.enrol import serve_enrol
from protocol.codec import decode_enrol, encode
from protocol.constants import ENROL_PORT
from protocol.errors import ProtocolError
from protocol.identity import Role
from protocol.messages.enrolment import EnrolAsk, EnrolGive

OUT = click.Path(path_type=Path, dir_okay=False)


@click.group()
def enrol() -> None:
    """Laptops inschrijven."""


@enrol.command()
@home_argument
@click.option("--uses", type=int, required=True, help="Hoeveel laptops, hoogstens 500.")
@click.option(
    "--address", required=True, help="Waar `enrol serve` luistert: 10.0.0.5:47312."
)
@click.option("--network", "networks", multiple=True, help="Een netwerk van de school.")
@click.option("--hours", type=int, default=24, show_default=True)
@click.option("--out", type=OUT, help="Waar het bestand komt.")
@passphrase_option
@tells
def token(
    home: Path,
    uses: int,
    address: str,
    networks: tuple[str, ...],
    hours: int,
    out: Path | None,
    passphrase_file: Path | None,
) -> None:
    """Maak een token: één bestand voor een heel image."""
    office = office_at(home, passphrase_file, unlock=False)
    made, path = new_token(office, TokenWish(uses, address, networks, hours), now())
    if out is not None:
        out.write_bytes(path.read_bytes())
        out.chmod(0o600)
    show(bestand=out or path, laptops=made.uses, tot=made.not_after.isoformat())


@enrol.command()
@home_argument
@click.option("--address", default="0.0.0.0", show_default=True)  # noqa: S104 -- the office's own LAN
@click.option("--port", type=int, default=ENROL_PORT, show_default=True)
@click.option("--until", "wanted", type=int, help="Stop na zoveel laptops.")
@passphrase_option
@tells
def serve(
    home: Path,
    address: str,
    port: int,
    wanted: int | None,
    passphrase_file: Path | None,
) -> None:
    """Antwoord laptops met een token, tot Ctrl-C."""
    office = office_at(home, passphrase_file, unlock=True)
    if not door_files(office)[0].exists():
        raise OfficeError("Maak eerst een token.", Exit.NOT_SET_UP)
    office.authority(Role.DEVICE)  # a wrong passphrase is told now, not to a laptop
    count = asyncio.run(_serve(office, address, port, wanted))
    show(ingeschreven=count)


async def _serve(office: Office, address: str, port: int, wanted: int | None) -> int:
    """Answer until enough were answered or somebody says stop."""
    stop, given = asyncio.Event(), 0

    def answer(ask: EnrolAsk) -> EnrolGive | None:
        nonlocal given
        give = answer_with_token(office, ask, now())
        if give is not None:
            given += 1
            click.echo(f"{ask.label}: ingeschreven, nog zonder leerling")
        return give

    def check(ask: EnrolAsk) -> EnrolGive | None:
        give = answer(ask)
        if wanted is not None and given >= wanted:
            stop.set()
        return give

    loop = asyncio.get_running_loop()
    for sign in (signal.SIGINT, signal.SIGTERM):
        with contextlib.suppress(NotImplementedError):  # Windows
            loop.add_signal_handler(sign, stop.set)
    door = await serve_enrol(address, port, *door_files(office), check)
    click.echo(f"luistert op {address}:{door.port}")
    await stop.wait()
    await door.close()
    return given


@enrol.command()
@home_argument
@click.argument("ask_file", type=FILE)
@click.option("--out", type=OUT, required=True)
@passphrase_option
@tells
def sign(home: Path, ask_file: Path, out: Path, passphrase_file: Path | None) -> None:
    """Beantwoord een aanvraag die op een stick kwam."""
    office = office_at(home, passphrase_file, unlock=True)
    try:
        ask = decode_enrol(ask_file.read_bytes())
    except ProtocolError as error:
        raise OfficeError(f"{ask_file}: {error}", Exit.WRONG_USE) from error
    if not isinstance(ask, EnrolAsk):
        raise OfficeError(f"{ask_file} is geen aanvraag.", Exit.WRONG_USE)
    out.write_bytes(encode(answer_by_hand(office, ask, now())))
    click.echo(f"{ask.label}: op de laptop: inzage-agentd enrol --accept {out}")


@enrol.command(name="list")
@home_argument
@tells
def list_pending(home: Path) -> None:
    """Toon de laptops die nog geen leerling hebben."""
    office = office_at(home, None, unlock=False)
    with office.register.begin() as desk:
        for device in pending(desk, office.school):
            click.echo(f"{device.id[:8]}  {device.label}")


@enrol.command()
@home_argument
@click.argument("device", required=False)
@click.argument("pupil", required=False)
@click.option("--csv", "csv_file", type=FILE, help="Twee kolommen: laptop,leerling.")
@tells
def assign(
    home: Path, device: str | None, pupil: str | None, csv_file: Path | None
) -> None:
    """Geef een laptop (label of nummer) aan een leerling."""
    office = office_at(home, None, unlock=False)
    if csv_file is not None:
        pairs = _pairs(csv_file)
    elif device is not None and pupil is not None:
        pairs = [(f"{device}, {pupil}", device, pupil)]
    else:
        raise OfficeError("Noem een laptop en een leerling, of --csv.", Exit.WRONG_USE)
    with office.register.begin() as desk:
        faults = [
            f"{place}: {why}"
            for place, laptop, who in pairs
            if (why := _assign_one(desk, office, laptop, who))
        ]
        if faults:
            text = "\n".join(faults)
            raise OfficeError(f"{text}\nEr is niets veranderd.", Exit.NOT_GOOD)
        note_act(
            desk, office.school, "office", Deed.ENROL_ASSIGN, now(), str(len(pairs))
        )
    show(laptops=len(pairs))
    click.echo("Publiceer nu: inzage-admin publish DIR")


def _pairs(file: Path) -> list[tuple[str, str, str]]:
    rows = list(csv.reader(file.read_text("utf-8-sig").splitlines()))
    pairs = []
    for number, row in enumerate(rows, 1):
        place = f"{file.name}, regel {number}"
        if len(row) != 2:  # noqa: PLR2004 -- laptop and pupil
            raise OfficeError(f"{place}: {len(row)} velden, geen 2.", Exit.NOT_GOOD)
        pairs.append((place, row[0].strip(), row[1].strip()))
    return pairs


def _assign_one(desk: Desk, office: Office, laptop: str, who: str) -> str:
    device = find_device(desk, office.school, laptop)
    pupil = find_pupil(desk, office.school, who)
    if device is None:
        return f"geen (of meer dan een) laptop {laptop}"
    if pupil is None:
        return f"geen (of meer dan een) leerling {who}"
    tie(desk, device, pupil)
    return ""
