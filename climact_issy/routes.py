"""Every address of the site: one constant a page, one builder a family."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal

Language = Literal["fr", "en"]
LANGUAGES: Final[tuple[Language, ...]] = ("fr", "en")


@dataclass(frozen=True, slots=True)
class Route:
    """One page in each language.

    Attributes:
        fr: French address.
        en: English address, under /en.
    """

    fr: str
    en: str

    def to(self, language: str) -> str:
        """Return the address in a language (French for any other)."""
        return self.en if language == "en" else self.fr

    def of(self, slug: str) -> "Route":
        """Return the address of one thing of this family."""
        return Route(f"{self.fr}/{slug}", f"{self.en}/{slug}")


HOME: Final = Route("/", "/en")
ACT: Final = Route("/agir", "/en/act")
NEIGHBOURHOODS: Final = Route("/quartiers", "/en/neighbourhoods")
INDICATORS: Final = Route("/chiffres", "/en/figures")
COMPARE: Final = Route("/chiffres/comparer", "/en/figures/compare")
"""Two figures side by side: `comparison(...)` says which."""
ME: Final = Route("/moi", "/en/me")
SIGN_IN: Final = Route("/connexion", "/en/sign-in")
TEAMS: Final = Route("/equipes", "/en/teams")
RANKING: Final = Route("/classement-prive", "/en/private-ranking")
FAIRNESS: Final = Route(
    "/quartiers/pourquoi-ce-classement", "/en/neighbourhoods/why-this-ranking"
)
SEASONS: Final = Route("/saisons", "/en/seasons")
BADGES: Final = Route("/badges", "/en/badges")
WELCOME: Final = Route("/bienvenue", "/en/welcome")
CODE: Final = Route("/code", "/en/code")
CHALLENGES: Final = Route("/defis", "/en/challenges")
CHALLENGE: Final = Route("/defi", "/en/challenge")
"""One challenge: `challenge(slug)` says which. People make challenges while the site
runs, and only a static page is prerendered in its language."""
WEATHER: Final = Route("/meteo", "/en/weather")
"""The rules that open challenges, what they see now and what they opened."""
CLIMATE_BUDGET: Final = Route("/budget-climat", "/en/climate-budget")
ABOUT: Final = Route("/a-propos", "/en/about")
RULES: Final = Route("/regles", "/en/rules")
SOURCES: Final = Route("/sources", "/en/sources")
SOURCE_HEALTH: Final = Route("/sources/etat", "/en/sources/state")
ACCESSIBILITY: Final = Route("/accessibilite", "/en/accessibility")
PRIVACY: Final = Route("/donnees-personnelles", "/en/privacy")
LEGAL: Final = Route("/mentions-legales", "/en/legal")
EMBEDDING: Final = Route("/integrer", "/en/embed")
"""Where associations find the code that shows a figure on their own site."""
NOT_FOUND: Final = Route("/introuvable", "/en/not-found")
"""What stands at every address that leads nowhere (web/lost.py); no link leads here."""

PAGES: Final[dict[str, Route]] = {
    "home": HOME,
    "act": ACT,
    "neighbourhoods": NEIGHBOURHOODS,
    "indicators": INDICATORS,
    "compare": COMPARE,
    "me": ME,
    "sign_in": SIGN_IN,
    "welcome": WELCOME,
    "challenges": CHALLENGES,
    "challenge": CHALLENGE,
    "weather": WEATHER,
    "teams": TEAMS,
    "fairness": FAIRNESS,
    "seasons": SEASONS,
    "ranking": RANKING,
    "code": CODE,
    "badges": BADGES,
    "climate_budget": CLIMATE_BUDGET,
    "about": ABOUT,
    "rules": RULES,
    "sources": SOURCES,
    "source_health": SOURCE_HEALTH,
    "accessibility": ACCESSIBILITY,
    "privacy": PRIVACY,
    "legal": LEGAL,
    "embedding": EMBEDDING,
}


def action(slug: str) -> Route:
    """Return the page of one action."""
    return ACT.of(slug)


def neighbourhood(slug: str) -> Route:
    """Return the page of one neighbourhood."""
    return NEIGHBOURHOODS.of(slug)


CHALLENGE_ASKED: Final = "d"
"""Parameter of the address of a challenge: its slug."""


def challenge(slug: str) -> Route:
    """Return the page of one challenge."""
    asked = f"?{CHALLENGE_ASKED}={slug}"
    return Route(f"{CHALLENGE.fr}{asked}", f"{CHALLENGE.en}{asked}")


SIMULATED_PEOPLE: Final = "n"
"""Parameter of the climate budget's address: how many people take part."""
SIMULATED_ACTIONS: Final = "g"
"""Parameter of the climate budget's address: the chosen actions, "a.b"."""


