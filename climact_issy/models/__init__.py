"""SQLModel tables, one module a noun; importing this package registers them all."""

from climact_issy.models.action_log import ActionLog
from climact_issy.models.audit_event import AuditEvent
from climact_issy.models.citizen import Citizen, CitizenIdentity
from climact_issy.models.deployment import Deployment
from climact_issy.models.lease import Lease
from climact_issy.models.ledger import Ledger
from climact_issy.models.observation import Observation
from climact_issy.models.outbox_mail import OutboxMail
from climact_issy.models.raw_payload import RawPayload
from climact_issy.models.season import Season
from climact_issy.models.sign_in_token import SignInToken
from climact_issy.models.totals import (
    DayTotal,
    GroupPoints,
    GroupTotal,
    MemberDay,
    MemberTotal,
    SeasonTotal,
)
from climact_issy.models.web_session import WebSession

__all__ = [
    "ActionLog",
    "AuditEvent",
    "Citizen",
    "CitizenIdentity",
    "DayTotal",
    "Deployment",
    "GroupPoints",
    "GroupTotal",
    "Lease",
    "Ledger",
    "MemberDay",
    "MemberTotal",
    "Observation",
    "OutboxMail",
    "RawPayload",
    "Season",
    "SeasonTotal",
    "SignInToken",
    "WebSession",
]
