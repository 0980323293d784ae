package parcelrecon.results;

import java.time.Instant;

/** What was open as of a moment, by the run that saw it. */
public record OpenAt(long run, Instant asOf, OpenCounts counts) {}
