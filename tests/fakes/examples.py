# SPDX-License-Identifier: GPL-3.0-or-later
"""One example of every message; its bytes are the vectors of docs/spec."""

from typing import Final

from protocol import due
from protocol.codec import EnrolMessage, LocalMessage, WireMessage
from protocol.messages import (
    commands,
    enrolment,
    files,
    link,
    local,
    papers,
    pictures,
    records,
)
from protocol.pictures import split

ACCESS: Final = bytes.fromhex("a0" * 16)
PUPIL: Final = bytes.fromhex("b0" * 16)
CLASS: Final = bytes.fromhex("c0" * 16)
FILE: Final = bytes.fromhex("f0" * 16)
HASH: Final = bytes.fromhex("11" * 32)
OTHER_HASH: Final = bytes.fromhex("12" * 32)
NONCE: Final = bytes.fromhex("22" * 32)
SALT: Final = bytes.fromhex("33" * 32)
SIG: Final = bytes.fromhex("44" * 64)
KEY: Final = bytes.fromhex("55" * 32)
CHECKPOINT: Final = b"inzage/example\n3\n"
JPEG: Final = b"\xff\xd8...\xff\xd9"

HELD: Final = (link.PaperHeld(link.PaperKind.SET, CLASS, 7, HASH),)
PROOF: Final = commands.LeafProof(
    leaf=2,
    checkpoint=CHECKPOINT,
    inclusion=(HASH, OTHER_HASH),
    from_size=1,
    consistency=(HASH,),
)
ENTRY: Final = commands.Entry(
    shared_seq=9,
    body=b'{"kind":"OPEN"}',
    salt=SALT,
    prev=HASH,
    head=OTHER_HASH,
    sig=SIG,
)
ENTRY_PROOF: Final = records.EntryProof(shared_seq=9, proof=PROOF)
SHOWN_HEAD: Final = records.ShownHead(checkpoint=CHECKPOINT, certificate=b"der")
NOTICE: Final = local.Notice(id="overview-nl-10", version="1", text="Wie kijkt mee?")
OFFER: Final = local.Offer(
    id=FILE,
    kind=local.OfferKind.LINK,
    teacher="Mevrouw Peeters",
    text="Opdracht 3",
    url="https://example.org/3",
    host="example.org",
)

WIRE: Final[tuple[WireMessage, ...]] = (
    link.Hello(1, NONCE, "inzage-agentd 0.1", HELD),
    link.Welcome(1, PUPIL, "inzage-console 0.1", HELD, SIG),
    link.Bye(link.ByeCode.CLOSING),
    link.Ping(3),
    link.Pong(3, (ACCESS,)),
    records.Sync(1, 9, HASH, CHECKPOINT, (ENTRY,), more=False),
    records.Synced(CHECKPOINT, 1, (HASH,), (ENTRY_PROOF,), (ENTRY,), more=False),
    link.Ready(PUPIL, 5),
    papers.PaperGive(
        link.PaperKind.SET, CLASS, 7, 5, 0, b"{...}", (papers.RoleSig(3, HASH, SIG),)
    ),
    papers.PaperTaken(link.PaperKind.SET, CLASS, 7, ok=True),
    commands.Command(b'{"v":1,"verb":"lesson_start"}', SIG, SALT, PROOF),
    due.accepted(4, ENTRY),
    due.not_shared(4),
    commands.Declined(4, commands.DeclinedCode.SLOT),
    commands.Ended(ACCESS),
    commands.Attention(4, commands.AttentionState.SHOWN),
    records.Receipt(4, ENTRY),
    records.Logged(ENTRY_PROOF),
    records.LogAsk(1, 50),
    records.LogCopy((records.ShownLeaf(9, b"{...}", SALT, 2),), last=True),
    records.Erase((2, 3), SIG),
    records.Erased((2, 3)),
    records.Heads((SHOWN_HEAD,)),
    records.HeadsTaken(
        (records.HeadWay(HASH, CHECKPOINT, 1, (HASH,), (OTHER_HASH,)),), (SHOWN_HEAD,)
    ),
    *split(ACCESS, 1, 0, 192, 108, JPEG, overview=True),
    pictures.PictureTaken(ACCESS, 1),
    commands.Hand(up=True, offer=False),
    files.FileData(FILE, 0, b"..."),
    files.FileGo(FILE, 61_440),
    files.FileEnd(FILE, HASH),
    files.FileDrop(FILE, 1),
)

