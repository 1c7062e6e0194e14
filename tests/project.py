"""A checkout of the project in a temporary folder, as an operator has it, with settings of a test."""

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
BARE = {"PATH": "/usr/bin:/bin"}  # cron's environment


class Project:
    """`folder` holds scrapy.cfg, the code, .venv/bin/scrapy and output/; `settings` stand on top of the project's."""

    def __init__(self, folder: Path, settings: dict) -> None:
        self.folder = folder
        self.corpus = folder / "output" / "corpus.db"
        (folder / ".venv" / "bin").mkdir(parents=True)
        (folder / ".venv" / "bin" / "scrapy").symlink_to(Path(sys.executable).with_name("scrapy"))
        for package in ("crawler", "pipelines", "spiders"):
            (folder / package).symlink_to(ROOT / package)
        (folder / "scrapy.cfg").write_text("[settings]\ndefault = test_settings\n")
        (folder / "test_settings.py").write_text(
            "from crawler.settings import *\nimport json\n"
            f"globals().update(json.loads({json.dumps(settings)!r}))\nCORPUS_DB = 'output/corpus.db'\n"
        )

    def start(self, *arguments: str) -> subprocess.Popen:
        """Start `scrapy run` in the background, without a terminal."""
        command = [".venv/bin/scrapy", "run", *arguments]
        pipe = subprocess.PIPE
        return subprocess.Popen(command, cwd=self.folder, env=BARE, stdout=pipe, stderr=pipe, text=True)

    def shell(self, line: str) -> subprocess.CompletedProcess:
        """Run a line as cron does: /bin/sh, no terminal, next to no environment."""
        return subprocess.run(["/bin/sh", "-c", line], env=BARE, capture_output=True, text=True, check=False)
