# ipykernel drops outputs, silently, once 1000 of them wait for a client that is a moment behind; 0 lets them wait.
def _platen_unbounded_iopub():
    try:
        thread = get_ipython().kernel.iopub_thread
        thread.schedule(lambda: setattr(thread.socket, "sndhwm", 0))
    except AttributeError:
        pass  # an ipykernel without this thread publishes by itself


_platen_unbounded_iopub()
del _platen_unbounded_iopub
