"""The kinds of question, a module each."""
