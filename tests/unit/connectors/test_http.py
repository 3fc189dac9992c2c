"""Sources are asked with patience, and never beyond it."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from climact_issy.connectors import eco2mix
from climact_issy.connectors.base import Login, Reason, SourceError
from climact_issy.connectors.http import Clock, HttpSource, Known, Limits, for_source
from tests.support.replay import Answer, Asked, Play, serving

NOW = datetime(2023, 9, 12, 17, 0, tzinfo=UTC)
SHORT = Limits(
    connect_seconds=0.5,
    read_seconds=0.15,
    total_seconds=1.0,
    tries=3,
    pause_seconds=0.2,
    most_bytes=1_000_000,
)


NOTHING = Known()


class Hand:
    """A clock that moves when somebody sleeps."""

    def __init__(self) -> None:
        self.slept: list[float] = []

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)

    def clock(self) -> Clock:
        return Clock(now=lambda: NOW, sleep=self.sleep, chance=lambda: 0.5)


def asks(
    play: Play, path: str = "/a", *, known: Known = NOTHING, hand: Hand | None = None
) -> tuple[bytes | SourceError | None, list[Asked]]:
    hand = hand or Hand()
    with (
        serving(play) as server,
        HttpSource(
            server.address, is_ours=True, known=known, limits=SHORT, clock=hand.clock()
        ) as http,
    ):
        try:
            page = http.get(path)
        except SourceError as error:
            return error, server.asked
    return (page.body if page else None), server.asked


def reason(answer: object) -> Reason:
    assert isinstance(answer, SourceError)
    return answer.reason


def test_an_answer_is_kept_untouched_with_its_origin_and_instant() -> None:
    headers = {"ETag": '"x"', "Last-Modified": "Tue, 12 Sep 2023 16:20:00 GMT"}
    with (
        serving(lambda _: Answer(b'{"a": 1}\n', headers=headers)) as server,
        HttpSource(server.address, is_ours=True, clock=Hand().clock()) as http,
    ):
        page = http.get("/a", {"where": "x > date'2023'"})

        assert page is not None
        assert page.body == b'{"a": 1}\n'
        assert page.origin.startswith(f"{server.address}/a?where=x")
        assert page.retrieved_at == NOW
        assert (page.etag, page.last_modified) == ('"x"', headers["Last-Modified"])
        assert server.asked[0].query == {"where": "x > date'2023'"}


def test_what_has_not_changed_is_not_sent_again() -> None:
    with serving(lambda _: Answer(status=304)) as server:
        known = Known(f"{server.address}/a", '"x"', "")
        with HttpSource(server.address, is_ours=True, known=known) as http:
            assert http.get("/a") is None
            with pytest.raises(SourceError, match="status 304"):
                http.get("/b")

        first, other = server.asked
        assert first.headers["if-none-match"] == '"x"'
        assert "if-none-match" not in other.headers


def test_a_server_error_is_tried_again_with_growing_pauses() -> None:
    hand = Hand()
    answers = iter([500, 503, 200])

    body, asked = asks(lambda _: Answer(b"ok", status=next(answers)), hand=hand)

    assert body == b"ok"
    assert len(asked) == 3
    assert hand.slept == [pytest.approx(0.2), pytest.approx(0.4)]


def test_it_gives_up_after_its_tries() -> None:
    answer, asked = asks(lambda _: Answer(status=500))

    assert reason(answer) is Reason.SERVER
    assert len(asked) == SHORT.tries


def test_silence_is_a_timeout() -> None:
    def silent() -> Iterator[bytes]:
        yield b"never"

    answer, asked = asks(lambda _: Answer(pieces=silent, pause=5))

    assert reason(answer) is Reason.TIMEOUT
    assert len(asked) == SHORT.tries


def test_a_slow_drip_ends_at_the_deadline() -> None:
    def drip() -> Iterator[bytes]:
        while True:
            yield b" "

    answer, asked = asks(lambda _: Answer(pieces=drip, pause=0.05))

    assert reason(answer) is Reason.TIMEOUT
    assert len(asked) == 1


def test_too_many_questions_wait_as_long_as_asked_when_that_is_short() -> None:
    hand = Hand()
    answers = iter(
        [Answer(status=429, headers={"Retry-After": "0"}), Answer(b"ok", status=200)]
    )

    body, _ = asks(lambda _: next(answers), hand=hand)

    assert body == b"ok"
    assert hand.slept == [0.0]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("120", NOW + timedelta(seconds=120)),
        ("Tue, 12 Sep 2023 19:00:00 GMT", NOW + timedelta(hours=2)),
    ],
)
def test_a_long_wait_is_reported_and_not_slept(words: str, expected: datetime) -> None:
    hand = Hand()
    answer, asked = asks(
        lambda _: Answer(status=429, headers={"Retry-After": words}), hand=hand
    )

    assert reason(answer) is Reason.RATE_LIMITED
    assert isinstance(answer, SourceError)
    assert answer.retry_at == expected
    assert answer.is_temporary
    assert len(asked) == 1
    assert not hand.slept


def test_a_wait_that_nobody_understands_is_no_wait() -> None:
    answer, asked = asks(lambda _: Answer(status=429, headers={"Retry-After": "soon"}))

    assert isinstance(answer, SourceError)
    assert answer.retry_at is None
    assert len(asked) == SHORT.tries


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410])
def test_a_refusal_is_not_tried_again(status: int) -> None:
    answer, asked = asks(lambda _: Answer(status=status))

    assert reason(answer) is Reason.REFUSED
    assert isinstance(answer, SourceError)
    assert not answer.is_temporary
    assert len(asked) == 1


def test_a_body_that_says_it_is_too_large_is_not_read() -> None:
    answer, _ = asks(lambda _: Answer(headers={"Content-Length": "50000000"}))

    assert reason(answer) is Reason.TOO_LARGE


def test_fifty_megabytes_without_a_length_are_cut_off() -> None:
    sent = 0

    def flood() -> Iterator[bytes]:
        nonlocal sent
        for _ in range(800):
            sent += 65_536
            yield b"x" * 65_536

    answer, _ = asks(lambda _: Answer(pieces=flood))

    assert reason(answer) is Reason.TOO_LARGE
    assert sent < 50_000_000


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_is_followed_nowhere(status: int) -> None:
    with serving(lambda _: Answer(b"stolen")) as other:
        answer, _ = asks(
            lambda _: Answer(status=status, headers={"Location": f"{other.address}/"})
        )

        assert reason(answer) is Reason.REDIRECT
        assert not other.asked


@pytest.mark.parametrize(
    "path",
    ["https://elsewhere.example/a", "//elsewhere.example/a", "http://127.0.0.1:1/a"],
)
def test_another_host_is_never_asked(path: str) -> None:
    answer, asked = asks(lambda _: Answer(b"ok"), path)

    assert reason(answer) is Reason.HOST
    assert not asked


def test_nobody_at_the_other_end_is_said() -> None:
    with serving(lambda _: Answer()) as server:
        gone = server.address
    with (
        HttpSource(gone, is_ours=True, limits=SHORT, clock=Hand().clock()) as http,
        pytest.raises(SourceError) as caught,
    ):
        http.get("/a")

    assert caught.value.reason is Reason.UNREACHABLE


def test_plain_http_is_for_addresses_of_the_settings_only() -> None:
    with (
        HttpSource("http://127.0.0.1:9", limits=SHORT) as http,
        pytest.raises(SourceError) as caught,
    ):
        http.get("/a")

    assert caught.value.reason is Reason.HOST


def test_a_source_is_asked_at_its_own_address_unless_the_settings_say_other() -> None:
    own = for_source(eco2mix.SOURCE)
    other = for_source(eco2mix.SOURCE, "http://127.0.0.1:9999/")

    with own, other:
        assert own.address == "https://odre.opendatasoft.com"
        assert not own.is_ours
        assert other.address == "http://127.0.0.1:9999"
        assert other.is_ours


def test_without_a_path_the_address_itself_is_asked() -> None:
    with (
        serving(lambda _: Answer(b"{}")) as server,
        HttpSource(f"{server.address}/their/feed.json", is_ours=True) as http,
    ):
        http.get("")

    assert server.asked[0].path == "/their/feed.json"


def test_a_key_is_sent_to_its_source_and_shown_nowhere() -> None:
    source = replace(eco2mix.SOURCE, key_header="X-Api-Key")
    with serving(lambda _: Answer(b"{}")) as server:
        with for_source(source, server.address, key="abc") as http:
            http.get("/a")
        with for_source(source, server.address) as keyless:
            keyless.get("/a")

    sent = [asked.headers.get("x-api-key") for asked in server.asked]
    assert sent == ["abc", None]
    assert "abc" not in repr(http)


WITH_LOGIN = replace(eco2mix.SOURCE, login=Login("/api/login"), needs_key=True)


def logging_in(
    answer: Answer, key: str = "someone:p:w"
) -> tuple[SourceError | None, list[Asked], str]:
    """Ask twice behind a login; return how it failed, what was asked, what is shown."""
    error: SourceError | None = None
    with serving(
        lambda asked: answer if asked.path == "/api/login" else Answer(b"{}")
    ) as server:
        way = for_source(WITH_LOGIN, server.address, key=key)
        way.limits, way.clock = SHORT, Hand().clock()
        with way as http:
            try:
                http.get("/a")
                http.get("/b")
            except SourceError as found:
                error = found
    return error, server.asked, repr(way)


def test_a_login_is_asked_once_and_its_token_goes_with_every_question() -> None:
    error, asked, shown = logging_in(Answer(b'{"token": "to.k-en"}'))

    assert error is None
    assert [one.path for one in asked] == ["/api/login", "/a", "/b"]
    assert json.loads(asked[0].body) == {"username": "someone", "password": "p:w"}
    assert "authorization" not in asked[0].headers
    assert [one.headers["authorization"] for one in asked[1:]] == ["Bearer to.k-en"] * 2
    assert not {"someone", "p:w", "to.k-en"} & set(shown.split("'"))
    assert all("p:w" not in str(one.headers) for one in asked)


def test_without_a_key_nobody_logs_in() -> None:
    _, asked, _ = logging_in(Answer(b'{"token": "t"}'), key="")

    assert [one.path for one in asked] == ["/a", "/b"]


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (Answer(b'{"message": "Invalid"}', status=401), Reason.REFUSED),
        (Answer(status=302, headers={"Location": "https://x.org/"}), Reason.REDIRECT),
        (Answer(b"<html>"), Reason.NOT_JSON),
        (Answer(b"[]"), Reason.UNKNOWN_SHAPE),
        (Answer(b'{"token": 5}'), Reason.UNKNOWN_SHAPE),
        (Answer(b'{"token": "a\\r\\nX-Evil: 1"}'), Reason.UNKNOWN_SHAPE),
        (Answer(status=500), Reason.SERVER),
    ],
)
def test_a_login_that_fails_is_said_without_name_or_password(
    answer: Answer, why: Reason
) -> None:
    error, asked, _ = logging_in(answer)

    assert error is not None
    assert error.reason is why
    assert "someone" not in str(error)
    assert all(one.path == "/api/login" for one in asked)
