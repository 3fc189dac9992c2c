"""Refusals of a feed that is sent to us, in words; errors.py adds them to its own."""

from collections.abc import Callable, Mapping
from typing import Final

from climact_issy.texts import Translator

Values = Mapping[str, object]

SENTENCES: Final[dict[str, Callable[[Translator, Values], str]]] = {
    "push_unsigned": lambda t, _: t(
        "Cet envoi n’est pas signé comme convenu\u00a0: il a été refusé."
    ),
    "push_expired": lambda t, _: t(
        "L’heure de cet envoi est à plus de cinq minutes de la nôtre\u00a0: "
        "il a été refusé."
    ),
    "feed_invalid": lambda t, _: t(
        "Ce flux ne suit pas son schéma\u00a0: rien n’en a été gardé."
    ),
}
