package parcelrecon.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parcelrecon.console.site.KnownIncident;

class SiteIncidentsTest {

  @TempDir Path folder;

  private List<KnownIncident> read() {
    return new SiteIncidents(folder, ZoneId.of("Asia/Taipei"), "TW", name -> Optional.empty())
        .read();
  }

  @Test
  void files_areReadAsTheyAre_theLastByNameFirst() throws IOException {
    Files.writeString(
        folder.resolve("2022-04-13.yaml"),
        """
        id: kafka
        title: Kafka down
        window: { from: 2022-04-13T19:33, to: 2022-04-13T20:22 }
        """);
    Files.writeString(folder.resolve("2022-05-01.yaml"), "id: later\n");
    Files.writeString(folder.resolve("notes.txt"), "id: none\n");

    List<KnownIncident> known = read();

    assertThat(known)
        .extracting(KnownIncident::file)
        .containsExactly("2022-05-01.yaml", "2022-04-13.yaml");
    assertThat(known.get(0).incident()).isEmpty();
    assertThat(known.get(0).problems())
        .singleElement()
        .asString()
        .startsWith("2022-05-01.yaml: it does not say when its window begins and ends");
    assertThat(known.get(1).incident().orElseThrow().window().from())
        .isEqualTo(Instant.parse("2022-04-13T11:33:00Z"));
    assertThat(known.get(1).incident().orElseThrow().market()).isEqualTo("TW");
  }

  @Test
  void brokenFile_isToldAndNotOffered() throws IOException {
    Files.writeString(
        folder.resolve("torn.yaml"),
        "id: torn\nwindow: { from: 2022-04-13T20:33, to: 2022-04-13T20:22 }\n");
    assertThat(read())
        .singleElement()
        .satisfies(
            known -> {
              assertThat(known.incident()).isEmpty();
              assertThat(known.problems())
                  .singleElement()
                  .asString()
                  .contains("ends before it begins");
            });
  }

  @Test
  void noFolder_isNoIncident() throws IOException {
    Files.delete(folder);
    assertThat(read()).isEmpty();
    Files.createDirectory(folder);
  }
}
