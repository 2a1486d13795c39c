import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.intake.decode import NotText, decode

STORY = "“We won’t leave,” said Émile Roché, the mayor."


@pytest.mark.parametrize(
    "charset", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]
)
def test_reads_what_nobody_declared(charset):
    assert decode(STORY.encode(charset)) == STORY


def test_takes_off_a_byte_order_mark_and_nothing_else():
    assert decode(b"\xef\xbb\xbf One.\r\n\r\nTwo.\n") == " One.\r\n\r\nTwo.\n"


@pytest.mark.parametrize("declared", ["utf-8", "koi8-r", "no-such-charset", "punycode", "", None])
def test_valid_utf8_is_utf8_whatever_is_declared(declared):
    assert decode(STORY.encode(), declared) == STORY


def test_a_declared_charset_decides_where_the_bytes_are_not_utf8():
    assert decode("Он сказал: нет.".encode("koi8-r"), "KOI8-R") == "Он сказал: нет."


def test_latin1_is_read_as_the_web_reads_it():
    assert decode(STORY.encode("cp1252"), "ISO-8859-1") == STORY


def test_guesses_charsets_of_other_alphabets():
    text = "Президент сказал, что это не так. Мы победим, добавил он."
    assert decode(text.encode("cp1251")) == text


@pytest.mark.parametrize("declared", ["big5", "utf-8", "shift_jis"])
def test_a_declared_charset_that_does_not_fit_is_passed_over(declared):
    assert decode(STORY.encode("cp1252"), declared) == STORY


def test_utf8_broken_in_one_place_stays_utf8():
    data = STORY.encode()
    assert decode(data[:1] + data[2:]).endswith("said Émile Roché, the mayor.")


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\xff\xfe",
        bytes(1000),
        bytes(range(256)) * 4,
        b"%PDF-1.7\nabc",
        b"\x1b\x01\x02" * 50,
    ],
)
def test_refuses_what_is_no_text(data):
    with pytest.raises(NotText):
        decode(data)


@given(
    st.binary(max_size=300), st.none() | st.sampled_from(["utf-8", "utf-16", "cp1252", "gb18030", "hz", "x"])
)
def test_any_bytes_are_text_or_not(data, declared):
    try:
        text = decode(data, declared)
    except NotText:
        return
    text.encode()  # no halves of surrogate pairs


@given(st.text())
def test_any_text_in_utf8_stays_as_it_is(text):
    try:
        assert decode(text.encode()) == text.removeprefix("\ufeff")
    except NotText:
        assert any(ord(letter) < 32 or letter in "\x7f\ufffd" for letter in text)
    except AssertionError:
        assert "\0" in text  # as many as in UTF-16
