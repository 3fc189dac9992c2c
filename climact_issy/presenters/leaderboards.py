"""The live board in words: terraces, never a podium, and the shared goal."""

from dataclasses import dataclass, field

from climact_issy import routes
from climact_issy.content import neighbourhoods
from climact_issy.domain.gestures import Board, GoalProgress, Race, Standing
from climact_issy.presenters import bend, shapes
from climact_issy.presenters.standing_facts import (
    FactsView,
    facts_view,
    participation,
)
from climact_issy.texts import Translator

NO_BREAK = "\u00a0"
_NO_TERRACE = "–"
_TERRACE_CLASSES = ("a", "b2", "c")
_MAP_CLASSES = ("t1", "t2", "t3")


@dataclass(frozen=True, slots=True)
class QuarterView:
    """One neighbourhood on its terrace, and its line of the table.

    Attributes:
        slug: its slug.
        name: its name.
        href: its page.
        score: points per active person, "" when it is not ranked.
        is_yours: whether the visitor lives there.
        yours: "vous" beside the visitor's own, "" else.
        silhouette: its outline in a 24 by 24 frame.
        terrace: number of its terrace, "–" when it is not ranked.
        place: its terrace in words, for the table and its own page.
        today: its gestures of the day as a sentence, "" when not published.
    """

    slug: str
    name: str
    href: str
    score: str
    is_yours: bool
    yours: str
    silhouette: str
    terrace: str
    place: str
    today: str


@dataclass(frozen=True, slots=True)
class TerraceView:
    """One terrace; inside it nobody is ahead.

    Attributes:
        number: "1", "2".
        suffix: raised letters of the number: "er", "st".
        title: "palier".
        is_tied: whether several neighbourhoods stand on it.
        css: its class: a (top), b2, c.
        chips: its neighbourhoods.
    """

    number: str
    suffix: str
    title: str
    is_tied: bool
    css: str
    chips: list[QuarterView]


@dataclass(frozen=True, slots=True)
class GoalView:
    """The collective goal, all neighbourhoods together.

    Attributes:
        headline: what is left, and until when.
        done: gestures that stand, formatted.
        out_of: "gestes sur 5 000".
        value_text: the same for assistive technology.
        percent: progress, 0 to 100.
        dash: dash pattern of the travelled part of the river.
        boat: transform of the barge on the river.
        pace: gestures of last week as a sentence, "" when there were none.
        today: gestures of today as a sentence, "" when there were none.
        is_reached: whether the goal is reached.
    """

    headline: str = ""
    done: str = ""
    out_of: str = ""
    value_text: str = ""
    percent: int = 0
    dash: str = bend.dash(0)
    boat: str = bend.boat(0)
    pace: str = ""
    today: str = ""
    is_reached: bool = False


@dataclass(frozen=True, slots=True)
class BoardView:
    """The race and the goal, display-ready; the empty value is what waits.

    Attributes:
        headline: the race in one sentence.
        season_line: the season and its last day.
        terraces: from the top.
        quay: neighbourhoods that are not ranked yet.
        quay_line: what it takes to be ranked, never a count.
        rows: every neighbourhood, in the order of the terraces, for the table.
        by_slug: the same, to find one.
        facts: what stands beside the score of the ranked ones, by slug.
        participation: the one rate of the commune, with its source.
        map_classes: slug -> class of its shape on the map.
        yours: slug of the visitor's own neighbourhood, "" when none.
        today: today's gestures of the neighbourhoods that have some to show.
        goal: the collective goal.
        version: changes with every gesture.
    """

    headline: str = ""
    season_line: str = ""
    terraces: list[TerraceView] = field(default_factory=list[TerraceView])
    quay: list[QuarterView] = field(default_factory=list[QuarterView])
    quay_line: str = ""
    rows: list[QuarterView] = field(default_factory=list[QuarterView])
    by_slug: dict[str, QuarterView] = field(default_factory=dict[str, QuarterView])
    facts: dict[str, FactsView] = field(default_factory=dict[str, FactsView])
    participation: str = ""
    map_classes: dict[str, str] = field(default_factory=dict[str, str])
    yours: str = ""
    today: list[str] = field(default_factory=list[str])
    goal: GoalView = GoalView()
    version: int = 0


def board_view(t: Translator, board: Board, yours: str) -> BoardView:
    """Present the board for one language and one viewer.

    Args:
        t: translator of the page.
        board: what the service read.
        yours: slug of the viewer's own neighbourhood, "" when they have none.
    """
    race = board.race
    chips = {s.neighbourhood: _quarter(t, s, yours) for s in race.standings}
    ranked = [chips[slug] for terrace in race.terraces for slug in terrace]
    quay = [chips[s.neighbourhood] for s in race.standings if not s.is_ranked]
    return BoardView(
        headline=headline(t, race, yours),
        season_line=_season_line(t, board),
        terraces=[
            _terrace(t, number, [chips[slug] for slug in terrace])
            for number, terrace in enumerate(race.terraces, start=1)
        ],
        quay=quay,
        quay_line=_quay_line(t, race),
        rows=[*ranked, *quay],
        by_slug=chips,
        facts={
            s.neighbourhood: facts_view(t, s) for s in race.standings if s.is_ranked
        },
        participation=participation(t, board.participation),
        map_classes={s.neighbourhood: _map_class(s) for s in race.standings},
        yours=yours,
        today=[
            t("{name} : {today}", name=chip.name, today=chip.today)
            for chip in ranked
            if chip.today
        ],
        goal=goal_view(t, board.goal),
        version=board.version,
    )


