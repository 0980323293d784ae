package parcelrecon.source.file;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A range of a file while it is read: unzipped, in the framing's charset, cut into records. */
final class OpenRange implements Closeable {

  private static final int BOM_BYTES_MAX = 3;

  private final FileRange range;
  private final RangeStream bytes;
  private UnzippedStream unzipped;
  private RecordStream records;

  private OpenRange(FileRange range, RangeStream bytes) {
    this.range = range;
    this.bytes = bytes;
  }

  /**
   * @throws parcelrecon.problem.ProblemException when the file has become smaller, or begins
   *     otherwise than it did
   */
  static OpenRange of(Path path, FileRange range, Framing framing) throws IOException {
    if (Files.size(path) < range.size()) {
      throw FileProblems.changed(range.file());
    }
    FileHead head = FileHead.of(path, range.size());
    if (head.checksum() != range.headChecksum()) {
      throw FileProblems.changed(range.file());
    }
    OpenRange open = new OpenRange(range, new RangeStream(path, range.start(), range.end()));
    try {
      open.cutIntoRecords(head, framing);
      return open;
    } catch (IOException e) {
      open.close();
      throw e;
    }
  }

  private void cutIntoRecords(FileHead head, Framing framing) throws IOException {
    InputStream in = bytes;
    if (head.isGzip()) {
      unzipped = new UnzippedStream(bytes);
      in = unzipped;
    }
    if (!framing.splittable()) {
      in = new Utf8Stream(in, framing.charset());
    }
    if (range.start() == 0) {
      in = withoutBom(in);
    }
    records = new RecordStream(in, framing.scanners().get(), range.line());
  }

  private static InputStream withoutBom(InputStream in) throws IOException {
    PushbackInputStream pushback = new PushbackInputStream(in, BOM_BYTES_MAX);
    byte[] first = pushback.readNBytes(BOM_BYTES_MAX);
    int skipped = FileHead.bomBytes(first);
    pushback.unread(first, skipped, first.length - skipped);
    return pushback;
  }

  RecordStream records() {
    return records;
  }

  boolean isTruncated() {
    return unzipped != null && unzipped.isTruncated();
  }

  FileRecord.Ending ending() {
    if (records.isTooLong()) {
      return FileRecord.Ending.TOO_LONG;
    }
    if (records.isTerminated()) {
      return FileRecord.Ending.LINE_END;
    }
    if (isTruncated()) {
      return FileRecord.Ending.STREAM_CUT;
    }
    return records.isQuoteOpen()
        ? FileRecord.Ending.FILE_END_IN_QUOTES
        : FileRecord.Ending.FILE_END;
  }

  /**
   * To be called when all records are read.
   *
   * @throws parcelrecon.problem.ProblemException when the bytes are not those planned
   */
  void checkUnchanged() throws IOException {
    if (bytes.checksumOfAll() != range.checksum()) {
      throw FileProblems.changed(range.file());
    }
  }

  @Override
  public void close() throws IOException {
    if (records == null) {
      bytes.close();
    } else {
      records.close();
    }
  }
}
