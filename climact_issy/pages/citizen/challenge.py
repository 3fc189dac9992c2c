"""One challenge: what counts, how far it is, one's own part in it."""

import reflex as rx

from climact_issy import routes, texts
from climact_issy.components.challenge_card import challenge_progress
from climact_issy.components.demo import demo_tag
from climact_issy.components.landscape import scene
from climact_issy.pages.framed import framed
from climact_issy.routes import CHALLENGE_ASKED, Language, Route
from climact_issy.states.citizen.challenges import ChallengeState
from climact_issy.states.citizen.session import SessionState
from climact_issy.texts import Translator
from climact_issy.ui import pending
from climact_issy.ui.button import button, icon_button
from climact_issy.ui.connection import live_controls
from climact_issy.ui.icons import icon
from climact_issy.ui.link import link
from climact_issy.ui.progress import progress
from climact_issy.ui.values import Content, Event, Text
from climact_issy.ui.waiting import skeleton


def challenge_page(language: Language) -> rx.Component:
    """Build the page of the challenge that the address asks for."""
    t = texts.for_language(language)
    asked = f"?{CHALLENGE_ASKED}={ChallengeState.challenge.slug}"
    known = rx.cond(ChallengeState.challenge.is_found, _challenge(t), _lost(t))
    return framed(
        t,
        Route(f"{routes.CHALLENGE.fr}{asked}", f"{routes.CHALLENGE.en}{asked}"),
        rx.cond(ChallengeState.is_loaded, known, _waiting(t)),
        title=t("Un défi"),
        current="act",
        main_class="wrap pad challenges",
    )


def _challenge(t: Translator) -> rx.Component:
    return rx.el.div(
        rx.el.div(_head(t), _facts(t), class_name="stack"),
        rx.el.div(_mine(t), _race(t), _counts(t), class_name="stack g16"),
        class_name="challenge-page",
    )


def _head(t: Translator) -> rx.Component:
    found = ChallengeState.challenge
    card = found.card
    return rx.fragment(
        rx.el.p(
            _back(t),
            rx.el.span(icon(card.icon, "s20"), card.kind, class_name="tag"),
            rx.cond(card.is_demo, demo_tag(t), rx.fragment()),
            rx.el.span(
                icon("clock", "s20"), card.left, class_name="row g4 small b end"
            ),
            class_name="row wraps",
        ),
        rx.el.h1(card.title),
        rx.el.p(card.summary),
        _reason(t),
        challenge_progress(card),
        _line(found.people, "small soft"),
    )


def _reason(t: Translator) -> rx.Component:
    """Say what was measured when a rule opened the challenge."""
    reason = ChallengeState.challenge.reason
    return rx.cond(
        reason.text != "",
        rx.el.div(
            rx.el.p(icon("spark"), rx.el.span(reason.text), class_name="why"),
            rx.el.p(reason.source, class_name="mini soft"),
            rx.el.p(
                rx.cond(
                    reason.href != "",
                    link(t("Voir le chiffre"), href=reason.href),
                    rx.fragment(),
                ),
                link(t("La règle"), href=routes.WEATHER.to(t.language)),
                class_name="small links",
            ),
            class_name="box stack g4",
        ),
        rx.fragment(),
    )


def _facts(t: Translator) -> rx.Component:
    found = ChallengeState.challenge
    return rx.el.dl(
        _fact(t("Quand"), found.dates),
        # Places have French names on every page.
        _fact(
            t("Où"),
            found.place,
            rx.el.span(found.place, custom_attrs={"lang": "fr"}),
        ),
        _fact(t("Comment"), found.how),
        _fact(t("Points"), found.reward),
        _fact(t("Preuve"), found.proof),
        _fact(t("Qui"), found.proposer),
        class_name="wwh",
    )


def _mine(t: Translator) -> rx.Component:
    """Show one's own part, and the one thing there is to do now."""
    found, mine = ChallengeState.challenge, ChallengeState.mine
    is_signed_in = SessionState.viewer.is_signed_in
    return rx.el.section(
        rx.el.h2(t("Ma part"), id="mine", class_name="sr"),
        _line(mine.words, "b"),
        rx.cond(
            mine.has_bar,
            progress(t("Ma part"), mine.percent, mine.words),
            rx.fragment(),
        ),
        _line(mine.note, "small"),
        rx.el.p(ChallengeState.said, role="status", aria_live="polite", class_name="b"),
        rx.cond(is_signed_in, _moves(t), _way_in(t)),
        rx.cond(
            # Whoever was counted there has their words above, and no code to enter.
            (found.code_href != "") & (mine.words == ""),
            button(
                t("J’entre le code"),
                href=found.code_href,
                icon_name="ticket",
                class_name="wide",
            ),
            rx.fragment(),
        ),
        class_name="stack",
        aria_labelledby="mine",
    )