def goal_view(t: Translator, goal: GoalProgress) -> GoalView:
    """Present the collective goal."""
    left = max(0, goal.target - goal.done)
    percent = min(100, 100 * goal.done // goal.target)
    done, out_of = t.number(goal.done), t.number(goal.target)
    if not left:
        sentence = t("Objectif atteint, tous ensemble !")
    elif goal.is_over:
        sentence = t.n(
            "Saison terminée\u00a0: {n} geste, tous ensemble",
            "Saison terminée\u00a0: {n} gestes, tous ensemble",
            goal.done,
        )
    else:
        sentence = t.n(
            "Encore {n} geste avant le {day}",
            "Encore {n} gestes avant le {day}",
            left,
            day=_day(t, goal),
        )
    return GoalView(
        headline=sentence,
        done=done,
        out_of=t.n(
            "geste sur {target}", "gestes sur {target}", goal.done, target=out_of
        ),
        value_text=t("{done} gestes sur {target}", done=done, target=out_of),
        percent=percent,
        dash=bend.dash(percent),
        boat=bend.boat(percent),
        pace=_counted(t, goal.last_week, "week"),
        today=_counted(t, goal.today, "day"),
        is_reached=not left,
    )


def _counted(t: Translator, gestures: int, period: str) -> str:
    if not gestures:
        return ""
    if period == "day":
        return t.n("{n} geste aujourd’hui", "{n} gestes aujourd’hui", gestures)
    return t.n(
        "{n} geste la semaine dernière", "{n} gestes la semaine dernière", gestures
    )


def _season_line(t: Translator, board: Board) -> str:
    race = board.race
    if race.resumes_on is not None:
        return t(
            "Pause entre deux saisons\u00a0: la course reprend le {day}",
            day=t.date(race.resumes_on, "d MMMM").replace(" ", NO_BREAK),
        )
    return t(
        "{season}, jusqu’au {day}",
        season=race.season.name[t.language == "en"],
        day=_day(t, board.goal).replace(" ", NO_BREAK),
    )


def headline(t: Translator, race: Race, yours: str) -> str:
    """Tell the race in one sentence."""
    if not race.terraces:
        if race.resumes_on is not None:
            return t("Saison terminée, aucun quartier n’a été classé")
        return t("La course commence, personne n’est encore classé")
    top = race.terraces[0]
    if len(top) == 1:
        name = neighbourhoods.by_slug(top[0]).name.replace(" ", NO_BREAK)
        if yours in top:
            return t("Votre quartier, {name}, est en tête", name=name)
        return t("{name} en tête", name=name)
    many = _spelled(t, len(top))
    if yours in top:
        return t("{many} quartiers ex æquo en tête, dont le vôtre", many=many)
    return t("{many} quartiers ex æquo en tête", many=many)


def _spelled(t: Translator, number: int) -> str:
    words = (
        t("Deux"), t("Trois"), t("Quatre"), t("Cinq"), t("Six"), t("Sept")
    )  # fmt: skip
    return words[number - 2] if number - 2 < len(words) else t.number(number)


def _quarter(t: Translator, standing: Standing, yours: str) -> QuarterView:
    slug = standing.neighbourhood
    is_yours = slug == yours
    number = standing.terrace
    today = standing.gestures_today
    return QuarterView(
        slug=slug,
        name=neighbourhoods.by_slug(slug).name,
        href=routes.neighbourhood(slug).to(t.language),
        score="" if standing.score is None else t.number(standing.score),
        is_yours=is_yours,
        yours=t("vous") if is_yours else "",
        silhouette=shapes.silhouette(slug),
        terrace=_NO_TERRACE if number is None else str(number),
        place=t("à quai")
        if number is None
        else f"{number}{_suffix(t, number)} {t('palier')}",
        today=_counted(t, today or 0, "day"),
    )


def _terrace(t: Translator, number: int, chips: list[QuarterView]) -> TerraceView:
    return TerraceView(
        number=str(number),
        suffix=_suffix(t, number),
        title=t("palier"),
        is_tied=len(chips) > 1,
        css=_TERRACE_CLASSES[min(number, len(_TERRACE_CLASSES)) - 1],
        chips=chips,
    )


def _suffix(t: Translator, number: int) -> str:
    if t.language == "en":
        return {1: "st", 2: "nd", 3: "rd"}.get(number, "th")
    return "er" if number == 1 else "e"


def _map_class(standing: Standing) -> str:
    if standing.terrace is None:
        return "quay"
    return _MAP_CLASSES[min(standing.terrace, len(_MAP_CLASSES)) - 1]


def _quay_line(t: Translator, race: Race) -> str:
    return t(
        "Pas encore classé : il faut {needed} participants.",
        needed=race.minimum_active,
    )


def _day(t: Translator, goal: GoalProgress) -> str:
    """Write the last day without its year: a season is never a year away."""
    return t.date(goal.ends_on, "d MMMM")
