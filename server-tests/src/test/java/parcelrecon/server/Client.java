package parcelrecon.server;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A server's own command-line client: what a DBA runs a script with.
 *
 * @param command with everything but the script
 * @param scriptOption before a script's path; null when the client reads the script from its input
 */
public record Client(List<String> command, Map<String, String> environment, String scriptOption) {

  private static final long TOOK_SECONDS_MAX = 120;

  /** Where PostgreSQL's client is, on machines that have it: see the group {@code clients}. */
  private static final String PSQL = "/usr/bin/psql";

  /**
   * @param output standard output and errors, as a person would see them
   */
  public record Outcome(int exit, String output) {}

  /** PostgreSQL's, stopping at the first error; without the user's own settings. */
  public static Client psql(PostgresServer server, String database) {
    List<String> command =
        List.of(
            PSQL,
            "--no-psqlrc",
            "--host=127.0.0.1",
            "--port=" + server.port(),
            "--username=" + PostgresServer.OWNER,
            "--dbname=" + database,
            "--set=ON_ERROR_STOP=1");
    return new Client(command, Map.of("PGCLIENTENCODING", "UTF8"), "--file");
  }

  /** MariaDB's, unpacked with the server. It stops at the first error unless it is forced on. */
  public static Client mariaDb(MariaDbServer server, String database) {
    List<String> command =
        List.of(
            server.program("mariadb").toString(),
            "--no-defaults",
            "--host=127.0.0.1",
            "--port=" + server.port(),
            "--user=" + MariaDbServer.OWNER,
            "--skip-ssl",
            "--default-character-set=utf8mb4",
            database);
    return new Client(command, Map.of("MYSQL_PWD", MariaDbServer.OWNER), null);
  }

  /** The same client with further options, which win over those it has. */
  public Client with(String... options) {
    List<String> longer = Stream.concat(command.stream(), Stream.of(options)).toList();
    return new Client(longer, environment, scriptOption);
  }

  public Client withEnvironment(String name, String value) {
    Map<String, String> more = new HashMap<>(environment);
    more.put(name, value);
    return new Client(command, more, scriptOption);
  }

  /** Runs scripts one after the other, in one session. */
  public Outcome run(List<Path> scripts) {
    try {
      Process process = start(scripts);
      byte[] output = process.getInputStream().readAllBytes();
      if (!process.waitFor(TOOK_SECONDS_MAX, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException("still running: " + command);
      }
      return new Outcome(process.exitValue(), new String(output, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Runs a script given as text. */
  public Outcome run(String script) {
    try {
      Path file = Files.createTempFile("script", ".sql");
      try {
        Files.writeString(file, script);
        return run(List.of(file));
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** For tests that do something meanwhile; its output must be read. */
  public Process start(List<Path> scripts) throws IOException {
    List<String> all = new ArrayList<>(command);
    if (scriptOption != null) {
      scripts.forEach(script -> all.add(scriptOption + "=" + script));
    }
    ProcessBuilder builder = new ProcessBuilder(all).redirectErrorStream(true);
    builder.environment().putAll(environment);
    if (scriptOption == null) {
      builder.redirectInput(joined(scripts).toFile());
    }
    return builder.start();
  }

  /** A file and not a pipe: who writes into one must read what comes back meanwhile. */
  private static Path joined(List<Path> scripts) throws IOException {
    Path joined = Files.createTempFile("scripts", ".sql");
    joined.toFile().deleteOnExit();
    try (OutputStream out = Files.newOutputStream(joined)) {
      for (Path script : scripts) {
        Files.copy(script, out);
      }
    }
    return joined;
  }
}
