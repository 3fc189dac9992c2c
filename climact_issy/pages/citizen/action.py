"""One action: what, why, how, what it changes, and the tap that notes it."""

from datetime import UTC, datetime
from functools import reduce
from operator import or_
from urllib.parse import quote

import reflex as rx

from climact_issy import routes, texts
from climact_issy.components.already import already
from climact_issy.components.celebration import celebration
from climact_issy.components.demo import demo_mark
from climact_issy.components.history import history
from climact_issy.components.landscape import deed
from climact_issy.components.logger import BUTTON, Sight, Taps, logger
from climact_issy.components.passport import passport
from climact_issy.components.two_banks import two_banks
from climact_issy.components.widget import live_line, widget
from climact_issy.content import indicators as catalogue
from climact_issy.content import live_indicators, rules
from climact_issy.domain.actions import Action
from climact_issy.domain.civic import civic_day
from climact_issy.domain.indicators import Indicator
from climact_issy.pages.framed import framed
from climact_issy.presenters import indicators
from climact_issy.presenters.actions import ActionView, action_view
from climact_issy.presenters.saving_passports import saving_passport
from climact_issy.routes import Language
from climact_issy.settings import get_settings
from climact_issy.states.citizen.actions import LogState
from climact_issy.states.citizen.already import AlreadyState
from climact_issy.states.citizen.challenges import CountsForState
from climact_issy.states.citizen.live_figures import LiveState
from climact_issy.states.citizen.session import SessionState
from climact_issy.texts import Translator
from climact_issy.ui import pending
from climact_issy.ui.button import icon_button
from climact_issy.ui.icons import icon
from climact_issy.ui.link import link


def action_page(language: Language, action: Action) -> rx.Component:
    """Build the page of one action; everything but the tap reads without script."""
    t = texts.for_language(language)
    view = action_view(t, action, rules.printed())
    thanks = celebration(
        t,
        LogState.outcome,
        demo_tag=rx.fragment(*demo_mark(t)),
        act_href=routes.ACT.to(language),
        undo=LogState.undo,
        close=LogState.close_outcome,
    )
    return framed(
        t,
        routes.action(action.slug),
        rx.cond(
            _is_here(view) & LogState.outcome.has_outcome,
            thanks,
            rx.el.div(
                _scene(t, view),
                _words(t, view),
                _change(t, action, view),
                *_moved(t, action),
                class_name="wrap deed",
            ),
        ),
        title=view.title,
        current="act",
        top_class="dawn",
    )


def _is_here(view: ActionView) -> rx.Var[bool]:
    """Whether the tab's state is about this page: it outlives a page load."""
    return LogState.slug == view.slug  # pyright: ignore[reportReturnType] - a class attribute of a State is a Var


def _scene(t: Translator, view: ActionView) -> rx.Component:
    return rx.el.div(
        deed(view.icon, view.leaf),
        icon_button(
            "back",
            t("Retour aux gestes"),
            href=routes.ACT.to(t.language),
            class_name="on back",
        ),
        class_name="deed-art",
    )


def _words(t: Translator, view: ActionView) -> rx.Component:
    rows = ((t("Comment"), view.how), (t("Pourquoi"), view.why))
    return rx.el.div(
        rx.el.p(
            rx.el.span(icon(view.icon, "s20"), view.theme_label, class_name="tag"),
            rx.el.span(view.effort_label, class_name="tag"),
            rx.el.span(icon("mill", "s20"), view.points, t(" points"), class_name="tag")
            if view.is_loggable
            else rx.fragment(),
            *(rx.el.span(tag, class_name="tag") for tag in view.tags),
            class_name="row wraps",
        ),
        rx.el.h1(view.title),
        _challenges(t),
        rx.el.dl(
            *(rx.el.div(rx.el.dt(name), rx.el.dd(sentence)) for name, sentence in rows),
            class_name="wwh",
        ),
        class_name="deed-main stack",
    )


def _challenges(t: Translator) -> rx.Component:
    """Name, in one line, the running challenges that count this action."""
    links = CountsForState.links
    return rx.cond(
        links.length() > 0,  # pyright: ignore[reportAttributeAccessIssue] - a Var
        rx.el.p(
            icon("flag", "s20"),
            rx.el.span(
                t("Compte pour\u00a0: "),
                rx.foreach(
                    links,
                    lambda found, at: rx.fragment(
                        rx.cond(at > 0, " · ", ""),
                        link(found.title, href=found.href),
                        key=found.href,
                    ),
                ),
            ),
            class_name="row small",
        ),
        rx.fragment(),
    )


