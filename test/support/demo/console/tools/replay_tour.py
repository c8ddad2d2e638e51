"""Plays a recorded tour again, faster than it was driven."""

import argparse
import json
import time
from pathlib import Path


def replay(events, speed):
    previous = None
    for event in events:
        if previous is not None:
            time.sleep((event["at"] - previous) / speed)
        previous = event["at"]
        yield event


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("recording", type=Path)
    parser.add_argument("--speed", type=float, default=60)
    arguments = parser.parse_args()

    with arguments.recording.open() as lines:
        events = [json.loads(line) for line in lines]
    for event in replay(events, arguments.speed):
        print(event["stop"], event["kind"])


if __name__ == "__main__":
    main()
