package parcelrecon.report.packages;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parcelrecon.datafix.Datafix;
import parcelrecon.report.ReportSettings;
import parcelrecon.report.SampleRun;
import parcelrecon.report.SampleSettings;
import parcelrecon.report.datafix.DatafixPackage;
import parcelrecon.report.datafix.change.Obstacle;
import parcelrecon.report.file.Staging;
import parcelrecon.report.text.Texts;
import parcelrecon.results.FoundParcels;
import parcelrecon.results.listing.ListedMismatch.Stake;
import parcelrecon.results.packages.PackageMismatch;
import parcelrecon.results.review.MismatchId;
import parcelrecon.rule.Mismatch;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ConfirmedParcelsTest {

  @TempDir Path folder;

  private final SampleRun sample = SampleRun.incident();
  private final List<PackageMismatch> all = new ArrayList<>();

  @BeforeEach
  void collect() {
    sample.forEachParcel(
        parcel -> parcel.mismatches().forEach(row -> all.add(confirmed(row.mismatch()))));
  }

  private static PackageMismatch confirmed(Mismatch mismatch) {
    return new PackageMismatch(
        new MismatchId(mismatch.parcelId(), mismatch.kind(), mismatch.group()),
        "",
        1,
        true,
        new Stake(null, null, null));
  }

  @Test
  void package_isTheRunsOwn_whenAllIsConfirmed() throws IOException {
    Map<String, byte[]> own = write(sample, "own");
    Map<String, byte[]> confirmed = write(new ConfirmedParcels(sample, all), "confirmed");
    assertThat(own.keySet()).hasSizeGreaterThan(8).isEqualTo(confirmed.keySet());
    own.forEach((file, bytes) -> assertThat(confirmed.get(file)).as(file).isEqualTo(bytes));
  }

  @Test
  void package_holdsNothing_whenNothingIsConfirmed() throws IOException {
    write(new ConfirmedParcels(sample, List.of()), "none");
    assertThat(tasks("none")).isEmpty();
    assertThat(files("none")).containsOnlyKeys("manifest.json", "tasks.csv");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void package_holdsWhatIsConfirmedAndNothingElse_whateverThatIs(long seed) throws IOException {
    Random random = new Random(seed);
    List<PackageMismatch> some = all.stream().filter(each -> random.nextInt(3) > 0).toList();
    write(new ConfirmedParcels(sample, some), "some");
    Set<String> held = stoodOn("some");
    assertThat(held).as("seed " + seed).isSubsetOf(texts(some));

    assertThat(replayed("some")).as("seed " + seed).isSubsetOf(toBeReplayed(some));

    write(sample, "own");
    Set<String> expected = stoodOn("own");
    expected.retainAll(texts(some));
    assertThat(held).as("seed " + seed).isNotEmpty().isEqualTo(expected);
  }

  private static Set<String> texts(List<PackageMismatch> mismatches) {
    return mismatches.stream()
        .map(each -> each.id().parcelId() + " " + each.id().kind())
        .collect(Collectors.toSet());
  }

  /** Parcel and kind of every change, and of every task that says its kind; replays by parcel. */
  private Set<String> stoodOn(String name) throws IOException {
    Set<String> stoodOn =
        tasks(name).stream()
            .filter(task -> !task.getField("parcel_id").isEmpty())
            .filter(task -> !isObstacle(task.getField("reason")))
            .map(task -> unescaped(task.getField("parcel_id")) + " " + task.getField("reason"))
            .collect(Collectors.toSet());
    JsonMapper json = JsonMapper.builder().build();
    for (Map.Entry<String, byte[]> file : files(name).entrySet()) {
      if (file.getKey().endsWith(".changes.jsonl")) {
        for (String line : new String(file.getValue(), StandardCharsets.UTF_8).lines().toList()) {
          JsonNode change = json.readTree(line);
          stoodOn.add(
              change.get("parcel_id").asString() + " " + change.get("stands_on").asString());
        }
      }
    }
    return stoodOn;
  }

  private Set<String> replayed(String name) throws IOException {
    JsonMapper json = JsonMapper.builder().build();
    Set<String> parcels = new TreeSet<>();
    for (Map.Entry<String, byte[]> file : files(name).entrySet()) {
      if (file.getKey().matches("replay-.*jsonl")) {
        new String(file.getValue(), StandardCharsets.UTF_8)
            .lines()
            .forEach(line -> parcels.add(json.readTree(line).get("key").asString()));
      }
    }
    return parcels;
  }

  private Set<String> toBeReplayed(List<PackageMismatch> some) {
    Set<String> confirmed = texts(some);
    Set<String> parcels = new TreeSet<>();
    sample.forEachParcel(
        parcel ->
            parcel.datafixes().stream()
                .filter(each -> each.form() == Datafix.Form.REPLAY)
                .filter(each -> confirmed.contains(parcel.parcelId() + " " + each.standsOn()))
                .forEach(each -> parcels.add(parcel.parcelId())));
    return parcels;
  }

  private static boolean isObstacle(String reason) {
    return Stream.of(Obstacle.values()).anyMatch(obstacle -> obstacle.name().equals(reason));
  }

  /** What a spreadsheet would take for a formula has an apostrophe before it. */
  private static String unescaped(String text) {
    return text.startsWith("'") ? text.substring(1) : text;
  }

  private Map<String, byte[]> write(FoundParcels parcels, String name) throws IOException {
    ReportSettings settings = SampleSettings.ENGLISH;
    try (Staging staging = Staging.in(folder.resolve(name))) {
      new DatafixPackage(settings.datafix(), settings.events(), Texts.of("en"), settings.form())
          .add(parcels, "", staging);
      staging.publish(file -> true);
    }
    return files(name);
  }

  private Map<String, byte[]> files(String name) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> paths = Files.list(folder.resolve(name))) {
      for (Path path : paths.toList()) {
        files.put(path.getFileName().toString(), Files.readAllBytes(path));
      }
    }
    return files;
  }

  private List<NamedCsvRecord> tasks(String name) throws IOException {
    try (CsvReader<NamedCsvRecord> reader =
        CsvReader.builder().ofNamedCsvRecord(folder.resolve(name).resolve("tasks.csv"))) {
      return reader.stream().toList();
    }
  }
}
