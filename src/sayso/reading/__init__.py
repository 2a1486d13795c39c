"""Reading: from a report to its words, entities and attributions."""
