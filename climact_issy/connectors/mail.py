"""Mail: one port, an SMTP connector, and a twin that writes files and the console."""

import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import EmailMessage
from email.utils import format_datetime, make_msgid, parseaddr
from pathlib import Path
from typing import Final, Protocol, TextIO
from urllib.parse import unquote, urlsplit

import aiosmtplib

from climact_issy.connectors.base import ConnectorError

TIMEOUT_SECONDS: Final = 20.0
_PERMANENT: Final = 500
_LOOPBACK: Final = frozenset({"localhost", "127.0.0.1", "::1"})


@dataclass(frozen=True, slots=True)
class Mail:
    """One mail.

    Attributes:
        recipient: address.
        subject: one line.
        text: plain part.
        html: HTML part, "" when there is none.
    """

    recipient: str
    subject: str
    text: str
    html: str = ""


class Mailer(Protocol):
    """Where mails leave."""

    async def send(self, mail: Mail) -> None:
        """Hand a mail over.

        Raises:
            ConnectorError: it was not taken.
        """
        ...


class SmtpMailer:
    """Hands mails to a mail server."""

    def __init__(self, address: str, sender: str) -> None:
        """Keep where to send.

        Args:
            address: smtp://user:password@host:port, or smtps:// for TLS at once.
            sender: From header.
        """
        parts = urlsplit(address)
        self._host = parts.hostname or "localhost"
        self._is_tls = parts.scheme == "smtps"
        self._port = parts.port or (465 if self._is_tls else 587)
        self._user = unquote(parts.username) if parts.username else None
        self._password = unquote(parts.password) if parts.password else None
        self._sender = sender

    async def send(self, mail: Mail) -> None:
        """Send one mail over a connection of its own."""
        try:
            await aiosmtplib.send(
                message_of(mail, self._sender),
                hostname=self._host,
                port=self._port,
                username=self._user,
                password=self._password,
                use_tls=self._is_tls,
                start_tls=self._start_tls(),
                timeout=TIMEOUT_SECONDS,
            )
        except aiosmtplib.SMTPRecipientsRefused as error:
            codes = [refused.code for refused in error.recipients]
            is_final = all(code >= _PERMANENT for code in codes)
            message = f"recipient refused: {codes}"
            raise ConnectorError(message, is_temporary=not is_final) from error
        except aiosmtplib.SMTPResponseException as error:
            # Whatever the server's answer quotes may name the person: only the code.
            message = f"refused with {error.code}"
            is_temporary = error.code < _PERMANENT
            raise ConnectorError(message, is_temporary=is_temporary) from error
        except (aiosmtplib.SMTPException, OSError) as error:
            message = f"not reached: {type(error).__name__}"
            raise ConnectorError(message, is_temporary=True) from error

    def _start_tls(self) -> bool | None:
        """Say whether to insist on TLS: a password never crosses a network bare."""
        if self._is_tls:
            return False
        if self._user and self._host not in _LOOPBACK:
            return True
        return None


class FolderMailer:
    """Writes each mail to a file and its text to the console: no mail leaves."""

    def __init__(
        self, folder: Path, sender: str, console: TextIO | None = None
    ) -> None:
        """Keep where to write.

        Args:
            folder: made when the first mail is written.
            sender: From header.
            console: where the text is shown, standard output by default.
        """
        self._folder = folder
        self._sender = sender
        self._console = console

    async def send(self, mail: Mail) -> None:
        """Write one mail; files are small, so the event loop may wait for them."""
        message = message_of(mail, self._sender)
        name = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%f")
        self._folder.mkdir(parents=True, exist_ok=True)
        path = self._folder / f"{name}.eml"
        path.write_bytes(message.as_bytes())
        path.chmod(0o600)
        console = self._console or sys.stdout
        console.write(f"\n{mail.subject}\n{path}\n\n{mail.text}\n")
        console.flush()


def mailer(smtp_url: str, sender: str, folder: Path) -> Mailer:
    """Return the connector that the settings ask for.

    Args:
        smtp_url: address of the mail server, "" for the twin.
        sender: From header.
        folder: outbox folder of the twin.
    """
    if smtp_url:
        return SmtpMailer(smtp_url, sender)
    return FolderMailer(folder, sender)


def message_of(mail: Mail, sender: str) -> EmailMessage:
    """Return the message as it is sent."""
    message = EmailMessage()
    message["From"] = sender
    message["To"] = mail.recipient
    message["Subject"] = mail.subject
    message["Date"] = format_datetime(datetime.now(UTC))
    domain = parseaddr(sender)[1].rpartition("@")[2] or "localhost"
    message["Message-ID"] = make_msgid(domain=domain)
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(mail.text)
    if mail.html:
        message.add_alternative(mail.html, subtype="html")
    return message
