package parcelrecon.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A target is tried from the command line. */
class TellCommandTest {

  private static final String SECRET = "s3cr3t-of-the-hook";

  @TempDir Path folder;

  private final List<String> bodies = new CopyOnWriteArrayList<>();
  private HttpServer hook;
  private volatile int status = 202;

  @BeforeEach
  void site() throws IOException {
    hook = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    hook.createContext(
        "/",
        exchange -> {
          bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    hook.start();
    Files.writeString(folder.resolve("o.csv"), "");
    Files.writeString(
        folder.resolve("recon.yaml"),
        """
        zone: Asia/Taipei
        currency: TWD
        language: zh-TW
        sources: { outbound: { csv: { files: o.csv } } }
        tell: [ { name: ops, webhook: { url: "http://127.0.0.1:%d/%s", form: teams } } ]
        """
            .formatted(hook.getAddress().getPort(), SECRET));
  }

  @AfterEach
  void stop() {
    hook.stop(0);
  }

  private CommandLineRun tell(String... more) {
    return CommandLineRun.of(
        Stream.concat(
                List.of("tell", "-c", folder.resolve("recon.yaml").toString()).stream(),
                List.of(more).stream())
            .toArray(String[]::new));
  }

  @Test
  void target_isTold_thatSomebodyTries() {
    CommandLineRun run = tell("ops");
    assertThat(run.exitCode()).as(run.toString()).isZero();
    assertThat(run.out()).isEqualTo("ops has taken the message.\n");
    assertThat(bodies).singleElement().asString().contains("這是測試訊息");
  }

  @Test
  void whatCameOfIt_isTold_withoutTheAddress() {
    status = 404;
    CommandLineRun run = tell("ops", "--verbose");
    assertThat(run.exitCode()).isEqualTo(4);
    assertThat(run.err())
        .contains("target ops: it answered (404). It was not told.")
        .doesNotContain(SECRET);
    hook.stop(0);
    CommandLineRun gone = tell("ops", "--verbose");
    assertThat(gone.exitCode()).isEqualTo(4);
    assertThat(gone.err()).contains("it cannot be reached").doesNotContain(SECRET);
  }

  @Test
  void target_isRefused_whenItIsNone() {
    CommandLineRun run = tell("finance");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("target finance: is not there, expected one of ops");
    assertThat(bodies).isEmpty();
  }
}
