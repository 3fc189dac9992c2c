from datetime import date, timedelta

from climact_issy.content import demo_indicators


def test_each_demo_value_is_labelled_and_undated() -> None:
    for indicator in demo_indicators.demo_indicators():
        assert indicator.is_demo
        assert "démo" in indicator.title[0].lower()
        assert "demo" in indicator.title[1].lower()
        assert "inventées" in indicator.source
        periods = [p.period for p in indicator.series[0].points]
        assert periods == [str(n) for n in range(1, 8)]


def test_a_day_takes_the_value_of_its_weekday() -> None:
    air = demo_indicators.demo_indicators()[0]
    monday = date(2026, 11, 23)
    assert demo_indicators.point_of(air, monday).label == ("lundi", "Monday")
    week = demo_indicators.point_of(air, monday + timedelta(days=7))
    assert week == demo_indicators.point_of(air, monday)


def test_the_air_index_stays_on_its_scale() -> None:
    air = demo_indicators.demo_indicators()[0]
    assert all(1 <= (p.value or 0) <= 6 for p in air.series[0].points)
