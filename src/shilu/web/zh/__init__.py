"""Chinese texts of the reading room, in simplified script; one module per page, and what pages share."""