def _change(t: Translator, action: Action, view: ActionView) -> rx.Component:
    # The page is compiled at each release: its stale marks are of that day.
    found = saving_passport(t, action, today=civic_day(datetime.now(UTC)))
    # The figures follow the stepper; before the socket they are the default's.
    live = LogState.impact
    is_live = _is_here(view) & (live.title != "")
    return rx.el.section(
        rx.el.h2(rx.cond(is_live, live.title, view.impact.title), id="change"),
        rx.cond(is_live, two_banks(t, live), two_banks(t, view.impact)),
        passport(t, found, t("D’où vient ce chiffre\u00a0?"))
        if found
        else rx.fragment(),
        rx.el.details(
            rx.el.summary(
                icon("info", "s20"),
                rx.el.span(t("Ce que la ville compte")),
                icon("down", "s20 end"),
            ),
            rx.el.p(
                view.impact.city.note,
                " ",
                t("C’est notre lecture de sa règle, à confirmer par la Ville."),
                " ",
                link(t("Toutes les sources"), href=routes.SOURCES.to(t.language)),
                class_name="small",
            ),
        ),
        logger(t, view, _sight(t, action, view), _taps(view)),
        already(
            t,
            is_known=AlreadyState.is_known & SessionState.viewer.is_signed_in,
            is_doing=AlreadyState.is_doing,  # pyright: ignore[reportArgumentType] - a class attribute of a State is a Var
            on_click=AlreadyState.say(view.slug, ~AlreadyState.is_doing),  # pyright: ignore[reportArgumentType] - a class attribute of a State is a Var
        ),
        rx.el.noscript(
            rx.el.p(
                t("Lire ne demande rien. Pour noter un geste, il faut JavaScript."),
                class_name="box small",
            )
        ),
        _history(t, view),
        class_name="deed-side stack",
        aria_labelledby="change",
    )


def _moved(t: Translator, action: Action) -> list[rx.Component]:
    """Show the figures that this action moves; none where nobody knows of one.

    A live figure is among them once it has a value.
    """
    bundled = catalogue.moved_by(action, is_demo=get_settings().is_demo)
    live = live_indicators.moved_by(action)
    if not bundled and not live:
        return []
    lines = [widget(t, indicators.view(t, found), "small") for found in bundled]
    shown = rx.el.section(
        rx.el.h2(t("Les chiffres que ce geste aide à bouger"), id="moves"),
        rx.el.ul(
            *map(rx.el.li, lines),
            *(_once_known(t, found) for found in live),
            class_name="figure-list",
        ),
        class_name="deed-figures stack",
        aria_labelledby="moves",
    )
    if bundled:
        return [shown]
    is_any = (LiveState.known[found.slug] for found in live)
    return [rx.cond(reduce(or_, is_any), shown, rx.fragment())]


def _once_known(t: Translator, found: Indicator) -> rx.Component:
    line = rx.el.li(live_line(t, indicators.view(t, found)))
    return rx.cond(LiveState.known[found.slug], line, rx.fragment())


def _sight(t: Translator, action: Action, view: ActionView) -> Sight:
    bounds = action.quantity
    here = _is_here(view)
    default = view.stepper.text if view.stepper else ""
    return Sight(
        quantity_text=rx.cond(here, LogState.quantity_text, default),
        is_busy=here & pending.since(SessionState.answers),
        can_log=~here | LogState.mine.can_log,
        refusal=rx.cond(here, LogState.mine.refusal, ""),
        must_sign_in=SessionState.is_loaded  # pyright: ignore[reportArgumentType] - Vars at compile time
        & ~SessionState.viewer.is_signed_in,
        sign_in_href=_sign_in_href(t, view),
        confirm_asked=here & LogState.confirm_asked,
        is_least=here & (LogState.quantity <= bounds.minimum) if bounds else False,
        is_most=here & (LogState.quantity >= bounds.maximum) if bounds else False,
        pause=rx.cond(here, LogState.mine.pause, ""),
    )


def _sign_in_href(t: Translator, view: ActionView) -> str | rx.Var[str]:
    """Return the sign-in address that brings back to this button, quantity kept."""
    sign_in = f"{routes.SIGN_IN.to(t.language)}?next="
    if view.stepper is None:
        return sign_in + quote(f"{view.href}#{BUTTON}", safe="")
    back = sign_in + quote(f"{view.href}?q=", safe="")
    quantity = LogState.quantity.to_string()  # pyright: ignore[reportAttributeAccessIssue] - a class attribute of a State is a Var
    return back + quantity + quote(f"#{BUTTON}", safe="")


def _taps(view: ActionView) -> Taps:
    return Taps(
        less=LogState.less,
        more=LogState.more,
        log=[
            pending.mark(SessionState.answers),
            LogState.log(view.slug, LogState.quantity, LogState.mine.seen),
        ],
        ask=LogState.ask_confirm,
        cancel=LogState.cancel_confirm,
    )


def _history(t: Translator, view: ActionView) -> rx.Component:
    return rx.cond(
        _is_here(view) & (LogState.mine.lines.length() > 0),  # pyright: ignore[reportAttributeAccessIssue] - a class attribute of a State is a Var
        rx.el.section(
            rx.el.h2(t("Mes derniers gestes"), id="mine"),
            history(t, LogState.mine.lines, undo=LogState.undo, with_titles=False),
            class_name="stack",
            aria_labelledby="mine",
        ),
        rx.fragment(),
    )
