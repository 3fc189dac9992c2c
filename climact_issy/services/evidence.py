"""Evidence: a person submits it, a moderator decides, the ledger says what it brings.

Accepted evidence appends the difference between the two tiers of its gesture, under
the caps of that day and week. Whatever takes it back is a reversing row: another
verdict, or the undo of the gesture it leans on.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import Connection, bindparam, func, insert, select, update
from sqlmodel import Session, SQLModel

from climact_issy import models
from climact_issy.content import actions as catalogue
from climact_issy.domain.actions import Action
from climact_issy.domain.civic import DAYS_IN_WEEK, week_of
from climact_issy.domain.errors import BadInput, NotAllowed, NotFound, StaleSight
from climact_issy.domain.evidence import (
    Decided,
    EvidenceState,
    Verdict,
    is_second_look,
)
from climact_issy.domain.ledger import EntryKind
from climact_issy.domain.people import Actor, Role
from climact_issy.domain.permissions import require_role
from climact_issy.domain.points import Rules, award, base_points
from climact_issy.domain.seasons import PAUSE
from climact_issy.domain.tiers import Tier
from climact_issy.services import audit, gesture_rows, posting
from climact_issy.services.prepared import Prepared
from climact_issy.services.sign_in import keyed_hash
from climact_issy.services.sums import sums

assert models.Evidence  # noqa: S101 - importing the package registers the tables

REASON_LENGTH: Final = 500

_TABLES: Final = SQLModel.metadata.tables
_citizen: Final = _TABLES["citizen"]
_action_log: Final = _TABLES["action_log"]
_evidence: Final = _TABLES["evidence"]
_ledger: Final = _TABLES["ledger"]
_season: Final = _TABLES["season"]
_reversal: Final = _ledger.alias("reversal")

_HOLD: Final = (
    select(_citizen.c.is_on_board)
    .where(_citizen.c.member_ref == bindparam("member_ref"))
    .with_for_update(key_share=True)
)
_ENTRY: Final = (
    select(
        _ledger,
        _season.c.closed_at,
        _season.c.kind.label("season_kind"),
        _reversal.c.id.label("reversed_by"),
    )
    .select_from(
        _ledger.join(_season, _season.c.id == _ledger.c.season_id).outerjoin(
            _reversal, _reversal.c.reverses == _ledger.c.id
        )
    )
    .where(_ledger.c.id == bindparam("entry_id"))
    # Who closes the season waits for us, or we see that it is closed.
    .with_for_update(read=True, of=_season)
)
_STANDING_BONUS: Final = Prepared(
    select(_ledger)
    .select_from(
        _evidence.join(_ledger, _ledger.c.id == _evidence.c.bonus_entry_id).outerjoin(
            _reversal, _reversal.c.reverses == _ledger.c.id
        )
    )
    .where(
        _evidence.c.entry_id == bindparam("entry_id"),
        _reversal.c.id.is_(None),
    )
)


def submit(session: Session, actor: Actor, entry_id: int, *, now: datetime) -> int:
    """Submit evidence of one's own gesture; the same gesture again changes nothing.

    Args:
        session: an open session that may write; the caller commits.
        actor: whose gesture it is.
        entry_id: the gesture.
        now: this instant.

    Returns:
        The id of the piece of evidence.

    Raises:
        NotFound: no such gesture, or somebody else's.
        StaleSight: it was undone (code "gesture_undone").
        NotAllowed: its season is closed (code "season_closed").
    """
    connection = session.connection()
    _hold(connection, actor.member_ref)
    entry = _entry(connection, entry_id)
    if entry["member_ref"] != actor.member_ref:
        raise NotFound
    _refuse_over(entry)
    known = connection.execute(
        select(_evidence.c.id).where(_evidence.c.entry_id == entry_id)
    ).scalar()
    if known is not None:
        return int(known)
    made = connection.execute(
        insert(_evidence)
        .values(
            entry_id=entry_id,
            member_ref=actor.member_ref,
            state=EvidenceState.PENDING.value,
            is_second_look=is_second_look(keyed_hash("second-look", str(entry_id))),
            submitted_at=now,
            decided_by="",
            second_decided_by="",
            reason="",
        )
        .returning(_evidence.c.id)
    )
    return int(made.scalar_one())


def decide(
    session: Session,
    moderator: Actor,
    verdict: Verdict,
    *,
    rules: Rules,
    now: datetime,
    action_of: Callable[[str], Action] = catalogue.by_slug,
) -> Decided:
    """Accept or reject evidence, for the first time or again.

    The same verdict again changes nothing; the opposite one takes back what the first
    one did. Of the random tenth, every further verdict is somebody else's.

    Args:
        session: an open session that may write; the caller commits.
        moderator: who decides.
        verdict: what they say.
        rules: the published rule.
        now: this instant.
        action_of: finds an action by its slug.

    Raises:
        NotAllowed: no moderator; one's own evidence (code "own_evidence"); a second
            verdict of the same moderator (code "second_look"); a closed season
            (code "season_closed").
        NotFound: no such evidence, or its person was erased.
        StaleSight: the gesture was undone (code "gesture_undone").
        BadInput: no reason, or one that is too long (code "reason").
    """
    require_role(moderator, Role.MODERATOR)
    connection = session.connection()
    is_on_board, piece = _held_piece(connection, verdict.evidence_id)
    _refuse_moderator(moderator, piece)
    entry = _entry(connection, piece["entry_id"])
    _refuse_over(entry)
    _refuse_reason(verdict, piece)
    is_first = piece["state"] == EvidenceState.PENDING
    needs_second = piece["is_second_look"] and is_first
    if piece["state"] == verdict.state and not _waits(piece):
        return Decided(verdict.evidence_id, verdict.state, 0, needs_second_look=False)
    points, bonus = 0, piece["bonus_entry_id"]
    if piece["state"] != verdict.state and verdict.is_accepted:
        effort = action_of(entry["subject"]).effort
        row = _bonus_row(connection, entry, piece, effort, rules)
        row["recorded_at"] = now
        before = sums(connection, posting.spot_of(row))
        posted = posting.post(connection, row, before, is_on_board=is_on_board)
        points, bonus = row["amount"], posted.entry_id
    elif piece["state"] != verdict.state:
        points = -take_back_bonus(
            connection, entry["id"], cause="verdict", now=now, is_on_board=is_on_board
        )
    decided = Decided(verdict.evidence_id, verdict.state, points, needs_second)
    _write(connection, piece, verdict, moderator, bonus, now)
    _record(session, moderator, verdict, piece, decided, now)
    return decided


def take_back_bonus(
    connection: Connection,
    entry_id: int,
    *,
    cause: str,
    now: datetime,
    is_on_board: bool,
) -> int:
    """Take back what accepted evidence brought to a gesture, if it stands.

    The undo of a gesture calls it first: points never stand without their gesture.

    Args:
        connection: of an open transaction that holds the person's row.
        entry_id: the gesture.
        cause: why, in a word.
        now: this instant.
        is_on_board: whether the person is in the private ranking.

    Returns:
        The points that went, 0 when there were none.
    """
    found = _STANDING_BONUS.rows(connection, {"entry_id": entry_id})
    if not found:
        return 0
    row = dict(found[0]._asdict())
    posting.take_back(connection, row, cause=cause, now=now, is_on_board=is_on_board)
    return int(row["amount"])


def _hold(connection: Connection, member_ref: str) -> bool:
    """Lock a person's row, which comes first; return whether they are on the board."""
    found = connection.execute(_HOLD, {"member_ref": member_ref}).first()
    if found is None:
        raise NotFound
    return bool(found.is_on_board)


