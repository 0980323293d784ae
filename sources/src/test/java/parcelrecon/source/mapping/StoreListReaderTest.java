package parcelrecon.source.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parcelrecon.model.Reject;
import parcelrecon.model.SourceName;
import parcelrecon.model.Store;
import parcelrecon.source.SomeSource;
import parcelrecon.source.SourceSettings;
import parcelrecon.source.csv.CsvSource;

class StoreListReaderTest {

  @TempDir Path folder;

  @Test
  void stores_areListedOnce_whenRowsRepeat() throws IOException {
    Files.writeString(
        folder.resolve("stores.csv"),
        "store_id,name,area,phone,open\nS1,府前店,台南,=\"06-1\",y\nS2,,,,y\nS1,府前店,台南,06-1,y\n"
            + "S2,other,,,y\n,no id,,,y\nS4,closed,,,n\nS5\n");
    SourceSettings settings =
        SomeSource.of(SourceName.STORES)
            .in(folder)
            .csv("stores.csv")
            .include("open", "y")
            .settings();

    StoreList list =
        StoreListReader.read(
            new CsvSource(settings, (SourceSettings.Csv) settings.reader()), settings);

    assertThat(list.stores())
        .containsExactly(new Store("S1", "府前店", "台南", "", "06-1"), new Store("S2", "", "", "", ""));
    assertThat(list.rejects())
        .extracting(Reject::reason)
        .containsExactly(
            "store_id \"S2\" is listed twice, with other columns",
            "store_id is empty",
            "row has 1 columns, expected 5");
    assertThat(list.rejects().get(0).ref().text()).isEqualTo("stores:stores.csv:5");
  }
}
