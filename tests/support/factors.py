"""A small emission factor for tests."""

from datetime import date

from climact_issy.domain.factors import Factor


def factor(factor_id: str = "bike", **more: object) -> Factor:
    """Make a factor; a test names only the fields it is about."""
    given: dict[str, object] = {
        "label": ("Vélo", "Bike"),
        "value": 0.2,
        "unit": "kgCO2e/km",
        "source": "Base de test",
        "source_url": "",
        "version": "v1",
        "version_on": date(2026, 7, 1),
        "licence": "Licence Ouverte 2.0",
        "best_before_on": date(2028, 7, 1),
    }
    return Factor(factor_id, **{**given, **more})  # type: ignore[arg-type] - a test names any field
