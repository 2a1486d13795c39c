"""How sure words are, and whether they deny: sentences that a search for words gets wrong."""

import pytest
from annotated import annotated

from sayso.reading.certainty import assess

PLAIN, ALMOST, VERY, LIKELY, EVEN = (0.95, 1.0), (0.95, 0.99), (0.80, 0.95), (0.55, 0.80), (0.45, 0.55)
UNVERIFIED, UNLIKELY, VERY_UNLIKELY, REMOTE = (0.20, 0.80), (0.20, 0.45), (0.05, 0.20), (0.01, 0.05)

SENTENCES = [
    # the cue decides
    ("[The army] <said> {he was dead}.", "positive", PLAIN, ""),
    ("[The army] <denied> {that he was dead}.", "negative", PLAIN, "denied"),
    ("[The army] <did not deny> {that he was dead}.", "positive", UNVERIFIED, "not deny"),
    ("[The army] <neither confirmed nor denied> {that he was dead}.",
     "positive", UNVERIFIED, "neither confirmed nor denied"),
    ("[The army] <refused to confirm> {that he was dead}.", "positive", UNVERIFIED, "refused to confirm"),
    ("[The army] <confirmed> {that he was dead}.", "positive", PLAIN, "confirmed"),
    ("[The group] <claimed> {that it had taken the town}.", "positive", UNVERIFIED, "claimed"),
    ("[Officials] <believe> {that he is in the north}.", "positive", LIKELY, "believe"),
    ("[Officials] <do not believe> {that he is in the north}.", "negative", LIKELY, "not believe"),
    ("[Officials] <doubt> {that he is in the north}.", "positive", UNLIKELY, "doubt"),
    ("[Officials] <do not doubt> {that he is in the north}.", "positive", PLAIN, "not doubt"),
    ("<According to> [unverified reports], {the town has fallen}.", "positive", UNVERIFIED, "unverified"),
    ("[The general] <ruled out> {a retreat}.", "negative", PLAIN, "ruled out"),
    ("[The general] <did not rule out> {a retreat}.", "positive", UNVERIFIED, "not rule out"),
    ("[He] <said> {that the war is a threat to the town}.", "positive", PLAIN, ""),
    ("[He] <said> {that war is a possibility}.", "positive", UNVERIFIED, "possibility"),
    ("[Roe] <stated in a press release> {that they had met}.", "positive", PLAIN, ""),
    ("[She] <made the case> {that the town had fallen}.", "positive", UNVERIFIED, "made the case that"),
    ("[The paper] <reported> {he is said to have fled}.", "positive", UNVERIFIED, "is said to"),
    ("[She] <said> {the law means that they are exempt}.", "positive", PLAIN, ""),
    ("[She] <said> {he means to leave}.", "positive", LIKELY, "means to"),
    ("{“No, he has fled”}, [she] <said>.", "positive", PLAIN, ""),
    ("[He] <called> {the attack a possible act of terror}.", "positive", UNVERIFIED, "possible"),
    ("[The judge] <determined> {that he had lied}.", "positive", PLAIN, ""),
    ("[She] <said> {he was determined to leave}.", "positive", LIKELY, "determined to"),
    ("[The president] <declared> {an emergency so that he could build the wall}.", "positive", PLAIN, ""),
    ("[They] <rejected> {the idea because the final might be later}.", "negative", PLAIN, "rejected"),
    ("Reportedly, [the army] <announced> {that the town had fallen}.",
     "positive", UNVERIFIED, "reportedly"),
    ("[The ministry] <rejected> {reports that he had fled}.", "negative", PLAIN, "rejected"),
    ("[The ministry] <dismissed> as a rumour {the claim that he had fled}.",
     "negative", PLAIN, "dismissed as"),
    # the content decides
    ("[The army] <said> {he was probably dead}.", "positive", LIKELY, "probably"),
    ("[Officials] <said> {there was a high probability he was dead}.", "positive", VERY, "high probability"),
    ("[Officials] <said> in June {there was a high probability that Karim Asad was dead}.",
     "positive", VERY, "high probability"),
    ("{There is a high probability that Karim Asad, who leads the Column, is dead}, [the minister] <said>.",
     "positive", VERY, "high probability"),
    ("“{We may win},” [she] <said>. He claimed that the bridge was lost, but that could not be verified.",
     "positive", UNVERIFIED, "may"),
    ("[Officials] <said> {it was very unlikely that he was dead}.",
     "positive", VERY_UNLIKELY, "very unlikely"),
    ("[Officials] <said> {it was not likely that he was dead}.", "positive", UNLIKELY, "not likely"),
    ("[Officials] <said> {there was almost no chance that he had lived}.",
     "positive", REMOTE, "almost no chance"),
    ("[Officials] <said> {he was almost certainly dead}.", "positive", ALMOST, "almost certainly"),
    ("[Officials] <said> {he may have been killed}.", "positive", UNVERIFIED, "may"),
    ("[Officials] <said> {he is believed to be in the north}.", "positive", LIKELY, "believed"),
    ("[Officials] <said> {he is not believed to be in the north}.", "negative", LIKELY, "not believed"),
    ("[Officials] <said> {the chances were about even that he was alive}.", "positive", EVEN, "about even"),
    ("[Officials] <said> {he had allegedly fled}.", "positive", UNVERIFIED, "allegedly"),
    ("[Officials] <said> {they were certain he was dead}.", "positive", PLAIN, "certain"),
    ("[Officials] <said> {they were not certain he was dead}.", "positive", UNVERIFIED, "not certain"),
    ("[Officials] <said> {it was unclear whether he was dead}.", "positive", UNVERIFIED, "unclear whether"),
    ("[Officials] <said> {it is possible that he fled}.", "positive", UNVERIFIED, "possible"),
    ("[Officials] <said> {it was impossible that he had fled}.", "negative", VERY, "impossible"),
    # words that stand in another clause
    ("[Police] <said> {the man, who may have been drunk, shot two guards}.", "positive", PLAIN, ""),
    ("[Police] <said> {they arrested the alleged killer}.", "positive", PLAIN, ""),
    ("[Police] <said> {two men who had denied the charge were freed}.", "positive", PLAIN, ""),
    ("[He] <said> {the army left because it believed the war was lost}.", "positive", PLAIN, ""),
    ("[He] <said> {the town fell in May}.", "positive", PLAIN, ""),
    ("[He] <said> {the new likely date was set on Monday}.", "positive", PLAIN, ""),
    ("[He] <said> {nobody came, but some might come later}.", "negative", PLAIN, "nobody"),
    ("Sources that may be wrong aside, [he] <said> {the bridge was open}.", "positive", PLAIN, ""),
    # negation and its scope
    ("[The army] <said> {he had not been killed}.", "negative", PLAIN, "not"),
    ("[The army] <said> {he was never held there}.", "negative", PLAIN, "never"),
    ("[The army] <said> {it was not true that he had been killed}.", "negative", PLAIN, "not true"),
    ("[The army] <said> {reports of his death were false}.", "negative", PLAIN, "false"),
    ("[The army] <said> {no soldier had been killed}.", "negative", PLAIN, "no"),
    ("[The army] <said> {not all of the men had been killed}.", "positive", PLAIN, ""),
    ("[The army] <said> {he was killed not in May but in June}.", "positive", PLAIN, ""),
    ("[The army] <said> {not only the general but his son was killed}.", "positive", PLAIN, ""),
    ("[The army] <said> {the men who did not surrender were killed}.", "positive", PLAIN, ""),
    ("[The army] <said> {it no longer holds the town}.", "negative", PLAIN, "no longer"),
    ("[The army] <said> {it had failed to take the town}.", "negative", PLAIN, "failed"),
    ("[The army] <denied> {that he had not been killed}.", "positive", PLAIN, "denied not"),
    ("[The army] <said> {he might not have been killed}.", "negative", UNVERIFIED, "might not"),
    ("[The army] <said> {he was killed, not captured}.", "positive", PLAIN, ""),
    ("[The army] <said> {he could not have been killed}.", "negative", VERY, "could not"),
    # questions, conditions, plans
    ("[She] <asked> {whether he was dead}.", "positive", UNVERIFIED, "asked whether"),
    ("“{Is he dead?}” [she] <said>.", "positive", UNVERIFIED, "?"),
    ("[She] <said> {the town would fall if the bridge were lost}.", "positive", UNVERIFIED, "would if"),
    ("[The group] <said> {it plans to leave the town}.", "positive", LIKELY, "plans"),
    ("[The group] <said> {it hopes to leave the town}.", "positive", UNVERIFIED, "hopes"),
    ("[The group] <said> {it will leave and hand over the town}.", "positive", LIKELY, "will"),
    ("[Police] <said> {the driver fled before the guards came}.", "positive", PLAIN, ""),
    ("[The army] <said> {he was unwilling to leave}.", "negative", LIKELY, "unwilling"),
    ("[The army] <said> {it had yet to take the town}.", "negative", PLAIN, "yet to"),
    # what is said of a claim after it
    ("{The claim} <could not be independently verified>.", "positive", UNVERIFIED, "not verified"),
    ("[The group] <said> {it had taken the town}, but that could not be independently verified.",
     "positive", UNVERIFIED, "could not be independently verified"),
    ("[The group] <said> {it had taken the town}. The claim could not immediately be confirmed.",
     "positive", UNVERIFIED, "could not immediately be confirmed"),
    ("The recording could not be verified. [The group] <said> {it had taken the town}.",
     "positive", PLAIN, ""),
    ("[The group] <said> {it had taken the town}. The general could not be reached for comment.",
     "positive", PLAIN, ""),
    ("[He] <said> {he had probably killed the man}, though it could not be verified.",
     "positive", UNVERIFIED, "probably could not be verified"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "polarity", "band", "words"), SENTENCES)
def test_scope(sentence: str, polarity: str, band: tuple[float, float], words: str) -> None:
    reading = annotated(sentence)
    (attribution,) = reading.attributions
    certainty, found = assess(reading, attribution.content, attribution.cue)
    told = " ".join(reading.text[start:end] for start, end in certainty.spans)
    assert (found, (certainty.low, certainty.high)) == (polarity, band)
    assert told.lower() == words
