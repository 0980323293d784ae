package parcelrecon.report.listed;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import parcelrecon.datafix.Datafix;
import parcelrecon.model.Outbound.PaymentTerm;
import parcelrecon.model.RecordRef;
import parcelrecon.model.SourceName;
import parcelrecon.model.Store;
import parcelrecon.model.UnlistedParcel;
import parcelrecon.model.UnlistedParcel.Paid;
import parcelrecon.model.Window;
import parcelrecon.report.text.Texts;
import parcelrecon.results.MismatchRow;
import parcelrecon.results.ParcelRow;
import parcelrecon.rule.Mismatch;
import parcelrecon.rule.MismatchKind;
import parcelrecon.rule.Proof;

/** The sentences that answer for one parcel. */
final class ListedWords {

  private static final int REFS_MAX = 3;

  private final Texts texts;
  private final Window window;
  private final ZoneId zone;

  ListedWords(Texts texts, Window window) {
    this.texts = texts;
    this.window = window;
    this.zone = window.zone();
  }

  /** Sentences side by side, as the language does; empty ones are left out. */
  String join(Stream<String> sentences) {
    return joined("listed.two", sentences.filter(sentence -> !sentence.isEmpty()));
  }

  private String list(Stream<String> parts) {
    return joined("join.clauses", parts);
  }

  private String joined(String key, Stream<String> parts) {
    return parts.reduce((one, next) -> texts.text(key, one, next)).orElse("");
  }

  /** Of a parcel about which something was found; of one on the list only what puts it there. */
  String found(Place place, ParcelRow parcel, Store store, String story) {
    Predicate<MismatchKind> isTold =
        kind -> place != Place.ON_LIST || kind.mismatchClass().makesAffected();
    String kinds =
        list(
            parcel.mismatches().stream()
                .map(MismatchRow::mismatch)
                .filter(mismatch -> isTold.test(mismatch.kind()))
                .map(this::kind)
                .distinct());
    String todo =
        list(
            parcel.datafixes().stream()
                .filter(datafix -> isTold.test(datafix.standsOn()))
                .map(Datafix::suggestion)
                .distinct()
                .map(texts::name));
    return join(
        Stream.of(
            texts.text("listed." + place, kinds),
            story,
            parcel.verdict().map(each -> texts.text("listed.where", texts.name(each))).orElse(""),
            store(store),
            todo.isEmpty() ? "" : texts.text("listed.todo", todo)));
  }

  private String kind(Mismatch mismatch) {
    String name = texts.name(mismatch.kind());
    return mismatch.proof() == Proof.CONFIRMED
        ? name
        : texts.text("join.aside", name, texts.name(mismatch.proof()));
  }

  String store(Store store) {
    String parts =
        joined(
            "join.list",
            Stream.of(store.storeId(), store.name(), store.area()).filter(part -> !part.isEmpty()));
    return parts.isEmpty() ? "" : texts.text("listed.store", parts);
  }

  /** Of a parcel whose difference one receipt for several explained. */
  String settled(ParcelRow parcel) {
    String pickedUp =
        parcel
            .subject()
            .map(each -> texts.text("listed.state." + each.state(), clock(each.end())))
            .orElse("");
    return join(Stream.of(texts.text("listed.CLEAN"), pickedUp, texts.text("listed.settled")));
  }

  /** Of a parcel about which nothing was found. */
  String unlisted(UnlistedParcel parcel) {
    String head =
        parcel.inScope() ? texts.text("listed.CLEAN") : texts.text("listed.OUTSIDE", range());
    return join(Stream.of(head, happened(parcel), screen(parcel), paid(parcel)));
  }

  /** The window, or everything. */
  String range() {
    return window.isAll()
        ? texts.text("listed.all")
        : texts.text(
            "listed.range",
            texts.date(window.from(), zone),
            texts.shortTime(window.from(), zone),
            isThatDay(window.to())
                ? texts.shortTime(window.to(), zone)
                : texts.dateTime(window.to(), zone));
  }

  private String happened(UnlistedParcel parcel) {
    if (parcel.state() != null) {
      return texts.text("listed.state." + parcel.state(), clock(parcel.to()));
    }
    String sources = names(parcel.sources().stream());
    return parcel.from() == null
        ? texts.text("listed.seenIn", sources)
        : texts.text("listed.seenAt", sources, clock(parcel.from()));
  }

  private String screen(UnlistedParcel parcel) {
    return parcel.state() == null ? "" : texts.text("listed.screen." + parcel.screen());
  }

  private String paid(UnlistedParcel parcel) {
    if (parcel.state() == null) {
      return "";
    }
    String of =
        parcel.paid() == Paid.NOTHING_DUE && parcel.payment() == PaymentTerm.PREPAID
            ? "PREPAID"
            : parcel.paid().name();
    return texts.text("listed.paid." + of);
  }

  /** That rows which name a parcel could not be read. */
  String unreadable(String key, Collection<RecordRef> refs) {
    List<String> shown =
        new ArrayList<>(refs.stream().limit(REFS_MAX).map(RecordRef::text).toList());
    if (refs.size() > REFS_MAX) {
      shown.add(texts.text("more", refs.size() - REFS_MAX));
    }
    return texts.text(key, list(shown.stream()));
  }

  /**
   * @param isComplete whether every source of parcels could show all
   * @param knowsAll whether the run kept all that was read
   */
  String notRead(boolean isComplete, boolean knowsAll) {
    if (!knowsAll) {
      return texts.text("listed.notKept");
    }
    return join(
        Stream.of(
            texts.text("listed.NOT_READ", range()),
            isComplete ? "" : texts.text("listed.notComplete")));
  }

  String nearly(Collection<String> meant, String aboutTheFirst) {
    String ids = joined("listed.either", meant.stream().map(id -> texts.text("listed.quoted", id)));
    return join(Stream.of(texts.text("listed.NEARLY", ids), aboutTheFirst));
  }

  String notUnderstood(boolean isShortened) {
    return texts.text(isShortened ? "listed.shortened" : "listed.NOT_UNDERSTOOD");
  }

  /**
   * @param complete the sources that could show all
   * @param others those that could not
   */
  String coverage(Set<SourceName> complete, Set<SourceName> others) {
    return join(
        Stream.of(
            complete.isEmpty() ? "" : texts.text("listed.complete", names(complete.stream())),
            others.isEmpty() ? "" : texts.text("listed.others", names(others.stream()))));
  }

  private String names(Stream<SourceName> sources) {
    return joined("join.list", sources.sorted().map(texts::name));
  }

  private String clock(Instant instant) {
    return isThatDay(instant) ? texts.time(instant, zone) : texts.dateTime(instant, zone);
  }

  private boolean isThatDay(Instant instant) {
    return !window.isAll() && texts.date(instant, zone).equals(texts.date(window.from(), zone));
  }
}
