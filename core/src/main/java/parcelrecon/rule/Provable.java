package parcelrecon.rule;

import static parcelrecon.model.SourceName.ATTEMPTS;
import static parcelrecon.model.SourceName.EVENTS;
import static parcelrecon.model.SourceName.OUTBOUND;
import static parcelrecon.model.SourceName.PAYMENTS;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import parcelrecon.model.Coverage;
import parcelrecon.model.Incident;
import parcelrecon.model.SourceName;
import parcelrecon.rule.Prospect.Limit;
import parcelrecon.rule.Prospect.Outlook;

/**
 * What a run could prove, from all that a judgement depends on but the parcel. Agrees with what the
 * {@link Rulebook} says of a parcel without rejected rows, all of it before as-of.
 */
public final class Provable {

  private final JudgingContext context;

  private Provable(JudgingContext context) {
    this.context = context;
  }

  /** A prospect for every kind, in their order. */
  public static List<Prospect> in(JudgingContext context) {
    Provable provable = new Provable(context);
    return Arrays.stream(MismatchKind.values()).map(provable::prospect).toList();
  }

  private Prospect prospect(MismatchKind kind) {
    return unjudged(kind)
        .map(limit -> new Prospect(kind, Outlook.NOT_JUDGED, List.of(limit)))
        .orElseGet(() -> judged(kind));
  }

  /** What keeps a kind from being found at all. */
  private Optional<Limit> unjudged(MismatchKind kind) {
    return switch (kind) {
      case SHOWN_AS_FAILED, TRIED_AGAIN, TWO_PICKUPS, STUCK -> Optional.empty();
      case SHOWN_THEN_OK -> without(ATTEMPTS, Limit.ATTEMPTS_NOT_CONFIGURED);
      case UNCOLLECTED,
          SHORT_PAID,
          OVER_PAID,
          PAID_TWICE,
          PAID_ON_PREPAID,
          CURRENCY_DIFFERS,
          PAID_NOT_HANDED_OUT,
          OVER_REFUNDED,
          PAID_LATE ->
          without(PAYMENTS, Limit.PAYMENTS_NOT_CONFIGURED);
      case EVENT_MISSING, EVENT_WITHOUT_OUTBOUND, EVENT_CONFLICTS, EVENT_DUPLICATED -> noEvents();
      case EVENT_BYPASSED ->
          noEvents().or(() -> unless(hasEventsOff(), Limit.NO_PHASE_WITHOUT_EVENTS));
      case SEEN_AFTER_HANDOVER ->
          noEvents()
              .or(
                  () ->
                      unless(
                          !context.events().stillHereTypes().isEmpty(), Limit.NO_STILL_HERE_TYPES));
      case REVERSAL_NOT_TOLD ->
          noEvents()
              .or(
                  () ->
                      unless(context.events().reversalType().isPresent(), Limit.NO_REVERSAL_TYPE));
      case EVENT_LATE ->
          noEvents()
              .or(() -> unless(!tells(Coverage.Code.WITHOUT_TIMESTAMPS), Limit.NO_TIMESTAMPS));
      case EVENT_NOT_CONSUMED ->
          noEvents().or(() -> unless(!context.events().groups().isEmpty(), noGroups()));
    };
  }

  private Optional<Limit> noEvents() {
    return without(EVENTS, Limit.EVENTS_NOT_CONFIGURED);
  }

  private Optional<Limit> without(SourceName source, Limit limit) {
    return unless(context.sources().has(source), limit);
  }

  private static Optional<Limit> unless(boolean isThere, Limit limit) {
    return isThere ? Optional.empty() : Optional.of(limit);
  }

  private boolean hasEventsOff() {
    return context.phases().stream().anyMatch(Incident.Phase::eventsOff);
  }

  private Limit noGroups() {
    if (tells(Coverage.Code.GROUPS_NOT_SEEN)) {
      return Limit.GROUPS_NOT_SEEN;
    }
    return tells(Coverage.Code.GROUP_WITHOUT_OFFSETS)
        ? Limit.GROUPS_WITHOUT_OFFSETS
        : Limit.NO_WATCHED_GROUPS;
  }

  private boolean tells(Coverage.Code code) {
    return context.sources().coverage().get(EVENTS).reasons().stream()
        .anyMatch(reason -> reason.code() == code);
  }

  private Prospect judged(MismatchKind kind) {
    Map<Limit, Outlook> limits = new EnumMap<>(Limit.class);
    kind.absentFrom().forEach(source -> limit(limits, outlook(source), notComplete(source)));
    if (kind == MismatchKind.SHOWN_AS_FAILED && !context.sources().has(ATTEMPTS)) {
      shown(limits);
    }
    if (Doubt.isOfDerivedMoney(context, kind)) {
      limit(limits, Outlook.UNVERIFIED, Limit.PAYMENTS_NOT_INDEPENDENT);
    }
    if (saysNoOutboundAnywhere(kind) && !context.sources().outboundsAnywhere()) {
      limit(limits, Outlook.IN_PART, Limit.OUTBOUND_NOT_BY_KEY);
    }
    return new Prospect(
        kind,
        limits.values().stream().max(Outlook::compareTo).orElse(Outlook.CONFIRMED),
        List.copyOf(limits.keySet()));
  }

  /** A stuck parcel has an outbound; what else is missed from outbounds may have none. */
  private static boolean saysNoOutboundAnywhere(MismatchKind kind) {
    return kind.absentFrom().contains(OUTBOUND) && kind != MismatchKind.STUCK;
  }

  private static void limit(Map<Limit, Outlook> limits, Outlook outlook, Limit limit) {
    if (outlook != Outlook.CONFIRMED) {
      limits.put(limit, outlook);
    }
  }

  /** By how long a call took where it has both times, else by its phase. */
  private void shown(Map<Limit, Outlook> limits) {
    if (!context.settings().isSet(RuleSetting.COUNTER_TIMEOUT)) {
      limits.put(Limit.TIMEOUT_NOT_SET, Outlook.UNVERIFIED);
    } else if (context.phases().stream().anyMatch(Incident.Phase::counterFailing)) {
      limits.put(Limit.SHOWN_BY_PHASE, Outlook.IN_PART);
    }
  }

  /** A record is missed from a parcel's first one, an outbound from ever, up to as-of. */
  private Outlook outlook(SourceName source) {
    Coverage coverage = context.sources().coverage().get(source);
    Instant asOf = context.asOf();
    if (coverage == null || coverage.isCompleteFor(Instant.MIN, asOf)) {
      return Outlook.CONFIRMED;
    }
    return source == OUTBOUND || !coverage.isCompleteFor(asOf, asOf)
        ? Outlook.UNVERIFIED
        : Outlook.IN_PART;
  }

  private static Limit notComplete(SourceName source) {
    return switch (source) {
      case OUTBOUND -> Limit.OUTBOUND_NOT_COMPLETE;
      case PAYMENTS -> Limit.PAYMENTS_NOT_COMPLETE;
      case EVENTS -> Limit.EVENTS_NOT_COMPLETE;
      case ATTEMPTS, ANSWERS, STORES ->
          throw new IllegalArgumentException("nothing is missed from " + source);
    };
  }
}
