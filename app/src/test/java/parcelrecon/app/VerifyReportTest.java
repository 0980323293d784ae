package parcelrecon.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parcelrecon.app.configuration.Environment;
import parcelrecon.app.configuration.Problems;
import parcelrecon.app.configuration.SiteConfiguration;
import parcelrecon.app.configuration.SiteFile;
import parcelrecon.app.configuration.SiteFolder;
import parcelrecon.datafix.Suggestion;
import parcelrecon.report.datafix.Manifest;
import parcelrecon.report.datafix.change.Change;
import parcelrecon.report.datafix.check.CheckedPackage;
import parcelrecon.report.datafix.check.GuardCount;
import parcelrecon.report.datafix.check.GuardCount.Moved;
import parcelrecon.report.datafix.check.OwnScripts;
import parcelrecon.report.datafix.check.Standing;
import parcelrecon.rule.MismatchKind;

/** What verify says of an approval at any hour, and what comes next. */
class VerifyReportTest {

  private static final Instant AT = Instant.parse("2022-04-14T05:00:00Z");
  private static final Instant EXPIRES = Instant.parse("2022-04-15T05:00:00Z");

  @TempDir Path folder;
  private SiteConfiguration site;

  @BeforeEach
  void read() {
    Path file = new SiteFolder(folder).with("recon.yaml", SiteFolder.SMALLEST).path("recon.yaml");
    Environment none = name -> Optional.empty();
    site = SiteFile.read(file, none, new Problems()).orElseThrow();
  }

  private VerifyReport at(Instant now) {
    Manifest manifest =
        new Manifest(
            "2022-04-13-kafka",
            AT,
            new Manifest.Origin("a", Optional.empty(), "0.1.0", "en", Optional.of("h2"), "script"),
            Map.of(),
            List.of(),
            Optional.of(new Manifest.Approval("Lin \u001b[31mMei", AT, EXPIRES, "b")));
    return new VerifyReport(
        new CheckedPackage(Path.of("datafix"), manifest),
        new OwnScripts(OwnScripts.Outcome.OURS, List.of()),
        site,
        now);
  }

  @Test
  void approval_isForAnotherWhile_untilItHasExpired() {
    assertThat(at(Instant.parse("2022-04-14T06:30:01Z")).head())
        .contains(
            "  approved by Lin \uFFFD[31mMei at 2022-04-14T13:00:00+08:00, until"
                + " 2022-04-15T13:00:00+08:00 (for another 22 h 29 min), of package b");
    assertThat(at(EXPIRES.minusSeconds(61)).head().get(2)).contains("(for another 1 min)");
    assertThat(at(EXPIRES).head().get(2)).contains("(expired)");
    assertThat(at(EXPIRES.minusNanos(1)).isExpired()).isFalse();
  }

  @Test
  void nextStep_followsFromWhatWasCounted() {
    assertThat(next(AT, Map.of(Standing.HOLDS, 9L))).isEqualTo("run it as docs/datafix.md says.");
    assertThat(next(EXPIRES, Map.of(Standing.HOLDS, 9L)))
        .isEqualTo("approve the package it was made from again; this approval has expired.");
    assertThat(next(AT, Map.of(Standing.FIXED, 9L))).startsWith("nothing is left to run;");
    assertThat(next(AT, Map.of(Standing.FIXED, 4L, Standing.HOLDS, 5L)))
        .isEqualTo(
            "run it again as docs/datafix.md says; batches that have passed are left alone.");
    assertThat(next(AT, Map.of(Standing.HOLDS, 8L, Standing.GONE, 1L)))
        .endsWith("1 of 9 rows are not as they were seen.");
    assertThat(next(AT, Map.of())).startsWith("no script changes a row;");
  }

  private String next(Instant now, Map<Standing, Long> counts) {
    List<String> lines = at(now).guards(List.of(count(counts, List.of(), Set.of())));
    return lines.get(lines.size() - 1).replaceFirst("^Next: ", "");
  }

  private static GuardCount count(
      Map<Standing, Long> counts, List<Moved> moved, Set<String> others) {
    Map<Standing, Long> all = new EnumMap<>(Standing.class);
    all.putAll(counts);
    return new GuardCount("001.changes.jsonl", all, moved, others);
  }

  @Test
  void rowsThatMoved_areCutAtTwenty() {
    List<Moved> moved = new ArrayList<>();
    for (int i = 0; i < 23; i++) {
      Change change =
          new Change(
              "P",
              "O" + i,
              "PICKED_UP",
              "AWAITING_PICKUP",
              3,
              null,
              null,
              Suggestion.REVERT_OUTBOUND,
              MismatchKind.SHOWN_AS_FAILED,
              List.of());
      moved.add(new Moved(change, Standing.GONE, List.of()));
    }
    List<String> lines =
        at(AT).guards(List.of(count(Map.of(Standing.GONE, 123L), moved, Set.of("o\n1"))));
    assertThat(lines).hasSize(24);
    assertThat(lines.subList(20, 23))
        .containsExactly(
            "  gone O19: seen PICKED_UP, version 3, deadline none",
            "  and 103 more; --json tells them",
            "  the database takes rows with other keys for some of these, and so would the"
                + " script: \"o 1\"");
  }
}
