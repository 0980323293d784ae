package parcelrecon.demo.broker;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/**
 * What the broker keeps in its folder: {@code server.properties}, {@code logging.properties}, its
 * log {@code broker.log} and its data. Written once, so that a broker killed and started again has
 * its old ports.
 */
record BrokerFiles(Path folder) {

  private static final String LOGGING =
      """
      handlers=java.util.logging.ConsoleHandler
      .level=INFO
      java.util.logging.ConsoleHandler.level=INFO
      java.util.logging.SimpleFormatter.format=%1$tF %1$tT.%1$tL %4$s %3$s: %5$s%6$s%n
      """;

  Path server() {
    return folder.resolve("server.properties");
  }

  Path logging() {
    return folder.resolve("logging.properties");
  }

  Path log() {
    return folder.resolve("broker.log");
  }

  boolean exist() {
    return Files.exists(server());
  }

  /**
   * @param settings go before ours; listeners are added to ours
   */
  void write(Map<String, String> settings) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(logging(), LOGGING);
    Properties properties = new Properties();
    properties.load(BrokerFiles.class.getResourceAsStream("server.properties"));
    properties.setProperty("log.dirs", folder.resolve("data").toString());
    properties.putAll(settings);
    setListeners(properties, settings.getOrDefault("listeners", ""));
    try (OutputStream out = Files.newOutputStream(server())) {
      properties.store(out, null);
    }
  }

  private static void setListeners(Properties properties, String added) throws IOException {
    InetAddress loopback = InetAddress.getByName("127.0.0.1");
    try (ServerSocket clients = new ServerSocket(0, 1, loopback);
        ServerSocket controller = new ServerSocket(0, 1, loopback)) {
      String address = "127.0.0.1:" + clients.getLocalPort();
      String control = "127.0.0.1:" + controller.getLocalPort();
      String listeners = "PLAINTEXT://" + address + (added.isEmpty() ? "" : "," + added);
      properties.setProperty("listeners", listeners + ",CONTROLLER://" + control);
      properties.setProperty("advertised.listeners", listeners);
      properties.setProperty("controller.quorum.voters", "1@" + control);
    }
  }

  /** Where clients reach the broker. */
  String bootstrapServers() throws IOException {
    Properties properties = new Properties();
    try (InputStream in = Files.newInputStream(server())) {
      properties.load(in);
    }
    String first = properties.getProperty("advertised.listeners").split(",", 2)[0];
    return first.substring("PLAINTEXT://".length());
  }
}
