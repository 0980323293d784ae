package parcelrecon.results.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parcelrecon.results.OnResults;

/** What people look for in the audit. */
public class AuditLogTest extends OnResults {

  private AuditLog log;

  @BeforeEach
  void stores() {
    log = new AuditLog(database);
  }

  @Test
  void entries_comeNewestFirst_aPageAfterAnother() {
    IntStream.range(0, 5).forEach(i -> keep("2022-04-16T00:00:00Z", "lin", "run 1"));
    assertThat(numbers(log.before(Long.MAX_VALUE, AuditFilter.ALL, 3))).containsExactly(5L, 4L, 3L);
    assertThat(numbers(log.before(3, AuditFilter.ALL, 3))).containsExactly(2L, 1L);
    assertThat(log.before(1, AuditFilter.ALL, 3)).isEmpty();
  }

  @Test
  void entry_saysWhatWasKept() {
    keep("2022-04-16T00:00:00.25Z", "林", "run 1");
    AuditEntry entry = log.before(Long.MAX_VALUE, AuditFilter.ALL, 1).get(0);
    assertThat(entry.instant()).contains(Instant.parse("2022-04-16T00:00:00.25Z"));
    assertThat(entry.actor()).isEqualTo("林");
    assertThat(entry.knownAction()).contains(AuditAction.DOWNLOADED);
    assertThat(entry.details()).isEqualTo(Map.of("file", "a.csv"));
  }

  @Test
  void entry_canBeShown_whenItWasSpoilt() {
    AuditEntry spoilt = new AuditEntry(1, "today", "x", "FLEW", "", "[", "", "");
    assertThat(spoilt.instant()).isEmpty();
    assertThat(spoilt.knownAction()).isEmpty();
    assertThat(spoilt.details()).isEmpty();
  }

  @Test
  void filter_leavesWhatIsAskedFor() {
    keep("2022-04-16T00:00:00Z", "lin", "run 1");
    keep("2022-04-16T00:00:00Z", "Lin", "run 1");
    keep("2022-04-16T00:00:00Z", "lin", "run 11");
    assertThat(found(filter(Optional.of("lin"), Optional.of("run 1")))).containsExactly(1L);
    assertThat(found(filter(Optional.of("lin"), Optional.empty()))).containsExactly(3L, 1L);
    assertThat(found(filter(Optional.of("' or 1 = 1 --"), Optional.empty()))).isEmpty();
    assertThat(
            found(
                new AuditFilter(
                    Optional.empty(),
                    Optional.of(AuditAction.REVIEWED),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty())))
        .isEmpty();
  }

  @Test
  void day_beginsWithItsFirstMoment_andEndsBeforeTheNext() {
    keep("2022-04-15T15:59:59.999999999Z", "lin", "before");
    keep("2022-04-15T16:00:00Z", "lin", "first");
    keep("2022-04-15T16:00:00.000000001Z", "lin", "second");
    keep("2022-04-16T15:59:59.999Z", "lin", "last");
    keep("2022-04-16T16:00:00Z", "lin", "behind");
    AuditFilter day =
        new AuditFilter(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(Instant.parse("2022-04-15T16:00:00Z")),
            Optional.of(Instant.parse("2022-04-16T16:00:00Z")));
    assertThat(found(day)).containsExactly(4L, 3L, 2L);
  }

  @Test
  void everyEntryUpToAHead_isRead_whenThereAreMoreThanAPage() {
    IntStream.range(0, 1_100).forEach(i -> keep("2022-04-16T00:00:00Z", "lin", "run 1"));
    AuditHead head = new AuditStore(database, Instant::now).head();
    keep("2022-04-16T00:00:00Z", "lin", "later");
    List<Long> read = new ArrayList<>();
    log.forEach(head, AuditFilter.ALL, entry -> read.add(entry.number()));
    assertThat(read).hasSize(1_100).startsWith(1_100L, 1_099L).endsWith(1L);
  }

  private void keep(String at, String actor, String subject) {
    new AuditStore(database, () -> Instant.parse(at))
        .append(new AuditAct(actor, AuditAction.DOWNLOADED, subject, Map.of("file", "a.csv")));
  }

  private List<Long> found(AuditFilter filter) {
    return numbers(log.before(Long.MAX_VALUE, filter, 10));
  }

  private static AuditFilter filter(Optional<String> actor, Optional<String> subject) {
    return new AuditFilter(actor, Optional.empty(), subject, Optional.empty(), Optional.empty());
  }

  private static List<Long> numbers(List<AuditEntry> entries) {
    return entries.stream().map(AuditEntry::number).toList();
  }
}
