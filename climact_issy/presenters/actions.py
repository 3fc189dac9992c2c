"""An action as its page shows it, and a gesture as the person sees it noted."""

import re
from dataclasses import dataclass, field
from typing import Final

from climact_issy import routes
from climact_issy.domain.actions import Action, Applicability, Boundary, Kind
from climact_issy.domain.gestures import (
    GestureLine,
    GoalProgress,
    LoggedGesture,
    MyAction,
    UndoneGesture,
)
from climact_issy.domain.people import OUTSIDE, UNKNOWN
from climact_issy.domain.points import Rules, base_points
from climact_issy.domain.tiers import Tier
from climact_issy.presenters import impacts
from climact_issy.presenters.badges import reached_line
from climact_issy.presenters.challenges import step_lines
from climact_issy.presenters.gesture_words import (
    ICONS,
    LEAVES,
    cadence_sentence,
    has_choice,
    moment,
    pause_sentence,
    pick,
    quantity_text,
    refusal,
    theme_label,
)
from climact_issy.presenters.viewer import neighbourhood_name
from climact_issy.texts import Translator

_WORDS: Final = re.compile(r"\w{6,}")


@dataclass(frozen=True, slots=True)
class StepperView:
    """The quantity of an action, before anybody touched it.

    Attributes:
        text: the default quantity with its unit.
        less: name of the "-" button.
        more: name of the "+" button.
        group: name of the whole control.
    """

    text: str
    less: str
    more: str
    group: str


@dataclass(frozen=True, slots=True)
class ActionView:
    """One action, display-ready in one language.

    Attributes:
        slug: its address.
        href: its page.
        title: an infinitive.
        how: one sentence.
        why: one sentence.
        kind: "per_use", "one_off" or "yearly".
        theme: slug of its theme.
        theme_label: name of its theme.
        icon: icon of the sprite.
        leaf: colour class of the icon's leaf.
        effort: band 1 to 5, for the filter.
        effort_label: "effort 2 sur 5".
        points: "+10", before any cap.
        cadence: how often it counts.
        stepper: its quantity, None when it has none.
        impact: what it changes, in two columns.
        needs: tokens of who cannot do it, for the "for me" filter.
        tags: short remarks (who it is for, season).
        counts_for_city: whether the city's budget sees it, at least partly.
        is_loggable: whether it can be noted today.
        search: what the search looks into beside the words of the row itself.
    """

    slug: str
    href: str
    title: str
    how: str
    why: str
    kind: str
    theme: str
    theme_label: str
    icon: str
    leaf: str
    effort: int
    effort_label: str
    points: str
    cadence: str
    stepper: StepperView | None
    impact: impacts.ImpactView
    needs: str
    tags: list[str]
    counts_for_city: bool
    is_loggable: bool
    search: str


@dataclass(frozen=True, slots=True)
class OutcomeView:
    """What one gesture just did; the empty value means none was noted.

    Attributes:
        has_outcome: whether there is something to show.
        title: the thank-you, or that it was undone.
        points: "+10", "+0".
        beneficiary: for whom the points count and how they are proved.
        lines: what moved: the shared goal, today's neighbours.
        cap_sentence: why fewer or no points came, "" when all did.
        city_sentence: what it means for the city's climate budget.
        footprint_sentence: what it means for the person's footprint.
        noted: what was noted, for the undo bar.
        badge: the badges that it reached, "" for none.
        undo_label: label of the undo button.
        undo_until: until when it can be undone.
        entry_id: the entry to undo.
        is_undone: whether the person undid it.
    """

    has_outcome: bool = False
    title: str = ""
    points: str = ""
    beneficiary: str = ""
    lines: list[str] = field(default_factory=list[str])
    cap_sentence: str = ""
    city_sentence: str = ""
    footprint_sentence: str = ""
    noted: str = ""
    badge: str = ""
    undo_label: str = ""
    undo_until: str = ""
    entry_id: int = 0
    is_undone: bool = False


@dataclass(frozen=True, slots=True)
class GestureLineView:
    """One noted gesture in a list.

    Attributes:
        entry_id: the entry.
        title: title of its action.
        href: page of its action.
        icon: icon of its action.
        leaf: colour class of the icon.
        text: how much, e.g. "5 km"; "" for a gesture without quantity.
        when: the day in words, or that it was undone.
        points: "+10", or "0" once undone.
        can_undo: whether it can still be undone.
        is_undone: whether it was undone.
    """

    entry_id: int
    title: str
    href: str
    icon: str
    leaf: str
    text: str
    when: str
    points: str
    can_undo: bool
    is_undone: bool


