package parcelrecon.source.segments;

import parcelrecon.source.file.SiteFile;

/**
 * A segment file of a partition's log.
 *
 * @param baseOffset what its name says: no record in it has a smaller offset
 * @param size when it was found; what is appended later is not read
 */
record Segment(SiteFile file, long baseOffset, long size) {}
