package parcelrecon.report;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import parcelrecon.datafix.Datafix;
import parcelrecon.datafix.Suggestion;
import parcelrecon.model.Answer;
import parcelrecon.model.Answer.StoreAnswer;
import parcelrecon.model.Attempt;
import parcelrecon.model.Attempt.AttemptOutcome;
import parcelrecon.model.Moment;
import parcelrecon.model.Outbound;
import parcelrecon.model.Outbound.OutboundState;
import parcelrecon.model.Outbound.PaymentTerm;
import parcelrecon.model.ParcelEvent;
import parcelrecon.model.ParcelEvidence;
import parcelrecon.model.Payment;
import parcelrecon.model.Payment.PaymentKind;
import parcelrecon.model.Payment.PaymentState;
import parcelrecon.model.RecordRef;
import parcelrecon.model.RejectedRow;
import parcelrecon.model.SourceName;
import parcelrecon.model.Verdict;
import parcelrecon.results.MismatchRow;
import parcelrecon.results.ParcelRow;
import parcelrecon.rule.Mismatch;
import parcelrecon.rule.MismatchKind;
import parcelrecon.rule.Proof;
import parcelrecon.rule.Standing;

/**
 * A parcel of a {@link SampleRun}, told in sentences. Times are local in Taipei: {@code "19:42:30"}
 * on the day of the incident, {@code "14 18:20:00"} on another day of April 2022. Amounts are in
 * major units.
 */
public final class SampleParcel {

  static final ZoneId ZONE = ZoneId.of("Asia/Taipei");

  private final String id;
  private String store = "S0001";
  private PaymentTerm term = PaymentTerm.PREPAID;
  private long dueMinor;
  private String currency = "TWD";
  private Instant deadline = at("19 23:59:59");
  private long version = 1;
  private Verdict verdict;
  private final List<Outbound> outbounds = new ArrayList<>();
  private final List<Payment> payments = new ArrayList<>();
  private final List<ParcelEvent> events = new ArrayList<>();
  private final List<Attempt> attempts = new ArrayList<>();
  private final List<Answer> answers = new ArrayList<>();
  private final List<RejectedRow> rejected = new ArrayList<>();
  private final List<Found> found = new ArrayList<>();

  private record Found(
      MismatchKind kind, Proof proof, String group, List<Suggestion> suggestions) {}

  private SampleParcel(String id) {
    this.id = id;
  }

  public static SampleParcel parcel(String id) {
    return new SampleParcel(id);
  }

  static Instant at(String local) {
    int blank = local.indexOf(' ');
    int day = blank < 0 ? 13 : Integer.parseInt(local.substring(0, blank));
    return LocalDateTime.of(LocalDate.of(2022, 4, day), LocalTime.parse(local.substring(blank + 1)))
        .atZone(ZONE)
        .toInstant();
  }

  public SampleParcel in(String storeId) {
    store = storeId;
    return this;
  }

  public SampleParcel cod(long due) {
    return cod(due * 100, "TWD");
  }

  public SampleParcel cod(long minor, String dueCurrency) {
    term = PaymentTerm.COD;
    dueMinor = minor;
    currency = dueCurrency;
    return this;
  }

  public SampleParcel until(String pickupDeadline) {
    deadline = at(pickupDeadline);
    return this;
  }

  /** The row version of the outbounds that follow. */
  public SampleParcel version(long rowVersion) {
    version = rowVersion;
    return this;
  }

  /** A completed outbound that was requested {@code millis} before. */
  public SampleParcel pickedUp(String completed, long millis) {
    Instant done = at(completed);
    return outbound(OutboundState.COMPLETED, done.minusMillis(millis), done);
  }

  public SampleParcel requestedOnly(OutboundState state, String requested) {
    return outbound(state, at(requested), null);
  }

  public SampleParcel takenBack(String completed) {
    return takenBack(completed, 300);
  }

  public SampleParcel takenBack(String completed, long millis) {
    Instant done = at(completed);
    return outbound(OutboundState.REVERSED, done.minusMillis(millis), done);
  }

  private SampleParcel outbound(OutboundState state, Instant requested, Instant completed) {
    String key = "OUT-" + id.replaceAll("[^A-Z0-9-]", "") + "-" + outbounds.size();
    outbounds.add(
        new Outbound(
            id,
            new RecordRef.TableRow(SourceName.OUTBOUND, "parcel_outbound", key),
            key,
            store,
            "ORD-" + id,
            null,
            term,
            dueMinor,
            currency,
            state,
            requested,
            completed,
            deadline,
            at("25 00:00:00"),
            version));
    return this;
  }

