"""One process of the measurement in Python: the same as Waits.java, by asyncio's gather or TaskGroup, or by trio.

Called with a form, "wait" or "cancel", how many tasks, how long one waits in milliseconds, and how many calls.
"""
import asyncio
import sys
from time import perf_counter_ns, process_time_ns


async def wait(i, seconds):
    await asyncio.sleep(seconds)
    return i


async def gather(tasks, seconds):
    return await asyncio.gather(*[wait(i, seconds) for i in range(tasks)])


async def task_group(tasks, seconds):
    async with asyncio.TaskGroup() as group:
        all_tasks = [group.create_task(wait(i, seconds)) for i in range(tasks)]
    return [task.result() for task in all_tasks]


async def nursery(tasks, seconds):
    import trio
    results = [None] * tasks

    async def wait_there(i):
        await trio.sleep(seconds)
        results[i] = i

    async with trio.open_nursery() as opened:
        for i in range(tasks):
            opened.start_soon(wait_there, i)
    return results


async def cancelled_group(tasks):
    """From the failure of one task, when all others wait, to the group's end."""
    failed = 0

    async def fail():
        nonlocal failed
        # The group's other tasks were made before, so they all wait by now.
        await asyncio.sleep(0.05)
        failed = perf_counter_ns()
        raise OSError("failed on purpose")

    try:
        async with asyncio.TaskGroup() as group:
            for _ in range(tasks):
                group.create_task(asyncio.sleep(86400))
            group.create_task(fail())
    except* OSError:
        pass
    return perf_counter_ns() - failed


def peak():
    try:
        with open("/proc/self/status") as status:
            return next(int(line.split()[1]) for line in status if line.startswith("VmHWM:"))
    except OSError:
        return -1


def main(form, what, tasks, milliseconds, calls):
    for call in range(1, int(calls) + 1):
        worked = process_time_ns()
        if what == "cancel":
            beyond = asyncio.run(cancelled_group(int(tasks)))
        else:
            seconds = int(milliseconds) / 1000
            start = perf_counter_ns()
            if form == "trio":
                import trio
                results = trio.run(nursery, int(tasks), seconds)
            else:
                results = asyncio.run({"gather": gather, "task-group": task_group}[form](int(tasks), seconds))
            beyond = perf_counter_ns() - start - int(milliseconds) * 1_000_000
            if results != list(range(int(tasks))):
                sys.exit("wrong results")
        print(call, beyond, process_time_ns() - worked, peak(), flush=True)


main(*sys.argv[1:])
