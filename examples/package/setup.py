"""For `BuildCommand.setupPySdist()`; the metadata stands in pyproject.toml."""

from setuptools import setup

setup()
