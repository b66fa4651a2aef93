"""A cluster of real processes, run by the interpreter of ``.venv/cluster``: prints the scheduler's address.

With ``--kill`` it ends a worker, once, by SIGKILL, as soon as one has work, and prints "killed".
"""

import os
import signal
import sys
import threading
import time

from distributed import Client, LocalCluster


def kill_one(client: Client) -> None:
    while True:
        for worker, tasks in client.processing().items():
            if tasks:
                os.kill(client.run(os.getpid)[worker], signal.SIGKILL)
                print("killed", flush=True)  # noqa: T201  # for whoever started it
                return
        time.sleep(0.01)


def main() -> None:
    with LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None) as cluster, Client(cluster) as client:
        print(cluster.scheduler_address, flush=True)  # noqa: T201  # likewise
        if "--kill" in sys.argv:
            threading.Thread(target=kill_one, args=(client,), daemon=True).start()
        sys.stdin.read()


if __name__ == "__main__":
    main()
