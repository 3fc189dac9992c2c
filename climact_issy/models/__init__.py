"""SQLModel tables, one module a noun; importing this package registers them all."""

from climact_issy.models.action_log import ActionLog
from climact_issy.models.audit_event import AuditEvent
from climact_issy.models.boost import Boost
from climact_issy.models.challenge import (
    Challenge,
    ChallengeAction,
    ChallengeCheckIn,
    ChallengeGesture,
    ChallengeMember,
    ChallengeTotal,
)
from climact_issy.models.citizen import Citizen, CitizenIdentity
from climact_issy.models.code import Code, CodeBatch, CodeTry, CodeUse
from climact_issy.models.deployment import Deployment
from climact_issy.models.evidence import Evidence, Signal
from climact_issy.models.final_standing import FinalStanding
from climact_issy.models.lease import Lease
from climact_issy.models.ledger import Ledger
from climact_issy.models.observation import (
    Observation,
    ObservationBin,
    ObservationReject,
    ObservationRevision,
    ObservationSummary,
)
from climact_issy.models.outbox_mail import OutboxMail
from climact_issy.models.raw_payload import RawPayload
from climact_issy.models.recognition import AlreadyDoing, CityNote
from climact_issy.models.rule_version import RuleVersion
from climact_issy.models.seal import DailyRoot, LedgerSeal
from climact_issy.models.season import Season
from climact_issy.models.sign_in_token import SignInToken
from climact_issy.models.source_state import SourceState
from climact_issy.models.team import Team, TeamMembership
from climact_issy.models.totals import (
    BoardPlace,
    DayTotal,
    GroupPoints,
    GroupTotal,
    MemberDay,
    MemberTeam,
    MemberTotal,
    SeasonTotal,
)
from climact_issy.models.web_session import WebSession

__all__ = [
    "ActionLog",
    "AlreadyDoing",
    "AuditEvent",
    "BoardPlace",
    "Boost",
    "Challenge",
    "ChallengeAction",
    "ChallengeCheckIn",
    "ChallengeGesture",
    "ChallengeMember",
    "ChallengeTotal",
    "Citizen",
    "CitizenIdentity",
    "CityNote",
    "Code",
    "CodeBatch",
    "CodeTry",
    "CodeUse",
    "DailyRoot",
    "DayTotal",
    "Deployment",
    "Evidence",
    "FinalStanding",
    "GroupPoints",
    "GroupTotal",
    "Lease",
    "Ledger",
    "LedgerSeal",
    "MemberDay",
    "MemberTeam",
    "MemberTotal",
    "Observation",
    "ObservationBin",
    "ObservationReject",
    "ObservationRevision",
    "ObservationSummary",
    "OutboxMail",
    "RawPayload",
    "RuleVersion",
    "Season",
    "SeasonTotal",
    "SignInToken",
    "Signal",
    "SourceState",
    "Team",
    "TeamMembership",
    "WebSession",
]