def _held_piece(connection: Connection, evidence_id: int) -> tuple[bool, Any]:
    wanted = select(_evidence).where(_evidence.c.id == evidence_id)
    seen = connection.execute(wanted).mappings().first()
    if seen is None:
        raise NotFound
    is_on_board = _hold(connection, seen["member_ref"])
    # Again under the lock: another moderator may just have decided.
    piece = connection.execute(wanted.with_for_update()).mappings().first()
    if piece is None:
        raise NotFound
    return is_on_board, piece


def _entry(connection: Connection, entry_id: int) -> Any:  # noqa: ANN401 - a row
    found = connection.execute(_ENTRY, {"entry_id": entry_id}).mappings().first()
    if found is None or found["kind"] != EntryKind.GESTURE:
        raise NotFound
    return found


def _refuse_over(entry: Any) -> None:  # noqa: ANN401 - a row
    if entry["reversed_by"] is not None:
        code = "gesture_undone"
        raise StaleSight(code)
    if entry["closed_at"] is not None:
        code = "season_closed"
        raise NotAllowed(code)


def _refuse_moderator(moderator: Actor, piece: Any) -> None:  # noqa: ANN401 - a row
    if piece["member_ref"] == moderator.member_ref:
        code = "own_evidence"
        raise NotAllowed(code)
    if piece["is_second_look"] and piece["decided_by"] == moderator.member_ref:
        code = "second_look"
        raise NotAllowed(code)


