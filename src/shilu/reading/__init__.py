"""What is read out of one article: names, times, quotations, events. One module per thing."""
