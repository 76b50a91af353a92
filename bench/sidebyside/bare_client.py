"""How long a cell takes with nothing around it: jupyter_client alone, one request after the other."""

import sys
import time

from jupyter_client.manager import start_new_kernel


def seconds_a_cell(cells):
    manager, client = start_new_kernel(kernel_name="python3")
    try:
        start = time.perf_counter()
        for i in range(cells):
            request = client.execute(f"x = {i}")
            reply = idle = False
            while not idle:
                message = client.get_iopub_msg()
                idle = (
                    message["parent_header"].get("msg_id") == request
                    and message["content"].get("execution_state") == "idle"
                )
            while not reply:
                reply = client.get_shell_msg()["parent_header"].get("msg_id") == request
        return (time.perf_counter() - start) / cells
    finally:
        client.stop_channels()
        manager.shutdown_kernel()


if __name__ == "__main__":
    print(seconds_a_cell(int(sys.argv[1])))
