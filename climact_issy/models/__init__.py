"""SQLModel tables, one module a noun; importing this package registers them all."""

from climact_issy.models.citizen import Citizen, CitizenIdentity
from climact_issy.models.lease import Lease
from climact_issy.models.outbox_mail import OutboxMail
from climact_issy.models.sign_in_token import SignInToken
from climact_issy.models.web_session import WebSession

__all__ = [
    "Citizen",
    "CitizenIdentity",
    "Lease",
    "OutboxMail",
    "SignInToken",
    "WebSession",
]
