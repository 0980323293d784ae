package parcelrecon.report.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parcelrecon.datafix.Suggestion;
import parcelrecon.model.Coverage;
import parcelrecon.model.Incident;
import parcelrecon.model.SourceName;
import parcelrecon.model.Verdict;
import parcelrecon.model.Window;
import parcelrecon.report.SampleLater;
import parcelrecon.report.SampleParcel;
import parcelrecon.report.SampleRun;
import parcelrecon.report.SampleRunAround;
import parcelrecon.report.text.Texts;
import parcelrecon.results.ParcelRow;
import parcelrecon.results.RunResults;
import parcelrecon.results.RunRow;
import parcelrecon.results.SourceRow;
import parcelrecon.results.SourceRow.SecondLook;
import parcelrecon.rule.JudgingContext;
import parcelrecon.rule.MismatchKind;

class StatementTest {

  @TempDir Path directory;

  @Test
  void statement_tellsWhenItWas() throws IOException {
    assertThat(statement(SampleRun.incident()))
        .startsWith("# Impact statement: Kafka cluster down\n")
        .contains("- Happened: 19:33\n", "- Noticed: 19:36\n", "- Restarted: 19:53\n")
        .contains("- Recovered: 20:22\n", "- Lasted: 49 minutes\n");
  }

  @Test
  void statement_hasOneSentence_withTheDaysTotal() throws IOException {
    assertThat(statement(SampleRun.incident()))
        .contains(
            "161,569 pick-ups that day, 9 (0.0 %) done in the system while the counter showed an"
                + " error.")
        .contains("Besides these, 13 parcels are affected in another way");
  }

  @Test
  void statement_tellsWhatHasBeenPutRight_andWhatIsNotKnown_besideWhatWasFirstFound()
      throws IOException {
    assertThat(statement(SampleLater.incident()))
        .contains(
            "At the time, as known on 2022-04-16 12:00:00: 161,569 pick-ups that day, 9 (0.0 %)",
            "Now, as known on 2022-04-20 12:00:00: 161,569 pick-ups that day, 8 (0.0 %)",
            "## What has been put right since",
            "| put back to “awaiting pick-up” | 1 | 1 |",
            "| not known: what it was found by is not seen now | 1 | – |",
            "- Not known: the records it was found by are not seen now, gone or out of reach. That"
                + " heals nothing.",
            "- Affected now, and not at the time: 1 parcel; not in the figures of the time.",
            "| Shown as failed | 9 | 8 |",
            "| To collect | JP¥200 + NT$6,528 | JP¥200 + NT$3,308 |");
    assertThat(statement(SampleRun.incident())).doesNotContain("put right since", "At the time");
  }

  @Test
  void statement_saysSo_whenTheDaysTotalIsUnknown() throws IOException {
    assertThat(statement(with(SampleRun.incident(), "Kafka", OptionalLong.empty(), List.of())))
        .contains("How many there were that day is not known.");
  }

  @Test
  void outcomes_addUpToTheAffectedParcels() throws IOException {
    String statement = statement(SampleRun.incident());
    assertThat(statement)
        .contains("| Proven handed over and paid: only shown wrong | 1 | – | – |")
        .contains("| The buyer came back and paid | 1 |")
        .contains("| Proven still at the store | 2 | NT$2,450 |")
        .contains("| Not found at the store | 1 | NT$320 |")
        .contains("| – of these prepaid: no money record can prove them | 1 |")
        .contains(
            "| **All affected parcels** | **22** | **JP¥200 + NT$6,528** | **NT$1,999** | **To")
        .contains("Not yet due, in none of these sums: 1 payment that may still arrive (NT$75).");
    assertThat(
            statement
                .lines()
                .filter(line -> line.startsWith("| "))
                .dropWhile(line -> !line.contains("Affected parcels"))
                .skip(1)
                .takeWhile(line -> !line.contains("**"))
                .filter(line -> !line.contains("– of these"))
                .mapToLong(line -> Long.parseLong(line.split("\\|")[2].strip()))
                .sum())
        .isEqualTo(22);
  }

  @Test
  void outcomes_sayNotToPutBack_whatIsTakenBackAlready() throws IOException {
    List<ParcelRow> parcels =
        Stream.of(Verdict.ON_SHELF, Verdict.UNKNOWN, Verdict.LOST)
            .map(
                verdict ->
                    SampleParcel.parcel("P-" + verdict)
                        .takenBack("19:42:39", 9100)
                        .verdict(verdict)
                        .finds(MismatchKind.SHOWN_AS_FAILED, Suggestion.CLOSE_HEALED)
                        .row())
            .toList();
    assertThat(statement(SampleRun.of(parcels)))
        .contains(
            "| Taken back in the records: awaiting pick-up | 2 | – | – | Nothing more in the",
            "| Proven still at the store | 0 |",
            "| Not found at the store | 1 |",
            "| Not provable | 0 |");
  }