LOCAL: Final[tuple[LocalMessage, ...]] = (
    local.Here(1, 4711, (local.Screen(0, 0, 0, 1920, 1080, 100),), 1, KEY),
    local.Welcomed(
        1, "school", "nl", local.Band.TEN_AND_UP, "De Klaver", (NOTICE,), 12
    ),
    local.Alive(60, proof_ok=True, screen_locked=False),
    local.Eye(
        local.EyeState.VIEW,
        "Mevrouw Peeters",
        "Hulp bij de opdracht",
        90_000,
        1_804_500_000,
        1_804_503_000,
        ACCESS,
    ),
    local.Grab(ACCESS, local.Looks.VIEW, 1280, 50, 250, "Mevrouw Peeters 10:20"),
    local.GrabStop(ACCESS),
    local.Frame(ACCESS, 1, 0, 1280, 720, 1_000_000, JPEG),
    local.FrameSent(ACCESS, 1, sent=True),
    local.Question(local.Looks.OVERVIEW, NOTICE),
    local.Choice(
        n=13,
        purpose=local.Looks.OVERVIEW,
        answer=local.ChoiceAnswer.YES,
        by_switch=False,
        script=False,
        notice_sha256=HASH,
        lang="nl",
        digest=b"{...}",
        pupil_sig=SIG,
    ),
    local.Ask(ACCESS, local.Looks.VIEW, "Mevrouw Peeters", "Hulp", 3),
    local.Answer(ACCESS, yes=True),
    local.Click(14, local.ClickKind.STOP, ACCESS),
    local.ClickKept(14),
    local.CurtainUp(ACCESS, "Mevrouw Peeters", "Uitleg", 120, 1_015_000, 1_120_000),
    local.CurtainRenew(ACCESS, 1_020_000),
    local.CurtainDown(ACCESS),
    local.Curtain(ACCESS, local.CurtainState.SHOWN, ""),
    OFFER,
    local.Offers((OFFER,)),
    local.OfferGone(FILE),
    local.LogAskLocal(0, 100),
    local.LogPage(
        (
            local.LogLine(
                9,
                1_804_500_000,
                "Mevrouw Peeters keek mee.",
                local.LineState.CONFIRMED,
                "",
            ),
        ),
        more=False,
        healthy=True,
        health="De lijst klopt.",
        agrees="De kopie van je leraar is gelijk.",
        asked="De privacyhulp wil woorden wissen.",
        since_s=1_800_000_000,
        kept_until_s=0,
    ),
    local.Order(local.OrderKind.EXPORT, 0, SIG),
    local.OrderDone(
        local.OrderKind.EXPORT,
        ok=True,
        sentence="Klaar.",
        offset=0,
        data=b"",
        last=True,
    ),
    local.Choices(
        (local.Switch(local.Looks.OVERVIEW, on=True, possible=True),),
        paused=False,
        agreements="Afspraken",
    ),
    local.ReadAsk(),
    local.Refused("Inzage draait al in een ander venster."),
)

ENROL: Final[tuple[EnrolMessage, ...]] = (
    enrolment.EnrolAsk(b"csr", KEY, KEY, "lap-07 boom vis raam zon", HASH),
    enrolment.EnrolGive(b"cert", (enrolment.EnrolPaper("trust", b"{}", b"{}"),)),
)
