"""What is printed for an event: its codes to cut out, and a blank paper list.

Paper is read by everybody at once, so each sheet speaks both languages.
"""

from collections.abc import Callable
from dataclasses import dataclass

from climact_issy import routes, texts
from climact_issy.domain.codes import grouped
from climact_issy.domain.events import CodeSheet, Event
from climact_issy.presenters.codes import days
from climact_issy.texts import Translator

Pair = tuple[str, str]
"""One sentence in French and in English."""


@dataclass(frozen=True, slots=True)
class CodeCard:
    """One code on paper.

    Attributes:
        text: as people read it, "XXXX-XXXX".
        url: what its QR opens.
    """

    text: str
    url: str


@dataclass(frozen=True, slots=True)
class CodeSheetView:
    """A batch of codes, ready to print.

    Attributes:
        cards: the codes.
        title: of the event; untrusted text, plain.
        place: where it is; untrusted text, plain.
        when: the days on which the codes count.
        counts: how they count, in one sentence.
        type_at: where a code is typed, without a camera.
        heading: what the sheet is, for whoever prints it.
        advice: how to print it.
        left_out: how many used-up codes are not on it, "" when none.
        demo: the word that labels a demonstration, ("", "") for real codes.
    """

    cards: tuple[CodeCard, ...]
    title: Pair
    place: str
    when: Pair
    counts: Pair
    type_at: Pair
    heading: str
    advice: str
    left_out: str
    demo: Pair


@dataclass(frozen=True, slots=True)
class PaperListView:
    """A blank list to hand round.

    Attributes:
        heading: what it is.
        title: of the event; untrusted text, plain.
        place: where it is; untrusted text, plain.
        when: its days.
        columns: titles of the columns.
        promise: what becomes of the addresses.
        slug: what the column "event" of the file holds.
        typing: how the list is typed.
        demo: the word that labels a demonstration, ("", "") for real ones.
    """

    heading: Pair
    title: Pair
    place: str
    when: Pair
    columns: tuple[Pair, ...]
    promise: Pair
    slug: str
    typing: str
    demo: Pair


def code_sheet(
    t: Translator, sheet: CodeSheet, address: str, points: int
) -> CodeSheetView:
    """Present a batch of codes to print.

    Args:
        t: translator of whoever prints.
        sheet: the batch.
        address: the site's public address, without a trailing slash.
        points: what a code brings before any cap.
    """
    here = address + routes.CODE.fr
    shown = here.partition("://")[2]
    event = sheet.event
    return CodeSheetView(
        cards=tuple(
            CodeCard(grouped(text), f"{here}?code={grouped(text)}")
            for text in sheet.texts
        ),
        title=event.title,
        place=event.place,
        when=_both(lambda t: _valid(t, sheet)),
        counts=_both(lambda t: _counts(t, sheet, points)),
        type_at=_both(lambda t: t("Scannez, ou tapez le code sur {at}", at=shown)),
        heading=t.n("{n} code", "{n} codes", len(sheet.texts))
        + t(", lot {batch}\u00a0: {label}", batch=sheet.batch_id, label=sheet.label),
        advice=_advice(t, sheet),
        left_out=_left_out(t, sheet.spent),
        demo=_demo(event),
    )


def paper_list(t: Translator, event: Event) -> PaperListView:
    """Present the blank list of an event.

    Args:
        t: translator of whoever prints.
        event: the event.
    """
    return PaperListView(
        heading=_both(lambda t: t("J’y étais")),
        title=event.title,
        place=event.place,
        when=_both(lambda t: days(t, event)),
        columns=(
            _both(lambda t: t("E-mail de mon compte Clim’Act")),
            _both(lambda t: t("Jour")),
            _both(lambda t: t("Signature")),
        ),
        promise=_both(
            lambda t: t(
                "Votre adresse sert à retrouver votre compte. Elle n’est pas "
                "enregistrée, et cette feuille est détruite après la saisie."
            )
        ),
        slug=event.slug,
        typing=t("Saisie\u00a0: un fichier CSV, colonnes email;event;day."),
        demo=_demo(event),
    )


def _both(say: Callable[[Translator], str]) -> Pair:
    return say(texts.for_language("fr")), say(texts.for_language("en"))


def _valid(t: Translator, sheet: CodeSheet) -> str:
    first, last = sheet.valid_from, sheet.valid_until
    shown = t.date(last, "EEEE d MMMM y")
    if first == last:
        return shown
    return t("du {first} au {last}", first=t.date(first, "EEEE d MMMM"), last=shown)


def _counts(t: Translator, sheet: CodeSheet, points: int) -> str:
    if not points:
        return t("Compte une fois par personne, sans points.")
    if sheet.uses_per_code == 1:
        return t.n(
            "Pour une personne, une fois\u00a0: {n} point au plus.",
            "Pour une personne, une fois\u00a0: {n} points au plus.",
            points,
        )
    return t.n(
        "Le même code pour tous, une fois par personne\u00a0: {n} point au plus.",
        "Le même code pour tous, une fois par personne\u00a0: {n} points au plus.",
        points,
    )


def _advice(t: Translator, sheet: CodeSheet) -> str:
    if len(sheet.texts) == 1:
        return t("Imprimez en A4, à 100\u00a0%.")
    return t("Imprimez en A4, à 100\u00a0%, puis coupez le long des pointillés.")


def _left_out(t: Translator, spent: int) -> str:
    if not spent:
        return ""
    return t.n(
        "{n} code déjà utilisé n’y est plus.",
        "{n} codes déjà utilisés n’y sont plus.",
        spent,
    )


def _demo(event: Event) -> Pair:
    return _both(lambda t: t("démo")) if event.is_demo else ("", "")
