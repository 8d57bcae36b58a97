"""Compile the translations before hatchling gathers what goes into a wheel.

The .mo files are build products that no clone has; without this a wheel would speak English only.
"""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

# Hatchling loads this file by its path, from wherever it runs.
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tools import catalogues


class CompileCatalogues(BuildHookInterface[Any]):
    """Hatchling's hook for each build; an editable install too, which is right."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - hatchling's signature
        """Write the .mo files beside their sources, from where `assets` is taken whole."""
        catalogues.compile_all()
