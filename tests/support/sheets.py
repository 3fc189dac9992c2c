"""An event and its codes as values, for what prints and presents them."""

from datetime import date

from climact_issy.domain.events import CodeSheet, Event

ADDRESS = "https://climact.example"
EVENT = Event(
    challenge_id=1,
    slug="atelier",
    title=("Atelier vélo", "Bike workshop"),
    place="Place de la mairie",
    starts_on=date(2026, 11, 24),
    ends_on=date(2026, 11, 26),
    state="running",
    effort=3,
)
SHEET = CodeSheet(
    batch_id=3,
    label="Accueil",
    event=EVENT,
    texts=("CDFH2345", "JKMN6789"),
    spent=0,
    uses_per_code=1,
    valid_from=date(2026, 11, 25),
    valid_until=date(2026, 11, 25),
)
