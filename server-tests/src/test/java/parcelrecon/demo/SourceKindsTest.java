package parcelrecon.demo;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import parcelrecon.demo.SiteVariants.EventKind;
import parcelrecon.demo.SiteVariants.RowKind;

/**
 * The incident through every kind of source: the same rows, the same mismatches. By default each
 * pair of kinds meets once; with {@code -Dparcelrecon.combinations=all} every combination is run.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SourceKindsTest {

  private static final String AS_OF = "2022-04-16T12:00";

  @TempDir static Path folder;

  private static IncidentSite incident;
  private static SiteVariants variants;
  private static Footprints before;
  private static List<Map<String, String>> expected;

  /** What each of the three sources is read from. */
  record Kinds(RowKind outbound, RowKind payments, EventKind events) {
    String text() {
      return (outbound + "-" + payments + "-" + events).toLowerCase(Locale.ROOT);
    }
  }

  @BeforeAll
  static void makeTheSite() {
    DemoFolder demo = new DemoFolder(folder.resolve("demo"));
    incident = IncidentSite.make(demo, DemoMain.SEED, step -> {});
    variants = SiteVariants.of(demo.site(), incident.broker());
    before = Footprints.of(variants, incident.broker());
    expected = mismatches(new Kinds(RowKind.H2, RowKind.CSV, EventKind.KAFKA));
    assertThat(expected).hasSizeGreaterThan(20_000);
  }

  @AfterAll
  static void close() {
    incident.close();
  }

  static List<Kinds> withTheBroker() {
    return combinations().stream().filter(kinds -> kinds.events() == EventKind.KAFKA).toList();
  }

  static List<Kinds> withoutIt() {
    return combinations().stream().filter(kinds -> kinds.events() != EventKind.KAFKA).toList();
  }

  private static List<Kinds> combinations() {
    boolean all = "all".equals(System.getProperty("parcelrecon.combinations"));
    List<Kinds> chosen = new ArrayList<>();
    for (RowKind outbound : RowKind.values()) {
      for (RowKind payments : RowKind.values()) {
        for (EventKind events : EventKind.values()) {
          boolean isItsTurn =
              (outbound.ordinal() + payments.ordinal()) % EventKind.values().length
                  == events.ordinal();
          if (outbound != RowKind.XLSX && (all || isItsTurn)) {
            chosen.add(new Kinds(outbound, payments, events));
          }
        }
      }
    }
    return chosen;
  }

  @Order(1)
  @ParameterizedTest
  @MethodSource("withTheBroker")
  void incident_hasTheSameMismatches_whileTheBrokerIsUp(Kinds kinds) {
    assertSame(kinds);
  }

  @Order(2)
  @org.junit.jupiter.api.Test
  void reading_leavesNoTrace_inAnyServer() {
    assertThat(Footprints.of(variants, incident.broker())).isEqualTo(before);
  }

  @Order(3)
  @ParameterizedTest
  @MethodSource("withoutIt")
  void incident_hasTheSameMismatches_whenTheBrokerIsDown(Kinds kinds) {
    incident.broker().kill();
    assertSame(kinds);
  }

  private static void assertSame(Kinds kinds) {
    List<Map<String, String>> found = mismatches(kinds);
    List<Map<String, String>> wanted = expected.stream().filter(row -> shows(kinds, row)).toList();
    assertThat(differences(wanted, found)).as(kinds.text()).isEmpty();
  }

  /** Whether the source of events could show this mismatch. */
  private static boolean shows(Kinds kinds, Map<String, String> row) {
    return switch (row.get("kind")) {
      case "EVENT_NOT_CONSUMED" -> kinds.events() == EventKind.KAFKA;
      case "EVENT_LATE" -> kinds.events() != EventKind.JSON_LINES;
      default -> true;
    };
  }

  private static List<String> differences(
      List<Map<String, String>> wanted, List<Map<String, String>> found) {
    Set<String> wantedRows = wanted.stream().map(Object::toString).collect(Collectors.toSet());
    Set<String> foundRows = found.stream().map(Object::toString).collect(Collectors.toSet());
    return Stream.concat(
            wantedRows.stream()
                .filter(row -> !foundRows.contains(row))
                .map(row -> "missing " + row),
            foundRows.stream().filter(row -> !wantedRows.contains(row)).map(row -> "more " + row))
        .sorted()
        .limit(10)
        .toList();
  }

  /** Rows without their refs, which name the source they came from. */
  private static List<Map<String, String>> mismatches(Kinds kinds) {
    DemoFolder demo = new DemoFolder(folder.resolve("demo"));
    Path configuration =
        variants.configuration(kinds.text(), kinds.outbound(), kinds.payments(), kinds.events());
    Path out = folder.resolve("out").resolve(kinds.text());
    StringWriter said = new StringWriter();
    PrintWriter writer = new PrintWriter(said, true);
    Product product = new Product(configuration, out, writer, writer);
    Path incidentFile = demo.site().resolve("incidents/2022-04-13-kafka.yaml");
    int exitCode =
        product.run(
            "reconcile",
            "--incident",
            incidentFile.toString(),
            "--as-of",
            AS_OF,
            "--out",
            out.toString());
    assertThat(exitCode).as(kinds.text() + "\n" + said).isZero();
    return rows(product.run(1).resolve("mismatches.csv"));
  }

  private static List<Map<String, String>> rows(Path file) {
    List<Map<String, String>> rows = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
      for (NamedCsvRecord record : csv) {
        Map<String, String> row = new TreeMap<>(record.getFieldsAsMap());
        row.remove("refs");
        rows.add(row);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }
}
