import subprocess
import sys

import pytest

from sayso.intake import receive

STORIES = {
    "en": "The mayor said on Monday that he would not leave the town, as they had asked of him, "
    "and that the council would hear from his lawyers.",
    "fr": "Le maire a dit lundi qu'il ne quitterait pas la ville, selon la lettre du conseil, "
    "qui lui avait demandé deux fois de partir.",
    "de": "Der Bürgermeister sagte am Montag, dass er die Stadt nicht verlassen werde, wie es hieß, "
    "den der Rat am Sonntag bekommen hatte.",
    "nl": "De burgemeester zei maandag dat hij de stad niet zal verlaten, of men het wil of niet, en dat "
    "de raad "
    "hem twee keer had gevraagd om te gaan.",
    "es": "El alcalde dijo el lunes que no se iría de la ciudad, según una carta que recibió el domingo, "
    "y que los vecinos lo apoyaban.",
    "ru": "Мэр сказал в понедельник, что не уедет из города, как говорится в письме, которое совет получил в "
    "воскресенье вечером, и что горожане его поддерживают.",
    "zh": "市长星期一说,他不会离开这座城市。" * 20,
}


@pytest.mark.parametrize("language", STORIES)
def test_a_report_is_read_whatever_its_language_which_is_told(tmp_path, language):
    (tmp_path / "a.txt").write_text(STORIES[language], encoding="utf-8")
    (item,) = receive([str(tmp_path / "a.txt")])
    assert item.report.language == language
    assert item.report.text == STORIES[language]


def test_too_short_a_text_has_no_language(tmp_path):
    (tmp_path / "a.txt").write_text("He said no.")
    (item,) = receive([str(tmp_path / "a.txt")])
    assert item.report.language is None


def test_english_is_told_without_the_library(tmp_path):
    (tmp_path / "a.txt").write_text(STORIES["en"])
    code = (
        "import sys; from sayso.intake import receive; (item,) = receive(sys.argv[1:]);"
        "assert item.report.language == 'en'; assert not {'py3langid', 'numpy'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code, tmp_path / "a.txt"], check=True)


def test_help_loads_none_of_the_libraries_of_intake():
    code = (
        "import sys; from sayso.cli import main; main(['read', '--help'], standalone_mode=False);"
        "assert not {'trafilatura', 'htmldate', 'lxml', 'feedparser', 'warcio', 'py3langid', 'urllib3'}"
        " & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, stdout=subprocess.DEVNULL)


def test_a_text_file_loads_no_other_formats_libraries(tmp_path):
    (tmp_path / "a.txt").write_text(STORIES["en"])
    code = (
        "import sys; from sayso.intake import find, receive; list(receive(find(sys.argv[1:])));"
        "assert not {'trafilatura', 'feedparser', 'warcio', 'lxml', 'urllib3'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code, tmp_path / "a.txt"], check=True)
