"""The command line: turns words typed into calls of the stages, and what comes back into words printed."""
