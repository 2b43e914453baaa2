# SPDX-License-Identifier: GPL-3.0-or-later
"""A clock that stands still until a test moves it."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo

MONDAY_MORNING = datetime(2027, 3, 8, 9, 20, tzinfo=UTC)  # 10:20 in Brussels


@dataclass(slots=True)
class FakeClock:
    """Boot time in seconds and wall time together; call it for boot time."""

    boot_s: float = 1_000.0
    wall: datetime = MONDAY_MORNING

    def __call__(self) -> float:
        """Say boot time, as protocol.aio.clock.boottime does."""
        return self.boot_s

    def now(self) -> datetime:
        """Say wall time, aware UTC."""
        return self.wall

    def move(self, seconds: float) -> float:
        """Let both run on; says the new boot time."""
        self.boot_s += seconds
        self.wall += timedelta(seconds=seconds)
        return self.boot_s

    def step_wall(self, seconds: float) -> None:
        """Let somebody set the wall clock; boot time does not follow."""
        self.wall += timedelta(seconds=seconds)


def stopped_at(at: datetime) -> type[datetime]:
    """Make a `datetime` whose clock stands still, to lay in the place of a module's."""

    class Stopped(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]
            return at.astimezone(tz)

    return Stopped
