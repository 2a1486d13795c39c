"""Windows hold all words once, and are cut where paragraphs start."""

from hypothesis import given
from hypothesis import strategies as st

from sayso.reading.windows import inputs, windows


def test_cut_at_paragraphs() -> None:
    sizes = [1] * 12
    assert windows(sizes, [0, 4, 8], limit=10) == [(0, 8), (8, 12)]


def test_long_paragraph_is_cut_where_full() -> None:
    assert windows([1] * 20, [0], limit=10) == [(0, 8), (8, 16), (16, 20)]


@given(
    st.lists(st.integers(1, 12), max_size=200),
    st.sets(st.integers(0, 199)),
    st.integers(14, 64),
)
def test_every_word_in_one_window_that_fits(sizes: list[int], starts: set[int], limit: int) -> None:
    found = windows(sizes, sorted(starts), limit)
    assert [w for first, last in found for w in range(first, last)] == list(range(len(sizes)))
    assert all(sum(sizes[first:last]) <= limit - 2 for first, last in found)


def test_inputs_are_padded() -> None:
    batch = inputs([(5, 6), (7,), (8,)], [0, 1, 2], [(0, 2), (2, 3)])
    assert batch["ids"].tolist() == [[101, 5, 6, 7, 102], [101, 8, 102, 0, 0]]
    assert batch["features"].tolist() == [[0, 0, 0, 1, 0], [0, 2, 0, 0, 0]]
    assert batch["mask"].tolist() == [[1, 1, 1, 1, 1], [1, 1, 1, 0, 0]]
    assert batch["words"].tolist() == [[1, 3], [1, 0]]
