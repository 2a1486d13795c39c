"""What happened to people: the dead and their number, prison, journeys."""
