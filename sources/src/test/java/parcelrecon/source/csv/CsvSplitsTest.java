package parcelrecon.source.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parcelrecon.model.Payment;
import parcelrecon.model.SourceName;
import parcelrecon.source.SomeSource;
import parcelrecon.source.SomeSource.Reading;
import parcelrecon.source.SourceSettings;
import parcelrecon.source.Split;

/** Any size of splits gives the same records, rejects and refs. */
class CsvSplitsTest {

  private static final int FILES = 60;
  private static final long WHOLE = Long.MAX_VALUE;
  private static final String[] LINE_ENDS = {"\n", "\r\n", "\r"};
  private static final String[] BITS = {
    "a", "\"", ",", "\r", "\n", "\r\n", "金額", "=", "\"\"", " ", "👍"
  };

  @TempDir Path folder;

  @Test
  void records_areThoseWritten_whateverTheSplits() throws IOException {
    for (long seed = 1; seed <= FILES; seed++) {
      Random random = new Random(seed);
      Written written = new Written(random);
      for (int row = random.nextInt(30); row >= 0; row--) {
        written.row();
      }
      file(written.text());
      for (long splitBytes : sizes(random)) {
        Reading reading = read(splitBytes);
        assertThat(reading.sink().rejected()).as("seed %d", seed).isEmpty();
        assertThat(reading.sink().accepted())
            .as("seed %d, splits of %d", seed, splitBytes)
            .extracting(row -> row.ref().text() + " " + ((Payment) row).channel())
            .containsExactlyElementsOf(written.expected);
        assertRanges(reading.plan().splits(), Files.size(folder.resolve("rows.csv")));
      }
    }
  }

  @Test
  void outcome_isTheSame_whateverTheSplitsOfBrokenRows() throws IOException {
    for (long seed = 1; seed <= FILES; seed++) {
      Random random = new Random(seed);
      StringBuilder soup = new StringBuilder("parcel_id,payment_id,amount,channel\n");
      for (int row = random.nextInt(20); row >= 0; row--) {
        soup.append("P").append(row).append(",1,10,").append(bits(random, 4));
        soup.append(random.nextInt(5) == 0 ? "" : LINE_ENDS[random.nextInt(3)]);
      }
      file(soup.toString());
      Reading whole = read(WHOLE);
      for (long splitBytes : sizes(random)) {
        Reading reading = read(splitBytes);
        assertThat(reading.sink().accepted())
            .as("seed %d, splits of %d", seed, splitBytes)
            .isEqualTo(whole.sink().accepted());
        assertThat(reading.sink().rejected()).isEqualTo(whole.sink().rejected());
        assertThat(reading.reasons()).isEqualTo(whole.reasons());
      }
    }
  }

  @Test
  void splits_areAboutAsLargeAsAsked() throws IOException {
    StringBuilder rows = new StringBuilder("parcel_id,payment_id,amount,channel\n");
    for (int row = 0; row < 20_000; row++) {
      rows.append("P").append(row).append(",1,10,cash\n");
    }
    file(rows.toString());

    List<Split> splits = read(10_000).plan().splits();

    assertThat(splits.subList(0, splits.size() - 1))
        .allSatisfy(split -> assertThat(split.plannedBytes()).isBetween(10_000L, 10_050L));
  }

  private static void assertRanges(List<Split> splits, long size) {
    long end = 0;
    for (int ordinal = 0; ordinal < splits.size(); ordinal++) {
      assertThat(splits.get(ordinal).ordinal()).isEqualTo(ordinal);
      assertThat(splits.get(ordinal).at()).containsEntry("start", String.valueOf(end));
      end += splits.get(ordinal).plannedBytes();
    }
    assertThat(end).isEqualTo(size);
  }

  private static long[] sizes(Random random) {
    return new long[] {1, 2 + random.nextInt(60), 100 + random.nextInt(400), WHOLE};
  }

  private static String bits(Random random, int most) {
    StringBuilder text = new StringBuilder();
    for (int bit = random.nextInt(most + 1); bit > 0; bit--) {
      text.append(BITS[random.nextInt(BITS.length)]);
    }
    return text.toString();
  }

  private void file(String text) throws IOException {
    Files.write(folder.resolve("rows.csv"), text.getBytes(StandardCharsets.UTF_8));
  }

  private Reading read(long splitBytes) {
    SourceSettings settings = SomeSource.of(SourceName.PAYMENTS).in(folder).settings();
    return SomeSource.readAll(
        new CsvSource(settings, (SourceSettings.Csv) settings.reader()), splitBytes);
  }

  /** Writes well-formed rows and knows what must be read of them. */
  private static final class Written {
    private final Random random;
    private final StringBuilder text = new StringBuilder();
    private final List<String> expected = new ArrayList<>();
    private int row;

    Written(Random random) {
      this.random = random;
      text.append(random.nextBoolean() ? "\uFEFF" : "");
      text.append("parcel_id,payment_id,amount,channel").append(lineEnd());
    }

    void row() {
      row++;
      String channel = "c" + bits(random, 6);
      long line = 1 + lines(text.toString());
      text.append("P").append(row).append(',').append(quoted("1")).append(",10,");
      text.append(quoted(channel)).append(lineEnd());
      while (random.nextInt(4) == 0) {
        text.append(lineEnd());
      }
      expected.add("payments:rows.csv:" + line + " " + channel);
    }

    String text() {
      boolean isOpen = random.nextBoolean();
      return isOpen ? text.toString().replaceAll("[\r\n]+$", "") : text.toString();
    }

    private String lineEnd() {
      return LINE_ENDS[random.nextInt(LINE_ENDS.length)];
    }

    private String quoted(String value) {
      boolean isPlain = value.matches("[^\",\r\n]*") && random.nextBoolean();
      return isPlain ? value : "\"" + value.replace("\"", "\"\"") + "\"";
    }

    private static long lines(String text) {
      return text.replace("\r\n", "\n").replace('\r', '\n').chars().filter(c -> c == '\n').count();
    }
  }
}
