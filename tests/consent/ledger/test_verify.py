# SPDX-License-Identifier: GPL-3.0-or-later
"""A good pack is good; each attack on a pack is found and said in a sentence.

Two kinds of attacker: one who changes the file, and one who holds the laptop's own key
and tells the whole story anew.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consent.documents.signed import public_bytes
from consent.ledger import archive, chain, manifest, pack
from consent.ledger.archive import NotAPackError
from consent.ledger.chain import Sealed
from consent.ledger.checkpoint import Checkpoint, encode_signed, parse_unchecked
from consent.ledger.checks.finding import Finding
from consent.ledger.draft import Line
from consent.ledger.entry import EntryBody, body_bytes, parse_body
from consent.ledger.kinds import Chain, Kind
from consent.ledger.pack import LedgerExport
from consent.ledger.pack_lines import CommandProof, CopySeen, Fork, LineProof
from consent.ledger.receipt import Growth
from consent.ledger.verify import is_good, verify_pack
from tests.fakes.lesson import PlayedLesson

Change = Callable[[LedgerExport], LedgerExport]


@pytest.fixture(scope="module")
def lesson(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PlayedLesson]:
    made = PlayedLesson(tmp_path_factory.mktemp("lesson"))
    made.play()
    yield made
    made.close()


@pytest.fixture(scope="module")
def good(lesson: PlayedLesson) -> bytes:
    return lesson.pack()


def codes(found: list[Finding]) -> set[str]:
    """Give what was found wrong; every finding has its three sentences."""
    assert all(one.sentence_nl and one.sentence_en for one in found)
    assert all(one.sentence_fr for one in found)
    return {one.code for one in found if not one.ok}


def told_anew(lesson: PlayedLesson, change: Change) -> set[str]:
    """Make a pack of a changed record, signed with the laptop's own key; verify it."""
    export = change(lesson.agent.export())
    return codes(verify_pack(pack.build(export, lesson.frame(), lesson_sign(lesson))))


def lesson_sign(lesson: PlayedLesson) -> Callable[[bytes], bytes]:
    return lesson.device_key.sign


# --- Good -----------------------------------------------------------------------------


def test_R39_a_good_pack_is_good(lesson: PlayedLesson, good: bytes) -> None:
    found = verify_pack(good)
    assert is_good(found)
    assert found[-1].code == "root_unknown"
    assert "nummer op de brief" in found[-1].sentence_nl
    said = {one.code for one in found}
    assert {
        "file",
        "papers",
        "device",
        "chain",
        "proofs",
        "copies",
        "commands",
        "slots",
        "looks",
        "caps",
        "consents",
        "records",
    } <= said


def test_the_right_number_says_which_school_it_is(
    lesson: PlayedLesson, good: bytes
) -> None:
    found = verify_pack(good, lesson.school.root_sha256)
    assert is_good(found)
    assert found[-1].code == "root"


def test_another_number_is_another_school(good: bytes) -> None:
    assert codes(verify_pack(good, "00" * 32)) == {"wrong_root"}


def test_a_pack_of_nothing_is_good(tmp_path: Path) -> None:
    empty = PlayedLesson(tmp_path)
    assert codes(verify_pack(empty.pack())) == set()
    empty.close()


# --- The file was changed -------------------------------------------------------------


def member_starts(data: bytes) -> dict[str, int]:
    held = archive.read(data).members
    starts, at = {}, 0
    for name, body in held.items():
        at = data.index(name.encode(), at) + len(name)
        starts[name] = at
        at += len(body)
    return starts


@given(data=st.data())
def test_R39_any_changed_byte_of_the_file_is_found(
    good: bytes, data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(good) - 1))
    changed = bytearray(good)
    changed[at] ^= data.draw(st.integers(1, 255))
    assert not is_good(verify_pack(bytes(changed)))


