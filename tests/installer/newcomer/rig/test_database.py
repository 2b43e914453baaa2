# SPDX-License-Identifier: GPL-3.0-or-later
"""An empty PostgreSQL on a private socket."""

import pytest
import sqlalchemy as sa

from installer.newcomer.main import can_lend
from installer.newcomer.needs import DATABASE
from installer.newcomer.rig.database import database
from installer.newcomer.verbs import Loan

pytestmark = pytest.mark.skipif(
    not can_lend(Loan(DATABASE, database)), reason="needs PostgreSQL"
)


def test_it_answers_is_empty_and_listens_to_no_network() -> None:
    with database() as lent:
        engine = sa.create_engine(lent["INZAGE_TEST_POSTGRES"])
        with engine.connect() as connection:
            listens = connection.scalar(sa.text("show listen_addresses"))
        tables = sa.inspect(engine).get_table_names()
        engine.dispose()
    assert (listens, tables) == ("", [])
