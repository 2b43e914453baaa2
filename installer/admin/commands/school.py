# SPDX-License-Identifier: GPL-3.0-or-later
"""`inzage-admin school`: a new school, and a new letter of trust for one."""

from pathlib import Path

import click
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from consent.documents.signed import Signer
from consent.documents.trust import SchoolKind
from consent.store.keys import is_locked
from installer.admin.asking import (
    FILE,
    FOLDER,
    account,
    home_argument,
    leave_with_command,
    now,
    office_at,
    passphrase,
    passphrase_option,
    say,
    say_next,
    show,
)
from installer.admin.dpo import KEY, load_dpo, read_public
from installer.admin.office import Office
from installer.admin.rekey import ROOT_KEY
from installer.admin.rekey import new_root as make_root
from installer.admin.school_init import (
    NewSchool,
    Secrets,
    check_stick,
    fingerprint,
    init_school,
)
from installer.admin.school_renew import Renewal, load_root
from installer.admin.school_renew import renew as renew_trust
from installer.admin.speaking import SpeakingGroup
from installer.admin.trust_before import dpo_counts_from

root_option = click.option("--root", "root_folder", type=FOLDER)
same_disk_option = click.option("--same-disk", is_flag=True)


@click.group(cls=SpeakingGroup)
def school() -> None:
    """Begin a school, or renew it."""


@school.command()
@home_argument
@click.option("--name", required=True)
@click.option("--dpo", "dpo_file", type=FILE, required=True)
@root_option
@same_disk_option
@click.option("--kind", type=click.Choice(["school", "demo"]), default="school")
@click.option("--timezone", default="Europe/Brussels", show_default=True)
@click.option("--register", "register_url", default="")
@passphrase_option
def init(  # noqa: PLR0913 -- one option each
    *,
    home: Path,
    name: str,
    dpo_file: Path,
    root_folder: Path | None,
    same_disk: bool,
    kind: str,
    timezone: str,
    register_url: str,
    passphrase_file: Path | None,
) -> None:
    """Make keys, a first trust and an empty register."""
    new = NewSchool(
        name=name,
        kind=SchoolKind(kind),
        timezone=timezone,
        dpo_pub=read_public(dpo_file),
        by=account(),
        register_url=register_url,
    )
    root_folder = root_folder or home / "keys"
    if new.kind is not SchoolKind.DEMO:
        check_stick(home, root_folder, same_disk=same_disk)
    secret = _secrets(new, root_folder, passphrase_file)
    office = leave_with_command(init_school(home, new, secret, now()))
    show(school=office.school, number=fingerprint(office.trust()))
    say("school.made", file=root_folder / ROOT_KEY)
    say_next(office)


@school.command()
@home_argument
@click.option("--root", "root_folder", type=FOLDER, required=True)
@click.option("--dpo", "dpo_file", type=FILE)
@click.option("--old-dpo", type=FOLDER)
@click.option("--new-office", is_flag=True)
@click.option("--new-fresh", is_flag=True)
@click.option("--new-root", type=FOLDER)
@same_disk_option
@passphrase_option
def renew(  # noqa: PLR0913 -- one option each
    *,
    home: Path,
    root_folder: Path,
    dpo_file: Path | None,
    old_dpo: Path | None,
    new_office: bool,
    new_fresh: bool,
    new_root: Path | None,
    same_disk: bool,
    passphrase_file: Path | None,
) -> None:
    """Sign a new letter of trust."""
    office = office_at(home, passphrase_file, unlock=True)
    if new_root and not office.trust().is_demo:
        check_stick(home, new_root, same_disk=same_disk)
    root = load_root(root_folder, _secret(root_folder / ROOT_KEY, "ask.root"))
    wanted = ((Signer.OFFICE, new_office), (Signer.FRESH, new_fresh))
    renewal = Renewal(
        root=root,
        dpo_pub=read_public(dpo_file) if dpo_file else None,
        old_dpo=load_dpo(old_dpo, _secret(old_dpo / KEY, "ask.dpo"))
        if old_dpo
        else None,
        new=frozenset(signer for signer, is_wanted in wanted if is_wanted),
        new_root=_new_root(office, new_root) if new_root else None,
    )
    trust = renew_trust(office, renewal, now())
    say("school.renewed", until=trust.not_after.date())
    if renewal.is_rekey:
        say("school.rekeyed")
    if new_root:
        show(number=fingerprint(trust))
        say("school.new_root", file=new_root / ROOT_KEY)
    counts = dpo_counts_from(office, now())
    if counts:
        say("school.dpo_waits", day=counts.date())
    say_next(office)


def _new_root(office: Office, folder: Path) -> Ed25519PrivateKey:
    key = folder / ROOT_KEY
    if key.exists():
        secret = _secret(key, "ask.new_root")
    elif office.trust().is_demo:
        secret = None
    else:
        secret = passphrase("ask.new_root", None, new=True)
    return make_root(office, folder, secret)


def _secret(key: Path, question: str) -> bytes | None:
    return passphrase(question, None) if is_locked(key) else None


def _secrets(new: NewSchool, root_folder: Path, file: Path | None) -> Secrets:
    if new.kind is SchoolKind.DEMO:
        return Secrets(root_folder, None, None)
    office = passphrase("ask.new_office", file, new=True)
    root = passphrase("ask.new_root", file, new=True)
    return Secrets(root_folder, root, office)
