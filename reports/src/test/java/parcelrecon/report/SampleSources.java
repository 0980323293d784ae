package parcelrecon.report;

import static parcelrecon.report.SampleParcel.at;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import parcelrecon.model.Coverage;
import parcelrecon.model.Coverage.Code;
import parcelrecon.model.Coverage.Reason;
import parcelrecon.model.SourceName;
import parcelrecon.results.SourceRow;
import parcelrecon.results.SourceRow.Counts;
import parcelrecon.results.SourceRow.SecondLook;
import parcelrecon.rule.JudgingContext;

/** What a {@link SampleRun} read; the events are not complete. */
final class SampleSources {

  private SampleSources() {}

  static List<SourceRow> all() {
    return List.of(
        new SourceRow(
            SourceName.OUTBOUND,
            "jdbc",
            new Counts(0, 161_613, 161_612, 1, 12, 1_030, 160_582),
            new SecondLook(2_431, 20, 14),
            new Coverage(
                List.of(
                    Reason.of(Code.ONE_SNAPSHOT, at("18:33:00"), at("20 20:22:00")),
                    Reason.of(Code.DUPLICATES, 12)))),
        new SourceRow(
            SourceName.PAYMENTS,
            "csv",
            new Counts(2_300, 98_401, 98_400, 1, 30, 640, 97_760),
            SecondLook.NONE,
            new Coverage(
                List.of(
                    Reason.of(Code.TAKEN_AS_ALL_THERE_IS),
                    Reason.of(Code.COMPLETE_THROUGH, at("14 23:59:12")),
                    Reason.of(Code.DUPLICATES, 30)))),
        new SourceRow(
            SourceName.EVENTS,
            "kafka",
            new Counts(0, 140_120, 140_120, 0, 0, 702, 139_418),
            SecondLook.NONE,
            new Coverage(
                List.of(
                    Reason.of(Code.READ_TO_FROZEN_ENDS, "parcel-outbound", 3, 140_120),
                    partition(0, 7_900),
                    partition(1, 7_950),
                    partition(3, 124_270),
                    new Reason(
                        Code.OPEN_TRANSACTION,
                        List.of("parcel-outbound", "3", "14"),
                        Optional.empty()),
                    Reason.of(Code.GROUP_WITHOUT_OFFSETS, "old-report", "parcel-outbound")))),
        new SourceRow(
            SourceName.ATTEMPTS,
            "json-lines",
            new Counts(0, 9_800, 9_800, 0, 0, 1_020, 8_780),
            SecondLook.NONE,
            new Coverage(List.of(Reason.of(Code.TAKEN_AS_ALL_THERE_IS)))));
  }

  private static Reason partition(int partition, long end) {
    return Reason.of(Code.PARTITION_READ, "parcel-outbound", partition, 0, end);
  }

  static JudgingContext.Sources context(List<SourceRow> sources) {
    return new JudgingContext.Sources(
        sources.stream().collect(Collectors.toMap(SourceRow::name, SourceRow::coverage)),
        true,
        Optional.of(at("14 23:59:12")),
        true);
  }

  static JudgingContext.Events events() {
    return new JudgingContext.Events(
        "OUTBOUND_COMPLETED",
        Optional.of("OUTBOUND_REVERSED"),
        List.of("STOCK_TAKE", "RETURN_DEPARTED"),
        List.of(
            new JudgingContext.GroupOffsets(
                "fms-celery-id", Map.of("parcel-outbound", Map.of(0, 6_900L, 1, 6_950L))),
            new JudgingContext.GroupOffsets(
                "healthy", Map.of("parcel-outbound", Map.of(0, 7_900L, 1, 7_950L)))));
  }
}
