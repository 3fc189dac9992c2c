"""Two figures side by side, ready to show: sentences, frames of one axis, a table."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from climact_issy import routes
from climact_issy.domain.figure_pairs import (
    Rhythm,
    Track,
    axis,
    base,
    by_day,
    by_year,
    common,
    index,
)
from climact_issy.domain.indicators import Indicator, Point, Status
from climact_issy.domain.live import Reading
from climact_issy.presenters import indicators, live
from climact_issy.presenters.charts_of_pairs import amount, frame, index_frame
from climact_issy.presenters.drawing import Chart
from climact_issy.presenters.indicator_depth import certainty
from climact_issy.presenters.indicator_tables import GAP
from climact_issy.presenters.indicators import IndicatorView
from climact_issy.presenters.live import Piece
from climact_issy.presenters.pair_words import (
    Known,
    apart,
    differences,
    doubts,
    obtained,
    shared,
    together,
    why_no_index,
)
from climact_issy.texts import Translator


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody wants to compare.

    Attributes:
        first: slug, "" while none is chosen.
        second: slug, "" while none is chosen.
        is_index: whether both are to be drawn as an index.
        is_unknown: whether the address named a figure that does not exist.
    """

    first: str = ""
    second: str = ""
    is_index: bool = False
    is_unknown: bool = False


@dataclass(frozen=True, slots=True)
class Face:
    """One figure with what its own page says of it, and its results in time."""

    known: Known
    view: IndicatorView


@dataclass(frozen=True, slots=True)
class PlotView:
    """A chart that is sent to a page.

    Attributes:
        shape: a class of the frame, "" without a chart.
        description: what a screen reader hears instead.
        rows: rows of a chart made of rows, 0 for one with an axis.
        box: view box of the marks.
        marks: shapes, from back to front.
        words: words inside the frame and levels at its left.
        ticks: under the frame.
        key: what the marks mean.
    """

    shape: str = ""
    description: str = ""
    rows: str = "0"
    box: str = "0 0 1000 500"
    marks: list[Piece] = field(default_factory=list[Piece])
    words: list[Piece] = field(default_factory=list[Piece])
    ticks: list[Piece] = field(default_factory=list[Piece])
    key: list[Piece] = field(default_factory=list[Piece])


@dataclass(frozen=True, slots=True)
class SideView:
    """One of two figures, in the visitor's language.

    Attributes:
        title: its name.
        href: its page.
        where: place and age.
        sentence: the plain sentence.
        value: the newest value, formatted.
        unit: its unit, "" of a word.
        certainty: how the newest value was obtained, "" without one.
        caveat: what it must not be compared with, "" when nothing.
        source: producer and licence.
        plot: its frame on the shared axis, or its own chart without one.
    """

    title: str = ""
    href: str = ""
    where: str = ""
    sentence: str = ""
    value: str = ""
    unit: str = ""
    certainty: str = ""
    caveat: str = ""
    source: str = ""
    plot: PlotView = PlotView()


@dataclass(frozen=True, slots=True)
class PairRow:
    """One period of the table twin; a note says how a value was obtained."""

    when: str
    first: str
    first_note: str
    second: str
    second_note: str


@dataclass(frozen=True, slots=True)
class PairView:
    """Two figures side by side, in the visitor's language.

    Attributes:
        language: "" before the server has answered.
        address: of this very comparison.
        first: chosen slug, "" for none.
        second: chosen slug, "" for none.
        problem: why nothing is compared, "" while nothing is wrong.
        sides: the chosen figures, two, one or none.
        is_shared: whether both stand on one axis.
        is_index: whether both are drawn as an index.
        can_index: whether they may be.
        no_index: why they may not, "" otherwise.
        index: the one frame with both indices.
        index_words: which year is 100.
        together: how both went, "" without a common time.
        shared: how many periods both know.
        apart: why they share no axis, "" where they do.
        notes: what differs between them.
        corner: head of the first column of the table.
        rows: of the table, oldest first.
        file: address of the joined table, "" without one.
    """

    language: str = ""
    address: str = ""
    first: str = ""
    second: str = ""
    problem: str = ""
    sides: list[SideView] = field(default_factory=list[SideView])
    is_shared: bool = False
    is_index: bool = False
    can_index: bool = False
    no_index: str = ""
    index: PlotView = PlotView()
    index_words: str = ""
    together: str = ""
    shared: str = ""
    apart: str = ""
    notes: list[str] = field(default_factory=list[str])
    corner: str = ""
    rows: list[PairRow] = field(default_factory=list[PairRow])
    file: str = ""


def of_content(t: Translator, indicator: Indicator) -> Face:
    """Return a bundled figure as its page shows it."""
    known = Known(indicator, by_year(indicator))
    return Face(known, indicators.view(t, indicator))


def of_sources(
    t: Translator, indicator: Indicator, reading: Reading, now: datetime
) -> Face:
    """Return a live figure as its page shows it, with the means of its last days."""
    filled = live.filled(indicator, reading)
    view = live.indicator_view(t, indicator, reading, now)
    return Face(Known(filled, live_track(indicator, reading)), view)


def live_track(indicator: Indicator, reading: Reading) -> Track:
    """Return the means of the last known days, each computed from several values.

    Classes have none: neither a mean nor a percentage of them means anything.
    """
    if indicator.classes is not None:
        return Track(Rhythm.NONE, {})
    return by_day(
        Point(mean.period, ("", ""), mean.mean, Status.DERIVED) for mean in reading.days
    )


