# SPDX-License-Identifier: GPL-3.0-or-later
"""consent.documents.widening: a yes takes two signatures, a known method, a date."""

import pytest

from consent.documents import canonical, widening
from consent.documents.paper import encode_struct
from consent.documents.signed import Signer
from consent.documents.widening import SignedWidening, Wider
from consent.errors import PaperError
from tests.fakes.school import NOW, make_school

SCHOOL = make_school()
OFFICE, DPO = (SCHOOL.trust.key_of(one) for one in (Signer.OFFICE, Signer.DPO))


@pytest.mark.parametrize(
    ("by", "good"),
    [
        ((Signer.OFFICE, Signer.DPO), True),
        ((Signer.DPO, Signer.OFFICE), True),
        ((Signer.OFFICE,), False),
        ((Signer.DPO,), False),
        ((Signer.OFFICE, Signer.OFFICE), False),
        ((Signer.FRESH, Signer.ROOT), False),
        ((), False),
    ],
)
def test_D04_office_and_dpo_sign_every_yes(by: tuple[Signer, ...], good: bool) -> None:  # noqa: FBT001
    assert SCHOOL.widening("view", by=by).is_signed(OFFICE, DPO) is good


def test_a_claimed_role_with_another_key_is_no_signature() -> None:
    assert not SCHOOL.widening("view").is_signed(DPO, OFFICE)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("method", "school_rules"),
        ("method", "agent_dialog"),
        ("answer", "no"),
        ("purpose", "attention"),
        ("purpose", "all"),
        ("date", "2027-3-8"),
    ],
)
def test_R16_no_other_method_answer_or_purpose(field: str, value: str) -> None:
    made = canonical.decode(encode_struct(SCHOOL.widening("view").body))
    assert isinstance(made, dict)
    with pytest.raises(PaperError):
        widening.parse(canonical.encode({**made, field: value}))


ENDED = SCHOOL.widening("view", answer=Wider.OBJECTION_ENDED)
EXEMPT = SCHOOL.widening("", answer=Wider.EXEMPTION_ENDED)
DECIDES = SCHOOL.widening(
    "", answer=Wider.DECIDES, decider_from=NOW.date(), method="class_import"
)


@pytest.mark.parametrize("one", [ENDED, EXEMPT, DECIDES])
def test_what_is_over_reads_as_it_was_written(one: SignedWidening) -> None:
    text = encode_struct(one.body)
    assert widening.parse(text) == one.body
    assert (b"decider_from" in text) == (one is DECIDES)
    assert one.is_signed(OFFICE, DPO)


@pytest.mark.parametrize(
    ("one", "field", "value"),
    [
        (ENDED, "purpose", ""),
        (ENDED, "decider_from", "2027-03-08"),
        (ENDED, "method", "class_import"),
        (EXEMPT, "purpose", "view"),
        (EXEMPT, "decider_from", "2027-03-08"),
        (DECIDES, "purpose", "view"),
        (DECIDES, "decider_from", None),
        (DECIDES, "method", "paper_form_checked_by"),
        (ENDED, "because", "x"),
    ],
)
def test_D04_each_answer_has_its_own_fields_and_no_other(
    one: SignedWidening, field: str, value: str | None
) -> None:
    made = canonical.decode(encode_struct(one.body))
    assert isinstance(made, dict)
    with pytest.raises(PaperError):
        widening.parse(canonical.encode({**made, field: value}))
