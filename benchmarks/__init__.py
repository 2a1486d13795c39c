"""What Sayso is measured by: each module prints the figures of one thing.

Run them from the repository's root, as `python -m benchmarks.NAME PATH...`.
"""
