import hashlib

from climact_issy.domain.evidence import EvidenceState, Verdict, is_second_look


def test_about_a_tenth_is_looked_at_again_and_always_the_same() -> None:
    hashes = [hashlib.sha256(str(n).encode()).hexdigest() for n in range(5000)]

    chosen = [is_second_look(each) for each in hashes]

    assert 400 < sum(chosen) < 600
    assert chosen == [is_second_look(each) for each in hashes]


def test_a_verdict_leads_to_one_state() -> None:
    assert Verdict(1, is_accepted=True).state is EvidenceState.ACCEPTED
    assert Verdict(1, is_accepted=False).state is EvidenceState.REJECTED
