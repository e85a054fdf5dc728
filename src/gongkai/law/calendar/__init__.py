"""Which days are worked (工作日), and the periods that are counted in them."""
