package parcelrecon.tell;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import parcelrecon.model.Coverage;
import parcelrecon.model.SourceName;
import parcelrecon.results.telling.Message;
import parcelrecon.results.telling.Message.Found;
import parcelrecon.results.telling.Message.OfRun;
import parcelrecon.results.telling.Message.Recheck;
import parcelrecon.results.telling.Message.Tally;
import parcelrecon.results.telling.Occasion;
import parcelrecon.rule.MismatchKind;

/** One message of each occasion. */
final class Messages {

  static final Instant NOON = Instant.parse("2022-04-13T12:00:00Z");

  static final Found FOUND =
      new Found(
          3,
          Map.of(MismatchKind.UNCOLLECTED, 2L, MismatchKind.PAID_TWICE, 1L),
          Map.of("TWD", 128_000L),
          Map.of("TWD", 5_000L, "USD", 100L),
          Map.of(SourceName.PAYMENTS, Coverage.State.INCOMPLETE));

  private Messages() {}

  static Message of(Occasion occasion) {
    return of(occasion, "Every <hour> & \"more\"", "en");
  }

  static Message of(Occasion occasion, String title, String language) {
    return new Message(
        occasion,
        new Message.Subject("hourly", title, ZoneId.of("Asia/Taipei"), language),
        NOON.minusSeconds(3600),
        NOON,
        switch (occasion) {
          case RESULT, INCOMPLETE, CAME_BACK, NOTHING_OPEN, RECHECK_INCOMPLETE ->
              run(0, Optional.of(FOUND));
          case FAILED, RECHECK_FAILED -> run(5, Optional.empty());
          case MISSED, DAILY, RECHECK_MISSED, TRIAL -> Optional.empty();
        },
        switch (occasion) {
          case DAILY -> Optional.of(new Tally(23, 3, 1, 2));
          case MISSED -> Optional.of(new Tally(0, 0, 0, 1));
          default -> Optional.empty();
        },
        switch (occasion) {
          case CAME_BACK -> Optional.of(new Recheck(2, 0));
          case NOTHING_OPEN, RECHECK_INCOMPLETE -> Optional.of(new Recheck(0, 0));
          default -> Optional.empty();
        });
  }

  private static Optional<OfRun> run(int exitCode, Optional<Found> found) {
    return Optional.of(new OfRun("hourly-20220413T1900", 12, OptionalInt.of(exitCode), found));
  }
}
