"""Makes the tasks of these tests importable by name, as the worker finds a task."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
