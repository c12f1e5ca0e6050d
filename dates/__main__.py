"""`python -m dates`: date phrases of JSON lines, see `dates.stream`."""

import sys

from dates.stream import run

if __name__ == "__main__":
    run(sys.stdin, sys.stdout)
