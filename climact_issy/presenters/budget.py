"""The climate budget page in words: where the city is, what counts, who emits."""

from dataclasses import dataclass

from climact_issy import routes
from climact_issy.domain.actions import Action
from climact_issy.domain.budget import (
    ClimateBudget,
    Disagreement,
    Standing,
    Year,
    is_exact,
    standing,
    years,
)
from climact_issy.domain.indicators import Indicator, Level, Point, Series
from climact_issy.domain.simulation import Catalogue
from climact_issy.presenters import charts, indicators, passports
from climact_issy.presenters.drawing import Chart
from climact_issy.presenters.gesture_words import pick
from climact_issy.presenters.indicator_tables import GAP, Row, TableView
from climact_issy.presenters.indicator_words import (
    Phrase,
    Sentence,
    level_word,
    plain,
    rounded,
)
from climact_issy.presenters.information import Link
from climact_issy.presenters.readings import level
from climact_issy.texts import Translator


@dataclass(frozen=True, slots=True)
class FigureView:
    """One figure of the accounts: what it is, how much, since when."""

    name: str
    value: str
    detail: str


@dataclass(frozen=True, slots=True)
class SplitView:
    """Who emits, as one published page says it.

    Attributes:
        page: the page.
        shares: (who, "52 %" or "le reste") in the page's order.
        source_url: where it stands.
    """

    page: str
    shares: tuple[tuple[str, str], ...]
    source_url: str


@dataclass(frozen=True, slots=True)
class DisagreementView:
    """Published texts that contradict each other."""

    what: str
    readings: tuple[str, ...]
    source_url: str


@dataclass(frozen=True, slots=True)
class BudgetView:
    """The climate budget page in the visitor's language.

    Attributes:
        eyebrow: where and of when.
        sentence: one sentence, in pieces, at most 20 words.
        text: the same without marks.
        level: "good", "watch", "act", or "".
        level_word: the level in words.
        figures: where the city is against its ceiling.
        pace: last year's cut beside the yearly one that is asked for.
        chart: the stairs down to the water, None without any value.
        table: every year with its ceiling and result.
        aims: what was asked and obtained year by year, in percent.
        inside: what the accounts hold.
        outside: what they leave out.
        splits: who emits, one a published page, side by side.
        split_sentence: says that the pages disagree, "" when they agree.
        disagreements: other figures that published texts contradict.
        not_counted: links to the actions the accounts do not see.
        without_figure: links to those they see, without a published figure.
        unclear: links to those nobody knows about.
        links: where to read on.
        source: producer and title.
        source_url: where to check.
    """

    eyebrow: str
    sentence: Sentence
    text: str
    level: str
    level_word: str
    figures: tuple[FigureView, ...]
    pace: str
    chart: Chart | None
    table: TableView
    aims: TableView
    inside: tuple[str, ...]
    outside: tuple[str, ...]
    splits: tuple[SplitView, ...]
    split_sentence: str
    disagreements: tuple[DisagreementView, ...]
    not_counted: tuple[Link, ...]
    without_figure: tuple[Link, ...]
    unclear: tuple[Link, ...]
    links: tuple[Link, ...]
    source: str
    source_url: str


def budget_view(
    t: Translator, budget: ClimateBudget, indicator: Indicator, catalogue: Catalogue
) -> BudgetView:
    """Present the budget.

    Args:
        t: the page's translator.
        budget: the accounts.
        indicator: the same as an indicator, which has the chart.
        catalogue: the actions by what a simulation may say of them.
    """
    shown = indicators.view(t, indicator)
    found = standing(budget)
    said = sentence(t, indicator, found)
    return BudgetView(
        eyebrow=f"{shown.place}, {shown.age}",
        sentence=said,
        text=plain(said),
        level=shown.level,
        level_word=level_word(t, indicator),
        figures=_figures(t, found),
        pace=_pace(t, found),
        chart=charts.draw(
            t,
            indicator,
            t(
                "{title}, {place}. {sentence}",
                title=shown.title,
                place=shown.place,
                sentence=plain(said),
            ),
        ),
        table=shown.table,
        aims=_aims(t, budget),
        inside=tuple(pick(line, t) for line in budget.inside),
        outside=tuple(pick(line, t) for line in budget.outside),
        splits=tuple(_split(t, series) for series in budget.splits),
        split_sentence=_split_sentence(t, budget),
        disagreements=tuple(_disagreement(t, d) for d in budget.disagreements),
        not_counted=_links(t, catalogue.not_counted),
        without_figure=_links(t, catalogue.without_figure),
        unclear=_links(t, catalogue.unclear),
        links=_further(t, indicator),
        source=passports.in_words(t, "sources", indicator.source),
        source_url=indicator.source_url,
    )


