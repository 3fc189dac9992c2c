"""Thin Reflex states: parse, call one service, present."""
