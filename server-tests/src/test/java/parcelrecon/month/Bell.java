package parcelrecon.month;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Where the site has itself told: it keeps what it hears. */
final class Bell implements AutoCloseable {

  /** What was told, of each window of an hour. */
  record Ring(String what, Instant from) {}

  private static final JsonMapper JSON = new JsonMapper();

  private final HttpServer server;
  private final List<Ring> rings = new CopyOnWriteArrayList<>();

  Bell() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::hear);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/told";
  }

  private void hear(HttpExchange exchange) throws IOException {
    JsonNode told = JSON.readTree(exchange.getRequestBody().readAllBytes());
    Instant from = Instant.parse(told.get("window").get("from").asString());
    Instant to = Instant.parse(told.get("window").get("to").asString());
    for (Instant hour = from; hour.isBefore(to); hour = hour.plus(Duration.ofHours(1))) {
      rings.add(new Ring(told.get("what").asString(), hour));
    }
    exchange.sendResponseHeaders(200, -1);
    exchange.close();
  }

  List<Ring> rings() {
    return List.copyOf(rings);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
