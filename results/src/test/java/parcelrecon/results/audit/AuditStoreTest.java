package parcelrecon.results.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parcelrecon.model.Answer;
import parcelrecon.model.RecordRef;
import parcelrecon.results.AnswerStore;
import parcelrecon.results.OnResults;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.RunList;
import parcelrecon.results.Runs;
import parcelrecon.results.audit.AuditCheck.Kind;
import parcelrecon.results.audit.AuditCheck.Misfit;

/** The audit as every kind of results database keeps it. */
public class AuditStoreTest extends OnResults {

  private static final Instant NOW = Instant.parse("2022-04-16T04:00:00.000000001Z");

  private AuditStore audit;

  @BeforeEach
  void stores() {
    audit = new AuditStore(database, InstantSource.fixed(NOW));
  }

  @Test
  void audit_fits_whenItIsEmpty() {
    assertThat(check()).isEqualTo(new AuditCheck(AuditHead.EMPTY, Optional.empty()));
    assertThat(audit.head().text()).isEqualTo("0:" + "0".repeat(64));
  }

  @Test
  void entry_hashesToWhatItsDocumentSays() throws Exception {
    audit.append(
        new AuditAct(
            "林美",
            AuditAction.RUN_STARTED,
            "run 1",
            Map.of("window", "19:33–20:22", "incident", "a \"b\"\n")));
    String canonical =
        "1\n2022-04-16T04:00:00.000000001Z\n林美\nRUN_STARTED\nrun 1\n"
            + "{\"incident\":\"a \\\"b\\\"\uFFFD\",\"window\":\"19:33–20:22\"}\n"
            + "0".repeat(64)
            + "\n";
    byte[] sha256 =
        MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(StandardCharsets.UTF_8));
    assertThat(audit.head().text()).isEqualTo("1:" + HexFormat.of().formatHex(sha256));
  }

  @Test
  void entry_isThereAndFits_whenDatabaseIsOpenedAgain() {
    AuditHead head = fill(3);
    openAgain();
    stores();
    assertThat(check()).isEqualTo(new AuditCheck(head, Optional.empty()));
    assertThat(fill(1).number()).isEqualTo(4);
  }

  @Test
  void hostileTexts_fit_whenReadBack() {
    audit.append(
        new AuditAct(
            " \ud800\n\0 ", AuditAction.SIGN_IN_FAILED, "\uD83D\uDCE6 ", Map.of("a", "\\u0000")));
    audit.append(new AuditAct("", AuditAction.SIGNED_OUT, ""));
    assertThat(check().misfit()).isEmpty();
  }

  @Test
  void changeAndEntry_areBothThere_orNeither() {
    AnswerStore answers = new AnswerStore(database);
    assertThat(audit.keep(() -> answers.add("i", answers(2)), AuditStoreTest::answered))
        .isEqualTo(2);
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                audit.keep(
                    () -> answers.add("i", answers(3)),
                    added -> {
                      throw new IllegalStateException("no");
                    }));
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                database.inTurn(
                    handle -> {
                      audit.append(handle, answered(1));
                      answers.add("i", answers(3));
                      throw new IllegalStateException("no");
                    }));
    assertThat(answers.latest("i")).isEqualTo(2);
    assertThat(audit.head().number()).isEqualTo(1);
    assertThat(check().misfit()).isEmpty();
  }

  @Test
  void act_isADefect_whenItsHandleIsInNoTransaction() {
    assertThatIllegalStateException()
        .isThrownBy(() -> database.jdbi().useHandle(handle -> audit.append(handle, answered(1))));
    assertThat(audit.head()).isEqualTo(AuditHead.EMPTY);
  }

  @Test
  void chainAndNumbers_haveNoGap_whenManyThreadsWriteAtOnce() throws Exception {
    writeAtOnce(List.of(database));
    assertThat(new RunList(database).newest(RunList.END, 100)).hasSize(12);
    assertThat(new AnswerStore(database).latest("i")).isEqualTo(240);
    assertThat(check().misfit()).isEmpty();
    assertThat(check().head().number()).isEqualTo(480);
  }

  @Test
  void misfit_isToldAtTheEntry_whicheverColumnIsChanged() {
    for (String column : List.of("done_at", "actor", "action", "subject", "detail")) {
      AuditHead before = audit.head();
      fill(3);
      long changed = before.number() + 2;
      tamper("update audit_entry set " + column + " = 'x' where entry_no = " + changed);
      assertThat(check().misfit()).as(column).contains(new Misfit(changed, Kind.CHANGED));
      tamper("delete from audit_entry where entry_no > " + before.number());
    }
    fill(3);
    tamper("update audit_entry set hash = 'x' where entry_no = 2");
    assertThat(check().misfit()).contains(new Misfit(2, Kind.CHANGED));
  }

  @Test
  void misfit_isTold_whenAnEntryIsMadeToFollowAnother() {
    fill(3);
    tamper("update audit_entry set previous_hash = hash where entry_no = 2");
    assertThat(check().misfit()).contains(new Misfit(2, Kind.CHANGED));
  }

  @Test
  void misfit_isTold_whenEntriesAreTakenOutOrSwappedOrPutIn() {
    fill(4);
    tamper("update audit_entry set entry_no = -entry_no where entry_no in (2, 3)");
    assertThat(check().misfit()).contains(new Misfit(-3, Kind.PUT_IN));
    tamper("update audit_entry set entry_no = 5 + entry_no where entry_no < 0");
    assertThat(check().misfit()).contains(new Misfit(2, Kind.CHANGED));
    tamper("delete from audit_entry where entry_no = 2");
    assertThat(check().misfit()).contains(new Misfit(2, Kind.MISSING));
    tamper("delete from audit_entry where entry_no = 1");
    assertThat(check().misfit()).contains(new Misfit(1, Kind.MISSING));
  }

  @Test
  void misfit_isToldAtTheNext_whenAnEntryIsMadeAnewWithItsHash() {
    fill(4);
    AuditEntry anew = AuditEntry.after(entry(1).head(), NOW.plusSeconds(1), answered(7));
    tamper(
        "update audit_entry set done_at = '%s', action = '%s', subject = '%s', detail = '%s', hash = '%s' where entry_no = 2"
            .formatted(anew.doneAt(), anew.action(), anew.subject(), anew.detail(), anew.hash()));
    tamper("update audit_entry set actor = '" + anew.actor() + "' where entry_no = 2");
    assertThat(check().misfit()).contains(new Misfit(3, Kind.OTHER_BEFORE));
  }

  @Test
  void cutTail_isSeenByTheHeadWrittenDownOnly() {
    fill(2);
    AuditHead earlier = audit.head();
    fill(3);
    AuditHead written = audit.head();
    AuditChain chain = new AuditChain(database);
    assertThat(chain.verify(written).misfit()).isEmpty();
    assertThat(chain.verify(earlier).misfit()).isEmpty();
    tamper("delete from audit_entry where entry_no > 3");
    assertThat(chain.verify().misfit()).isEmpty();
    assertThat(chain.verify(earlier).misfit()).isEmpty();
    assertThat(chain.verify(written).misfit()).contains(new Misfit(4, Kind.CUT));
    audit = new AuditStore(database, InstantSource.fixed(NOW.plusSeconds(1)));
    tamper("delete from audit_entry where entry_no > 1");
    fill(4);
    assertThat(chain.verify().misfit()).isEmpty();
    assertThat(chain.verify(earlier).misfit()).contains(new Misfit(2, Kind.MADE_ANEW));
  }

  @Test
  void chain_isReadToItsEnd_whenItIsLongerThanAPage() {
    fill(1_201);
    assertThat(check().head()).isEqualTo(audit.head());
    tamper("update audit_entry set actor = 'x' where entry_no = 1100");
    assertThat(check().misfit()).contains(new Misfit(1_100, Kind.CHANGED));
  }

  /** Changes what the database itself would refuse to change, where it can. */
  protected void tamper(String statement) {
    database.jdbi().useHandle(handle -> handle.execute(statement));
  }

  private AuditCheck check() {
    return new AuditChain(database).verify();
  }

  private AuditEntry entry(long number) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery("select * from audit_entry where entry_no = " + number)
                    .map((row, context) -> AuditEntry.of(row))
                    .one());
  }

  private AuditHead fill(int entries) {
    IntStream.range(0, entries).forEach(i -> audit.append(answered(i)));
    return audit.head();
  }

  /** 12 threads, each 40 entries, 20 answers and a run, on the databases by turns. */
  protected static void writeAtOnce(List<ResultsDatabase> databases) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(12);
    try {
      List<Future<?>> all = new ArrayList<>();
      for (int thread = 0; thread < 12; thread++) {
        int number = thread;
        ResultsDatabase own = databases.get(thread % databases.size());
        all.add(pool.submit(() -> write(own, number)));
      }
      for (Future<?> each : all) {
        each.get();
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private static void write(ResultsDatabase database, int thread) {
    AuditStore audit = new AuditStore(database, InstantSource.fixed(NOW));
    AnswerStore answers = new AnswerStore(database);
    for (int i = 0; i < 20; i++) {
      audit.append(answered(thread));
      List<Answer> another = List.of(answer(thread * 100L + i));
      audit.keep(() -> answers.add("i", another), AuditStoreTest::answered);
    }
    Runs.begin(database);
  }

  private static AuditAct answered(int count) {
    return new AuditAct(
        "lin", AuditAction.ANSWERED, "run 1", Map.of("answers", Integer.toString(count)));
  }

  private static List<Answer> answers(int count) {
    return IntStream.range(0, count).mapToObj(AuditStoreTest::answer).toList();
  }

  private static Answer answer(long second) {
    return new Answer(
        "TW1",
        new RecordRef.AnswerRow(1, 0),
        Answer.StoreAnswer.values()[0],
        NOW.plusSeconds(second),
        "lin",
        "");
  }
}
