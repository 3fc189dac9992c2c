"""My teams: join one by its code or link, choose the one I play for, leave."""

import reflex as rx

from climact_issy import routes, texts
from climact_issy.components.demo import demo_tag
from climact_issy.components.shares import shares
from climact_issy.components.stranger import stranger
from climact_issy.pages.framed import framed
from climact_issy.presenters.teams import TeamView
from climact_issy.routes import Language
from climact_issy.states.citizen.teams import CODE, TeamsState
from climact_issy.texts import Translator
from climact_issy.ui.button import button
from climact_issy.ui.connection import live_controls
from climact_issy.ui.field import field
from climact_issy.ui.icons import icon
from climact_issy.ui.link import link
from climact_issy.ui.sheet import more
from climact_issy.ui.waiting import skeleton


def teams_page(language: Language) -> rx.Component:
    """Build the page of my teams."""
    t = texts.for_language(language)
    known = rx.cond(TeamsState.mine.is_signed_in, _mine(t), _stranger(t))
    return framed(
        t,
        routes.TEAMS,
        rx.cond(TeamsState.is_loaded, known, _waiting(t)),
        title=t("Mes équipes"),
        current="me",
        main_class="wrap narrow pad",
    )


def _purpose(t: Translator) -> str:
    return t(
        "Une équipe, c’est une association, une classe, un immeuble. Vos gestes "
        "comptent pour elle et pour votre quartier."
    )


def _waiting(t: Translator) -> rx.Component:
    return rx.el.div(
        rx.el.h1(t("Mes équipes")),
        rx.el.p(_purpose(t)),
        skeleton("120px", label=t("Vos équipes se chargent")),
        class_name="stack g16",
    )


def _stranger(t: Translator) -> rx.Component:
    here = routes.TEAMS.to(t.language)
    invited = f"{here}%3F{CODE}%3D" + TeamsState.code
    return stranger(
        t,
        t("Mes équipes"),
        _purpose(t),
        t("Connectez-vous pour rejoindre une équipe."),
        back=rx.cond(TeamsState.code != "", invited, here),
    )


def _mine(t: Translator) -> rx.Component:
    has_teams = TeamsState.mine.teams.length() > 0  # pyright: ignore[reportAttributeAccessIssue] - a Var
    return rx.el.div(
        rx.el.h1(t("Mes équipes")),
        rx.el.p(TeamsState.said, role="status", aria_live="polite", class_name="b"),
        rx.cond(
            has_teams,
            rx.el.ul(
                rx.foreach(TeamsState.mine.teams, lambda team: _team(t, team)),
                class_name="list",
            ),
            rx.el.p(_purpose(t)),
        ),
        _join(t),
        rx.el.p(
            icon("info", "s20"),
            rx.el.span(
                t(
                    "On peut être dans plusieurs équipes et jouer pour une seule par "
                    "saison. Une équipe se crée avec l’équipe du site."
                )
            ),
            class_name="box small",
        ),
        rx.el.p(
            link(t("Retour à Moi"), href=routes.ME.to(t.language)), class_name="taps"
        ),
        class_name="stack g16",
    )


def _join(t: Translator) -> rx.Component:
    return rx.el.form(
        field(
            t("Code d’une équipe"),
            CODE,
            help_text=t("8 lettres et chiffres, donnés par l’équipe."),
            icon_name="people",
            default_value=TeamsState.code,
            max_length=20,
            required=True,
            auto_complete="off",
            auto_capitalize="characters",
            spell_check=False,
            key=TeamsState.code,
        ),
        live_controls(button(t("Je rejoins l’équipe"), type="submit")),
        on_submit=TeamsState.join,
        class_name="stack",
    )


def _team(t: Translator, team: TeamView) -> rx.Component:
    return rx.el.li(
        rx.el.span(icon("people"), class_name="leaf g"),
        rx.el.div(
            rx.el.p(
                rx.el.b(team.name),
                rx.cond(
                    team.is_demo, rx.fragment("\u00a0", demo_tag(t)), rx.fragment()
                ),
            ),
            rx.cond(
                team.points,
                rx.el.p(team.points, class_name="small b num"),
                rx.fragment(),
            ),
            rx.el.p(team.state, class_name="small soft"),
            class_name="grow",
        ),
        rx.cond(
            team.is_playing,
            rx.fragment(),
            live_controls(
                button(
                    t("Je joue pour elle"),
                    rank="two",
                    class_name="low",
                    on_click=TeamsState.play_for(team.slug),
                    is_disabled=team.is_next,
                )
            ),
        ),
        rx.el.div(
            shares(t, team.shares),
            more(
                t("Inviter ou quitter"),
                rx.el.div(
                    rx.el.p(t("Son code"), " ", rx.el.b(team.code, class_name="num")),
                    rx.el.p(
                        link(
                            t("Le lien d’invitation, à copier"),
                            href=team.invitation,
                        ),
                        class_name="taps",
                    ),
                    live_controls(
                        button(
                            t("Je quitte cette équipe"),
                            rank="no",
                            class_name="low",
                            on_click=TeamsState.leave(team.slug),
                        )
                    ),
                    class_name="stack",
                ),
            ),
            class_name="all",
        ),
        key=team.slug,
    )
