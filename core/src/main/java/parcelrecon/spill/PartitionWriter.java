package parcelrecon.spill;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;
import parcelrecon.model.SourceRecord;

/**
 * Writes the records of one split into one spill file, in blocks by partition.
 *
 * <p>The file: blocks, then an index (per block: partition 4 bytes, offset 8, length 4), then where
 * the index begins (8 bytes) and how many blocks there are (4). A block holds records of one
 * partition, each behind its length (4 bytes). The file has its final name only when {@link
 * #finish} has forced all of it to disk. Not thread-safe. Holds up to one block per partition in
 * memory, at most {@link #BUFFERS_BYTES} together unless a record is larger.
 */
public final class PartitionWriter implements AutoCloseable {

  static final int BLOCK_BYTES = 32 << 10;
  static final int BUFFERS_BYTES = 16 << 20;
  static final int INDEX_ENTRY_BYTES = 16;
  static final int FOOTER_BYTES = 12;

  private final Path file;
  private final Path part;
  private final Partitions partitions;
  private final int blockBytes;
  private final RecordBytes[] blocks;
  private final RecordBytes index = new RecordBytes(1 << 12);
  private final CRC32C crc = new CRC32C();
  private final FileChannel channel;
  private long written;
  private int blockCount;

  public PartitionWriter(Path file, Partitions partitions) throws IOException {
    this.file = file;
    this.part = file.resolveSibling(file.getFileName() + ".part");
    this.partitions = partitions;
    this.blockBytes = Math.min(BLOCK_BYTES, BUFFERS_BYTES / partitions.count());
    this.blocks = new RecordBytes[partitions.count()];
    Files.createDirectories(file.toAbsolutePath().getParent());
    this.channel =
        FileChannel.open(
            part,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE);
  }

  public void add(SourceRecord row) throws IOException {
    int partition = partitions.of(row.parcelId());
    RecordBytes block = blocks[partition];
    if (block == null) {
      block = new RecordBytes(1 << 10);
      blocks[partition] = block;
    }
    int start = block.length();
    block.putInt(0);
    RecordCodec.write(row, block);
    block.putIntAt(start, block.length() - start - Integer.BYTES);
    if (block.length() >= blockBytes) {
      flush(partition, block);
    }
  }

  /** Writes what is left, forces the file to disk and gives it its name. */
  public SpillFile finish() throws IOException {
    for (int partition = 0; partition < blocks.length; partition++) {
      if (blocks[partition] != null && blocks[partition].length() > 0) {
        flush(partition, blocks[partition]);
      }
    }
    long indexAt = written;
    index.putLong(indexAt);
    index.putInt(blockCount);
    write(index);
    channel.force(true);
    channel.close();
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    forceFolder();
    return new SpillFile(written, SpillFile.text(crc));
  }

  /** Gives up what is not finished. */
  @Override
  public void close() throws IOException {
    if (channel.isOpen()) {
      channel.close();
      Files.deleteIfExists(part);
    }
  }

  private void flush(int partition, RecordBytes block) throws IOException {
    index.putInt(partition);
    index.putLong(written);
    index.putInt(block.length());
    blockCount++;
    write(block);
    block.clear();
  }

  private void write(RecordBytes bytes) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes.array(), 0, bytes.length());
    crc.update(bytes.array(), 0, bytes.length());
    while (buffer.hasRemaining()) {
      written += channel.write(buffer);
    }
  }

  private void forceFolder() throws IOException {
    try (FileChannel folder =
        FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
      folder.force(true);
    }
  }
}
