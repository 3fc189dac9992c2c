"""The configuration of Reflex, from the settings; nothing else."""

import reflex as rx

from climact_issy.build import FinishedBuild
from climact_issy.settings import get_settings

_settings = get_settings()

config = rx.Config(
    app_name="climact_issy",
    # A socket address on "localhost" follows the host of the page, so one build
    # serves localhost, 127.0.0.1 and a phone on the same network.
    api_url=_settings.address,
    deploy_url=_settings.address,
    frontend_port=_settings.port,
    backend_port=_settings.port,
    backend_host=_settings.host,
    cors_allowed_origins=_settings.origins,
    trusted_proxy_hops=_settings.trusted_proxy_hops,
    # Reflex keeps no truth: a tab's state is a cache that may go at any time.
    db_url=None,
    state_manager_mode=rx.constants.StateManagerMode.MEMORY,
    redis_token_expiration=1800,
    telemetry_enabled=False,
    show_built_with_reflex=False,
    default_color_mode="system",
    # The first that a browser accepts is sent: brotli is a seventh lighter.
    frontend_compression_formats=["brotli", "gzip"],
    plugins=[FinishedBuild()],
    disable_plugins=[rx.plugins.SitemapPlugin],
)