def pair_view(t: Translator, asked: Asked, faces: Sequence[Face]) -> PairView:
    """Return what the page shows of a choice.

    Args:
        t: translator of the page.
        asked: what somebody chose.
        faces: the chosen figures that exist, in their order.
    """
    problem = _problem(t, asked)
    told = PairView(
        language=t.language,
        address=_address(t, asked),
        first=asked.first,
        second=asked.second,
        problem=problem,
    )
    if problem or not faces:
        return told
    if len(faces) == 1:
        return replace(told, sides=[_side(t, faces[0], faces[0].view.chart)])
    one, other = faces
    if common(one.known.track, other.known.track):
        return _on_one_axis(t, asked, told, (one, other))
    return replace(
        told,
        sides=[_side(t, face, face.view.chart) for face in faces],
        apart=apart(t, one.known, other.known),
        notes=[*differences(t, one.known, other.known)],
    )


def _problem(t: Translator, asked: Asked) -> str:
    if asked.is_unknown:
        return t(
            "L’adresse demande un chiffre que nous n’avons pas, ou qui ne se compare "
            "pas. Choisissez-en un dans la liste."
        )
    if asked.first and asked.first == asked.second:
        return t(
            "C’est deux fois le même chiffre. Choisissez-en un autre d’un des deux "
            "côtés."
        )
    return ""


def _address(t: Translator, asked: Asked) -> str:
    chosen = routes.comparison(asked.first, asked.second, is_index=asked.is_index)
    return chosen.to(t.language)


def _on_one_axis(
    t: Translator, asked: Asked, told: PairView, faces: tuple[Face, Face]
) -> PairView:
    """Draw two figures on one axis of time, in two frames or as an index in one."""
    one, other = faces[0].known, faces[1].known
    periods = axis(one.track, other.track)
    by_rhythm = {Rhythm.YEAR: t("Année"), Rhythm.DAY: t("Jour")}
    found = replace(
        told,
        sides=[_side(t, face, _frame(t, face, periods)) for face in faces],
        is_shared=True,
        no_index=why_no_index(t, one, other),
        together=together(t, one, other),
        shared=shared(t, one, other),
        notes=[*differences(t, one, other), *doubts(t, one, other)],
        corner=by_rhythm[one.track.rhythm],
        rows=[_row(t, (one, other), at) for at in periods],
        file=routes.pair_csv(asked.first, asked.second),
    )
    start = None if found.no_index else base(one.track, other.track)
    if start is None:
        return replace(found, address=_address(t, replace(asked, is_index=False)))
    words = t(
        "En indice\u00a0: les deux valent 100 en {year}. À 110, un chiffre a pris "
        "10\u00a0%.",
        year=start,
    )
    drawn = index_frame(
        t,
        (index(one.track, start), index(other.track, start)),
        periods,
        (faces[0].view.title, faces[1].view.title),
        f"{words} {found.together}",
    )
    return replace(
        found,
        can_index=True,
        is_index=asked.is_index,
        index=_plot(drawn),
        index_words=words,
    )


def _frame(t: Translator, face: Face, periods: tuple[int, ...]) -> Chart:
    view, known = face.view, face.known
    described = t(
        "{title}, {place}. {sentence}",
        title=view.title,
        place=view.place,
        sentence=view.text,
    )
    return frame(t, known.track, periods, known.indicator.digits, described)


def _side(t: Translator, face: Face, chart: Chart | None) -> SideView:
    view, track = face.view, face.known.track
    of_days = (
        t("Le dessin montre la moyenne de chaque jour.")
        if track.rhythm is Rhythm.DAY
        else ""
    )
    return SideView(
        title=view.title,
        href=view.href,
        where=f"{view.place}, {view.age}",
        sentence=view.text,
        value=view.value,
        # A word has no unit, and says all that there is to say of its value.
        unit="" if view.is_in_classes else view.unit,
        certainty=""
        if view.is_in_classes
        else of_days or certainty(t, face.known.indicator),
        caveat=view.caveat,
        source=t("Source\u00a0: {source}", source=f"{view.source}. {view.licence}"),
        plot=_plot(chart) if chart else PlotView(),
    )


def _plot(chart: Chart) -> PlotView:
    words = [
        Piece(label.classes, text=label.text, left=label.left, top=label.top)
        for label in chart.labels
    ]
    levels = [Piece("level", text=tick.text, top=tick.at) for tick in chart.levels]
    return PlotView(
        shape=chart.shape,
        description=chart.description,
        rows=str(chart.rows),
        box=f"0 0 {chart.width} {chart.height}",
        marks=[Piece(mark.classes, path=mark.path) for mark in chart.marks],
        words=[*words, *levels],
        ticks=[
            Piece(f"a-{tick.anchor}", text=tick.text, left=tick.at)
            for tick in chart.ticks
        ],
        key=[Piece(item.classes, text=item.text) for item in chart.key],
    )


def _row(t: Translator, both: tuple[Known, Known], at: int) -> PairRow:
    (first, first_note), (second, second_note) = (_cell(t, k, at) for k in both)
    when = str(at)
    if both[0].track.rhythm is Rhythm.DAY:
        when = t.date(date.fromordinal(at))
    return PairRow(when, first, first_note, second, second_note)


def _cell(t: Translator, known: Known, at: int) -> tuple[str, str]:
    """Return a value and how it was obtained, "" for one simply published."""
    point = known.track.points.get(at)
    if point is None or point.value is None:
        return GAP, t("pas de valeur")
    return amount(t, point.value, known.indicator.digits), obtained(t, point)
