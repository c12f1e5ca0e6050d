"""Documents on their way in: upload, folder, worker; each read, stored and searched for events."""
