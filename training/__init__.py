"""Training of the reader's model: corpora, network, loop, export."""
