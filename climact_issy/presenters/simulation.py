"""The simulator in words: what a choice could change, never what was saved."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from climact_issy import routes
from climact_issy.domain.actions import Action, Boundary, Kind
from climact_issy.domain.places import Population
from climact_issy.domain.shares_of_cut import times_a_year
from climact_issy.domain.simulation import (
    Catalogue,
    Clash,
    Estimate,
    Overlap,
    Sector,
    crowds,
    estimate,
    nearest,
    sector_of,
)
from climact_issy.presenters.budget import tonnes
from climact_issy.presenters.gesture_words import LEAVES, pick, quantity_text
from climact_issy.presenters.information import Link
from climact_issy.texts import Translator

WHOLE = 100


@dataclass(frozen=True, slots=True)
class SimulationView:
    """What the simulator shows; empty until the server has answered.

    Attributes:
        language: of its words, "" before.
        people: "2 000 habitants".
        share: "de 0 à 15 %", "" when nothing is chosen.
        headline: the result in one sentence.
        detail: the same in tonnes, "" when nothing is chosen.
        least: percent of the bar that is sure, 0 to 100.
        most: percent of the bar that is possible, 0 to 100.
        shares: what each counted action could change alone, in the catalogue's order.
        is_chosen: whether each counted action is chosen, in the same order.
        chosen: the chosen actions, to go and read.
        clash: why an action cannot join the chosen ones, "" when nothing clashes.
        address: of this very choice.
        is_touched: whether somebody has chosen something, even if it is undone.
        can_undo: whether there is something to go back to.
        can_clear: whether there is something to put back.
    """

    language: str = ""
    people: str = ""
    headline: str = ""
    detail: str = ""
    least: int = 0
    most: int = 0
    shares: list[str] = field(default_factory=list[str])
    is_chosen: list[bool] = field(default_factory=list[bool])
    chosen: list[Link] = field(default_factory=list[Link])
    clash: str = ""
    address: str = ""
    is_touched: bool = False
    can_undo: bool = False
    can_clear: bool = False


@dataclass(frozen=True, slots=True)
class Seen:
    """A moment of the simulator.

    Attributes:
        people: who takes part.
        chosen: the chosen actions.
        clash: the action that cannot join them, None for none.
        is_touched: whether somebody has chosen something, even if it is undone.
        can_undo: whether there is something to go back to.
        can_clear: whether there is something to put back.
    """

    people: int
    chosen: tuple[Action, ...] = ()
    clash: Clash | None = None
    is_touched: bool = False
    can_undo: bool = False
    can_clear: bool = False


@dataclass(frozen=True, slots=True)
class OptionView:
    """One action that may be chosen.

    Attributes:
        slug: of the action.
        at: its place among the counted actions.
        title: the action.
        icon: icon of the sprite.
        leaf: colour class of its leaf.
        disc: "half" or "full", the shape beside the word.
        word: whether the accounts see it: "en partie", "oui".
        rhythm: how often it is counted.
        share: what the usual number of people could change with it.
    """

    slug: str
    at: int
    title: str
    icon: str
    leaf: str
    disc: str
    word: str
    rhythm: str
    share: str


@dataclass(frozen=True, slots=True)
class GroupView:
    """The actions of one part of the accounts, of which one may be chosen.

    Attributes:
        name: of the part.
        title: the part in words.
        options: what may be chosen, what could change most first.
    """

    name: str
    title: str
    options: tuple[OptionView, ...]


@dataclass(frozen=True, slots=True)
class CrowdView:
    """How many people may take part.

    Attributes:
        last: position of the last step; the first is 0.
        note: how many people live here, and who says so.
    """

    last: int
    note: str


def simulation_view(
    t: Translator, catalogue: Catalogue, seen: Seen, required_cut_t: float
) -> SimulationView:
    """Present a moment of the simulator.

    Args:
        t: the page's translator.
        catalogue: the actions by what may be said of them.
        seen: the moment.
        required_cut_t: tCO2e the city has to cut in a year.

    Raises:
        BadInput: the chosen actions overlap.
    """
    found = estimate(seen.chosen, seen.people, required_cut_t)
    slugs = [action.slug for action in seen.chosen]
    return SimulationView(
        language=t.language,
        people=people_words(t, seen.people),
        headline=_headline(t, seen, found),
        detail=_detail(t, seen, found, required_cut_t),
        least=_percent(found.least_share),
        most=_percent(found.most_share),
        shares=[
            share_words(t, estimate([action], seen.people, required_cut_t))
            for action in catalogue.counted
        ],
        is_chosen=[action.slug in slugs for action in catalogue.counted],
        chosen=[
            Link(pick(a.title, t), routes.action(a.slug).to(t.language))
            for a in seen.chosen
        ],
        clash=clash_sentence(t, seen.clash),
        address=routes.simulation(seen.people, slugs).to(t.language),
        is_touched=seen.is_touched,
        can_undo=seen.can_undo,
        can_clear=seen.can_clear,
    )


def groups(
    t: Translator, catalogue: Catalogue, people: int, required_cut_t: float
) -> tuple[GroupView, ...]:
    """Present what may be chosen, by part of the accounts.

    Args:
        t: the page's translator.
        catalogue: the actions by what may be said of them.
        people: of the shares shown before the server answers.
        required_cut_t: tCO2e the city has to cut in a year.
    """
    titles = {
        Sector.TRAVEL: t("Les trajets dans Issy"),
        Sector.BUILDINGS: t("L’énergie du logement"),
        Sector.WASTE: t("Les déchets"),
    }

    def most(action: Action) -> float:
        return estimate([action], people, required_cut_t).most_share

    return tuple(
        GroupView(
            sector.value,
            titles[sector],
            tuple(
                _option(t, catalogue, action, people, required_cut_t)
                for action in sorted(catalogue.of(sector), key=most, reverse=True)
            ),
        )
        for sector in Sector
        if catalogue.of(sector)
    )


def crowd_view(t: Translator, population: Population) -> CrowdView:
    """Present how many people may take part."""
    return CrowdView(
        last=len(crowds(population.inhabitants)) - 1,
        note=t(
            "Issy compte {n} habitants (population légale, édition {year}, INSEE).",
            n=t.number(population.inhabitants),
            year=population.edition,
        ),
    )


def usual_notch(people: int, population: Population) -> int:
    """Return the position of a number of people on the slider."""
    return nearest(people, crowds(population.inhabitants))


def people_words(t: Translator, people: int) -> str:
    """Say how many people take part."""
    return t.n("{n} habitant", "{n} habitants", people) if people else t("personne")


def share_words(t: Translator, found: Estimate) -> str:
    """Say a range as a part of the yearly cut: "de 0 à 5 %"."""
    low, high = found.least_share * WHOLE, found.most_share * WHOLE
    if high <= 0:
        return t("0\u00a0%")
    if high < 1:
        return t("moins de 1\u00a0%")
    if low > WHOLE:
        return t("plus de 100\u00a0%")
    least = t.number(low, 0)
    if high > WHOLE:
        return t("de {low} à plus de 100\u00a0%", low=least)
    most = t.number(high, 0)
    if least == most:
        return t("environ {value}\u00a0%", value=most)
    return t("de {low} à {high}\u00a0%", low=least, high=most)


def clash_sentence(t: Translator, found: Clash | None) -> str:
    """Say why two actions are not added, "" when nothing clashes."""
    if found is None:
        return ""
    wanted, kept = pick(found.wanted.title, t), pick(found.kept.title, t)
    why = {
        Overlap.CONTAINED: t("l’un des deux chiffres contient déjà l’autre"),
        Overlap.YEARLY: t("les deux comptent une année entière de la même chose"),
        Overlap.SECTOR: _same(t, sector_of(found.wanted)),
    }[found.overlap]
    return t(
        "«\u00a0{wanted}\u00a0» et «\u00a0{kept}\u00a0» ne s’ajoutent pas\u00a0: "
        "{why}. Compter les deux gonflerait le total.",
        wanted=wanted,
        kept=kept,
        why=why,
    )


def _same(t: Translator, sector: Sector | None) -> str:
    return {
        Sector.TRAVEL: t("ils remplacent les mêmes trajets en voiture"),
        Sector.BUILDINGS: t("ils allègent la même énergie du logement"),
        Sector.WASTE: t("ils allègent les mêmes déchets"),
        None: t("ils se recouvrent"),
    }[sector]


def _headline(t: Translator, seen: Seen, found: Estimate) -> str:
    if not seen.chosen:
        return t("Choisissez un geste\u00a0: sa part s’affiche ici.")
    if not seen.people:
        return t("Sans personne, rien ne change.")
    return t(
        "{share} de la baisse d’une année",
        share=_capital(share_words(t, found)),
    )


def _detail(t: Translator, seen: Seen, found: Estimate, required_cut_t: float) -> str:
    if not seen.chosen or not seen.people:
        return ""
    return t(
        "{people} pendant un an\u00a0: de {low} à {high} de CO₂e en moins, "
        "sur {needed} à descendre.",
        people=_capital(people_words(t, seen.people)),
        low=t.number(found.least_t, 0),
        high=tonnes(t, found.most_t),
        needed=tonnes(t, required_cut_t),
    )


def _option(
    t: Translator,
    catalogue: Catalogue,
    action: Action,
    people: int,
    required_cut_t: float,
) -> OptionView:
    is_whole = action.boundary is Boundary.YES
    return OptionView(
        slug=action.slug,
        at=catalogue.counted.index(action),
        title=pick(action.title, t),
        icon=action.icon,
        leaf=LEAVES[action.theme],
        disc="full" if is_whole else "half",
        word=t("compte") if is_whole else t("compte en partie"),
        rhythm=_rhythm(t, action),
        share=share_words(t, estimate([action], people, required_cut_t)),
    )


def _rhythm(t: Translator, action: Action) -> str:
    """Say how often a simulation counts an action in a year."""
    if action.kind is not Kind.PER_USE:
        return t("toute l’année") if action.kind is Kind.YEARLY else t("une fois")
    bounds = action.quantity
    done = quantity_text(t, action, bounds.default if bounds else None)
    times = t.n("{n} fois par an", "{n} fois par an", times_a_year(action))
    return t("{quantity}, {times}", quantity=done, times=times) if done else times


def _percent(share: float) -> int:
    return round(min(max(share, 0.0), 1.0) * WHOLE)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def chosen_among(catalogue: Catalogue, slugs: Sequence[str]) -> tuple[Action, ...]:
    """Return the counted actions of these slugs, in the order of the slugs."""
    by_slug = {action.slug: action for action in catalogue.counted}
    return tuple(by_slug[slug] for slug in slugs if slug in by_slug)
