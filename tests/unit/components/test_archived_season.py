import reflex as rx

from climact_issy import texts
from climact_issy.components.archived_season import archived_season
from climact_issy.presenters.archive import ArchivedRow, ArchivedView

ROW = ArchivedRow("La Ferme", "palier 1", "60", "20", "+ 20 %")


def test_a_season_is_a_titled_part_with_its_table() -> None:
    view = ArchivedView(
        anchor="2026-s48",
        title="Saison d’automne 2026",
        dates="Du 23 novembre 2026 au 17 janvier 2027",
        headline="La Ferme a gagné",
        goal="Objectif commun atteint",
        is_goal_reached=True,
        rows=[ROW],
        caption="Classement final",
        rule="Règle n° 1",
    )
    drawn = str(archived_season(texts.for_language("fr"), rx.Var.create(view)))  # type: ignore[arg-type]

    for shown in ("2026-s48", "headline", "rows", "Quartier", "atteint"):
        assert shown in drawn
