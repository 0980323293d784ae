package parcelrecon.console.audit;

import static parcelrecon.report.text.CellText.safe;

import java.io.IOException;
import java.io.OutputStream;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;
import parcelrecon.console.sign.Person;
import parcelrecon.report.file.CsvFile;
import parcelrecon.report.text.Texts;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.audit.AuditAct;
import parcelrecon.results.audit.AuditAction;
import parcelrecon.results.audit.AuditChain;
import parcelrecon.results.audit.AuditCheck;
import parcelrecon.results.audit.AuditEntry;
import parcelrecon.results.audit.AuditFilter;
import parcelrecon.results.audit.AuditHead;
import parcelrecon.results.audit.AuditLog;
import parcelrecon.results.audit.AuditStore;

/** Looks through the audit, checks it and hands it out. */
@Component
class AuditDesk {

  private static final List<String> COLUMNS =
      List.of(
          "entry_no", "done_at", "actor", "action", "subject", "detail", "previous_hash", "hash");

  private final AuditStore store;
  private final AuditLog log;
  private final AuditChain chain;

  /** One check at a time: each reads the whole audit. */
  private final ReentrantLock checking = new ReentrantLock();

  AuditDesk(ResultsDatabase database) {
    this.store = new AuditStore(database, InstantSource.system());
    this.log = new AuditLog(database);
    this.chain = new AuditChain(database);
  }

  AuditHead head() {
    return store.head();
  }

  List<AuditEntry> page(AuditQuestion question, ZoneId zone, int rowsMax) {
    return log.before(question.beforeOrNewest(), question.filter(zone), rowsMax);
  }

  /** What a check says. */
  record Told(boolean isGood, String text) {}

  /**
   * @param head of earlier; empty to check without one
   */
  Told check(String head, Texts texts) {
    Optional<AuditHead> written = AuditHead.parse(head);
    if (!head.isEmpty() && written.isEmpty()) {
      return new Told(false, texts.text("audit.check.noHead"));
    }
    if (!checking.tryLock()) {
      return new Told(false, texts.text("audit.check.busy"));
    }
    try {
      return told(written.map(chain::verify).orElseGet(chain::verify), written, texts);
    } finally {
      checking.unlock();
    }
  }

  private static Told told(AuditCheck check, Optional<AuditHead> written, Texts texts) {
    return check
        .misfit()
        .map(
            misfit ->
                new Told(
                    false,
                    texts.text("audit.check." + misfit.kind(), Long.toString(misfit.number()))))
        .orElseGet(
            () ->
                new Told(
                    true,
                    texts.text(
                        written.isPresent() ? "audit.check.fitsHead" : "audit.check.fits",
                        check.head().number())));
  }

  /** Returns the head before the download itself was kept. */
  AuditHead keepDownload(Person person, AuditQuestion question) {
    AuditHead through = head();
    store.append(new AuditAct(person.name(), AuditAction.DOWNLOADED, "audit", question.fields()));
    return through;
  }

  void write(AuditHead through, AuditFilter filter, OutputStream out) throws IOException {
    try (CsvFile csv = CsvFile.to(out, COLUMNS)) {
      log.forEach(through, filter, entry -> row(csv, entry));
    }
  }

  private static void row(CsvFile csv, AuditEntry entry) {
    csv.row(
        Long.toString(entry.number()),
        safe(entry.doneAt()),
        safe(entry.actor()),
        safe(entry.action()),
        safe(entry.subject()),
        safe(entry.detail()),
        safe(entry.previousHash()),
        safe(entry.hash()));
  }
}