def _waits(piece: Any) -> bool:  # noqa: ANN401 - a row
    """Whether somebody has decided and somebody else has to, too."""
    return (
        piece["is_second_look"]
        and bool(piece["decided_by"])
        and not piece["second_decided_by"]
    )


def _refuse_reason(verdict: Verdict, piece: Any) -> None:  # noqa: ANN401 - a row
    is_change = piece["state"] not in {EvidenceState.PENDING, verdict.state}
    is_needed = is_change or not verdict.is_accepted
    words = verdict.reason.strip()
    if len(words) > REASON_LENGTH or (is_needed and not words):
        code = "reason"
        raise BadInput(code, maximum=REASON_LENGTH)


def _bonus_row(
    connection: Connection,
    entry: Any,  # noqa: ANN401 - a row
    piece: Any,  # noqa: ANN401 - a row
    effort: int,
    rules: Rules,
) -> dict[str, Any]:
    base = base_points(rules, effort, Tier.EVIDENCE) - base_points(
        rules, effort, Tier.DECLARED
    )
    before = sums(connection, posting.spot_of(entry))
    given = award(
        rules,
        base,
        before,
        tier=Tier.EVIDENCE,
        repeat=_repeat_of(connection, entry),
        is_pause=entry["season_kind"] == PAUSE,
    )
    return {name: entry[name] for name in gesture_rows.COLUMNS} | {
        "kind": EntryKind.EVIDENCE.value,
        "tier": Tier.EVIDENCE.value,
        "amount": given.points,
        # The gesture has counted it: evidence brings points alone.
        "saving_gco2e": None,
        "rule_version": rules.version,
        "cause": f"verdict:{given.lost_to}" if given.lost_to else "verdict",
        # By entry: its id is never given again. An older verdict has its own key.
        "idempotency_key": f"evidence:{entry['id']}:{piece['bonus_entry_id'] or 0}",
    }


def _repeat_of(connection: Connection, entry: Any) -> int:  # noqa: ANN401 - a row
    """Return which gesture of its action in its week a gesture is, from 1."""
    monday = week_of(entry["civic_day"])
    earlier = connection.execute(
        select(func.count()).where(
            _action_log.c.member_ref == entry["member_ref"],
            _action_log.c.action == entry["subject"],
            _action_log.c.civic_day >= monday,
            _action_log.c.civic_day < monday + timedelta(days=DAYS_IN_WEEK),
            _action_log.c.undone_at.is_(None),
            _action_log.c.id < entry["id"],
        )
    )
    return int(earlier.scalar_one()) + 1


def _write(
    connection: Connection,
    piece: Any,  # noqa: ANN401 - a row
    verdict: Verdict,
    moderator: Actor,
    bonus_entry_id: int | None,
    now: datetime,
) -> None:
    is_first = not piece["decided_by"]
    by = "decided_by" if is_first else "second_decided_by"
    connection.execute(
        update(_evidence)
        .where(_evidence.c.id == piece["id"])
        .values(
            {
                "state": verdict.state.value,
                "decided_at": now,
                "reason": verdict.reason.strip(),
                "bonus_entry_id": bonus_entry_id,
                by: moderator.member_ref,
            }
        )
    )


def _record(
    session: Session,
    moderator: Actor,
    verdict: Verdict,
    piece: Any,  # noqa: ANN401 - a row
    decided: Decided,
    now: datetime,
) -> None:
    audit.record(
        session,
        moderator,
        f"evidence_{verdict.state.value}",
        subject=f"evidence:{verdict.evidence_id}",
        reason=verdict.reason.strip(),
        details={
            "entry": piece["entry_id"],
            "before": piece["state"],
            "points": decided.points,
            "needs_second_look": decided.needs_second_look,
        },
        now=now,
    )
