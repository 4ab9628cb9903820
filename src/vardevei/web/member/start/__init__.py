"""What waits for me, before anything else."""