  @Test
  void claims_areTrueFalseAndUnknown() throws IOException {
    assertThat(statement(SampleRun.incident()))
        .contains("of the 9 parcels shown as failed")
        .contains(
            "“only a display problem, no datafix needed” (20:41): true for 2, false for 3, unknown"
                + " for 4.");
  }

  @Test
  void timeline_showsEachPhaseByItsLabel_withItsParcels() throws IOException {
    assertThat(statement(SampleRun.incident()))
        .contains(
            "| 19:42–19:44 | counters time out (counters showed errors) | 9 | =P-0028 at 19:42:39"
                + " | P-0026 at 19:42:39 |")
        .contains(
            "| 19:43–20:22 | counters switched over (no events sent from then on, by design) |");
  }

  @Test
  void events_areToldByWhatBecameOfThem() throws IOException {
    assertThat(statement(SampleRun.incident()))
        .contains("| Lost: not found although they should have been sent | 1 |")
        .contains("| Not sent, by design | 1 |")
        .contains(
            "| fms-celery-id | not consuming: 1 event of 1 parcel looked at | 19:33:10 |"
                + " parcel-outbound 0:6900 1:6950 |")
        .contains("| healthy | none: kept up | – | – |");
  }

  @Test
  void events_countAParcelOnce_whenTwoGroupsStandStill() throws IOException {
    SampleRun run =
        SampleRun.of(
            List.of(
                SampleParcel.parcel("P-1")
                    .pickedUp("19:33:10", 300)
                    .told("19:33:10")
                    .notConsumedBy("fms-celery-id")
                    .notConsumedBy("healthy")
                    .row()));
    assertThat(statement(run))
        .contains("| Sent, but not consumed by a watched group | 1 |")
        .contains("| healthy | not consuming: 1 event of 1 parcel looked at |");
  }

  @Test
  void proof_tellsWhyNot() throws IOException {
    assertThat(statement(SampleRun.incident()))
        .contains("For 1 prepaid parcel among them no money record can ever prove the handover")
        .contains("an open transaction hides 14 records")
        .contains("Pick-up started, never finished: 1; Paid less than due: 1.");
  }

  @Test
  void proof_countsTheSecondLook() throws IOException {
    assertThat(statement(SampleRun.incident()))
        .contains(
            "- pick-up records, second look: 2,431 parcels asked for again, 20 more records found,"
                + " 14 parcels no longer in doubt.\n");
    assertThat(statement(reading(source -> looked(source, new SecondLook(1, 1, 1)))))
        .contains(
            "second look: 1 parcel asked for again, 1 more record found, 1 parcel no longer in"
                + " doubt.");
    assertThat(statement(reading(source -> looked(source, new SecondLook(3, 0, 0)))))
        .contains("3 parcels asked for again, nothing more found, no parcel no longer in doubt.");
  }

  @Test
  void proof_listsOfPartitionsOnlyWhatIsNotComplete() throws IOException {
    assertThat(statement(SampleRun.incident()))
        .contains(
            "- events: 2 of 3 partitions could show all. Topic parcel-outbound, partition 3: an open"
                + " transaction hides 14 records.\n")
        .doesNotContain("read from offset");
    assertThat(statement(reading(source -> covered(source, partitions(100, 0)))))
        .contains("events: all 100 partitions were read completely.\n")
        .doesNotContain("partition 3");
    assertThat(statement(reading(source -> covered(source, partitions(100, 100)))))
        .contains("events: 0 of 100 partitions could show all. Topic t, partition 0: ")
        .contains("; and 90 more.\n");
    assertThat(statement(reading(source -> covered(source, partitions(1, 0)))))
        .contains("events: the only partition was read completely.\n");
  }

  private static Coverage partitions(int count, int open) {
    List<Coverage.Reason> reasons = new ArrayList<>();
    for (int partition = 0; partition < count; partition++) {
      reasons.add(Coverage.Reason.of(Coverage.Code.PARTITION_READ, "t", partition, 0, 10));
    }
    for (int partition = 0; partition < open; partition++) {
      reasons.add(Coverage.Reason.of(Coverage.Code.OPEN_TRANSACTION, "t", partition, 7));
    }
    return new Coverage(reasons);
  }

  private static RunResults reading(UnaryOperator<SourceRow> change) {
    return new SampleRunAround(SampleRun.incident()) {
      @Override
      public List<SourceRow> sources() {
        return run.sources().stream().map(change).toList();
      }
    };
  }

