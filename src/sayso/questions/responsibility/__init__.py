"""Who did it: the constructions in which reports claim, lay, suspect and deny responsibility."""
