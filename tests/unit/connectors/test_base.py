from climact_issy.connectors.base import ConnectorError


def test_a_failure_says_whether_it_may_pass() -> None:
    assert ConnectorError("451", is_temporary=True).is_temporary
    assert str(ConnectorError("refused", is_temporary=False)) == "refused"
