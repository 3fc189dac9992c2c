"""The seasons that are over, in words."""

from dataclasses import dataclass, field
from typing import Final

from climact_issy.content import neighbourhoods
from climact_issy.domain.archive import Archived
from climact_issy.domain.gestures import Standing
from climact_issy.presenters.shares import SharesView, total_shares
from climact_issy.texts import Translator

_NONE = "–"
_NO_SHARES: Final = SharesView()


@dataclass(frozen=True, slots=True)
class ArchivedRow:
    """One neighbourhood of a season that is over, below the thresholds without number.

    Attributes:
        name: its name.
        place: its terrace in words.
        score: points per active person.
        people: active people.
        progress: against its own season before, "" without one.
    """

    name: str
    place: str
    score: str
    people: str
    progress: str


@dataclass(frozen=True, slots=True)
class ArchivedView:
    """One season that is over.

    Attributes:
        anchor: id of its part of the page.
        title: its name and year.
        dates: its first and last day.
        headline: who won, or that it was a tie.
        goal: how the collective goal ended.
        is_goal_reached: whether it was reached.
        rows: its neighbourhoods, in the order of the terraces.
        caption: what the table shows.
        rule: which rule was in force.
        shares: where everybody's points come from.
    """

    anchor: str
    title: str
    dates: str
    headline: str
    goal: str
    is_goal_reached: bool
    rows: list[ArchivedRow]
    caption: str
    rule: str
    shares: SharesView = _NO_SHARES


@dataclass(frozen=True, slots=True)
class ArchiveView:
    """Every season that is over, the newest first; empty before the first closing."""

    seasons: list[ArchivedView] = field(default_factory=list[ArchivedView])


def archive_view(t: Translator, found: tuple[Archived, ...]) -> ArchiveView:
    """Present the seasons that are over."""
    return ArchiveView([_season(t, season) for season in found])


def _season(t: Translator, found: Archived) -> ArchivedView:
    season = found.race.season
    name = season.name[t.language == "en"]
    standings = {s.neighbourhood: s for s in found.race.standings}
    years = dict.fromkeys((str(season.starts_on.year), str(season.ends_on.year)))
    ranked = [slug for step in found.race.terraces for slug in step]
    order = [*ranked, *(slug for slug in standings if slug not in ranked)]
    return ArchivedView(
        anchor=season.slug,
        title=f"{name} {'-'.join(years)}",
        dates=t(
            "Du {first} au {last}",
            first=t.date(season.starts_on),
            last=t.date(season.ends_on),
        ),
        headline=_headline(t, found),
        goal=_goal(t, found),
        is_goal_reached=found.is_goal_reached,
        rows=[_row(t, standings[slug]) for slug in order],
        caption=t("Classement final, {season}", season=name),
        rule=t("Règle n° {version}", version=found.rule_version),
        shares=total_shares(t, found.shares),
    )


def _headline(t: Translator, found: Archived) -> str:
    race = found.race
    if race.winner is not None:
        return t("{name} a gagné", name=neighbourhoods.by_slug(race.winner).name)
    if not race.terraces:
        return t("Aucun quartier n’a été classé")
    top = [neighbourhoods.by_slug(slug).name for slug in race.terraces[0]]
    if len(top) == 1:
        return t("{name} seul classé, sans vainqueur", name=top[0])
    return t("Ex æquo\u00a0: {names}", names=", ".join(top))


def _goal(t: Translator, found: Archived) -> str:
    values = {"done": t.number(found.done), "target": t.number(found.target)}
    if found.is_goal_reached:
        return t("Objectif commun atteint\u00a0: {done} gestes sur {target}", **values)
    return t("Objectif commun\u00a0: {done} gestes sur {target}", **values)


def _row(t: Translator, found: Standing) -> ArchivedRow:
    return ArchivedRow(
        name=neighbourhoods.by_slug(found.neighbourhood).name,
        place=t("pas classé")
        if found.terrace is None
        else t("palier {n}", n=found.terrace),
        score=_NONE if found.score is None else t.number(found.score),
        people=_NONE if found.people is None else t.number(found.people),
        progress=_progress(t, found),
    )


def _progress(t: Translator, found: Standing) -> str:
    if not found.previous or found.score is None:
        return ""
    return t(
        "{percent}\u00a0% de la saison d’avant",
        percent=round(100 * found.score / found.previous),
    )
