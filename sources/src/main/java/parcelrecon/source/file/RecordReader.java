package parcelrecon.source.file;

/** Takes a split's records in their order. */
@FunctionalInterface
public interface RecordReader {

  /** Whether a file's last record is there in full. */
  enum Found {
    WHOLE,
    CUT
  }

  Found read(FileRecord fileRecord);
}
