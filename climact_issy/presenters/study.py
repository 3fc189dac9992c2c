"""Why the race is fair: what the study found, in sentences, two charts and tables."""

from dataclasses import dataclass

from climact_issy.content.study import Study
from climact_issy.domain.points import Rules
from climact_issy.domain.ranking import DRAWS
from climact_issy.domain.study import GAIN, LATE, MEAN_POINTS, RECRUITED
from climact_issy.presenters.drawing import (
    WIDTH,
    Chart,
    KeyItem,
    Label,
    Mark,
    percent,
    rectangle,
)
from climact_issy.presenters.indicator_tables import Row, TableView
from climact_issy.texts import Translator

NBSP = "\u00a0"
ROW = 100
_BAR_TOP, _BAR = 46, 36
_SHARE_TOP, _SHARE = 40, 50
_NAMED_FROM = 0.1
"""Share of a bar from which its number fits inside."""

_SIZES = (
    ("recruiting_large", "150"),
    ("recruiting_middle", "55"),
    ("recruiting_small", "14"),
)
_BETTER = (
    ("better_large", "150"),
    ("better_small", "25"),
    ("better_smallest", "14"),
)


@dataclass(frozen=True, slots=True)
class StudyView:
    """The page, ready to show.

    Attributes:
        rule: the pre-registered rule, one sentence each.
        method: how the seasons are invented, one sentence each.
        equal: what happens when all are equal, one sentence each.
        inviting: what inviting does, one sentence each.
        inviting_chart: how often the group that invites is last, by two rules.
        inviting_table: its table twin.
        better: what happens when one is truly better, one sentence each.
        better_chart: how often it is named.
        better_table: its table twin.
        limits: what the study cannot say, one sentence each.
        again: how to do it again.
    """

    rule: tuple[str, ...]
    method: tuple[str, ...]
    equal: tuple[str, ...]
    inviting: tuple[str, ...]
    inviting_chart: Chart
    inviting_table: TableView
    better: tuple[str, ...]
    better_chart: Chart
    better_table: TableView
    limits: tuple[str, ...]
    again: str


def study_view(t: Translator, rules: Rules, study: Study) -> StudyView:
    """Say why the race is fair in the visitor's language."""
    return StudyView(
        rule=_rule(t, rules),
        method=_method(t, rules, study),
        equal=_equal(t, study),
        inviting=_inviting(t, study),
        inviting_chart=_inviting_chart(t, study),
        inviting_table=_inviting_table(t, study),
        better=_better(t, study),
        better_chart=_better_chart(t, study),
        better_table=_better_table(t, study),
        limits=_limits(t),
        again=t(
            "Le tirage part de la graine {seed}, la règle est la n° {version}. "
            "« climact fairness » refait l’étude, et nos tests vérifient à chaque "
            "version du site qu’elle donne ces chiffres.",
            seed=study.seed,
            version=study.rule_version,
        ),
    )


def _rule(t: Translator, rules: Rules) -> tuple[str, ...]:
    chances = round(100 * rules.name_winner_at)
    return (
        t(
            "On compare des moyennes par participant, rapprochées de la moyenne de la "
            "commune, jamais des sommes : un petit quartier peut gagner."
        ),
        t(
            "Qui arrive en cours de saison compte pour la part de la saison où il "
            "était là ; ses deux premières semaines au moins ne comptent que si elles "
            "font monter le score."
        ),
        t(
            "Un vainqueur n’est nommé que s’il a au moins {chances} % de chances "
            "d’être vraiment le meilleur. Sinon les premiers sont ex æquo : les "
            "départager serait jouer aux dés.",
            chances=chances,
        ),
        t(
            "Ces chances se calculent en rejouant {draws} fois la saison avec les "
            "hasards permis par les chiffres. La graine du tirage est publiée : c’est "
            "l’identifiant de la saison, par exemple 2026-s48.",
            draws=t.number(DRAWS),
        ),
    )


