"""`climact ledger`, `climact user` and `climact signals`, on both databases."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import text

from climact_issy import database as climact_database
from climact_issy.cli import keeping
from climact_issy.database import Database
from climact_issy.domain.civic import civic_day
from climact_issy.domain.signals import BURST_GESTURES
from climact_issy.services import ledger, signals
from climact_issy.settings import get_settings
from tests.support.challenges import GOAL, count_test_actions, running
from tests.support.databases import ENGINES, Databases
from tests.support.events import event
from tests.support.gestures import SORT, WALK, person, tap, untap

Command = Callable[..., tuple[int, list[str]]]


@pytest.fixture
def command(
    address: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Iterator[Command]:
    """Run one command on the database; give its exit code and lines."""
    monkeypatch.setenv("CLIMACT_DATABASE_URL", address)
    get_settings.cache_clear()

    def run(*words: str) -> tuple[int, list[str]]:
        code = keeping.main(words)
        heard = capsys.readouterr()
        return code, (heard.out + heard.err).splitlines()

    yield run
    monkeypatch.undo()
    get_settings.cache_clear()


def with_database(address: str, work: Callable[[Database], object]) -> object:
    opened = Database(address)
    done = work(opened)
    opened.close()
    return done


def play(database: Database) -> str:
    now = datetime.now(UTC)
    who = person(database, "la-ferme", now=now)
    tap(database, who, now=now)
    untap(database, who, tap(database, who, SORT, now=now).entry_id, now=now)
    return who.member_ref


def sql(address: str, *statements: str) -> None:
    def work(database: Database) -> None:
        for statement in statements:
            database.run_here(lambda s, q=statement: s.connection().execute(text(q)))

    with_database(address, work)


def test_replay_finds_a_changed_total_and_repairs_only_when_asked(
    command: Command, address: str
) -> None:
    with_database(address, play)
    code, lines = command("replay")
    assert code == 0
    assert lines[0].startswith("3 rows replayed, ")
    assert lines[0].endswith(" rows per second.")
    sql(address, "UPDATE season_total SET points = points + 1")

    code, lines = command("replay")
    assert code == keeping.DIFFERS
    assert sum(line.startswith("season_total: ") for line in lines) == 2
    assert command("replay")[0] == keeping.DIFFERS

    assert command("replay", "--repair")[0] == 0
    assert command("replay")[0] == 0
    assert with_database(address, lambda d: d.read_here(ledger.differences)) == []


def test_replay_knows_the_totals_of_challenges_too(
    command: Command, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    count_test_actions(monkeypatch)

    def in_a_challenge(database: Database) -> None:
        now = datetime.now(UTC)
        first = civic_day(now)
        draft = replace(GOAL, starts_on=first, ends_on=first + timedelta(days=9))
        running(database, draft, now=now)
        tap(database, person(database, "la-ferme", now=now), now=now)

    with_database(address, in_a_challenge)
    assert command("replay")[0] == 0
    sql(address, "UPDATE challenge_total SET progress = progress + 1")

    code, lines = command("replay")
    assert code == keeping.DIFFERS
    assert any(line.startswith("challenge_total ") for line in lines)
    assert command("replay", "--repair")[0] == 0
    assert command("replay")[0] == 0


def test_replay_says_what_it_cannot_repair(command: Command, address: str) -> None:
    with_database(address, play)
    spoiled = (
        "INSERT INTO challenge_gesture SELECT c.id, l.member_ref, l.civic_day, l.id "
        "FROM ledger l, challenge c WHERE l.kind = 'gesture'"
    )

    def event_of_nobody(database: Database) -> None:
        event(database, kind="goal", target=9, effort=0)

    with_database(address, event_of_nobody)
    sql(address, spoiled)

    code, lines = command("replay", "--repair")

    assert code == keeping.DIFFERS
    assert lines[-1] == "Some of it only a person can mend."


def test_many_differences_are_counted_and_not_all_printed(
    command: Command, address: str
) -> None:
    def many(database: Database) -> None:
        for _ in range(keeping.SHOWN):
            play(database)

    with_database(address, many)
    sql(address, "UPDATE member_total SET points = points + 1")

    lines = command("replay")[1]

    assert len(lines) == keeping.SHOWN + 3
    assert lines[-2] == f"… and {keeping.SHOWN} more."


def test_seal_then_verify_then_one_changed_byte(command: Command, address: str) -> None:
    with_database(address, play)
    code, lines = command("seal")
    assert code == 0
    assert lines[0].startswith("3 rows sealed in 1 seal, ")
    assert command("verify")[1][-1] == "Every sealed row is the one that was sealed."
    guards = {
        "sqlite": "DROP TRIGGER ledger_no_update",
        "postgresql": "DROP TRIGGER ledger_append_only ON ledger",
    }
    change = "UPDATE ledger SET cause = 'tao' WHERE id = 1"
    engine = "sqlite" if address.startswith("sqlite") else "postgresql"
    sql(address, guards[engine], change)

    code, lines = command("verify")

    assert code == keeping.DIFFERS
    assert lines[-1] == "Seal 1 (rows 1 to 3) does not match its rows."


def test_a_person_is_erased_by_reference(command: Command, address: str) -> None:
    ref = str(with_database(address, play))

    assert command("erase", ref)[0] == 0
    code, lines = command("erase", ref)
    assert (code, lines) == (keeping.REFUSED, ["Nobody was erased: not_found."])
    assert command("replay")[0] == 0


def test_open_signals_are_printed(command: Command, address: str) -> None:
    def burst(database: Database) -> None:
        now = datetime.now(UTC).replace(hour=12)
        who = person(database, "la-ferme", now=now)
        for n in range(BURST_GESTURES):
            tap(database, who, WALK, n, now=now + timedelta(microseconds=n))
        seen = database.read_here(lambda s: signals.look(s, now=now))
        database.run_here(lambda s: signals.note(s, seen))

    with_database(address, burst)

    code, lines = command("signals")
    assert code == 0
    assert f"burst  {BURST_GESTURES} from" in lines[0]
    assert lines[1] == "1 open signal. None has any effect by itself."


def test_a_command_that_does_not_exist_is_refused(command: Command) -> None:
    assert command("verify", "all")[0] == keeping.REFUSED
    assert not climact_database.is_open()


@pytest.mark.parametrize("engine", ENGINES)
def test_a_database_of_another_version_is_refused(
    engine: str, databases: Databases, monkeypatch: pytest.MonkeyPatch
) -> None:
    with databases.empty(engine) as address:
        monkeypatch.setenv("CLIMACT_DATABASE_URL", address)
        get_settings.cache_clear()
        assert keeping.main(["verify"]) == keeping.REFUSED
    monkeypatch.undo()
    get_settings.cache_clear()
