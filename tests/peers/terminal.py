"""A resident at a terminal: terminal.py KEYS PROGRAM ARGUMENT…

KEYS is a JSON list. Each text is typed when the screen has been still for a moment, so that a slow page is waited for.
Prints everything that the program put on the screen.
"""

import fcntl
import json
import os
import pty
import select
import struct
import sys
import termios
import time

STILL = 0.4  # seconds without a new character
PATIENCE = 10  # seconds in which a screen must come to rest


def read_until_still(terminal):
    seen = b""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        ready, _, _ = select.select([terminal], [], [], STILL)
        if not ready:
            break
        try:
            some = os.read(terminal, 65536)
        except OSError:  # the program has ended
            break
        if not some:
            break
        seen += some
    return seen


def main():
    keys, program = json.loads(sys.argv[1]), sys.argv[2:]
    child, terminal = pty.fork()
    if child == 0:
        os.environ.update(TERM="vt100", LANG="C.UTF-8")
        os.execvp(program[0], program)
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 50, 100, 0, 0))
    seen = read_until_still(terminal)
    for typed in keys:
        try:
            os.write(terminal, typed.encode())
        except OSError:
            break
        seen += b"\n--- " + typed.encode() + b" ---\n" + read_until_still(terminal)
    sys.stdout.buffer.write(seen)
    # Whoever does not leave by its own keys is sent away; it is our child.
    time.sleep(STILL)
    ended, _ = os.waitpid(child, os.WNOHANG)
    if not ended:
        os.kill(child, 15)
        os.waitpid(child, 0)


main()