def _method(t: Translator, rules: Rules, study: Study) -> tuple[str, ...]:
    return (
        t(
            "Dans la vraie vie, personne ne sait quel quartier est vraiment le "
            "meilleur. Nous avons donc inventé {seasons} saisons par cas, où nous le "
            "savons, et nous avons regardé ce que la règle en dit.",
            seasons=t.number(study.seasons),
        ),
        t(
            "Sept quartiers inégaux : {sizes} participants. {late} sur dix arrivent en "
            "cours de route.",
            late=round(10 * LATE),
            sizes=", ".join(str(size) for size in study.sizes),
        ),
        t(
            "Les gens y sont très différents : {mean} points par saison en moyenne, "
            "beaucoup font moins, quelques-uns bien plus, personne au-delà des "
            "plafonds ({most} points).",
            mean=t.number(MEAN_POINTS),
            most=t.number(rules.week_cap * rules.season_weeks),
        ),
    )


def _equal(t: Translator, study: Study) -> tuple[str, ...]:
    found = study.findings["equal"]
    named = study.share(sum(found.winners.values()))
    by_sum = study.share(found.first["sum"]["150"])
    return (
        t(
            "La règle nomme un vainqueur à tort dans {share} des saisons. Notre "
            "promesse était : au plus 10 %.",
            share=_share(t, named),
        ),
        t(
            "En additionnant les points, le plus grand quartier serait premier dans "
            "{share} des saisons, sans aucun mérite.",
            share=_share(t, by_sum),
        ),
    )


def _inviting(t: Translator, study: Study) -> tuple[str, ...]:
    ours = max(_last(study, slug, who, "score") for slug, who in _SIZES)
    return (
        t(
            "Un quartier recrute {times} fois plus de nouveaux que les autres, à "
            "mérite égal. Avec une moyenne simple des points de la saison, il serait "
            "souvent dernier, car les nouveaux ont eu moins de temps.",
            times=RECRUITED,
        ),
        t(
            "Avec notre règle, il est dernier dans {share} des saisons au plus. Avec "
            "sept quartiers égaux, le pur hasard donnerait {chance}.",
            share=_share(t, ours),
            chance=_share(t, 1 / len(study.sizes)),
        ),
    )


def _better(t: Translator, study: Study) -> tuple[str, ...]:
    gain = round(100 * (GAIN - 1))
    large, small, smallest = (_named(study, slug, who) for slug, who in _BETTER)
    return (
        t(
            "Un quartier dont les participants font vraiment {gain} % de plus est "
            "nommé vainqueur dans {large} des saisons s’il est grand (150 "
            "participants), {small} s’il est petit (25), {smallest} s’il est "
            "minuscule (14).",
            gain=gain,
            large=_share(t, large),
            small=_share(t, small),
            smallest=_share(t, smallest),
        ),
        t(
            "C’est peu, et c’est un choix : nous préférons ne nommer personne plutôt "
            "que de nommer quelqu’un par chance. Il est premier, sans être nommé, bien "
            "plus souvent, comme le montre le tableau."
        ),
    )


def _limits(t: Translator) -> tuple[str, ...]:
    return (
        t(
            "Les saisons de l’étude sont inventées : si les vrais habitants diffèrent "
            "plus entre eux que nous ne le supposons, les ex æquo seront plus nombreux."
        ),
        t(
            "La règle mesure des points, donc de l’effort déclaré. Elle ne mesure ni "
            "le CO₂e d’un quartier, ni ce que font ceux qui ne jouent pas."
        ),
        t(
            "Si les nouveaux venus d’un quartier agissent moins que les autres, "
            "son score peut baisser une fois leurs premières semaines passées."
        ),
    )


def _inviting_chart(t: Translator, study: Study) -> Chart:
    bars = [
        (t("{rule}, {n} participants", rule=rule, n=who), _last(study, slug, who, key))
        for slug, who in _SIZES
        for key, rule in (("mean", t("Moyenne simple")), ("score", t("Notre règle")))
    ]
    height = ROW * len(bars)
    marks: list[Mark] = []
    labels: list[Label] = []
    for row, (name, share) in enumerate(bars):
        top = row * ROW + _BAR_TOP
        y = percent(top, height)
        kind = "bar item" if row % 2 else "bar"
        marks += [
            Mark("track", rectangle(0, top, WIDTH, _BAR)),
            Mark(kind, rectangle(0, top, WIDTH * share, _BAR)),
        ]
        labels += [
            Label("row", name, "0%", y, "start"),
            Label("amount", _share(t, share), "100%", y, "end"),
        ]
    said = "; ".join(f"{name}: {_share(t, share)}" for name, share in bars)
    return Chart(
        "ranked",
        t(
            "Part des saisons où le quartier qui recrute finit dernier. {said}",
            said=said,
        ),
        WIDTH,
        height,
        tuple(marks),
        tuple(labels),
        rows=len(bars),
    )


