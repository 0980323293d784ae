package parcelrecon.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A real PostgreSQL and its standby, which replays what it streams from it. */
public final class PostgresPair implements AutoCloseable {

  private final Path folder;
  private final EmbeddedPostgres primary;
  private final EmbeddedPostgres standby;

  private PostgresPair(Path folder, EmbeddedPostgres primary, EmbeddedPostgres standby) {
    this.folder = folder;
    this.primary = primary;
    this.standby = standby;
  }

  /** Copies a server that was shut down, and lets the copy follow it. */
  public static PostgresPair start() {
    try {
      Path folder = Files.createTempDirectory("postgres-pair");
      Path first = folder.resolve("primary");
      Path second = folder.resolve("standby");
      startOn(first).close();
      copy(first, second);
      Files.createFile(second.resolve("standby.signal"));
      return follow(folder, startOn(first), second);
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL was not started", e);
    }
  }

  private static PostgresPair follow(Path folder, EmbeddedPostgres primary, Path second)
      throws IOException {
    try {
      Files.writeString(
          second.resolve("postgresql.auto.conf"),
          "primary_conninfo = 'host=127.0.0.1 port=" + primary.getPort() + " user=postgres'\n",
          StandardOpenOption.APPEND);
      return new PostgresPair(folder, primary, startOn(second));
    } catch (IOException e) {
      close(primary);
      throw e;
    }
  }

  private static EmbeddedPostgres startOn(Path data) throws IOException {
    return EmbeddedPostgres.builder()
        .setDataDirectory(data)
        .setCleanDataDirectory(false)
        .setRegisterShutdownHook(false)
        .setPGStartupWait(Duration.ofMinutes(2))
        .start();
  }

  private static void copy(Path from, Path to) throws IOException {
    for (Path path : files(from)) {
      Files.copy(path, to.resolve(from.relativize(path).toString()));
    }
    Files.setPosixFilePermissions(to, Files.getPosixFilePermissions(from));
  }

  /** Folders before what is in them. */
  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.sorted().toList();
    }
  }

  public String primaryUrl() {
    return url(primary);
  }

  public String standbyUrl() {
    return url(standby);
  }

  private static String url(EmbeddedPostgres server) {
    return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres";
  }

  /** Leaves the standby alone. */
  public void stopPrimary() {
    close(primary);
  }

  private static void close(EmbeddedPostgres server) {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL was not stopped", e);
    }
  }

  @Override
  public void close() {
    close(standby);
    close(primary);
    try {
      for (Path path : files(folder).stream().sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
