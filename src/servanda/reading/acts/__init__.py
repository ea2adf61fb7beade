"""Acts: what was done, by whom, to whom, where. The words come from `data/acts.yaml`, the places from the parse."""
