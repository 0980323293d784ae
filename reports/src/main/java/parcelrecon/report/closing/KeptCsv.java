package parcelrecon.report.closing;

import static parcelrecon.report.text.CellText.safe;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import parcelrecon.model.Answer;
import parcelrecon.model.RecordRef;
import parcelrecon.report.file.CsvFile;
import parcelrecon.report.file.Json;
import parcelrecon.results.AnswerStore;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.audit.AuditEntry;
import parcelrecon.results.audit.AuditFilter;
import parcelrecon.results.audit.AuditLog;
import parcelrecon.results.closing.Closing;
import parcelrecon.results.review.Review;
import parcelrecon.results.review.ReviewAct;
import parcelrecon.results.review.ReviewDecision;
import parcelrecon.results.review.ReviewStore;

/** What people said and did about an incident until it was closed, as CSV files. */
final class KeptCsv {

  private static final List<String> DECISIONS =
      List.of(
          "review",
          "run",
          "parcel_id",
          "kind",
          "group",
          "what",
          "decision",
          "assignee",
          "note",
          "facts",
          "by",
          "at");

  private static final List<String> ANSWERS =
      List.of("answer_no", "run", "parcel_id", "answer", "note", "by", "at");

  private static final List<String> AUDIT =
      List.of(
          "entry_no", "done_at", "actor", "action", "subject", "detail", "previous_hash", "hash");

  private final ResultsDatabase database;
  private final Closing closing;

  KeptCsv(ResultsDatabase database, Closing closing) {
    this.database = database;
    this.closing = closing;
  }

  /** Every review of the incident, in the order in which they were kept. */
  long decisions(Path path) throws IOException {
    try (CsvFile csv = CsvFile.create(path, DECISIONS)) {
      new ReviewStore(database, InstantSource.system())
          .forEach(
              closing.incidentId(),
              closing.frozen().reviewsThrough(),
              review -> decision(csv, review));
      return csv.rows();
    }
  }

  private static void decision(CsvFile csv, Review review) {
    ReviewAct act = review.act();
    String what = "COMMENTED";
    String assignee = "";
    if (act instanceof ReviewAct.Decide) {
      what = "DECIDED";
    } else if (act instanceof ReviewAct.Assign assign) {
      what = "ASSIGNED";
      assignee = assign.assignee().orElse("");
    }
    csv.row(
        String.valueOf(review.number()),
        String.valueOf(review.run()),
        safe(review.mismatch().parcelId()),
        review.mismatch().kind().name(),
        safe(review.mismatch().group()),
        what,
        review.decision().map(ReviewDecision::name).orElse(""),
        safe(assignee),
        safe(act.note()),
        review.facts(),
        safe(review.by()),
        Json.time(review.at()));
  }

  /** Every answer of a store to the incident, in the order in which they were kept. */
  long answers(Path path) throws IOException {
    try (CsvFile csv = CsvFile.create(path, ANSWERS)) {
      for (Answer answer :
          new AnswerStore(database)
              .answersOf(closing.incidentId(), closing.frozen().answersThrough())) {
        RecordRef.AnswerRow ref = (RecordRef.AnswerRow) answer.ref();
        csv.row(
            String.valueOf(ref.row()),
            String.valueOf(ref.run()),
            safe(answer.parcelId()),
            answer.answer().name(),
            safe(answer.note()),
            safe(answer.by()),
            Json.time(answer.answeredAt()));
      }
      return csv.rows();
    }
  }

  /**
   * The entries of the audit that are about the incident, its runs and its packages, newest first,
   * up to and including its closing: all columns, so that anybody can hash them.
   *
   * @param runs of the incident, of whatever state
   * @param packages of the incident
   */
  long audit(Collection<Long> runs, Collection<Long> packages, Path path) throws IOException {
    Predicate<AuditEntry> isOurs = isOurs(Set.copyOf(runs), Set.copyOf(packages));
    try (CsvFile csv = CsvFile.create(path, AUDIT)) {
      new AuditLog(database)
          .forEach(
              closing.audit(),
              AuditFilter.ALL,
              entry -> {
                if (isOurs.test(entry)) {
                  csv.row(
                      String.valueOf(entry.number()),
                      entry.doneAt(),
                      safe(entry.actor()),
                      entry.action(),
                      safe(entry.subject()),
                      entry.detail(),
                      entry.previousHash(),
                      entry.hash());
                }
              });
      return csv.rows();
    }
  }

  private Predicate<AuditEntry> isOurs(Set<Long> runs, Set<Long> packages) {
    return entry ->
        entry.subject().equals("incident " + closing.incidentId())
            || closing.incidentId().equals(entry.details().get("incident"))
            || isNumber(entry.subject(), "run ", runs)
            || isNumber(entry.subject(), "package ", packages);
  }

  private static boolean isNumber(String subject, String before, Set<Long> numbers) {
    String number = subject.startsWith(before) ? subject.substring(before.length()) : "";
    return number.matches("\\d{1,18}") && numbers.contains(Long.valueOf(number));
  }
}
