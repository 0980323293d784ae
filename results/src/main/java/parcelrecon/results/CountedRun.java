package parcelrecon.results;

import java.util.Optional;

/**
 * A run as lists show it.
 *
 * @param totals what it counted, also when what it found was taken away since; absent of a run that
 *     has not ended with results
 */
public record CountedRun(RunRow row, Optional<Totals> totals) {}
