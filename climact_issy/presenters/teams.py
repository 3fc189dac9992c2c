"""My teams, and the private ranking around me."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from climact_issy import routes
from climact_issy.domain.codes import grouped
from climact_issy.domain.teams import AroundMe, Line, MyTeam
from climact_issy.presenters.shares import SharesView, group_shares
from climact_issy.texts import Translator

_NO_SHARES: Final = SharesView()


@dataclass(frozen=True, slots=True)
class TeamView:
    """One of my teams.

    Attributes:
        slug: what the buttons send.
        name: its name, untrusted text.
        state: where I stand with it, in words.
        code: "ABCD-EFGH", to hand on.
        invitation: address that lets somebody join.
        is_playing: whether my gestures count for it now.
        is_next: whether they will from the next season on.
        points: its points of the season in words, "" while too few people play.
        shares: where they come from.
        is_demo: a labelled demo team.
    """

    slug: str = ""
    name: str = ""
    state: str = ""
    code: str = ""
    invitation: str = ""
    is_playing: bool = False
    is_next: bool = False
    points: str = ""
    shares: SharesView = _NO_SHARES
    is_demo: bool = False


@dataclass(frozen=True, slots=True)
class TeamsView:
    """My teams; empty when nobody is signed in or I have none."""

    is_signed_in: bool = False
    teams: list[TeamView] = field(default_factory=list[TeamView])


@dataclass(frozen=True, slots=True)
class LineView:
    """One person of the private ranking."""

    rank: str = ""
    pseudonym: str = ""
    points: str = ""
    is_me: bool = False


@dataclass(frozen=True, slots=True)
class RankingView:
    """The private ranking around me.

    Attributes:
        is_signed_in: whether somebody is.
        is_in: whether they chose to be in it.
        headline: their place, in words; "" when there is none to show.
        gap: how far the next place is, and who shares this one.
        lines: the people around, the highest first.
    """

    is_signed_in: bool = False
    is_in: bool = False
    headline: str = ""
    gap: str = ""
    lines: list[LineView] = field(default_factory=list[LineView])


def teams_view(t: Translator, mine: Sequence[MyTeam]) -> TeamsView:
    """Present somebody's teams in the order they joined."""
    return TeamsView(is_signed_in=True, teams=[_team(t, team) for team in mine])


def ranking_view(t: Translator, found: AroundMe) -> RankingView:
    """Present the private ranking around somebody."""
    return RankingView(
        is_signed_in=True,
        is_in=found.is_in,
        headline=_headline(t, found),
        gap=_gap(t, found),
        lines=[_line(t, line) for line in found.lines],
    )


def _team(t: Translator, mine: MyTeam) -> TeamView:
    code = grouped(mine.team.join_code)
    return TeamView(
        slug=mine.team.slug,
        name=mine.team.name,
        state=" · ".join(_states(t, mine)),
        code=code,
        invitation=f"{routes.TEAMS.to(t.language)}?code={code}",
        is_playing=mine.is_playing,
        is_next=mine.is_next,
        points=""
        if mine.shares is None
        else t.n(
            "{n} point cette saison", "{n} points cette saison", mine.shares.total
        ),
        shares=group_shares(t, [(t("Part"), mine.shares)] if mine.shares else []),
        is_demo=mine.team.is_demo,
    )


def _states(t: Translator, mine: MyTeam) -> list[str]:
    found: list[str] = []
    if mine.is_playing:
        found.append(t("vos gestes comptent pour elle"))
    if mine.is_next:
        found.append(t("vos gestes compteront pour elle à la prochaine saison"))
    if mine.is_captain:
        found.append(t("vous l’animez"))
    if mine.members is None:
        found.append(t("moins de 5 membres"))
    else:
        found.append(t.n("{n} membre", "{n} membres", mine.members))
    return found


def _headline(t: Translator, found: AroundMe) -> str:
    me = next((line for line in found.lines if line.is_me), None)
    if me is None or found.people is None:
        return ""
    return t(
        "{rank} sur {people}",
        rank=_rank(t, me.rank),
        people=t.number(found.people),
    )


def _rank(t: Translator, rank: int) -> str:
    if t.language == "en":
        return _english(rank)
    return f"{t.number(rank)}{'re' if rank == 1 else 'e'}"


def _english(rank: int) -> str:
    tens, ones = rank % 100, rank % 10
    ending = (
        "th" if tens in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(ones, "th")
    )
    return f"{rank:,}{ending}"


def _gap(t: Translator, found: AroundMe) -> str:
    if not found.lines:
        return ""
    sentences: list[str] = []
    if found.tied:
        sentences.append(
            t.n(
                "À égalité avec {n} autre personne.",
                "À égalité avec {n} autres personnes.",
                found.tied,
            )
        )
    if found.gap_points is not None:
        sentences.append(
            t.n(
                "Encore {n} point pour rejoindre la place au-dessus.",
                "Encore {n} points pour rejoindre la place au-dessus.",
                found.gap_points,
            )
        )
    return " ".join(sentences)


def _line(t: Translator, line: Line) -> LineView:
    return LineView(
        rank=_rank(t, line.rank),
        pseudonym=line.pseudonym,
        points=t.n("{n} point", "{n} points", line.points),
        is_me=line.is_me,
    )
