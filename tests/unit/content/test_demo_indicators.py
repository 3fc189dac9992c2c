from climact_issy.content import demo_indicators


def test_each_demo_value_is_labelled_and_undated() -> None:
    for indicator in demo_indicators.demo_indicators():
        assert indicator.is_demo
        assert "démo" in indicator.title[0].lower()
        assert "demo" in indicator.title[1].lower()
        assert "inventées" in indicator.source
        periods = [p.period for p in indicator.series[0].points]
        assert periods == [str(n) for n in range(1, 8)]


def test_the_week_runs_from_monday_in_both_languages() -> None:
    points = demo_indicators.demo_indicators()[0].series[0].points
    assert points[0].label == ("lundi", "Monday")
    assert points[-1].label == ("dimanche", "Sunday")


def test_the_air_index_stays_on_its_scale() -> None:
    air = demo_indicators.demo_indicators()[0]
    assert all(1 <= (p.value or 0) <= 6 for p in air.series[0].points)
