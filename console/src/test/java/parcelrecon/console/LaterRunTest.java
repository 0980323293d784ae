package parcelrecon.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parcelrecon.console.ConsoleUnderTest.Browser;
import parcelrecon.console.sign.Role;
import parcelrecon.model.Answer;
import parcelrecon.model.Answer.StoreAnswer;
import parcelrecon.model.RecordRef;
import parcelrecon.results.AnswerStore;

/** The page of a run whose incident an earlier run had found. */
class LaterRunTest {

  private static final Instant ANSWERED = Instant.parse("2022-04-15T02:30:00Z");

  @TempDir private Path folder;

  @Test
  void page_tellsWhatBecameOfTheParcels_withoutReadingThem() {
    CalledSite site = CalledSite.in(folder);
    String kept;
    try (ConsoleUnderTest console = new ConsoleUnderTest(folder, site)) {
      site.reconcile(console.database());
      new AnswerStore(console.database()).add(CalledSite.INCIDENT, List.of(stillHere("P1")));
      site.reconcile(console.database());
      Browser ops = console.signedIn(Role.OPS);
      StringBuilder page = new StringBuilder();
      Statements made = Statements.of(console, () -> page.append(told(ops)));
      kept = page.toString();
      assertThat(kept).contains("74 parcels were affected at the time");
      assertThat(made.reading("evidence")).isZero();
      console.database().jdbi().useHandle(handle -> handle.execute("delete from followed_count"));
    }
    try (ConsoleUnderTest older = new ConsoleUnderTest(folder, site)) {
      Browser ops = older.signedIn(Role.OPS);
      Statements made = Statements.of(older, () -> assertThat(told(ops)).isEqualTo(kept));
      assertThat(made.reading("evidence")).isPositive();
    }
    try (ConsoleUnderTest again = new ConsoleUnderTest(folder, site)) {
      Browser ops = again.signedIn(Role.OPS);
      Statements made = Statements.of(again, () -> assertThat(told(ops)).isEqualTo(kept));
      assertThat(made.reading("evidence")).isZero();
    }
  }

  private static String told(Browser browser) {
    return browser
        .get("/runs/2")
        .body()
        .lines()
        .filter(line -> line.contains("at the time:"))
        .findFirst()
        .orElse("");
  }

  private static Answer stillHere(String parcel) {
    return new Answer(
        parcel, new RecordRef.AnswerRow(1, 1), StoreAnswer.ON_SHELF, ANSWERED, "bpm", "");
  }
}
