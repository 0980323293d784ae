package parcelrecon.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static parcelrecon.model.SourceName.EVENTS;
import static parcelrecon.model.SourceName.OUTBOUND;
import static parcelrecon.model.SourceName.PAYMENTS;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import parcelrecon.model.Outbound;
import parcelrecon.model.ParcelEvent;
import parcelrecon.model.ParcelEvidence;
import parcelrecon.model.RecordRef;
import parcelrecon.model.SourceName;
import parcelrecon.model.UnlistedParcel;
import parcelrecon.rule.Mismatch;
import parcelrecon.rule.MismatchKind;
import parcelrecon.rule.News;
import parcelrecon.rule.Proof;

/** What is said of a mismatch where the later run shows less than the records. */
class ChangeTest {

  private static final Instant BEGUN = Instant.parse("2022-04-13T11:42:00.5Z");
  private static final Instant ENDED = Instant.parse("2022-04-13T11:42:09Z");
  private static final LookedFor ALL = new LookedFor(Set.of(MismatchKind.values()), Set.of("fms"));

  private final Outbound outbound = outbound("O1");
  private final ParcelEvent event =
      new ParcelEvent(
          "P1",
          new RecordRef.TopicOffset(EVENTS, "parcel-outbound", 0, 7),
          "E1",
          "OUTBOUND_COMPLETED",
          ENDED,
          ENDED,
          ParcelEvent.TimestampType.CREATE_TIME,
          "S1",
          null);

  private static Outbound outbound(String id) {
    return new Outbound(
        "P1",
        new RecordRef.TableRow(OUTBOUND, "t", id),
        id,
        "S1",
        null,
        null,
        Outbound.PaymentTerm.COD,
        100,
        "TWD",
        Outbound.OutboundState.COMPLETED,
        BEGUN,
        ENDED,
        null,
        null,
        null);
  }

  private static ParcelEvidence evidence(List<Outbound> outbounds, List<ParcelEvent> events) {
    return new ParcelEvidence("P1", outbounds, List.of(), events, List.of(), List.of(), List.of());
  }

  private static Mismatch mismatch(MismatchKind kind, String group, RecordRef... refs) {
    return new Mismatch(
        "P1", kind, group, Proof.CONFIRMED, false, Mismatch.Amounts.NONE, null, List.of(refs));
  }

  private static UnlistedParcel now(boolean inScope, Instant from, SourceName... sources) {
    return new UnlistedParcel(
        "P1",
        inScope,
        Outbound.OutboundState.COMPLETED,
        Outbound.PaymentTerm.COD,
        "S1",
        from,
        ENDED,
        UnlistedParcel.Paid.NOTHING,
        UnlistedParcel.Screen.NOT_SEEN,
        Set.of(sources));
  }

  @Test
  void missingEvent_isHealed_whenARecordIsThereNow_ofAParcelWhoseRecordsWereNotKept() {
    ParcelEvidence then = evidence(List.of(outbound), List.of());
    Mismatch missing = mismatch(MismatchKind.EVENT_MISSING, "", outbound.ref());
    assertThat(Change.of(missing, then, now(true, BEGUN, OUTBOUND, EVENTS), ALL))
        .isEqualTo(Change.HEALED);
    assertThat(Change.of(missing, then, now(true, BEGUN, OUTBOUND, PAYMENTS), ALL))
        .as("no event")
        .isEqualTo(Change.NOT_KNOWN);
    assertThat(Change.of(missing, then, now(false, BEGUN, OUTBOUND, EVENTS), ALL))
        .as("not in scope")
        .isEqualTo(Change.NOT_KNOWN);
    assertThat(Change.of(missing, then, now(true, BEGUN.minusSeconds(60), OUTBOUND, EVENTS), ALL))
        .as("another pick-up record")
        .isEqualTo(Change.NOT_KNOWN);
    LookedFor noEvents = new LookedFor(Set.of(MismatchKind.UNCOLLECTED), Set.of());
    assertThat(Change.of(missing, then, now(true, BEGUN, OUTBOUND, EVENTS), noEvents))
        .as("not looked for")
        .isEqualTo(Change.NOT_KNOWN);
  }

  @Test
  void secondPickUp_isNotKnown_whenOnlyItsSourceIs() {
    Outbound second = outbound("O2");
    assertThat(
            Change.of(
                mismatch(MismatchKind.TWO_PICKUPS, "", outbound.ref(), second.ref()),
                evidence(List.of(outbound, second), List.of()),
                now(true, BEGUN, OUTBOUND),
                ALL))
        .isEqualTo(Change.NOT_KNOWN);
  }

  @Test
  void eventNotConsumed_isHealed_onlyWhereTheGroupsOffsetsAreKnown() {
    ParcelEvidence evidence = evidence(List.of(outbound), List.of(event));
    Mismatch notConsumed = mismatch(MismatchKind.EVENT_NOT_CONSUMED, "fms", event.ref());
    News none = News.between(evidence, evidence);
    Seen then = seen(evidence, List.of(notConsumed), ALL);
    assertThat(Change.of(notConsumed, then, seen(evidence, List.of(), ALL), none))
        .isEqualTo(Change.HEALED);
    LookedFor otherGroups = new LookedFor(ALL.kinds(), Set.of("another"));
    assertThat(Change.of(notConsumed, then, seen(evidence, List.of(), otherGroups), none))
        .isEqualTo(Change.NOT_KNOWN);
    assertThat(Change.healers(notConsumed, none)).isEmpty();
  }

  private static Seen seen(
      ParcelEvidence evidence, List<Mismatch> mismatches, LookedFor lookedFor) {
    return new Seen(
        evidence, Optional.empty(), mismatches, List.of(), lookedFor, Duration.ofMinutes(15));
  }
}
