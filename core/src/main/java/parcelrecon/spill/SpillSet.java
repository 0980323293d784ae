package parcelrecon.spill;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import parcelrecon.model.SourceRecord;

/**
 * The spill files of a run, read by partition from any number of threads. Keeps the files open and
 * their indexes in memory (16 bytes for every 32 KB).
 */
public final class SpillSet implements AutoCloseable {

  private record Block(FileChannel channel, long offset, int length) {}

  private final List<FileChannel> channels = new ArrayList<>();
  private final List<List<Block>> blocks;
  private final long[] bytes;

  public SpillSet(List<Path> files, Partitions partitions) throws IOException {
    blocks = new ArrayList<>(partitions.count());
    bytes = new long[partitions.count()];
    for (int partition = 0; partition < partitions.count(); partition++) {
      blocks.add(new ArrayList<>());
    }
    try {
      for (Path file : files) {
        readIndex(file);
      }
    } catch (IOException | RuntimeException e) {
      close();
      throw e;
    }
  }

  /** The bytes of a partition in all files. */
  long bytesOf(int partition) {
    return bytes[partition];
  }

  void read(int partition, Consumer<SourceRecord> consumer) throws IOException {
    for (Block block : blocks.get(partition)) {
      ByteBuffer in = readFully(block.channel(), block.offset(), block.length());
      while (in.hasRemaining()) {
        int length = in.getInt();
        int end = in.position() + length;
        consumer.accept(RecordCodec.read(in));
        if (in.position() != end) {
          throw new IllegalStateException("a spilled record has another length than written");
        }
      }
    }
  }

  @Override
  public void close() throws IOException {
    for (FileChannel channel : channels) {
      channel.close();
    }
  }

  private void readIndex(Path file) throws IOException {
    FileChannel channel = FileChannel.open(file);
    channels.add(channel);
    long footerAt = channel.size() - PartitionWriter.FOOTER_BYTES;
    ByteBuffer footer = readFully(channel, footerAt, PartitionWriter.FOOTER_BYTES);
    long indexAt = footer.getLong();
    int count = footer.getInt();
    ByteBuffer index =
        readFully(channel, indexAt, Math.multiplyExact(count, PartitionWriter.INDEX_ENTRY_BYTES));
    for (int entry = 0; entry < count; entry++) {
      int partition = index.getInt();
      Block block = new Block(channel, index.getLong(), index.getInt());
      blocks.get(partition).add(block);
      bytes[partition] += block.length();
    }
  }

  private static ByteBuffer readFully(FileChannel channel, long offset, int length)
      throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(length);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, offset + buffer.position()) < 0) {
        throw new EOFException("spill file ends at " + channel.size());
      }
    }
    return buffer.flip();
  }
}
