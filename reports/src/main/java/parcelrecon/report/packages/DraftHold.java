package parcelrecon.report.packages;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Says that this process writes a draft: by a lock on a file within, which the system takes away
 * when a process ends, however it does. Several processes may make packages of one site, and each
 * cleans up what it finds.
 */
final class DraftHold implements AutoCloseable {

  private static final String FILE = "held";

  /**
   * Drafts of this process. Their files are not opened twice: closing any channel of a file gives
   * up all locks that a process has on it.
   */
  private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

  private final Path draft;
  private final FileChannel channel;

  private DraftHold(Path draft, FileChannel channel) {
    this.draft = draft;
    this.channel = channel;
  }

  /** Holds a draft that this process has just made. */
  static DraftHold take(Path draft) throws IOException {
    Path own = key(draft);
    OURS.add(own);
    FileChannel channel =
        FileChannel.open(
            draft.resolve(FILE), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    channel.lock();
    return new DraftHold(own, channel);
  }

  /**
   * Holds a draft that was left behind; absent where somebody still writes it.
   *
   * @param before a draft without a lock's file was left behind when it is older; a younger one may
   *     be without it yet
   */
  static Optional<DraftHold> takeLeft(Path draft, Instant before) throws IOException {
    Path key = key(draft);
    if (!OURS.add(key)) {
      return Optional.empty();
    }
    DraftHold hold = new DraftHold(key, open(draft));
    if (hold.isLeft(draft, before)) {
      return Optional.of(hold);
    }
    hold.close();
    return Optional.empty();
  }

  Path draft() {
    return draft;
  }

  private boolean isLeft(Path draft, Instant before) throws IOException {
    return channel == null
        ? Files.exists(draft, LinkOption.NOFOLLOW_LINKS)
            && Files.getLastModifiedTime(draft).toInstant().isBefore(before)
        : channel.tryLock() != null;
  }

  private static FileChannel open(Path draft) throws IOException {
    try {
      return FileChannel.open(
          draft.resolve(FILE), StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
    } catch (NoSuchFileException e) {
      return null;
    }
  }

  private static Path key(Path draft) {
    return draft.toAbsolutePath().normalize();
  }

  @Override
  public void close() throws IOException {
    try {
      if (channel != null) {
        channel.close();
      }
    } finally {
      OURS.remove(draft);
    }
  }
}
