package parcelrecon.report.datafix;

import static parcelrecon.report.file.Json.object;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import parcelrecon.datafix.Suggestion;
import parcelrecon.model.Currencies;
import parcelrecon.model.Outbound;
import parcelrecon.report.file.Json;
import parcelrecon.report.file.Staging;
import parcelrecon.report.file.TextFile;
import parcelrecon.results.ParcelRow;
import parcelrecon.results.RunResults;
import parcelrecon.rule.JudgingContext;

/**
 * The events to be sent again or sent at last, a line each: topic, key, headers and value. The
 * value has our names of an event's fields: what sends it puts them where the site has them. The
 * idempotency key comes from the outbound and the type only, so that a line sent twice, or once
 * more by a later run, is one event to whoever heeds it.
 */
final class Replays implements AutoCloseable {

  private final JudgingContext.Events events;
  private final Instant asOf;
  private final Optional<String> topic;
  private final TextFile outbounds;
  private final TextFile reversals;

  Replays(RunResults results, Optional<String> topic, Staging staging) {
    this.events = results.context().events();
    this.asOf = results.run().asOf();
    this.topic = topic;
    this.outbounds = staging.begin(DatafixPackage.FOLDER + "replay-outbound.jsonl", "");
    this.reversals = staging.begin(DatafixPackage.FOLDER + "replay-reversal.jsonl", "");
  }

  /** Returns whether it could: there must be a topic, a type and an outbound to tell of. */
  boolean add(ParcelRow parcel, Suggestion suggestion) {
    boolean isReversal = suggestion == Suggestion.SEND_REVERSAL;
    Optional<String> type =
        isReversal
            ? events.reversalType()
            : Optional.of(events.outboundType()).filter(name -> !name.isEmpty());
    if (topic.isEmpty() || type.isEmpty() || parcel.subject().isEmpty()) {
      return false;
    }
    Outbound outbound = parcel.subject().get();
    Instant occurredAt = isReversal ? asOf : outbound.end();
    (isReversal ? reversals : outbounds).row(Json.line(line(outbound, type.get(), occurredAt)));
    return true;
  }

  private Map<String, Object> line(Outbound outbound, String type, Instant occurredAt) {
    String idempotencyKey = type + ":" + identity(outbound);
    return object(
        "topic", topic.orElseThrow(),
        "key", outbound.parcelId(),
        "headers", object("idempotency-key", idempotencyKey, "type", type),
        "value",
            object(
                "event_id", idempotencyKey,
                "type", type,
                "parcel_id", outbound.parcelId(),
                "outbound_id", outbound.outboundId(),
                "occurred_at", Json.time(occurredAt),
                "completed_at", Json.time(outbound.end()),
                "store_id", outbound.storeId(),
                "amount", major(outbound),
                "currency", outbound.currency()));
  }

  private static String identity(Outbound outbound) {
    return outbound.outboundId() != null
        ? outbound.outboundId()
        : outbound.parcelId() + "@" + Json.time(outbound.end());
  }

  private static String major(Outbound outbound) {
    return BigDecimal.valueOf(outbound.dueMinor(), Currencies.decimals(outbound.currency()))
        .toPlainString();
  }

  void addTo(Staging staging) {
    staging.add(outbounds);
    staging.add(reversals);
  }

  @Override
  public void close() {
    outbounds.close();
    reversals.close();
  }
}
