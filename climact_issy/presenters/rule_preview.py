"""What last month would have looked like under a version that is thought of."""

from climact_issy.domain.points import Rules
from climact_issy.domain.rule_preview import Both, Preview
from climact_issy.presenters.viewer import neighbourhood_name
from climact_issy.texts import Translator


def preview_lines(t: Translator, found: Preview, rules: Rules) -> list[str]:
    """Say the preview, one line a fact.

    Args:
        t: translator of the reader.
        found: what was computed.
        rules: the rule in force, for the people a published count needs.
    """
    period = {"first": t.date(found.first), "last": t.date(found.last)}
    if not found.gestures:
        return [t("Du {first} au {last}\u00a0: aucun geste à relire.", **period)]
    lines = [
        t("Du {first} au {last}, gestes relus\u00a0: {n}.", **period, n=found.gestures),
        _moved(t, t("Tous ensemble"), found.everybody),
        t(
            "Gestes qui apportent moins que leur effort\u00a0: {before}, puis {after}.",
            before=t.number(found.capped_before),
            after=t.number(found.capped_after),
        ),
        t(
            "Personnes qui auraient eu plus de points\u00a0: {more}\u00a0; "
            "moins\u00a0: {fewer}\u00a0; autant\u00a0: {same}.",
            more=t.number(found.gaining),
            fewer=t.number(found.losing),
            same=t.number(found.everybody.people - found.gaining - found.losing),
        ),
    ]
    hidden = False
    for slug, both in sorted(found.places.items()):
        if both.people < rules.minimum_published:
            hidden = True
            continue
        lines.append(_moved(t, neighbourhood_name(t, slug) or slug, both))
    if hidden:
        lines.append(
            t(
                "Les quartiers de moins de {n} personnes actives ne sont pas montrés.",
                n=rules.minimum_published,
            )
        )
    return lines


def _moved(t: Translator, name: str, both: Both) -> str:
    return t(
        "{name}\u00a0: {before} points, puis {after}.",
        name=name,
        before=t.number(both.before),
        after=t.number(both.after),
    )
