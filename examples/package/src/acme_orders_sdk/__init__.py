"""The SDK of the orders service."""

__version__ = "1.2.3"
