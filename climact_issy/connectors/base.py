"""What every connector shares: how it says that the other side failed."""


class ConnectorError(Exception):
    """The other side refused, failed or did not answer.

    Attributes:
        is_temporary: whether trying again later can help.
    """

    def __init__(self, message: str, *, is_temporary: bool) -> None:
        """Say what happened, without any personal data."""
        super().__init__(message)
        self.is_temporary = is_temporary
