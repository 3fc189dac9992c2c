import io
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from climact_issy.connectors.base import ConnectorError
from climact_issy.connectors.mail import (
    FolderMailer,
    Mail,
    SmtpMailer,
    mailer,
    message_of,
)

SENDER = "Clim'Act Issy <ne-pas-repondre@climact.example>"
MAIL = Mail(
    "lina@example.org", "012 345\u00a0: entrée", "Bonjour é", "<p>Bonjour é</p>"
)


class Postman:
    """Takes every mail but those to the addresses it refuses."""

    def __init__(self) -> None:
        self.taken: list[Envelope] = []
        self.answers: dict[str, str] = {}

    async def handle_RCPT(  # noqa: N802 - the name the mail server calls
        self,
        _server: SMTP,
        _session: Session,
        envelope: Envelope,
        address: str,
        _options: list[str],
    ) -> str:
        if address in self.answers:
            return self.answers[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(  # noqa: N802 - the name the mail server calls
        self, _server: SMTP, _session: Session, envelope: Envelope
    ) -> str:
        self.taken.append(envelope)
        return "250 OK"


@pytest.fixture
def postman() -> Postman:
    return Postman()


@pytest.fixture
def port(postman: Postman, unused_port: int) -> Iterator[int]:
    controller = Controller(postman, hostname="127.0.0.1", port=unused_port)
    controller.start()
    yield unused_port
    controller.stop()


@pytest.fixture
def unused_port() -> int:
    import socket  # noqa: PLC0415 - needed by this fixture alone

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


async def test_a_mail_server_gets_the_whole_mail(port: int, postman: Postman) -> None:
    await SmtpMailer(f"smtp://127.0.0.1:{port}", SENDER).send(MAIL)
    (envelope,) = postman.taken
    assert envelope.rcpt_tos == ["lina@example.org"]
    assert envelope.mail_from == "ne-pas-repondre@climact.example"
    content = envelope.content
    assert isinstance(content, bytes)
    assert b"Auto-Submitted: auto-generated" in content
    assert b"multipart/alternative" in content


@pytest.mark.parametrize(
    ("answer", "is_temporary"),
    [("550 no such person lina@example.org", False), ("451 try later", True)],
)
async def test_a_refusal_says_whether_trying_again_helps_and_names_nobody(
    port: int, postman: Postman, answer: str, *, is_temporary: bool
) -> None:
    postman.answers["lina@example.org"] = answer
    with pytest.raises(ConnectorError) as refusal:
        await SmtpMailer(f"smtp://127.0.0.1:{port}", SENDER).send(MAIL)
    assert refusal.value.is_temporary is is_temporary
    assert "lina" not in str(refusal.value)


async def test_a_server_that_is_away_may_come_back(unused_port: int) -> None:
    with pytest.raises(ConnectorError) as refusal:
        await SmtpMailer(f"smtp://127.0.0.1:{unused_port}", SENDER).send(MAIL)
    assert refusal.value.is_temporary


async def test_the_twin_writes_a_file_and_shows_the_text(tmp_path: Path) -> None:
    console = io.StringIO()
    await FolderMailer(tmp_path / "outbox", SENDER, console).send(MAIL)
    (path,) = (tmp_path / "outbox").glob("*.eml")
    assert b"lina@example.org" in path.read_bytes()
    assert path.stat().st_mode & 0o077 == 0
    assert "Bonjour é" in console.getvalue()
    assert str(path) in console.getvalue()


def test_the_settings_choose_the_connector(tmp_path: Path) -> None:
    assert isinstance(mailer("", SENDER, tmp_path), FolderMailer)
    assert isinstance(mailer("smtps://h", SENDER, tmp_path), SmtpMailer)


def test_a_line_break_in_a_header_is_refused() -> None:
    with pytest.raises(ValueError, match="linefeed"):
        message_of(Mail("a@b.fr\nBcc: c@d.fr", "s", "t"), SENDER)


def test_a_message_has_both_parts_and_an_id_of_our_domain() -> None:
    message = message_of(MAIL, SENDER)
    assert isinstance(message, EmailMessage)
    parts = [part.get_content_type() for part in message.iter_parts()]
    assert parts == ["text/plain", "text/html"]
    assert message["Message-ID"].endswith("@climact.example>")