def test_a_changed_byte_of_every_member_is_found_and_names_it(good: bytes) -> None:
    members = archive.read(good).members
    for name, start in member_starts(good).items():
        size = len(members[name])
        for at in {0, size // 3, size // 2, size - 1}:
            changed = bytearray(good)
            changed[start + at] ^= 1
            found = [one for one in verify_pack(bytes(changed)) if not one.ok]
            assert found, (name, at)
            if name not in {manifest.MANIFEST, manifest.SIGNATURE}:
                assert any(name in one.sentence_nl for one in found), (name, at)


def test_every_byte_between_the_members_is_found(good: bytes) -> None:
    members = archive.read(good).members
    inside: set[int] = set()
    for name, start in member_starts(good).items():
        inside |= set(range(start, start + len(members[name])))
    for at in sorted(set(range(len(good))) - inside):
        changed = bytearray(good)
        changed[at] ^= 0x20
        assert not is_good(verify_pack(bytes(changed))), at


def rewritten(good: bytes, **changed: bytes | None) -> bytes:
    members = dict(archive.read(good).members)
    for name, body in changed.items():
        members.pop(name, None)
        if body is not None:
            members[name] = body
    return archive.write(members)


def test_an_added_member_is_found(good: bytes) -> None:
    assert codes(verify_pack(rewritten(good, **{"more.txt": b""}))) == {"member_added"}


def test_a_missing_member_is_found(good: bytes) -> None:
    for name in archive.read(good).members:
        assert codes(verify_pack(rewritten(good, **{name: None}))), name


def test_members_in_another_order_are_found(good: bytes) -> None:
    turned = archive.write(dict(reversed(list(archive.read(good).members.items()))))
    assert codes(verify_pack(turned)) == {"file_changed"}


@pytest.mark.parametrize("more", [b"\0", b"hello", b"PK\x05\x06" + bytes(18)])
def test_data_after_the_end_is_found(good: bytes, more: bytes) -> None:
    assert codes(verify_pack(good + more)) == {"file_changed"}
    assert not is_good(verify_pack(more + good))


def test_R39_a_file_cut_short_is_one_sentence_and_then_what_holds(good: bytes) -> None:
    for size in range(200, len(good), 997):
        found = verify_pack(good[:size])
        assert [one.code for one in found if not one.ok] in (["cut"], ["cut_all"]), size
    almost = verify_pack(good[:-1])
    whole = len(archive.read(good).members)
    assert f"{whole} van de {whole} delen" in almost[0].sentence_nl
    assert [one.code for one in almost] == ["cut", "cut_rest"]
    half = verify_pack(good[: len(good) // 2])
    assert [one.code for one in half] == ["cut", "cut_unsigned", "cut_rest"]
    assert pack.SHARED in half[-1].sentence_nl
    assert pack.PAGE not in half[-1].sentence_nl


def test_a_part_changed_in_a_file_cut_short_is_named(good: bytes) -> None:
    cut = bytearray(good[: len(good) // 2])
    cut[member_starts(good)[pack.SHARED] + 9] ^= 1
    found = verify_pack(bytes(cut))
    assert [one.code for one in found if not one.ok] == ["cut", "member_changed"]


def test_a_damaged_table_of_contents_is_one_sentence_in_one_language(
    good: bytes,
) -> None:
    at = member_starts(good)[manifest.MANIFEST]
    broken = good[:at] + b"[" + good[at + 1 :]
    (found,) = verify_pack(broken)
    assert found.code == "manifest"
    assert "canonical" not in found.sentence_nl
    assert "not JSON" in found.detail


def test_another_file_is_no_pack() -> None:
    with pytest.raises(NotAPackError):
        verify_pack(b"een ander bestand")


def test_a_signature_of_another_key_is_found(lesson: PlayedLesson) -> None:
    other = pack.build(lesson.agent.export(), lesson.frame(), lesson.teacher_key.sign)
    assert codes(verify_pack(other)) == {"manifest_sig"}


def test_a_signed_part_that_is_not_in_its_form_is_named(lesson: PlayedLesson) -> None:
    for name in (pack.SHARED, pack.PROOFS, pack.CHECKPOINTS):
        members = dict(archive.read(lesson.pack()).members)
        members[name] += b"x\n"
        del members[manifest.MANIFEST], members[manifest.SIGNATURE]
        contents = manifest.parse(archive.read(lesson.pack()).members["manifest.json"])
        signed = manifest.encode(replace(contents, members=manifest.digests(members)))
        sig = lesson.device_key.sign(manifest.CONTEXT + signed).hex() + "\n"
        made = archive.write(
            {"manifest.json": signed, "manifest.sig": sig.encode(), **members}
        )
        found = [one for one in verify_pack(made) if not one.ok]
        assert [one.code for one in found] == ["content"]
        assert name in found[0].sentence_nl


# --- The story was told anew, with the laptop's own key -------------------------------


def resealed(
    lesson: PlayedLesson,
    export: LedgerExport,
    change: Callable[[list[tuple[Line, EntryBody | None]]], None],
    chosen: Chain = Chain.SHARED,
) -> LedgerExport:
    """Change the lines of one chain, number and sign them all again."""
    rest = [line for line in export.lines if line.sealed.chain is not chosen]
    held = [
        (line, line.entry)
        for line in reversed(export.lines)
        if line.sealed.chain is chosen
    ]
    change(held)
    prev = export.starts[chosen].head
    made = []
    for seq, (line, entry) in enumerate(held, 1):
        sealed = line.sealed
        assert entry is not None
        assert sealed.salt is not None
        common = replace(entry.common, seq=seq)
        body = body_bytes(entry.chain, entry.kind, common, entry.fields)
        new = chain.seal(chosen, seq, body, sealed.salt, prev, lesson.device_key.sign)
        made.append(replace(line, sealed=new, entry=parse_body(body)))
        prev = new.head
    return replace(export, lines=[*rest, *reversed(made)])


def lines_changed(
    export: LedgerExport, change: Callable[[Line], Line | None]
) -> LedgerExport:
    changed = [change(line) for line in export.lines]
    return replace(export, lines=[line for line in changed if line is not None])


def is_shared(line: Line, seq: int) -> bool:
    return line.sealed.chain is Chain.SHARED and line.sealed.seq == seq


def test_R33_R39_an_omitted_line_is_found(lesson: PlayedLesson) -> None:
    def omit(line: Line) -> Line | None:
        return None if is_shared(line, 4) else line

    found = told_anew(lesson, lambda export: lines_changed(export, omit))
    assert {"order", "number", "proof_of_nothing", "close_of_nothing"} <= found


def test_R33_an_omitted_line_is_found_when_the_rest_is_signed_anew(
    lesson: PlayedLesson,
) -> None:
    def omit(held: list[tuple[Line, EntryBody | None]]) -> None:
        del held[3:5]

    found = told_anew(lesson, lambda export: resealed(lesson, export, omit))
    assert {"proof", "copy", "copy_more"} <= found


def test_R33_R39_an_edited_line_is_found(lesson: PlayedLesson) -> None:
    def edit(line: Line) -> Line:
        if not is_shared(line, 4) or line.sealed.body is None:
            return line
        body = line.sealed.body.replace(b"mevr. Peeters", b"dhr. Janssens")
        return replace(line, sealed=replace(line.sealed, body=body))

    assert "line" in told_anew(lesson, lambda export: lines_changed(export, edit))


def test_R33_an_edited_line_is_found_when_signed_anew(lesson: PlayedLesson) -> None:
    def edit(held: list[tuple[Line, EntryBody | None]]) -> None:
        line, entry = held[3]
        assert entry is not None
        fields = dict(entry.fields) | {"purpose": "overview"}
        held[3] = (line, replace(entry, fields=fields))

    found = told_anew(lesson, lambda export: resealed(lesson, export, edit))
    assert {"proof", "command", "copy"} <= found


def test_R33_R39_lines_in_another_order_are_found(lesson: PlayedLesson) -> None:
    def turn(export: LedgerExport) -> LedgerExport:
        lines = list(export.lines)
        first = next(n for n, line in enumerate(lines) if is_shared(line, 5))
        second = next(n for n, line in enumerate(lines) if is_shared(line, 4))
        lines[first], lines[second] = lines[second], lines[first]
        return replace(export, lines=lines)

    assert {"order", "number"} <= told_anew(lesson, turn)


def test_R33_lines_in_another_order_are_found_when_signed_anew(
    lesson: PlayedLesson,
) -> None:
    def turn(held: list[tuple[Line, EntryBody | None]]) -> None:
        held[1:3], held[3:5] = held[3:5], held[1:3]

    found = told_anew(lesson, lambda export: resealed(lesson, export, turn))
    assert {"proof", "copy"} <= found


def test_R33_R39_a_record_rolled_back_is_found_by_the_copies(
    lesson: PlayedLesson,
) -> None:
    def roll_back(export: LedgerExport) -> LedgerExport:
        lines = [
            line
            for line in export.lines
            if line.sealed.chain is Chain.OWN or line.sealed.seq <= 7
        ]
        proofs = [
            proof
            for proof in export.proofs
            if not isinstance(proof, LineProof | CommandProof) or proof.seq <= 7
        ]
        return replace(export, lines=lines, proofs=proofs)

    assert "copy_more" in told_anew(lesson, roll_back)


def test_a_deleted_own_line_is_found(lesson: PlayedLesson) -> None:
    def forget(held: list[tuple[Line, EntryBody | None]]) -> None:
        del held[-4:]

    def change(export: LedgerExport) -> LedgerExport:
        return resealed(lesson, export, forget, Chain.OWN)

    assert "own_head" in told_anew(lesson, change)


def test_R33_R39_a_tree_that_forked_is_found(lesson: PlayedLesson) -> None:
    def fork(export: LedgerExport) -> LedgerExport:
        last = [one for one in export.proofs if isinstance(one, Growth)][-1]
        point = parse_unchecked(last.checkpoint)
        other = encode_signed(
            Checkpoint(point.origin, point.size, b"f" * 32),
            lesson.teacher_key.sign,
            public_bytes(lesson.teacher_key),
        )
        return replace(export, proofs=[*export.proofs, Growth(other, 0, ())])

    assert {"fork", "growth"} <= told_anew(lesson, fork)


def test_a_fork_that_the_laptop_saw_is_told(lesson: PlayedLesson) -> None:
    def fork(export: LedgerExport) -> LedgerExport:
        note = next(one for one in export.proofs if isinstance(one, Growth)).checkpoint
        return replace(export, proofs=[*export.proofs, Fork(note)])

    assert told_anew(lesson, fork) == {"fork"}


def test_a_tree_that_shrank_is_found(lesson: PlayedLesson) -> None:
    def shrink(export: LedgerExport) -> LedgerExport:
        growths = [one for one in export.proofs if isinstance(one, Growth)]
        rest = [one for one in export.proofs if not isinstance(one, Growth)]
        return replace(export, proofs=[*growths[1:], growths[0], *rest])

    assert "growth" in told_anew(lesson, shrink)


def test_a_head_of_a_stranger_is_found(lesson: PlayedLesson) -> None:
    def forge(export: LedgerExport) -> LedgerExport:
        point = Checkpoint(lesson.origin, 1, b"s" * 32)
        key = lesson.pupil_key
        note = encode_signed(point, key.sign, public_bytes(key))
        return replace(export, proofs=[*export.proofs, Growth(note, 0, ())])

    assert "head" in told_anew(lesson, forge)


def test_R33_R39_a_forged_line_is_found(lesson: PlayedLesson) -> None:
    def forge(line: Line) -> Line:
        if not is_shared(line, 4):
            return line
        sig = lesson.pupil_key.sign(chain.ENTRY_CONTEXT + line.sealed.head)
        return replace(line, sealed=replace(line.sealed, sig=sig))

    assert "line" in told_anew(lesson, lambda export: lines_changed(export, forge))


def test_R33_R39_a_forged_command_is_found(lesson: PlayedLesson) -> None:
    def forge(held: list[tuple[Line, EntryBody | None]]) -> None:
        line, entry = held[3]
        assert entry is not None
        raw = entry.text("command").encode()
        sig = lesson.device_key.sign(b"inzage/command/v1\0" + raw).hex()
        fields = dict(entry.fields) | {"command_sig": sig}
        held[3] = (line, replace(entry, fields=fields))

    found = told_anew(lesson, lambda export: resealed(lesson, export, forge))
    assert "command_sig" in found


def test_a_command_used_twice_is_found(lesson: PlayedLesson) -> None:
    def replay(held: list[tuple[Line, EntryBody | None]]) -> None:
        held.extend(held[3:5])

    found = told_anew(lesson, lambda export: resealed(lesson, export, replay))
    assert "command_twice" in found


def test_a_proof_moved_to_another_line_is_found(lesson: PlayedLesson) -> None:
    def move(export: LedgerExport) -> LedgerExport:
        proofs = [
            replace(one, seq=1 + one.seq % 9) if isinstance(one, LineProof) else one
            for one in export.proofs
        ]
        return replace(export, proofs=proofs)

    assert "proof" in told_anew(lesson, move)


def test_R32_R39_a_request_without_proof_of_logging_is_found(
    lesson: PlayedLesson,
) -> None:
    def drop(export: LedgerExport) -> LedgerExport:
        rest = [one for one in export.proofs if not isinstance(one, CommandProof)]
        return replace(export, proofs=rest)

    assert told_anew(lesson, drop) == {"not_logged_first"}


def test_a_line_nobody_confirmed_yet_is_told_and_blames_nobody(
    lesson: PlayedLesson,
) -> None:
    def drop(export: LedgerExport) -> LedgerExport:
        rest = [one for one in export.proofs if not isinstance(one, LineProof)]
        return replace(export, proofs=rest)

    export = drop(lesson.agent.export())
    found = verify_pack(pack.build(export, lesson.frame(), lesson_sign(lesson)))
    assert is_good(found)
    (said,) = [one for one in found if one.code == "unproven"]
    assert "verbinding" in said.sentence_nl


def test_R39_a_copy_that_says_otherwise_is_found(lesson: PlayedLesson) -> None:
    def lie(export: LedgerExport) -> LedgerExport:
        return replace(export, proofs=[*export.proofs, CopySeen(2, 0, b"x" * 32)])

    assert told_anew(lesson, lie) == {"copy"}


def test_R34_R39_an_erased_line_without_an_order_is_found(lesson: PlayedLesson) -> None:
    def erase(line: Line) -> Line:
        if not is_shared(line, 6):
            return line
        sealed = replace(line.sealed, body=None, salt=None)
        return replace(line, sealed=sealed, entry=None)

    found = told_anew(lesson, lambda export: lines_changed(export, erase))
    assert found == {"erased_unsaid"}


def signed_again(lesson: PlayedLesson, members: dict[str, bytes]) -> bytes:
    """Sign a pack with changed members, as the laptop itself could."""
    contents = manifest.parse(members.pop(manifest.MANIFEST))
    members.pop(manifest.SIGNATURE)
    signed = manifest.encode(replace(contents, members=manifest.digests(members)))
    sig = lesson.device_key.sign(manifest.CONTEXT + signed).hex() + "\n"
    front = {manifest.MANIFEST: signed, manifest.SIGNATURE: sig.encode()}
    members_again = front | members
    members.update(front)
    return archive.write(members_again)


def test_a_sealed_line_is_what_it_was(lesson: PlayedLesson) -> None:
    """The tools above change nothing by themselves."""

    def same(_: list[tuple[Line, EntryBody | None]]) -> None:
        return

    assert told_anew(lesson, lambda export: resealed(lesson, export, same)) == set()
    line: Sealed = lesson.agent.export().lines[0].sealed
    assert line.body is not None
    assert Kind(parse_body(line.body).kind)
