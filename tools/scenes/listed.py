"""Keep the list of what pictures are taken of: every screen and state, by name."""

from collections.abc import Callable

from tools.stage import Scene

SCENES: dict[str, Scene] = {}
"""By name; the order is that of the pictures' numbers."""


def scene(name: str) -> Callable[[Scene], Scene]:
    """Put a function on the list."""

    def put(act: Scene) -> Scene:
        SCENES[name] = act
        return act

    return put
