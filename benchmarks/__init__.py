"""What `make bench` measures: gestures, the socket, a bare database, page weight.

Everything runs on this machine with folders of its own, prints a table and never
passes or fails on a number of seconds.
"""
