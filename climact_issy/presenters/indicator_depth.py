"""What the page of a figure tells beyond its sentence, its chart and its table."""

from collections.abc import Iterable
from dataclasses import dataclass

from climact_issy.content import indicator_notes, live_indicators, live_notes
from climact_issy.domain.actions import Action
from climact_issy.domain.indicator_notes import Cited, Holder, Lever, Notes
from climact_issy.domain.indicators import Indicator, Level, Status
from climact_issy.presenters.comparisons import compared
from climact_issy.presenters.indicators import moving
from climact_issy.presenters.moving_shares import MovingView, moving_views, scale_note
from climact_issy.presenters.readings import level
from climact_issy.texts import Translator


@dataclass(frozen=True, slots=True)
class CitedView:
    """Where a fact was read: its name, and its address or ""."""

    name: str
    href: str


@dataclass(frozen=True, slots=True)
class LeverView:
    """What somebody can do.

    Attributes:
        holder: "L’État", "Vous".
        can: one short sentence.
        source: who says so, None = our reading.
    """

    holder: str
    can: str
    source: CitedView | None


@dataclass(frozen=True, slots=True)
class DepthView:
    """The rest of a figure's page, in the visitor's language.

    Attributes:
        certainty: how the newest value was obtained, "" without any.
        why: why it matters.
        why_source: who says so, None = our reading.
        levers: who can act.
        aim: what the official number is called, e.g. "L’objectif.".
        no_level: why it has no level and what one would take, "" where it has one.
        compared: what it stands beside, and what it is not compared with.
        moving: the actions that move it, with their shares.
        scale: how to read these shares, "" where there are none.
    """

    certainty: str
    why: str
    why_source: CitedView | None
    levers: tuple[LeverView, ...]
    aim: str
    no_level: str
    compared: tuple[str, ...]
    moving: tuple[MovingView, ...]
    scale: str


def depth(t: Translator, indicator: Indicator, actions: Iterable[Action]) -> DepthView:
    """Return what a figure's page tells beyond its face.

    Args:
        t: translator of the page.
        indicator: the figure.
        actions: the whole catalogue.

    Raises:
        KeyError: nobody wrote the notes of this figure.
    """
    notes = indicator_notes.of(indicator.slug)
    side = t.language == "en"
    is_live = live_indicators.is_live(indicator.slug)
    slug = live_notes.of(indicator.slug).moved_like or indicator.slug
    found = moving_views(t, indicator, moving(slug, actions))
    return DepthView(
        certainty=certainty(t, indicator),
        why=notes.why[side],
        why_source=_cited(t, notes.why_source),
        levers=tuple(_lever(t, lever) for lever in notes.levers),
        aim=t("Le seuil.") if is_live else t("L’objectif."),
        no_level=_no_level(t, indicator, notes),
        compared=compared(t, indicator),
        moving=found,
        scale=_scale(t, indicator, is_moved=bool(found)),
    )


def certainty(t: Translator, indicator: Indicator) -> str:
    """Say how the newest value was obtained, and what its source remarks."""
    latest = indicator.latest
    if latest is None or latest.value is None:
        return ""
    if indicator.is_demo:
        return t("Valeurs inventées.")
    words = {
        Status.PUBLISHED: t("Valeur publiée."),
        Status.ROUNDED: t("Valeur arrondie par la source."),
        Status.DERIVED: t("Valeur calculée."),
        Status.PROVISIONAL: t("Valeur provisoire."),
        Status.TARGET: t("Valeur à atteindre."),
    }
    said = (words[latest.status], latest.remark[t.language == "en"])
    return " ".join(part for part in said if part)


def _no_level(t: Translator, indicator: Indicator, notes: Notes) -> str:
    side = t.language == "en"
    wanted, threshold = notes.wanted[side], notes.threshold[side]
    if level(indicator) is not Level.NONE or not wanted:
        return ""
    if indicator.is_demo:
        return wanted
    none = t("Nous n’avons trouvé aucun seuil officiel pour ce chiffre.")
    return f"{threshold or none} {wanted}"


def _scale(t: Translator, indicator: Indicator, *, is_moved: bool) -> str:
    """Say how to read the shares of actions, or that no action moves a live figure."""
    if live_indicators.is_live(indicator.slug) and not is_moved:
        return t("Aucun geste de notre liste ne fait bouger ce chiffre à lui seul.")
    return scale_note(t, indicator)


def _lever(t: Translator, lever: Lever) -> LeverView:
    holders = {
        Holder.STATE: t("L’État"),
        Holder.REGION: t("La Région"),
        Holder.TERRITORY: t("Grand Paris Seine Ouest"),
        Holder.CITY: t("La Ville"),
        Holder.COMPANIES: t("Les entreprises"),
        Holder.YOU: t("Vous"),
    }
    side = t.language == "en"
    return LeverView(holders[lever.holder], lever.can[side], _cited(t, lever.source))


def _cited(t: Translator, source: Cited | None) -> CitedView | None:
    if source is None:
        return None
    return CitedView(source.name[t.language == "en"], source.url)