  public SampleParcel pays(long major, String time) {
    return payment(PaymentKind.CAPTURE, major * 100, currency, time);
  }

  public SampleParcel isRefunded(long major, String time) {
    return payment(PaymentKind.REFUND, major * 100, currency, time);
  }

  public SampleParcel payment(PaymentKind kind, long minor, String paidCurrency, String time) {
    int number = payments.size() + 1;
    payments.add(
        new Payment(
            id,
            new RecordRef.FileLine(
                SourceName.PAYMENTS, "settlement/2022-04-13-19.csv", 100 + number),
            "PAY-" + id + "-" + number,
            kind,
            PaymentState.SUCCEEDED,
            minor,
            paidCurrency,
            "CASH",
            Moment.at(at(time))));
    return this;
  }

  /** An event {@code type} that occurred at {@code time} and was written {@code late} later. */
  public SampleParcel event(String type, String time, Duration late) {
    events.add(
        new ParcelEvent(
            id,
            new RecordRef.TopicOffset(
                SourceName.EVENTS, "parcel-outbound", events.size(), 7000L + events.size()),
            "EV-" + id + "-" + events.size(),
            type,
            at(time),
            at(time).plus(late),
            ParcelEvent.TimestampType.CREATE_TIME,
            store,
            null));
    return this;
  }

  public SampleParcel told(String time) {
    return event("OUTBOUND_COMPLETED", time, Duration.ofMillis(40));
  }

  public SampleParcel tries(String time, long millis, AttemptOutcome outcome) {
    attempts.add(
        new Attempt(
            id,
            new RecordRef.FileLine(
                SourceName.ATTEMPTS, "gateway/2022-04-13.jsonl.gz", 500L + attempts.size()),
            null,
            at(time),
            millis,
            outcome,
            null));
    return this;
  }

  public SampleParcel says(StoreAnswer answer, String time) {
    answers.add(
        new Answer(
            id,
            new RecordRef.AnswerRow(1, answers.size() + 1L),
            answer,
            at(time),
            "Lin",
            "asked on the phone"));
    return this;
  }

  public SampleParcel unreadable(String file, long line) {
    rejected.add(new RejectedRow(id, new RecordRef.FileLine(SourceName.PAYMENTS, file, line)));
    return this;
  }

  public SampleParcel verdict(Verdict where) {
    verdict = where;
    return this;
  }

  public SampleParcel finds(MismatchKind kind, Suggestion... suggestions) {
    return finds(kind, Proof.CONFIRMED, suggestions);
  }

  public SampleParcel finds(MismatchKind kind, Proof proof, Suggestion... suggestions) {
    found.add(new Found(kind, proof, "", List.of(suggestions)));
    return this;
  }

  public SampleParcel notConsumedBy(String group) {
    found.add(
        new Found(
            MismatchKind.EVENT_NOT_CONSUMED,
            Proof.CONFIRMED,
            group,
            List.of(Suggestion.RESUME_CONSUMER)));
    return this;
  }

  public ParcelRow row() {
    ParcelEvidence evidence =
        new ParcelEvidence(id, outbounds, payments, events, attempts, answers, rejected);
    List<MismatchRow> rows =
        found.stream()
            .map(each -> mismatch(evidence, each))
            .sorted(Comparator.comparing(row -> row.mismatch().kind().name()))
            .toList();
    List<Datafix> datafixes =
        rows.stream()
            .flatMap(
                row -> row.suggestions().stream().map(each -> SampleAmounts.datafix(row, each)))
            .sorted(Comparator.comparing(Datafix::suggestion))
            .toList();
    return new ParcelRow(
        evidence,
        Standing.of(rows.stream().map(MismatchRow::mismatch).toList()),
        Optional.ofNullable(verdict),
        store,
        rows,
        datafixes);
  }

  private MismatchRow mismatch(ParcelEvidence evidence, Found each) {
    Mismatch mismatch =
        new Mismatch(
            id,
            each.kind(),
            each.group(),
            each.proof(),
            false,
            SampleAmounts.of(evidence, each.kind()),
            each.kind() == MismatchKind.UNCOLLECTED ? Mismatch.Reason.NEVER_PAID : null,
            evidence.records().map(record -> record.ref()).toList());
    return new MismatchRow(
        mismatch, Optional.ofNullable(verdict), evidence.subject(), store, each.suggestions());
  }
}
