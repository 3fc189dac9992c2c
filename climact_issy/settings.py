"""The typed environment: the only reader of environment variables."""

import os
import re
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, Json, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

ROOT = Path(__file__).resolve().parent.parent
"""The checkout: where rxconfig.py and alembic.ini stand."""

DEMO_SECRET = "demo-secret-not-for-production"  # noqa: S105 - public on purpose: production refuses to start on it
DEFAULT_PORT = 3000
MAX_PORT = 65_535


class Mode(StrEnum):
    """How this process runs; demo data exists in DEMO only."""

    DEMO = "demo"
    DEVELOPMENT = "development"
    PRODUCTION = "production"


class Settings(BaseSettings):
    """Everything the environment may say, as CLIMACT_<NAME>.

    Attributes:
        mode: demo, development or production.
        data_dir: folder of the SQLite file and the outbox.
        database_url: SQLAlchemy address; SQLite in data_dir when empty.
        public_url: the one address people type; baked into the build.
        extra_origins: other addresses allowed to open the socket, comma separated.
        host: address the server listens on.
        port: port the server listens on.
        secret_key: key of the keyed hashes (rate limits); never in the database.
        smtp_url: smtp://user:password@host:port (or smtps://); empty = console twin.
        mail_from: sender of our mails.
        is_adopted_by_city: False shows "independent prototype" in the footer.
        publisher: legal publisher; empty shows "to be completed".
        publisher_contact: address, phone or e-mail of the publisher.
        publication_director: legal publication director.
        hosting_provider: name, address and phone of the host.
        workers: worker processes of the server.
        trusted_proxy_hops: reverse proxies in front whose X-Forwarded-For counts.
        runs_jobs: whether the web process also runs the clock and the outbox.
        ingests: whether the clock reads sources; empty = in production only.
        source_addresses: other addresses of sources, as JSON: {"name": "http://…"}.
        source_keys: keys of sources that ask for one, as JSON: {"name": "key"}.
        feed_secret: secret that signs the feed sent to us; empty = we take none.
        log_level: least important events that the log shows.
        embed_ancestors: sites that may frame /embed pages, comma separated ("*" = any).
        smartlina_url: page of smartLINA to show inside ours; empty = nothing is shown.
    """

    model_config = SettingsConfigDict(env_prefix="CLIMACT_", extra="ignore")

    mode: Mode = Mode.DEVELOPMENT
    data_dir: Path = ROOT / ".data"
    database_url: str = ""
    public_url: str = ""
    extra_origins: str = ""
    host: str = "127.0.0.1"
    port: Annotated[int, Field(ge=1, le=MAX_PORT)] = DEFAULT_PORT
    secret_key: SecretStr = SecretStr(DEMO_SECRET)
    smtp_url: SecretStr = SecretStr("")
    mail_from: str = "Clim'Act Issy <ne-pas-repondre@localhost>"
    is_adopted_by_city: bool = False
    publisher: str = ""
    publisher_contact: str = ""
    publication_director: str = ""
    hosting_provider: str = ""
    workers: int = 1
    trusted_proxy_hops: int = 0
    runs_jobs: bool = True
    ingests: bool | None = None
    source_addresses: Json[dict[str, str]] = "{}"  # pyright: ignore[reportAssignmentType] - read as JSON, like what the environment says
    source_keys: Json[dict[str, SecretStr]] = "{}"  # pyright: ignore[reportAssignmentType] - read as JSON, like what the environment says
    feed_secret: SecretStr = SecretStr("")
    log_level: Literal["debug", "info", "warning", "error"] = "info"
    embed_ancestors: str = "*"
    smartlina_url: str = ""

    @property
    def is_demo(self) -> bool:
        """Whether demo people and demo series may exist."""
        return self.mode is Mode.DEMO

    @property
    def is_production(self) -> bool:
        """Whether this process serves the public: its log is for machines."""
        return self.mode is Mode.PRODUCTION

    @property
    def is_ingesting(self) -> bool:
        """Whether the clock reads sources: a demo or a test asks nobody by itself."""
        return self.is_production if self.ingests is None else self.ingests

    @property
    def address(self) -> str:
        """The public address, without a trailing slash."""
        return (self.public_url or f"http://localhost:{self.port}").rstrip("/")

    @property
    def origins(self) -> list[str]:
        """Every origin allowed to open the socket; never "*" by default."""
        extra = [o.strip().rstrip("/") for o in self.extra_origins.split(",")]
        found = [self.address, *(o for o in extra if o)]
        if self.address == f"http://localhost:{self.port}":
            found.append(f"http://127.0.0.1:{self.port}")
        return list(dict.fromkeys(found))

    @property
    def embed_parents(self) -> str:
        """Who may frame /embed pages, as a Content-Security-Policy lists them.

        Our own pages always may: one of them shows associations what they get.
        """
        named = re.split(r"[\s,;]+", self.embed_ancestors)
        found = [name for name in named if name not in {"", "'none'"}]
        return "*" if "*" in found else " ".join(dict.fromkeys(["'self'", *found]))

    @property
    def smartlina_origin(self) -> str:
        """The origin of the page of smartLINA, "" when none is set."""
        scheme, _, rest = self.smartlina_url.partition("://")
        host = re.split(r"[/?#]", rest)[0]
        return f"{scheme}://{host}" if host else ""

    @property
    def database_address(self) -> str:
        """The SQLAlchemy address in force."""
        return self.database_url or f"sqlite:///{self.data_dir / 'climact.sqlite3'}"

    @property
    def is_sqlite(self) -> bool:
        """Whether the embedded database is in use."""
        return self.database_address.startswith("sqlite")

    def refusals(self) -> list[str]:
        """Say, one sentence each, why production must not start like this."""
        if not self.is_production:
            return []
        checks = {
            "CLIMACT_SECRET_KEY must be set to a secret of your own.": (
                self.secret_key.get_secret_value() in {"", DEMO_SECRET}
            ),
            "CLIMACT_PUBLIC_URL must be set, and use https.": (
                not self.public_url.startswith("https://")
            ),
            "CLIMACT_EXTRA_ORIGINS must not contain '*'.": "*" in self.extra_origins,
            "CLIMACT_SMARTLINA_URL must use https.": (
                bool(self.smartlina_url)
                and not self.smartlina_url.startswith("https://")
            ),
            "SQLite serves one worker only: set CLIMACT_DATABASE_URL to PostgreSQL.": (
                self.is_sqlite and self.workers > 1
            ),
            "CLIMACT_SMTP_URL must be set: sign-in goes by e-mail.": (
                not self.smtp_url.get_secret_value()
            ),
            "CLIMACT_PUBLISHER, CLIMACT_PUBLICATION_DIRECTOR and "
            "CLIMACT_HOSTING_PROVIDER must be set: the law asks for them.": (
                not (
                    self.publisher
                    and self.publication_director
                    and self.hosting_provider
                )
            ),
        }
        return [sentence for sentence, is_wrong in checks.items() if is_wrong]


@lru_cache(maxsize=1)
def get_settings() -> Settings:
    """Read the environment once per process (tests call cache_clear)."""
    return Settings()


def web_dir(settings: Settings | None = None) -> Path:
    """Return the folder of the front-end build: REFLEX_WEB_WORKDIR, else by address.

    A build belongs to one address: with a folder each, two servers of one checkout
    on different ports leave each other's pages alone.

    Args:
        settings: the public address; by default those of the environment.
    """
    if chosen := os.environ.get("REFLEX_WEB_WORKDIR"):
        return ROOT / chosen
    address = (settings or get_settings()).address
    if address == f"http://localhost:{DEFAULT_PORT}":
        return ROOT / ".web"
    name = re.sub(r"[^a-z0-9]+", "-", address.partition("://")[2].lower())
    return ROOT / f".web-{name.strip('-')}"


def child_environment(**changes: str) -> dict[str, str]:
    """Return the environment for a process that we start, with changes."""
    return {**os.environ, **changes}