def simulation(people: int, slugs: Iterable[str]) -> Route:
    """Return the climate budget with a choice in its simulator."""
    asked = f"?{SIMULATED_PEOPLE}={people}&{SIMULATED_ACTIONS}={'.'.join(slugs)}"
    return Route(f"{CLIMATE_BUDGET.fr}{asked}", f"{CLIMATE_BUDGET.en}{asked}")


def indicator(slug: str) -> Route:
    """Return the page of one indicator."""
    return INDICATORS.of(slug)


def indicator_csv(slug: str) -> str:
    """Return the address of the series of one indicator as a CSV file."""
    return f"{API_INDICATORS}/{slug}.csv"


COMPARED_FIRST: Final = "a"
"""Parameter of a comparison's address: the slug of one figure."""
COMPARED_SECOND: Final = "b"
"""Parameter of a comparison's address: the slug of the other figure."""
COMPARED_AS_INDEX: Final = "i"
"""Parameter of a comparison's address: "100" draws both as an index."""


def comparison(first: str = "", second: str = "", *, is_index: bool = False) -> Route:
    """Return the page that compares two figures; "" leaves one to be chosen."""
    chosen = {
        COMPARED_FIRST: first,
        COMPARED_SECOND: second,
        COMPARED_AS_INDEX: "100" if is_index else "",
    }
    asked = "&".join(f"{name}={value}" for name, value in chosen.items() if value)
    return Route(*(f"{at}?{asked}".rstrip("?") for at in (COMPARE.fr, COMPARE.en)))


def pair_csv(first: str, second: str) -> str:
    """Return the address of the joined table of two figures as a CSV file."""
    return f"{API_PAIR}?{COMPARED_FIRST}={first}&{COMPARED_SECOND}={second}"


def language_of(path: str) -> Language:
    """Tell the language of an address from its first segment."""
    return "en" if path == "/en" or path.startswith("/en/") else "fr"


def is_safe_return(path: str) -> bool:
    """Whether a "come back here" address stays on this site."""
    return (
        path.startswith("/")
        and not path.startswith(("//", "/\\"))
        and path.isprintable()
        and "\\" not in path
        and len(path) <= MAX_PATH_LENGTH
    )


MAX_PATH_LENGTH: Final = 300

HEALTH: Final = "/healthz"
READY: Final = "/readyz"
API: Final = "/api/v1"
API_INDICATORS: Final = f"{API}/indicators"
API_PAIR: Final = f"{API}/pairs.csv"
"""GET, with two slugs: the series of two figures, joined by period."""
API_NEIGHBOURHOODS: Final = f"{API}/leaderboards/neighbourhoods"
API_FEED: Final = f"{API}/feeds/smartlina"
"""POST: a signed smartLINA feed; absent without a secret."""
EMBED_INDICATORS: Final = "/embed/indicators"
"""With a slug behind: an indicator for other sites; `.svg` and `.png`: its picture."""
EMBED_SCRIPT: Final = "/embed/climact.js"
"""For the other site: fits the height of our frames to what they show."""
OEMBED: Final = "/oembed"
SHARE_CITY: Final = "/share/issy.png"
SHARE_NEIGHBOURHOODS: Final = "/share/neighbourhoods"
"""With a slug and `.png` behind: a card of its progress, for social networks."""
PRINT_CODES: Final = "/print/codes"
"""GET, with the number of a batch behind: its codes on A4, for who holds the event."""
PRINT_LIST: Final = "/print/list"
"""GET, with the slug of an event behind: its blank paper list, for who holds it."""
OPEN_DATA: Final = "/open-data"
LEDGER_ROOTS: Final = f"{OPEN_DATA}/ledger-roots.json"
CLIMABOROUGH_ROWS: Final = f"{OPEN_DATA}/climaborough.json"
FEED_SCHEMA: Final = f"{OPEN_DATA}/smartlina-feed-1.json"
AUTH_LINK: Final = "/auth/link"
"""POST: ask for a sign-in mail (fields email, next, language)."""
AUTH_CONFIRM: Final = "/auth/confirm"
"""GET shows the button, POST consumes the token of the mail."""
AUTH_CODE: Final = "/auth/code"
"""GET shows the form of the 6-digit code, POST consumes it."""
AUTH_DEMO: Final = "/auth/demo"
"""POST: sign in as a demo person (field person); absent outside demo mode."""
AUTH_SIGN_OUT: Final = "/auth/sign-out"
"""POST: end this session."""
AUTH_ERASE: Final = "/auth/erase"
"""GET says what erasing an account means, POST does it."""
