package parcelrecon.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormOptionTest {

  @TempDir Path folder;

  private CommandLineRun reconcile(ShelfSite site, String form) {
    return CommandLineRun.of(
        "reconcile",
        "-c",
        site.config(),
        "--incident=tryout",
        "--from=2022-04-13T19:33",
        "--to=2022-04-13T20:22",
        "--as-of=2022-04-16T12:00",
        "--form=" + form,
        "--out=" + site.path("out"));
  }

  private List<String> scripts(int run) throws IOException {
    Path datafix = folder.resolve("out/tryout/run-00" + run + "/datafix");
    try (Stream<Path> files = Files.list(datafix)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(".sql"))
          .sorted()
          .toList();
    }
  }

  @Test
  void report_writesTheFormOfTheRun_unlessAnotherIsAskedFor() throws IOException {
    ShelfSite site = ShelfSite.onH2(folder).with(2);
    site.reconciled();
    assertThat(scripts(2))
        .containsExactly("001-revert-outbound.rollback.sql", "001-revert-outbound.sql");
    assertThat(reconcile(site, "ticket").exitCode()).isZero();
    List<String> tickets = scripts(3);
    assertThat(tickets).contains("001-revert-outbound.pre.sql", "001-revert-outbound.post.sql");
    String ticket = text();
    assertThat(report(site).exitCode()).isZero();
    assertThat(scripts(3)).isEqualTo(tickets);
    assertThat(text()).isEqualTo(ticket);
    assertThat(report(site, "--form", "script").exitCode()).isZero();
    assertThat(scripts(3)).isEqualTo(scripts(2));
    assertThat(report(site).exitCode()).isZero();
    assertThat(scripts(3)).isEqualTo(tickets);
  }

  private String text() throws IOException {
    return Files.readString(folder.resolve("out/tryout/run-003/datafix/001-revert-outbound.sql"));
  }

  private static CommandLineRun report(ShelfSite site, String... more) {
    return CommandLineRun.of(
        Stream.concat(Stream.of("report", "-c", site.config(), "3"), Stream.of(more))
            .toArray(String[]::new));
  }

  @Test
  void form_isRefused_whenItIsNone() {
    CommandLineRun run = reconcile(ShelfSite.onH2(folder).with(1), "tickets");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("--form: unknown form \"tickets\", did you mean \"ticket\"?");
  }
}
