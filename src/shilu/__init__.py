"""shilu 实录: a veritable record of Chinese-language news."""

__version__ = "0.1.0"