def _moves(t: Translator) -> rx.Component:
    mine = ChallengeState.mine
    return live_controls(
        rx.cond(
            mine.can_join,
            _tap(t, t("Je participe"), ChallengeState.join),
            rx.fragment(),
        ),
        rx.cond(
            mine.can_check_in,
            _tap(t, t("C’est tenu aujourd’hui"), ChallengeState.check_in),
            rx.fragment(),
        ),
        rx.cond(
            mine.can_leave,
            button(
                t("Je ne participe plus"),
                rank="three",
                class_name="low",
                on_click=ChallengeState.leave,
            ),
            rx.fragment(),
        ),
    )


def _tap(t: Translator, words: str, on_click: Event) -> rx.Component:
    is_busy = pending.since(SessionState.answers)
    return button(
        rx.cond(is_busy, t("C’est en route…"), words),
        on_click=[pending.mark(SessionState.answers), on_click],
        class_name="wide",
        is_busy=is_busy,
        is_disabled=is_busy,
    )


def _way_in(t: Translator) -> rx.Component:
    """Lead whoever is not signed in there and back, where taking part is said."""
    found = ChallengeState.challenge
    here = f"{routes.CHALLENGE.to(t.language)}?{CHALLENGE_ASKED}={found.slug}"
    return rx.cond(
        SessionState.is_loaded & found.is_joined_by_hand,
        button(
            t("Je me connecte pour participer"),
            href=f"{routes.SIGN_IN.to(t.language)}?next={here}",
            class_name="wide",
        ),
        rx.fragment(),
    )


def _race(t: Translator) -> rx.Component:
    found = ChallengeState.challenge
    return rx.cond(
        found.race_note != "",
        rx.el.section(
            rx.el.h2(t("La course"), id="race"),
            rx.el.ol(
                rx.foreach(
                    found.race,
                    lambda terrace: rx.el.li(
                        rx.el.div(
                            rx.el.p(terrace.title, class_name="b"),
                            rx.el.p(terrace.groups, class_name="small"),
                            class_name="grow",
                        ),
                        key=terrace.title,
                    ),
                ),
                class_name="list",
            ),
            rx.el.p(found.race_note, class_name="small soft"),
            class_name="stack",
            aria_labelledby="race",
        ),
        rx.fragment(),
    )


def _counts(t: Translator) -> rx.Component:
    found = ChallengeState.challenge
    return rx.cond(
        found.counts.length() > 0,  # pyright: ignore[reportAttributeAccessIssue] - a Var
        rx.el.section(
            rx.el.h2(t("Les gestes de ce défi"), id="counts"),
            rx.el.ul(
                rx.foreach(
                    found.counts,
                    lambda action: rx.el.li(
                        rx.el.p(
                            link(action.title, href=action.href, class_name="cover"),
                            class_name="grow",
                        ),
                        icon("next", "s20"),
                        key=action.href,
                    ),
                ),
                class_name="list",
            ),
            class_name="stack",
            aria_labelledby="counts",
        ),
        rx.fragment(),
    )


def _back(t: Translator) -> rx.Component:
    return icon_button(
        "back", t("Retour aux défis"), href=routes.CHALLENGES.to(t.language)
    )


def _fact(name: str, words: Text, shown: Content | None = None) -> rx.Component:
    return rx.cond(
        words != "",
        rx.el.div(rx.el.dt(name), rx.el.dd(words if shown is None else shown)),
        rx.fragment(),
    )


def _line(words: Text, class_name: str) -> rx.Component:
    return rx.cond(words != "", rx.el.p(words, class_name=class_name), rx.fragment())


def _waiting(t: Translator) -> rx.Component:
    return rx.el.div(
        rx.el.p(_back(t), class_name="row"),
        rx.el.h1(t("Un défi")),
        skeleton("220px", label=t("Le défi se charge")),
        class_name="stack",
    )


def _lost(t: Translator) -> rx.Component:
    return rx.el.section(
        rx.el.p(_back(t), class_name="row"),
        rx.el.div(scene("empty"), class_name="stage"),
        rx.el.h1(t("Ce défi n’existe pas, ou plus")),
        rx.el.p(
            t(
                "Il est peut-être archivé. Les points qu’il a donnés, eux, ne bougent "
                "pas."
            )
        ),
        rx.el.p(
            button(t("Je vois les défis"), href=routes.CHALLENGES.to(t.language)),
        ),
        class_name="stack",
    )
