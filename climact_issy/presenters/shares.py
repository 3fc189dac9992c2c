"""Where points come from, in words, as a bar and as a table."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from climact_issy.domain.shares import Shares
from climact_issy.domain.tiers import Tier
from climact_issy.texts import Translator


@dataclass(frozen=True, slots=True)
class ShareRow:
    """One tier of proof, and its share of each total beside it.

    Attributes:
        tier: the tier in words.
        cells: one text a total.
    """

    tier: str
    cells: list[str]


@dataclass(frozen=True, slots=True)
class SharesView:
    """The shares of one or two totals, display-ready; empty when there is none.

    Attributes:
        sentence: the shares of the first total in words, "" to show nothing.
        proven: percent of it that does not rest on a person's word alone.
        heads: heads of the table, one a total.
        rows: one a tier.
    """

    sentence: str = ""
    proven: int = 0
    heads: list[str] = field(default_factory=list[str])
    rows: list[ShareRow] = field(default_factory=list[ShareRow])


def total_shares(t: Translator, shares: Shares | None) -> SharesView:
    """Present the shares of one total: points and percents; nothing for none."""
    if shares is None:
        return SharesView()
    points = shares.by_tier()
    percents = shares.percents()
    return _view(
        t,
        shares,
        [t("Points"), t("Part")],
        [[t.number(points[tier]), _percent(t, percents[tier])] for tier in points],
    )


def group_shares(t: Translator, named: Sequence[tuple[str, Shares]]) -> SharesView:
    """Present the shares of some groups side by side: percents alone.

    Args:
        t: translator of the page.
        named: head and shares of each group that may be published.
    """
    if not named:
        return SharesView()
    percents = [shares.percents() for _, shares in named]
    return _view(
        t,
        named[0][1],
        [head for head, _ in named],
        [[_percent(t, found[tier]) for found in percents] for tier in Tier],
    )


def _view(
    t: Translator, shares: Shares, heads: list[str], cells: list[list[str]]
) -> SharesView:
    if shares.total <= 0:
        return SharesView()
    percents = shares.percents()
    proven = sum(percents.values()) - percents[Tier.DECLARED]
    names = _names(t)
    return SharesView(
        sentence=_sentence(t, percents[Tier.DECLARED], proven),
        proven=proven,
        heads=heads,
        rows=[
            ShareRow(names[tier], texts)
            for tier, texts in zip(Tier, cells, strict=True)
        ],
    )


def _sentence(t: Translator, declared: int, proven: int) -> str:
    if not proven:
        return t("Tous ces points sont déclarés, sur parole.")
    return t(
        "{declared} des points sont déclarés, sur parole. {proven} ont une preuve.",
        declared=_percent(t, declared),
        proven=_percent(t, proven),
    )


def _names(t: Translator) -> dict[Tier, str]:
    return {
        Tier.DECLARED: t("Déclaré, sur parole"),
        Tier.EVIDENCE: t("Photo vérifiée"),
        Tier.ATTESTED: t("Attesté par une association"),
        Tier.CODE: t("Code d’un évènement"),
        Tier.MEASURED: t("Mesuré par un compteur"),
    }


def _percent(t: Translator, percent: int) -> str:
    number = t.number(percent)
    return f"{number}%" if t.language == "en" else f"{number}\u202f%"
