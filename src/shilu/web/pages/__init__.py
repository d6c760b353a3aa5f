"""One module per kind of page: what is asked for → a :class:`shilu.web.page.Page`. None of them knows HTTP."""
