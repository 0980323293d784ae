package parcelrecon.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;

/** A real PostgreSQL that is stopped and started again, with what it holds and where it was. */
public final class RestartablePostgres implements AutoCloseable {

  private final Path data;
  private final int port;
  private EmbeddedPostgres server;

  /**
   * Starts it.
   *
   * @param data a folder that is made
   */
  public RestartablePostgres(Path data) {
    this.data = data;
    this.server = start(0);
    this.port = server.getPort();
  }

  private EmbeddedPostgres start(int on) {
    try {
      return EmbeddedPostgres.builder()
          .setDataDirectory(data)
          .setCleanDataDirectory(false)
          .setRegisterShutdownHook(false)
          .setPGStartupWait(Duration.ofMinutes(2))
          .setPort(on)
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL was not started", e);
    }
  }

  /** Of its only database, without a user. */
  public String url() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
  }

  public boolean isUp() {
    return server != null;
  }

  /** Whoever is connected is cut off. */
  public void stop() {
    try {
      server.close();
      server = null;
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL was not stopped", e);
    }
  }

  public void startAgain() {
    server = start(port);
  }

  @Override
  public void close() {
    if (isUp()) {
      stop();
    }
  }
}
