"""The rules, standard library only: imports nothing else of ours."""
