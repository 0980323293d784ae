package parcelrecon.source.xlsx;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The table of texts that cells share, in a temporary file, since it may hold most of a workbook.
 * Kept in memory is where each group of texts begins, and the groups used last. All texts are added
 * first, then asked for.
 */
final class SharedTexts implements Closeable {

  private static final int GROUP = 64;

  /** Characters of groups kept: cells use texts mostly in the order they are listed. */
  private static final int KEPT_CHARACTERS_MAX = 1 << 20;

  private final FileChannel file;
  private final DataOutputStream out;
  private final Map<Integer, List<String>> kept = new LinkedHashMap<>(16, 0.75f, true);
  private long keptCharacters;
  private long[] starts = new long[16];
  private long bytes;
  private int count;

  /** The file is gone when this is closed, or its process ends. */
  SharedTexts() throws IOException {
    this.file =
        FileChannel.open(
            Files.createTempFile("parcel-recon-texts", null),
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE);
    this.out = new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(file)));
  }

  void add(String text) throws IOException {
    if (count % GROUP == 0) {
      int group = count / GROUP;
      starts = group < starts.length ? starts : Arrays.copyOf(starts, group * 2);
      starts[group] = bytes;
    }
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(encoded.length);
    out.write(encoded);
    bytes += Integer.BYTES + encoded.length;
    count++;
  }

  /** To be called when all are added. */
  void finish() throws IOException {
    out.flush();
  }

  /** Null when there is no such text. */
  String get(int index) throws IOException {
    if (index < 0 || index >= count) {
      return null;
    }
    int group = index / GROUP;
    List<String> texts = kept.get(group);
    if (texts == null) {
      texts = read(group);
      keep(group, texts);
    }
    return texts.get(index % GROUP);
  }

  private List<String> read(int group) throws IOException {
    boolean isLast = group == (count - 1) / GROUP;
    long end = isLast ? bytes : starts[group + 1];
    ByteBuffer buffer = ByteBuffer.allocate(Math.toIntExact(end - starts[group]));
    while (buffer.hasRemaining()) {
      if (file.read(buffer, starts[group] + buffer.position()) < 0) {
        throw new EOFException("the temporary file of texts is cut");
      }
    }
    buffer.flip();
    List<String> texts = new ArrayList<>(GROUP);
    while (buffer.hasRemaining()) {
      byte[] encoded = new byte[buffer.getInt()];
      buffer.get(encoded);
      texts.add(new String(encoded, StandardCharsets.UTF_8));
    }
    return texts;
  }

  private void keep(int group, List<String> texts) {
    kept.put(group, texts);
    keptCharacters += characters(texts);
    var oldest = kept.entrySet().iterator();
    while (keptCharacters > KEPT_CHARACTERS_MAX && kept.size() > 1) {
      keptCharacters -= characters(oldest.next().getValue());
      oldest.remove();
    }
  }

  private static long characters(List<String> texts) {
    return texts.stream().mapToLong(String::length).sum();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