def sentence(t: Translator, indicator: Indicator, found: Standing | None) -> Sentence:
    """Say in one sentence what the city still has to do."""
    if found is None:
        return (Phrase(t("Les comptes de la ville n’ont pas encore été trouvés.")),)
    if found.left_t <= 0:
        words = t(
            "Issy est déjà sous le plafond que la ville s’est fixé pour {year}.",
            year=found.goal_year,
        )
        return (Phrase(words),)
    mark = level(indicator).replace(Level.NONE, "")
    return (
        Phrase(t("D’ici {year}, Issy doit mettre dans l’air ", year=found.goal_year)),
        Phrase(t("{left} tonnes", left=rounded(t, found.left_t)), mark),
        Phrase(t(" de CO₂e de moins")),
        Phrase("."),
    )


def tonnes(t: Translator, value: float) -> str:
    """Write tonnes of CO2e with the digits a reader can use."""
    digits = 0 if value >= 10 or value == 0 else 1  # noqa: PLR2004 - two digits are enough
    return t("{value}\u00a0t", value=t.number(value, digits))


def _figures(t: Translator, found: Standing | None) -> tuple[FigureView, ...]:
    if found is None:
        return ()
    return (
        FigureView(
            t("Dernier résultat"),
            tonnes(t, found.emissions_t),
            t("CO₂e en {year}", year=found.year),
        ),
        FigureView(
            t("Plafond"),
            tonnes(t, found.goal_t),
            t("CO₂e en {year}", year=found.goal_year),
        ),
        FigureView(
            t("À descendre"),
            tonnes(t, found.required_cut_t),
            t("CO₂e chaque année"),
        ),
    )


def _pace(t: Translator, found: Standing | None) -> str:
    if found is None or found.left_t <= 0:
        return ""
    if found.last_cut_t is None:
        return t("La baisse de la dernière année n’est pas connue.")
    done = tonnes(t, abs(found.last_cut_t))
    if found.last_cut_t < 0:
        return t("La dernière année, c’est monté d’environ {done}.", done=done)
    return t(
        "La dernière année, la baisse a été d’environ {done}\u00a0: il en fallait "
        "{needed}.",
        done=done,
        needed=tonnes(t, found.required_cut_t),
    )


def _aims(t: Translator, budget: ClimateBudget) -> TableView:
    told = [y for y in years(budget) if y.aim or y.change or y.ceiling]
    return TableView(
        caption=t("Plafonds et objectifs publiés, année par année"),
        corner=t("Année"),
        heads=(t("Plafond, en t"), t("Objectif"), t("Obtenu")),
        origin_head="",
        rows=tuple(_aim_row(t, year) for year in told),
    )


def _aim_row(t: Translator, year: Year) -> Row:
    ceiling = GAP
    if year.ceiling and year.ceiling.value is not None:
        ceiling = t.number(year.ceiling.value, 0)
        if not is_exact(year.ceiling):
            ceiling = t("env. {value}", value=ceiling)
    return Row(str(year.year), (ceiling, _change(t, year.aim), _change(t, year.change)))


def _change(t: Translator, point: Point | None) -> str:
    if point is None or point.value is None:
        return GAP
    sign = "−" if point.value < 0 else "+"
    return t("{sign}{value}\u00a0%", sign=sign, value=t.number(abs(point.value), 1))


def _split(t: Translator, series: Series) -> SplitView:
    return SplitView(
        page=pick(series.label, t),
        shares=tuple(
            (
                pick(point.label, t),
                t("le reste")
                if point.value is None
                else t("{value}\u00a0%", value=t.number(point.value, 0)),
            )
            for point in series.points
        ),
        source_url=next((p.source_url for p in series.points if p.source_url), ""),
    )


def _split_sentence(t: Translator, budget: ClimateBudget) -> str:
    firsts = {series.points[0].value for series in budget.splits}
    if len(firsts) < 2:  # noqa: PLR2004 - two pages are needed to disagree
        return ""
    return t(
        "Deux pages de la Ville ne donnent pas les mêmes parts. Aucune n’explique "
        "l’écart\u00a0: nous montrons les deux, sans choisir."
    )


def _disagreement(t: Translator, found: Disagreement) -> DisagreementView:
    return DisagreementView(
        what=pick(found.what, t),
        readings=tuple(pick(reading, t) for reading in found.readings),
        source_url=found.source_url,
    )


def _links(t: Translator, actions: tuple[Action, ...]) -> tuple[Link, ...]:
    return tuple(
        Link(pick(a.title, t), routes.action(a.slug).to(t.language)) for a in actions
    )


def _further(t: Translator, indicator: Indicator) -> tuple[Link, ...]:
    return (
        Link(
            t("Ce chiffre et sa source"),
            routes.indicator(indicator.slug).to(t.language),
        ),
        Link(t("Qui émet à Issy"), routes.indicator("qui-emet-a-issy").to(t.language)),
        Link(t("Toutes les sources"), routes.SOURCES.to(t.language)),
    )
