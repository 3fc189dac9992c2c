"""Paper lists: what is wrong with each line, and what the list does."""

from datetime import date

from climact_issy.domain.paper import PaperReport, RowFault
from climact_issy.texts import Translator


def fault_line(t: Translator, fault: RowFault) -> str:
    """Say what is wrong with one line; no address is repeated."""
    return t("Ligne {line}\u00a0: {why}", line=fault.line, why=_why(t, fault))


def summary(t: Translator, report: PaperReport) -> list[str]:
    """Say what a list did, or would do, one sentence a line."""
    before = len(report.faults) - len(report.blocking)
    found = [
        t.n("{n} ligne lue.", "{n} lignes lues.", report.rows),
        _done(t, report),
    ]
    if before:
        found.append(
            t.n(
                "{n} présence était déjà comptée.",
                "{n} présences étaient déjà comptées.",
                before,
            )
        )
    if report.blocking:
        found.append(
            t.n(
                "{n} ligne à corriger.",
                "{n} lignes à corriger.",
                len(report.blocking),
            )
        )
    return found


def _done(t: Translator, report: PaperReport) -> str:
    if report.is_applied:
        return t.n(
            "{n} présence comptée, {points} points.",
            "{n} présences comptées, {points} points.",
            report.counted,
            points=t.number(report.points),
        )
    return t.n(
        "{n} présence à compter\u00a0: rien n’a été écrit.",
        "{n} présences à compter\u00a0: rien n’a été écrit.",
        report.counted,
    )


def _why(t: Translator, fault: RowFault) -> str:
    sentences = {
        "email_invalid": t("l’adresse e-mail semble incomplète."),
        "email_unknown": t("aucun compte n’a cette adresse e-mail."),
        "event_unknown": t("aucun évènement ne s’appelle «\u00a0{event}\u00a0»."),
        "event_closed": t("l’évènement «\u00a0{event}\u00a0» n’est pas ouvert."),
        "not_yours": t("l’évènement «\u00a0{event}\u00a0» n’est pas tenu par vous."),
        "day_unreadable": t("le jour s’écrit 2026-11-25 ou 25/11/2026."),
        "day_outside": t(
            "le {day} n’est pas un jour de l’évènement «\u00a0{event}\u00a0»."
        ),
        "day_future": t("le {day} n’est pas encore passé."),
        "day_season": t("le {day} n’est pas dans la saison en cours."),
        "duplicate": t("la même personne au même évènement qu’à la ligne {first}."),
        "already_counted": t("cette présence est déjà comptée."),
    }
    return sentences[fault.fault].format(
        event=fault.event, day=_day(t, fault.day), first=fault.first_line
    )


def _day(t: Translator, day: date | None) -> str:
    return t.date(day, "d MMMM y") if day else ""
