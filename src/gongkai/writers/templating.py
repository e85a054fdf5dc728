"""The templates of pages (网页模板): what comes from outside is escaped, and a name that is unknown is an error."""

from __future__ import annotations

from collections.abc import Callable

from jinja2 import Environment, PackageLoader, StrictUndefined, Template


def template(name: str, **filters: Callable[..., object]) -> Template:
    """Return a template of this package with its own filters; whoever asks keeps it."""
    environment = Environment(
        loader=PackageLoader("gongkai.writers"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= filters
    return environment.get_template(name)