@dataclass(frozen=True, slots=True)
class MineView:
    """My history of one action today, and whether I may note it now.

    Attributes:
        seen: entries of today, undone ones included: what this page has shown.
        can_log: whether the rhythm allows one more.
        refusal: why not, and from when again.
        lines: my gestures of this action, newest first.
        pause: that this is a pause and until when, "" inside a season.
    """

    seen: int = 0
    can_log: bool = True
    refusal: str = ""
    lines: list[GestureLineView] = field(default_factory=list[GestureLineView])
    pause: str = ""


def action_view(t: Translator, action: Action, rules: Rules) -> ActionView:
    """Present one action of the catalogue, before anybody is known."""
    title = pick(action.title, t)
    label = theme_label(t, action.theme)
    how = pick(action.how, t)
    return ActionView(
        slug=action.slug,
        href=routes.action(action.slug).to(t.language),
        title=title,
        how=how,
        why=pick(action.why, t),
        kind=action.kind.value,
        theme=action.theme.value,
        theme_label=label,
        icon=action.icon or ICONS[action.theme],
        leaf=LEAVES[action.theme],
        effort=action.effort,
        effort_label=t("effort {n} sur 5", n=action.effort),
        points=_plus(t, base_points(rules, action.effort, Tier.DECLARED)),
        cadence=cadence_sentence(t, action.cadence, action.cool_down_days),
        stepper=_stepper(t, action),
        impact=impacts.impact_view(t, action),
        needs=_needs(action.applicability),
        tags=_tags(t, action),
        counts_for_city=action.boundary in {Boundary.YES, Boundary.PARTLY},
        is_loggable=action.is_loggable,
        search=_search(title, how),
    )


def logged(
    t: Translator, action: Action, gesture: LoggedGesture, pseudonym: str
) -> OutcomeView:
    """Present a gesture that was just noted, from the committed truth."""
    impact = impacts.impact_view(t, action, gesture.quantity)
    done = quantity_text(t, action, gesture.quantity)
    title = pick(action.title, t)
    return OutcomeView(
        has_outcome=True,
        title=t("Merci {name}, c’est noté\u00a0!", name=pseudonym),
        points=_plus(t, gesture.points),
        beneficiary=_beneficiary(t, gesture),
        lines=[*_moved(t, gesture), *step_lines(t, gesture.challenges)],
        cap_sentence=_cap_sentence(t, gesture),
        city_sentence=impact.city.sentence,
        footprint_sentence=impact.footprint.sentence,
        noted=t("Noté\u00a0: {what}", what=done or title),
        badge=reached_line(t, gesture.badges),
        undo_label=t("Annuler"),
        undo_until=t("Annulable jusqu’à minuit"),
        entry_id=gesture.entry_id,
    )


def undone(t: Translator, gesture: UndoneGesture) -> OutcomeView:
    """Present a gesture that was just taken back."""
    return OutcomeView(
        has_outcome=True,
        title=t("C’est annulé"),
        points=_change(t, -gesture.points),
        beneficiary=t("Le geste et ses points sont retirés partout."),
        lines=[] if gesture.is_pause else [_counted(t, gesture.goal)],
        entry_id=gesture.entry_id,
        is_undone=True,
    )


def mine_view(t: Translator, action: Action, my: MyAction) -> MineView:
    """Present my gestures of one action and whether one more is allowed."""
    return MineView(
        seen=my.seen,
        can_log=my.can_log,
        refusal="" if my.can_log else refusal(t, my.next_at),
        lines=[line_view(t, action, line) for line in my.gestures],
        pause=pause_sentence(t, my.resumes_on),
    )


def line_view(t: Translator, action: Action, line: GestureLine) -> GestureLineView:
    """Present one noted gesture of an action."""
    title = pick(action.title, t)
    return GestureLineView(
        entry_id=line.entry_id,
        title=title,
        href=routes.action(action.slug).to(t.language),
        icon=action.icon or ICONS[action.theme],
        leaf=LEAVES[action.theme],
        text=quantity_text(t, action, line.quantity),
        when=t("annulé par vous") if line.is_undone else moment(t, line),
        points="0" if line.is_undone else _plus(t, line.points),
        can_undo=line.can_undo and not line.is_undone,
        is_undone=line.is_undone,
    )


