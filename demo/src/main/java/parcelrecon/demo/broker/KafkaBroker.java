package parcelrecon.demo.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.RetriableException;

/**
 * A single-node Kafka in a JVM of its own on the loopback interface. Its data, settings and log are
 * in one folder; started again on the same folder it has the same ports and records.
 */
public final class KafkaBroker implements AutoCloseable {

  private static final int START_SECONDS_MAX = 90;
  private static final int STOP_SECONDS_MAX = 30;

  /** Held, because a logger nobody holds forgets its level. */
  private static final Logger CLIENT_LOG = Logger.getLogger("org.apache.kafka");

  private final Process process;
  private final String bootstrapServers;
  private final Thread endWithUs;

  private KafkaBroker(Process process, String bootstrapServers) {
    this.process = process;
    this.bootstrapServers = bootstrapServers;
    this.endWithUs = new Thread(process::destroyForcibly);
    Runtime.getRuntime().addShutdownHook(endWithUs);
  }

  /** Starts it and waits until it answers. */
  public static KafkaBroker start(Path folder) {
    return start(folder, Map.of());
  }

  /**
   * Starts it with settings of the broker in place of ours, or added to them; listeners are added
   * to the one without security, which stays.
   */
  public static KafkaBroker start(Path folder, Map<String, String> settings) {
    CLIENT_LOG.setLevel(Level.OFF);
    BrokerFiles files = new BrokerFiles(folder.toAbsolutePath());
    try {
      if (!files.exist()) {
        files.write(settings);
        format(files);
      }
      Process process = launch(files, "run", files.server().toString());
      KafkaBroker broker = new KafkaBroker(process, files.bootstrapServers());
      broker.waitUntilReady(files);
      return broker;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start a broker in " + folder, e);
    }
  }

  private static void format(BrokerFiles files) throws IOException {
    Process format =
        launch(
            files,
            "format",
            "format",
            "--cluster-id",
            Uuid.randomUuid().toString(),
            "--config",
            files.server().toString());
    if (!ended(format, START_SECONDS_MAX * 1000L) || format.exitValue() != 0) {
      format.destroyForcibly();
      throw new IOException("storage not formatted, see " + tail(files.log()));
    }
  }

  private static Process launch(BrokerFiles files, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx512m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.add("-Djava.util.logging.config.file=" + files.logging());
    command.add(BrokerMain.class.getName());
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    return builder
        .directory(files.folder().toFile())
        .redirectErrorStream(true)
        .redirectOutput(Redirect.appendTo(files.log().toFile()))
        .start();
  }

  private void waitUntilReady(BrokerFiles files) throws IOException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS_MAX);
    while (!accepts()) {
      if (ended(process, 50) || System.nanoTime() > deadline) {
        close();
        throw new IOException("broker did not start, see " + tail(files.log()));
      }
    }
    try (Admin admin = Admin.create(clientProperties())) {
      admin.describeCluster().nodes().get(START_SECONDS_MAX, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      close();
      throw new IOException("broker does not answer, see " + files.log(), e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private boolean accepts() {
    int colon = bootstrapServers.indexOf(':');
    int port = Integer.parseInt(bootstrapServers.substring(colon + 1));
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
      return true;
    } catch (IOException notYet) {
      return false;
    }
  }

  private static String tail(Path log) throws IOException {
    List<String> lines = Files.readAllLines(log);
    return log
        + "\n"
        + String.join("\n", lines.subList(Math.max(0, lines.size() - 5), lines.size()));
  }

  public String bootstrapServers() {
    return bootstrapServers;
  }

  /** What every client needs to reach it. */
  public Map<String, Object> clientProperties() {
    return Map.of("bootstrap.servers", bootstrapServers);
  }

  /** Creates a topic and waits until every partition has a leader that answers. */
  public void createTopic(String name, int partitions, Map<String, String> configuration) {
    NewTopic topic = new NewTopic(name, partitions, (short) 1).configs(configuration);
    try (Admin admin = Admin.create(clientProperties())) {
      admin.createTopics(List.of(topic)).all().get(START_SECONDS_MAX, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("topic " + name + " not created", e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
    awaitTopic(name, partitions);
  }

  /** Waits until every partition of a topic has a leader that answers. */
  public void awaitTopic(String name, int partitions) {
    try (Admin admin = Admin.create(clientProperties())) {
      awaitLeaders(admin, name, partitions);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("topic " + name + " has no leaders", e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private void awaitLeaders(Admin admin, String topic, int partitions)
      throws ExecutionException, TimeoutException, InterruptedException {
    Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
    for (int i = 0; i < partitions; i++) {
      ends.put(new TopicPartition(topic, i), OffsetSpec.latest());
    }
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS_MAX);
    while (true) {
      try {
        admin.listOffsets(ends).all().get(START_SECONDS_MAX, TimeUnit.SECONDS);
        return;
      } catch (ExecutionException e) {
        boolean isNotYet = e.getCause() instanceof RetriableException;
        if (!isNotYet || System.nanoTime() > deadline || ended(process, 50)) {
          throw e;
        }
      }
    }
  }

  /** Ends it at once, as a power cut does. It can be started again on its folder. */
  public void kill() {
    process.destroyForcibly();
    await();
  }

  /** Stops it from answering while its connections stay open. */
  public void suspend() {
    signal("STOP");
  }

  /** Lets it go on after {@link #suspend()}. */
  public void resume() {
    signal("CONT");
  }

  private void signal(String name) {
    try {
      Process kill = new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).start();
      if (!ended(kill, 5000) || kill.exitValue() != 0) {
        throw new IllegalStateException("signal " + name + " did not reach the broker");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends it in order, or by force when it does not go. Waits until it is gone. */
  @Override
  public void close() {
    if (process.isAlive()) {
      resume();
      process.destroy();
      if (!ended(process, STOP_SECONDS_MAX * 1000L)) {
        process.destroyForcibly();
      }
    }
    await();
  }

  private void await() {
    ended(process, STOP_SECONDS_MAX * 1000L);
    try {
      Runtime.getRuntime().removeShutdownHook(endWithUs);
    } catch (IllegalStateException shuttingDown) {
      // the hook runs anyway and finds a process that is gone
    }
  }

  private static boolean ended(Process process, long millis) {
    try {
      return process.waitFor(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static IllegalStateException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new IllegalStateException("interrupted while waiting for the broker", e);
  }
}
