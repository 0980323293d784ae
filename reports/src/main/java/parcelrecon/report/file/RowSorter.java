package parcelrecon.report.file;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;

/**
 * Sorts rows by their keys outside of memory: some {@value #MEMORY_BYTES} bytes of rows are held,
 * all others are in sorted files, merged as they are read. Keys are compared by their bytes,
 * unsigned, see {@link SortKey}; no two are equal, so that the order is that of the keys alone,
 * however many files there were.
 */
public final class RowSorter implements AutoCloseable {

  private static final int MEMORY_BYTES = 8 << 20;

  /** What a row takes in memory beside its bytes. */
  private static final int ROW_OVERHEAD_BYTES = 64;

  /** So many files become one: each takes a buffer and a handle while it is merged. */
  private static final int FILES_MAX = 100;

  private static final int BUFFER_BYTES = 1 << 15;

  private final Path folder;
  private final int memoryBytes;
  private final int filesMax;
  private final List<Row> rows = new ArrayList<>();
  private final List<Path> files = new ArrayList<>();
  private final List<SortedFile> merging = new ArrayList<>();
  private long bytes;
  private int numbered;

  private record Row(byte[] key, byte[] value) implements Comparable<Row> {
    @Override
    public int compareTo(Row other) {
      return Arrays.compareUnsigned(key, other.key);
    }
  }

  /**
   * @param folder for its temporary files and nobody else's; made when the first is needed
   */
  public RowSorter(Path folder) {
    this(folder, MEMORY_BYTES, FILES_MAX);
  }

  RowSorter(Path folder, int memoryBytes, int filesMax) {
    this.folder = folder;
    this.memoryBytes = memoryBytes;
    this.filesMax = filesMax;
  }

  public void add(SortKey key, byte[] value) {
    Row row = new Row(key.toBytes(), value);
    rows.add(row);
    bytes += row.key().length + row.value().length + ROW_OVERHEAD_BYTES;
    if (bytes >= memoryBytes) {
      spill();
    }
  }

  /** All values in the order of their keys; asked for once, when the last was added. */
  public Iterator<byte[]> sorted() {
    Iterator<Row> sorted;
    if (files.isEmpty()) {
      rows.sort(null);
      sorted = rows.iterator();
    } else {
      spill();
      sorted = merged();
    }
    return new Values(sorted);
  }

  private void spill() {
    rows.sort(null);
    write(rows.iterator());
    rows.clear();
    bytes = 0;
    if (files.size() == filesMax) {
      List<Path> before = List.copyOf(files);
      write(merged());
      merging.clear();
      before.forEach(RowSorter::delete);
      files.removeAll(before);
    }
  }

  private void write(Iterator<Row> sorted) {
    Path file = folder.resolve(numbered++ + ".rows");
    try {
      Files.createDirectories(folder);
      files.add(file);
      try (DataOutputStream out =
          new DataOutputStream(
              new BufferedOutputStream(Files.newOutputStream(file), BUFFER_BYTES))) {
        while (sorted.hasNext()) {
          Row row = sorted.next();
          write(row.key(), out);
          write(row.value(), out);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(byte[] part, DataOutputStream out) throws IOException {
    out.writeInt(part.length);
    out.write(part);
  }

  private Iterator<Row> merged() {
    PriorityQueue<SortedFile> heads = new PriorityQueue<>();
    for (Path file : files) {
      SortedFile sorted = new SortedFile(file);
      merging.add(sorted);
      if (sorted.advance()) {
        heads.add(sorted);
      }
    }
    return new Merge(heads);
  }

  /** Removes its files and the folder. */
  @Override
  public void close() {
    rows.clear();
    merging.forEach(SortedFile::close);
    files.forEach(RowSorter::delete);
    delete(folder);
  }

  private static void delete(Path path) {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record Values(Iterator<Row> rows) implements Iterator<byte[]> {
    @Override
    public boolean hasNext() {
      return rows.hasNext();
    }

    @Override
    public byte[] next() {
      return rows.next().value();
    }
  }

  private record Merge(PriorityQueue<SortedFile> heads) implements Iterator<Row> {
    @Override
    public boolean hasNext() {
      return !heads.isEmpty();
    }

    @Override
    public Row next() {
      if (heads.isEmpty()) {
        throw new NoSuchElementException();
      }
      SortedFile least = heads.poll();
      Row row = least.head;
      if (least.advance()) {
        heads.add(least);
      }
      return row;
    }
  }

  /** One of the files, and the row at which it is read. */
  private static final class SortedFile implements Comparable<SortedFile> {
    private final DataInputStream in;
    private long leftBytes;
    private Row head;

    SortedFile(Path file) {
      try {
        leftBytes = Files.size(file);
        in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** Goes to the next row; closed and false behind the last. */
    boolean advance() {
      if (leftBytes == 0) {
        close();
        return false;
      }
      try {
        head = new Row(part(), part());
        return true;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private byte[] part() throws IOException {
      byte[] part = new byte[in.readInt()];
      in.readFully(part);
      leftBytes -= Integer.BYTES + part.length;
      return part;
    }

    void close() {
      try {
        in.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public int compareTo(SortedFile other) {
      return head.compareTo(other.head);
    }
  }
}
