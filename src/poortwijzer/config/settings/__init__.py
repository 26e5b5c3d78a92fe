"""Settings: `basis` is shared; `demo`, `productie` and `toets` are what an installation chooses from."""
