package parcelrecon.report.datafix.replay;

import static parcelrecon.report.file.Json.object;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import parcelrecon.datafix.EventShape;
import parcelrecon.datafix.EventShape.Sendable;
import parcelrecon.datafix.EventShape.Unwritable;
import parcelrecon.datafix.EventShape.Written;
import parcelrecon.datafix.Suggestion;
import parcelrecon.model.Outbound;
import parcelrecon.model.ParcelEvent;
import parcelrecon.report.datafix.change.Obstacle;
import parcelrecon.report.file.Json;
import parcelrecon.report.file.Staging;
import parcelrecon.report.file.TextFile;
import parcelrecon.report.text.Texts;
import parcelrecon.results.FoundParcels;
import parcelrecon.results.ParcelRow;
import parcelrecon.rule.JudgingContext;

/**
 * The events to be sent again or sent at last, a line each: topic, key, headers and the value in
 * the shape of the site's own. The idempotency key comes from the outbound and the type only, so
 * that a line sent twice, or once more by a later run, is one event to whoever heeds it.
 */
public final class ReplayFiles implements AutoCloseable {

  private static final String IDEMPOTENCY_KEY = "idempotency-key";
  private static final String TYPE = "type";

  /** What parts lines or, when they are sent, their parts; and halves of characters. */
  private static final Pattern UNSENDABLE = Pattern.compile("[\\n\\r\\x1d-\\x1f\\p{Cs}]");

  private final JudgingContext.Events events;
  private final Instant asOf;
  private final Optional<String> topic;
  private final Optional<EventShape> shape;
  private final Map<String, TextFile> files = new LinkedHashMap<>();

  /** Why a suggestion is no line, and the column it fails at where one does. */
  public record Refusal(Obstacle obstacle, String column) {}

  /**
   * @param folder of the package
   * @param topic absent when the site names none
   * @param shape absent when the site's events are not known as JSON
   */
  public ReplayFiles(
      FoundParcels results,
      String folder,
      Optional<String> topic,
      Optional<EventShape> shape,
      Staging staging) {
    this.events = results.context().events();
    this.asOf = results.run().asOf();
    this.topic = topic;
    this.shape = shape;
    for (String name : List.of("replay-outbound.jsonl", "replay-reversal.jsonl")) {
      files.put(name, staging.begin(folder + name, ""));
    }
  }

  /** Adds a line, or says why not. */
  public Optional<Refusal> add(ParcelRow parcel, Suggestion suggestion) {
    boolean isReversal = suggestion == Suggestion.SEND_REVERSAL;
    Optional<String> type =
        isReversal
            ? events.reversalType()
            : Optional.of(events.outboundType()).filter(name -> !name.isEmpty());
    if (topic.isEmpty() || type.isEmpty() || parcel.subject().isEmpty()) {
      return Optional.of(new Refusal(Obstacle.NO_REPLAY_TOPIC, ""));
    }
    if (shape.isEmpty()) {
      return Optional.of(new Refusal(Obstacle.EVENTS_NOT_JSON, ""));
    }
    Outbound outbound = parcel.subject().get();
    ParcelEvent event = event(outbound, type.get(), isReversal ? asOf : outbound.end());
    Written written = shape.get().write(event, outbound.currency());
    if (written instanceof Unwritable unwritable) {
      return Optional.of(new Refusal(Obstacle.EVENT_NOT_WRITABLE, unwritable.column()));
    }
    return add((Sendable) written, event, isReversal);
  }

  private Optional<Refusal> add(Sendable sendable, ParcelEvent event, boolean isReversal) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put(IDEMPOTENCY_KEY, event.eventId());
    headers.put(TYPE, event.type());
    headers.putAll(sendable.headers());
    boolean unsendable =
        Stream.concat(Stream.of(sendable.key()), headers.values().stream())
            .anyMatch(text -> UNSENDABLE.matcher(text).find());
    if (unsendable) {
      return Optional.of(new Refusal(Obstacle.EVENT_NOT_WRITABLE, "parcel_id"));
    }
    List<TextFile> both = new ArrayList<>(files.values());
    both.get(isReversal ? 1 : 0)
        .row(
            Json.line(
                object(
                    "topic", topic.orElseThrow(),
                    "key", sendable.key(),
                    "headers", headers,
                    "value", sendable.value())));
    return Optional.empty();
  }

  private static ParcelEvent event(Outbound outbound, String type, Instant occurredAt) {
    return new ParcelEvent(
        outbound.parcelId(),
        outbound.ref(),
        type + ":" + identity(outbound),
        type,
        occurredAt,
        null,
        ParcelEvent.TimestampType.NONE,
        outbound.storeId(),
        outbound.dueMinor());
  }

  private static String identity(Outbound outbound) {
    return outbound.outboundId() != null
        ? outbound.outboundId()
        : outbound.parcelId() + "@" + Json.time(outbound.end());
  }

  /** Adds the files that have a line, and how to send them. */
  public void addTo(Staging staging, String folder, Texts texts) {
    List<String> written = new ArrayList<>();
    files.forEach(
        (name, file) -> {
          staging.add(file);
          if (file.rows() > 0) {
            written.add(name);
          }
        });
    if (!written.isEmpty()) {
      ReplayReadme readme = new ReplayReadme(topic.orElseThrow(), written, texts);
      staging.add(folder + ReplayReadme.NAME, readme::write);
    }
  }

  @Override
  public void close() {
    files.values().forEach(TextFile::close);
  }
}
