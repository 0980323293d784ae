package parcelrecon.report.file;

/**
 * A finished output file.
 *
 * @param file relative to the run's folder, with slashes
 * @param rows what is counted in it: records of a table, statements of a script, lines of a text
 * @param sha256 of its bytes, in lower-case hex
 */
public record OutputFile(String file, long rows, String sha256) {}
