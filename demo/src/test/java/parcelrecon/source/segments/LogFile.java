package parcelrecon.source.segments;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.record.internal.FileLogInputStream.FileChannelRecordBatch;
import org.apache.kafka.common.record.internal.FileRecords;

/** A segment file as the broker's own classes see it, and what can happen to it. */
record LogFile(Path path) {

  /** A batch, and where it lies. */
  record At(long first, long last, int position, int size, long latestMillis) {
    int end() {
      return position + size;
    }
  }

  /** The segments in a partition's folder. */
  static List<LogFile> in(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".log"))
          .sorted()
          .map(LogFile::new)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<At> batches() {
    List<At> batches = new ArrayList<>();
    try (FileRecords records = FileRecords.open(path.toFile(), false)) {
      for (FileChannelRecordBatch batch : records.batches()) {
        batches.add(
            new At(
                batch.baseOffset(),
                batch.lastOffset(),
                batch.position(),
                batch.sizeInBytes(),
                batch.maxTimestamp()));
      }
      return batches;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One in the middle. */
  At middle() {
    return batches().get(batches().size() / 2);
  }

  At last() {
    return batches().get(batches().size() - 1);
  }

  void cut(long size) {
    change(file -> file.setLength(size));
  }

  void flip(long position, int bits) {
    change(
        file -> {
          file.seek(position);
          int was = file.read();
          file.seek(position);
          file.write(was ^ bits);
        });
  }

  void append(byte[] bytes) {
    change(
        file -> {
          file.seek(file.length());
          file.write(bytes);
        });
  }

  private interface Change {
    void apply(RandomAccessFile file) throws IOException;
  }

  private void change(Change change) {
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
      change.apply(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
