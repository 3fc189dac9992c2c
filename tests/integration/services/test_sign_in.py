from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlmodel import col, select

from climact_issy.database import Database
from climact_issy.domain.errors import BadInput, TooManyTries
from climact_issy.models.outbox_mail import OutboxMail
from climact_issy.models.sign_in_token import SignInToken
from climact_issy.services import entering, sign_in
from climact_issy.services.entering import Browser, Entered
from climact_issy.services.sign_in import Asked, Asking

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
ASKING = Asking("lina@example.org", "browser-secret", "192.0.2.1", "en", "/en/act")
HERE = Browser(agent="Firefox", secret="browser-secret")
ELSEWHERE = Browser(agent="Mail app", secret="")


def ask(database: Database, asking: Asking = ASKING, now: datetime = NOW) -> Asked:
    told: list[Asked] = []

    def compose(asked: Asked) -> tuple[str, str, str]:
        told.append(asked)
        return "subject", asked.token, asked.code

    database.run_here(lambda s: sign_in.ask(s, asking, compose, now=now))
    return told[-1]


def enter(
    database: Database, token: str, browser: Browser = ELSEWHERE, now: datetime = NOW
) -> Entered:
    return database.run_here(
        lambda s: entering.enter_by_link(s, token, browser, now=now)
    )


def type_code(
    database: Database, code: str, browser: Browser = HERE, now: datetime = NOW
) -> Entered | int:
    return database.run_here(
        lambda s: entering.enter_by_code(s, code, browser, now=now)
    )


def wrong(code: str) -> str:
    return f"{(int(code) + 1) % 1_000_000:06d}"


def test_a_link_works_once(database: Database) -> None:
    token = ask(database).token
    enter(database, token)
    with pytest.raises(BadInput) as refusal:
        enter(database, token)
    assert refusal.value.code == "link_spent"


def test_of_many_who_use_a_link_at_once_one_gets_in(database: Database) -> None:
    token = ask(database).token

    def use(_: int) -> bool:
        try:
            enter(database, token)
        except BadInput:
            return False
        return True

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(use, range(8))) == 1


def test_a_link_works_for_ten_minutes(database: Database) -> None:
    token = ask(database).token
    with pytest.raises(BadInput):
        enter(database, token, now=NOW + timedelta(minutes=10))
    assert enter(database, token, now=NOW + timedelta(minutes=9, seconds=59))


def test_the_newest_mail_replaces_the_older_one(database: Database) -> None:
    old, new = ask(database), ask(database)
    with pytest.raises(BadInput):
        enter(database, old.token)
    if old.code != new.code:
        assert type_code(database, old.code) == sign_in.MAX_TRIES - 1
    assert enter(database, new.token)


def test_an_invented_link_is_refused(database: Database) -> None:
    ask(database)
    for token in ("", "x" * 43, "é"):
        with pytest.raises(BadInput):
            enter(database, token)


def test_the_code_signs_in_where_it_was_asked_for(database: Database) -> None:
    code = ask(database).code
    entered = type_code(database, f"{code[:3]} {code[3:]}")
    assert isinstance(entered, Entered)
    assert entered.next_path == "/en/act"


@pytest.mark.parametrize("secret", ["", "another-browser"])
def test_the_code_is_worth_nothing_elsewhere(database: Database, secret: str) -> None:
    code = ask(database).code
    assert type_code(database, code, replace(HERE, secret=secret)) == 0


def test_link_and_code_of_one_mail_work_once_together(database: Database) -> None:
    asked = ask(database)
    assert isinstance(type_code(database, asked.code), Entered)
    with pytest.raises(BadInput):
        enter(database, asked.token)
    asked = ask(database)
    enter(database, asked.token)
    assert type_code(database, asked.code) == 0


def test_five_wrong_codes_end_the_code_and_not_the_link(database: Database) -> None:
    asked = ask(database)
    left = [type_code(database, wrong(asked.code)) for _ in range(5)]
    assert left == [4, 3, 2, 1, 0]
    assert type_code(database, asked.code) == 0
    assert enter(database, asked.token)


def test_many_codes_at_once_are_still_five_tries(database: Database) -> None:
    asked = ask(database)
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda _: type_code(database, wrong(asked.code)), range(20)))
    tries = database.read_here(lambda s: s.exec(select(SignInToken.tries)).one())
    assert tries == sign_in.MAX_TRIES


@pytest.mark.parametrize(
    "code", ["", "abcdef", "12345", "1234567", "\uff11\uff12\uff13\uff14\uff15\uff16"]
)
def test_what_is_no_code_is_a_wrong_code(database: Database, code: str) -> None:
    ask(database)
    assert type_code(database, code) == 4


def test_one_address_gets_three_mails_in_ten_minutes(database: Database) -> None:
    for _ in range(sign_in.MAX_PER_ADDRESS):
        ask(database)
    with pytest.raises(TooManyTries) as refusal:
        ask(database)
    assert refusal.value.values["minutes"] == 10
    assert ask(database, replace(ASKING, address="marc@example.org"))
    assert ask(database, now=NOW + timedelta(minutes=10))


def test_one_client_asks_for_twenty_mails_in_ten_minutes(database: Database) -> None:
    for number in range(sign_in.MAX_PER_CLIENT):
        ask(database, replace(ASKING, address=f"p{number}@example.org"))
    with pytest.raises(TooManyTries):
        ask(database, replace(ASKING, address="one-more@example.org"))
    assert ask(database, replace(ASKING, address="z@example.org", client="192.0.2.2"))


def test_a_refused_request_queues_no_mail(database: Database) -> None:
    for _ in range(sign_in.MAX_PER_ADDRESS):
        ask(database)
    with pytest.raises(TooManyTries):
        ask(database)
    mails = database.read_here(lambda s: s.exec(select(OutboxMail.id)).all())
    assert len(mails) == sign_in.MAX_PER_ADDRESS


def test_purging_keeps_what_still_counts(database: Database) -> None:
    ask(database)
    ask(database, now=NOW + timedelta(minutes=25))
    database.run_here(lambda s: sign_in.purge(s, now=NOW + timedelta(minutes=30)))
    kept = database.read_here(
        lambda s: s.exec(
            select(SignInToken.id).order_by(col(SignInToken.created_at))
        ).all()
    )
    assert len(kept) == 1


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Lina@Example.ORG ", "lina@example.org"),
        ("a.b+c@sub.example.fr", "a.b+c@sub.example.fr"),
        ("a@exämple.fr", "a@xn--exmple-cua.fr"),
    ],
)
def test_an_address_has_one_form(typed: str, kept: str) -> None:
    assert sign_in.normalise(typed) == kept


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "lina",
        "lina@",
        "@example.org",
        "lina@localhost",
        "a@b.fr\nBcc: c@d.fr",
        "a b@c.fr",
        "a@b..fr",
        "a@" + "b" * 300 + ".fr",
        "é@b.fr",
        "<a@b.fr>",
    ],
)
def test_what_is_no_address_is_refused(typed: str) -> None:
    with pytest.raises(BadInput) as refusal:
        sign_in.normalise(typed)
    assert refusal.value.code == "email_invalid"
