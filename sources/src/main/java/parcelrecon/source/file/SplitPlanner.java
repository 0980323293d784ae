package parcelrecon.source.file;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/** Cuts a file into ranges that begin where records begin, in one reading of its bytes. */
final class SplitPlanner {

  private static final int BUFFER_BYTES = 1 << 16;

  private final Framing framing;
  private final long splitBytes;

  SplitPlanner(Framing framing, long splitBytes) {
    this.framing = framing;
    this.splitBytes = Math.max(1, splitBytes);
  }

  /** At least one range; all but the last hold {@code splitBytes} and a record's rest more. */
  List<FileRange> ranges(SiteFile file, FileHead head) throws IOException {
    Cutting cutting = new Cutting(file.name(), head);
    try (RangeStream in = new RangeStream(file.path(), 0, head.size())) {
      if (head.isGzip() || !framing.splittable()) {
        return List.of(head.range(file.name(), 0, head.size(), 1, in.checksumOfAll()));
      }
      byte[] buffer = new byte[BUFFER_BYTES];
      int from = in.readNBytes(buffer, 0, head.bomBytes());
      cutting.take(buffer, 0, from);
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        cutting.scan(buffer, read);
      }
    }
    return cutting.finish();
  }

  /** The place within one file. */
  private final class Cutting {
    private final String file;
    private final FileHead head;
    private final RecordScanner scanner = framing.scanners().get();
    private final CRC32C checksum = new CRC32C();
    private final List<FileRange> ranges = new ArrayList<>();
    private long start;
    private long line = 1;
    private long position;
    private long nextLine = 1;

    Cutting(String file, FileHead head) {
      this.file = file;
      this.head = head;
    }

    void scan(byte[] buffer, int length) {
      int from = 0;
      int end = scanner.end(buffer, from, length);
      while (end != RecordScanner.GOES_ON) {
        take(buffer, from, end);
        nextLine += scanner.takeLines();
        if (position - start >= splitBytes) {
          cut();
        }
        from = end;
        end = scanner.end(buffer, from, length);
      }
      take(buffer, from, length);
    }

    void take(byte[] buffer, int from, int end) {
      checksum.update(buffer, from, end - from);
      position += end - from;
    }

    private void cut() {
      ranges.add(head.range(file, start, position, line, checksum.getValue()));
      checksum.reset();
      start = position;
      line = nextLine;
    }

    List<FileRange> finish() {
      if (start < position || ranges.isEmpty()) {
        cut();
      }
      return ranges;
    }
  }
}
