"""Clock, lease, outbox and mail: run by the web process or `climact worker`."""