  private static SourceRow looked(SourceRow row, SecondLook look) {
    return row.name() == SourceName.OUTBOUND
        ? new SourceRow(row.name(), row.type(), row.counts(), look, row.coverage())
        : row;
  }

  private static SourceRow covered(SourceRow row, Coverage coverage) {
    return row.name() == SourceName.EVENTS
        ? new SourceRow(row.name(), row.type(), row.counts(), row.secondLook(), coverage)
        : row;
  }

  @Test
  void proof_namesWhatWasNotLookedAt_whenASourceIsNotConfigured() throws IOException {
    assertThat(statement(new OutboundsOnly()))
        .contains("No payments were looked at", "Events were not looked at.")
        .contains("but took 3 seconds or longer");
  }

  @Test
  void steps_nameRolesAndNearestDeadlines() throws IOException {
    assertThat(statement(SampleRun.incident()))
        .contains(
            "| BPM | Ask the store: is the parcel still on the shelf, was the money taken? | 5"
                + " | 2022-04-17 23:59:59 |")
        .contains("| Finance | Hold the payout to the seller | 2 | 2022-04-25 00:00:00 |")
        .contains("| Ops | Resume the downstream system | 1 | – |");
  }

  @Test
  void steps_tellWhatIsOver_whenADeadlineHasPassed() throws IOException {
    SampleRun run =
        SampleRun.of(
            List.of(
                SampleParcel.parcel("P-1")
                    .until("15 23:59:59")
                    .pickedUp("19:42:39", 9100)
                    .verdict(Verdict.UNKNOWN)
                    .finds(MismatchKind.SHOWN_AS_FAILED, Suggestion.ASK_STORE)
                    .row()));
    assertThat(statement(run)).contains("| 1 | – (1 parcel’s is over) |");
  }

  @Test
  void statement_tellsWhatItWasMadeFrom_andNothingOfTheRun() throws IOException {
    assertThat(statement(SampleRun.incident()))
        .contains("- Incident: 2022-04-13-kafka\n")
        .contains("- As of: 2022-04-16 12:00:00 (Asia/Taipei)\n")
        .contains("sha256 c0ffee")
        .isEqualTo(statement(SampleRun.again(9)));
  }

  @Test
  void statement_showsTextsFromOutsideAsTheyAre() throws IOException {
    RunResults run =
        with(
            SampleRun.incident(),
            "a | b <script>\n# c",
            OptionalLong.of(5),
            List.of(
                new Incident.Claim(
                    "*never* `x` [y](z) {0}", java.util.Optional.empty(), List.of())));
    assertThat(statement(run))
        .startsWith("# Impact statement: a \\| b \\<script\\> # c\n")
        .contains(
            "“\\*never\\* \\`x\\` \\[y\\](z) {0}” (time not recorded): true for 0, false for 5");
  }

  @Test
  void statement_isWhole_whenNothingWasFound() throws IOException {
    assertThat(statement(SampleRun.of(List.of())))
        .contains("no parcel is affected in another way", "Nothing is left to do.");
  }

  private String statement(RunResults run) throws IOException {
    Path path = directory.resolve("statement.md");
    long lines = Statement.of(run, Texts.of("en")).writeMarkdown(path);
    String text = Files.readString(path);
    assertThat(text.lines().count()).isEqualTo(lines);
    return text;
  }

  private static RunResults with(
      RunResults results, String title, OptionalLong dayTotal, List<Incident.Claim> claims) {
    return new SampleRunAround(results) {
      @Override
      public RunRow run() {
        RunRow row = run.run();
        Incident incident = row.incident();
        Window window = incident.window();
        return new RunRow(
            row.run(),
            new Incident(
                incident.id(),
                title,
                incident.market(),
                window,
                Incident.Times.UNKNOWN,
                List.of(),
                claims),
            row.asOf(),
            row.state(),
            row.exitCode(),
            dayTotal,
            row.answersThrough(),
            row.options(),
            row.configuration(),
            row.startedAt(),
            row.endedAt(),
            row.controlOf(),
            row.recheckOf(),
            row.removedAt());
      }
    };
  }

  /** A run whose site has no payments, events or attempts. */
  private static final class OutboundsOnly extends SampleRunAround {
    OutboundsOnly() {
      super(SampleRun.of(List.of()));
    }

    @Override
    public JudgingContext context() {
      JudgingContext all = run.context();
      var coverage = all.sources().coverage();
      return new JudgingContext(
          all.window(),
          all.phases(),
          all.asOf(),
          all.settings(),
          new JudgingContext.Sources(
              java.util.Map.of(SourceName.OUTBOUND, coverage.get(SourceName.OUTBOUND)),
              false,
              java.util.Optional.empty(),
              true),
          JudgingContext.Events.NONE);
    }
  }
}
