package parcelrecon.tell;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Somebody's webhook: it keeps what it gets, and answers as it is told to. */
public final class Hook implements AutoCloseable {

  /** Of a secret address. */
  static final String PATH = "/services/T0001/B0002/s3cr3t-of-the-hook";

  static final int SILENCE = -1;

  /** A request as it came. */
  public record Post(String key, String type, String body) {}

  public final List<Post> posts = new CopyOnWriteArrayList<>();

  private final Queue<Integer> statuses = new ArrayDeque<>();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;
  private String body = "ok";

  public Hook() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::take);
    server.start();
  }

  /** Answers so, one after the other; then always 200. */
  public Hook answering(Integer... those) {
    statuses.addAll(List.of(those));
    return this;
  }

  Hook saying(String text) {
    body = text;
    return this;
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + PATH);
  }

  public Target target(String name, Form form) {
    return new Target(name, new Target.Way.Webhook(url(), form));
  }

  private void take(HttpExchange exchange) throws IOException {
    posts.add(
        new Post(
            exchange.getRequestHeaders().getFirst("Idempotency-Key"),
            exchange.getRequestHeaders().getFirst("Content-Type"),
            new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
    Integer status = statuses.isEmpty() ? Integer.valueOf(200) : statuses.remove();
    if (status == SILENCE) {
      awaitTheEnd();
      return;
    }
    if (status / 100 == 3) {
      exchange.getResponseHeaders().set("Location", "/elsewhere");
    }
    byte[] said = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, said.length);
    try (exchange) {
      exchange.getResponseBody().write(said);
    }
  }

  private void awaitTheEnd() {
    try {
      closing.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.shutdown();
  }
}
