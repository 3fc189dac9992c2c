"""Clock, lease, outbox and mail, run by the app's lifespan or by `climact worker`; no Reflex, no pandas."""
