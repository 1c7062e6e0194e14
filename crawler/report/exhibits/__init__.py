"""The chapters of a report, a file each; all.py has their order."""
