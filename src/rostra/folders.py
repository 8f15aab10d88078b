"""Where the program looks for what is the user's, and keeps what it writes."""

from __future__ import annotations

from pathlib import Path


def config_folder() -> Path:
    """Where the configuration and the user's own themes are looked for."""
    from platformdirs import user_config_path

    return user_config_path("rostra", appauthor=False)


def theme_folders() -> tuple[Path, ...]:
    """Where the user's own themes are."""
    return (config_folder() / "themes",)


def state_folder() -> Path:
    """Where it is kept how far each talk went."""
    from platformdirs import user_state_path

    return user_state_path("rostra", appauthor=False)


def data_folder() -> Path:
    """Where rehearsals are kept."""
    from platformdirs import user_data_path

    return user_data_path("rostra", appauthor=False)


def log_folder() -> Path:
    """Where reports of crashes go."""
    from platformdirs import user_log_path

    return user_log_path("rostra", appauthor=False)
