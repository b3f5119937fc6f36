"""Pairing of found and gold statements: overlap on letters and digits, one to one, the largest first."""

import pytest

from attribution.corpus import Attribution
from attribution.matching import letters, overlap, pair_up

TEXT = "Ann said that the vote, at 9, was “fair” \N{GRINNING FACE}. Bob agreed it was fair."


def span(words):
    start = TEXT.index(words)
    return (start, start + len(words))


def statement(content, source=None):
    return Attribution(cue=[], source=[span(source)] if source else [], content=[span(content)])


def test_marks_and_an_opening_that_cost_nothing():
    with_that = letters(TEXT, [span("that the vote, at 9, was “fair”")], "content")
    assert with_that == letters(TEXT, [span("the vote, at 9, was “fair")], "content")
    assert letters(TEXT, [span("that the")], "source") != letters(TEXT, [span("the")], "source")


def test_a_picture_counts_as_a_letter():
    place = TEXT.index("\N{GRINNING FACE}")
    assert letters(TEXT, [(place, place + 1)], "content") == {place}


def test_nothing_overlaps_with_nothing():
    assert overlap(frozenset(), frozenset()) == 0


def test_the_largest_overlap_is_paired_first_and_each_once():
    gold = [statement("the vote, at 9, was “fair”", "Ann"), statement("it was fair", "Bob")]
    found = [statement("the vote, at 9", "Ann"), statement("the vote, at 9, was", "Bob"), statement("it was fair")]
    first, second, third = pair_up(TEXT, gold, found)
    assert (first.partner, first.attributed) == (None, False)
    assert (second.partner, second.attributed) == (0, False)
    assert (third.partner, third.attributed, third.content) == (1, False, pytest.approx(1.0))


def test_no_source_is_right_only_where_gold_has_none():
    (only,) = pair_up(TEXT, [statement("it was fair")], [statement("it was fair")])
    assert only.attributed
    (only,) = pair_up(TEXT, [statement("it was fair")], [statement("it was fair", "Bob")])
    assert not only.attributed