def _search(title: str, how: str) -> str:
    """Return the words of `how` worth searching: long ones that no title says."""
    found = dict.fromkeys(_WORDS.findall(how.casefold()))
    return " ".join(word for word in found if word not in title.casefold())


def _plus(t: Translator, points: int) -> str:
    return f"+{t.number(points)}"


def _change(t: Translator, points: int) -> str:
    sign = impacts.MINUS if points < 0 else "+"
    return f"{sign}{t.number(abs(points))}"


def _stepper(t: Translator, action: Action) -> StepperView | None:
    if action.quantity is None or not (action.is_loggable and has_choice(action)):
        return None
    step = quantity_text(t, action, action.quantity.step)
    return StepperView(
        text=quantity_text(t, action, action.quantity.default),
        less=t("{step} de moins", step=step),
        more=t("{step} de plus", step=step),
        group=t("Quantité"),
    )


def _needs(who: Applicability) -> str:
    """Return tokens that a situation may exclude, e.g. "owner car"."""
    pairs = (
        (who.tenant, "tenant", "owner"),
        (who.car, "car", "no-car"),
        (who.garden, "garden", "no-garden"),
        (who.shared_heating, "shared-heating", "own-heating"),
    )
    return " ".join(
        yes if needed else no for needed, yes, no in pairs if needed is not None
    )


def _tags(t: Translator, action: Action) -> list[str]:
    who = action.applicability
    found = [
        (who.tenant is True, t("pour locataires")),
        (who.tenant is False, t("pour propriétaires")),
        (who.car is True, t("avec une voiture")),
        (who.garden is True, t("avec un jardin ou un balcon")),
        (who.shared_heating is True, t("chauffage collectif")),
        (who.shared_heating is False, t("chauffage individuel")),
        (action.kind is Kind.YEARLY, t("un choix à l’année")),
        (action.kind is Kind.ONE_OFF, t("une fois pour toutes")),
        (bool(action.months), t("de saison")),
    ]
    return [label for applies, label in found if applies]


def _beneficiary(t: Translator, gesture: LoggedGesture) -> str:
    if gesture.mine.resumes_on is not None:
        return t("pour votre historique et vos semaines actives")
    name = neighbourhood_name(t, gesture.neighbourhood)
    if name and gesture.neighbourhood not in {OUTSIDE, UNKNOWN}:
        return t("pour vous et {place}, geste déclaré", place=name)
    return t("pour vous et pour l’objectif commun, geste déclaré")


def _moved(t: Translator, gesture: LoggedGesture) -> list[str]:
    if gesture.mine.resumes_on is not None:
        return []
    left = max(0, gesture.goal.target - gesture.goal.done)
    if not left:
        rest = t("L’objectif commun est atteint. La suite est un bonus.")
    else:
        rest = t.n("Plus qu’un geste\u00a0!", "Plus que {n} gestes.", left)
    return [_counted(t, gesture.goal), rest]


def _counted(t: Translator, goal: GoalProgress) -> str:
    return t(
        "{done} gestes sur {target}, tous ensemble",
        done=t.number(goal.done),
        target=t.number(goal.target),
    )


def _cap_sentence(t: Translator, gesture: LoggedGesture) -> str:
    if gesture.was_already_there:
        return t("Ce geste était déjà noté\u00a0: il n’est compté qu’une fois.")
    if gesture.cap == "pause":
        return pause_sentence(t, gesture.mine.resumes_on)
    if gesture.cap is None:
        return ""
    return {
        "day": t(
            "Votre journée est pleine, bravo\u00a0! "
            "Ce geste est noté et compte pour le but commun."
        ),
        "week": t(
            "Votre semaine est pleine, bravo\u00a0! "
            "Ce geste est noté et compte pour le but commun."
        ),
        "declared": t(
            "Vos gestes notés ont rempli leur part de la semaine\u00a0: une rencontre "
            "ou une preuve remplit le reste. Celui-ci compte pour le but commun."
        ),
        "repeat": t(
            "Un geste déjà bien installé cette semaine\u00a0: il compte en entier pour "
            "le but commun, et varier rapporte davantage."
        ),
    }[gesture.cap]