def _inviting_table(t: Translator, study: Study) -> TableView:
    return TableView(
        caption=t("Part des saisons où le quartier qui recrute finit dernier"),
        corner=t("Participants"),
        heads=(t("Moyenne simple"), t("Notre règle")),
        origin_head="",
        rows=tuple(
            Row(
                who,
                tuple(
                    _share(t, _last(study, slug, who, key)) for key in ("mean", "score")
                ),
            )
            for slug, who in _SIZES
        ),
    )


def _cases(t: Translator, study: Study) -> list[tuple[str, float, float]]:
    """Return (case, share rightly named, share wrongly named)."""
    equal = study.share(sum(study.findings["equal"].winners.values()))
    found = [(t("Tous égaux"), 0.0, equal)]
    for slug, who in _BETTER:
        named = study.share(sum(study.findings[slug].winners.values()))
        right = _named(study, slug, who)
        name = t("{n} participants, 30 % meilleurs", n=who)
        found.append((name, right, named - right))
    return found


def _better_chart(t: Translator, study: Study) -> Chart:
    cases = _cases(t, study)
    height = ROW * len(cases)
    marks: list[Mark] = []
    labels: list[Label] = []
    for row, (name, right, wrong) in enumerate(cases):
        top = row * ROW + _SHARE_TOP
        labels.append(Label("row", name, "0%", percent(top, height), "start"))
        x = 0.0
        for kind, share in (("s1", right), ("s2", 1 - right - wrong), ("s3", wrong)):
            width = WIDTH * share
            marks.append(Mark(f"share {kind}", rectangle(x, top, width, _SHARE)))
            if share >= _NAMED_FROM:
                labels.append(
                    Label(
                        f"in {kind}",
                        _share(t, share),
                        percent(x + width / 2, WIDTH),
                        percent(top + _SHARE / 2, height),
                    )
                )
            x += width
    said = "; ".join(f"{name}: {_share(t, right)}" for name, right, _ in cases)
    return Chart(
        "shares",
        t("Part des saisons où le meilleur quartier est nommé. {said}", said=said),
        WIDTH,
        height,
        tuple(marks),
        tuple(labels),
        key=(
            KeyItem("s1", t("le meilleur est nommé")),
            KeyItem("s2", t("ex æquo")),
            KeyItem("s3", t("un autre est nommé")),
        ),
        rows=len(cases),
    )


def _better_table(t: Translator, study: Study) -> TableView:
    first = [_NONE] + [
        _share(t, study.share(study.findings[slug].first["score"][who]))
        for slug, who in _BETTER
    ]
    return TableView(
        caption=t("Ce que la règle dit, en part des saisons"),
        corner=t("Cas"),
        heads=(
            t("nommé"),
            t("ex æquo"),
            t("un autre nommé"),
            t("premier, nommé ou non"),
        ),
        origin_head="",
        rows=tuple(
            Row(
                name,
                (
                    _share(t, right) if right else _NONE,
                    _share(t, 1 - right - wrong),
                    _share(t, wrong),
                    place,
                ),
            )
            for (name, right, wrong), place in zip(_cases(t, study), first, strict=True)
        ),
    )


_NONE = "–"


def _last(study: Study, slug: str, who: str, rule: str) -> float:
    return study.share(study.findings[slug].last[rule][who])


def _named(study: Study, slug: str, who: str) -> float:
    return study.share(study.findings[slug].winners[who])


def _share(t: Translator, share: float) -> str:
    gap = "" if t.language == "en" else NBSP
    return f"{t.number(100 * share, 1)}{gap}%"
