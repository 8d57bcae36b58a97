"""The parts that sitting an exam, its result and its review are made of."""
