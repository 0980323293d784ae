package parcelrecon.source.file;

import parcelrecon.model.RecordRef.FileLine;

/**
 * A record of a file before anybody looked into it.
 *
 * @param ref the line it begins on
 * @param text without its line end; of one too long, its beginning
 */
public record FileRecord(FileLine ref, String text, Ending ending) {

  /** How a record ends, and so how far it can be trusted. */
  public enum Ending {
    LINE_END,
    /** The file ends without a line end: the record may be whole, or the last half of one. */
    FILE_END,
    /** The file ends inside quotes. */
    FILE_END_IN_QUOTES,
    /** A gzip stream is cut inside the record. */
    STREAM_CUT,
    /** It goes on for longer than any record may be. */
    TOO_LONG
  }
}
