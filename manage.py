#!/usr/bin/env python
"""Django's command line for aitimeline."""

import os
import sys


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "aitimeline.settings")
    try:
        from django.core.management import execute_from_command_line
    except ImportError:
        sys.exit(
            "Django is not installed here: run `make install`, then .venv/bin/python manage.py …"
        )
    try:
        execute_from_command_line(sys.argv)
        sys.stdout.flush()
    except BrokenPipeError:  # whoever read what we write has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    except Exception as error:
        from aitimeline.outages import told

        if "--traceback" in sys.argv or (line := told(error)) is None:
            raise
        sys.exit(line)


if __name__ == "__main__":
    main()
