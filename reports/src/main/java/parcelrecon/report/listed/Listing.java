package parcelrecon.report.listed;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import parcelrecon.datafix.Datafix;
import parcelrecon.model.Coverage;
import parcelrecon.model.RecordRef;
import parcelrecon.model.SourceName;
import parcelrecon.model.Store;
import parcelrecon.model.UnlistedParcel;
import parcelrecon.report.story.RunView;
import parcelrecon.report.story.Story;
import parcelrecon.report.text.Texts;
import parcelrecon.results.ParcelLookup;
import parcelrecon.results.ParcelRow;
import parcelrecon.results.RunResults;
import parcelrecon.rule.Mismatch;
import parcelrecon.rule.Proof;

/**
 * Looks the parcels of a list up in a run. Memory: the list, what little is kept of its parcels
 * without a finding, and the records of some hundred others at a time.
 */
public final class Listing {

  private static final int ID_CHARACTERS_MAX = 500;

  private final ParcelLookup lookup;
  private final KnownIds known;
  private final ListedWords words;
  private final Map<String, Store> stores;
  private final Map<SourceName, Coverage> coverage;
  private final boolean knowsAll;
  private final RunView view;
  private final RunResults results;

  public Listing(RunResults results, ParcelLookup lookup, Texts texts) {
    this.results = results;
    this.lookup = lookup;
    this.known = new KnownIds(lookup);
    this.words = new ListedWords(texts, results.run().incident().window());
    this.stores =
        results.storeList().stream()
            .collect(Collectors.toMap(Store::storeId, store -> store, (first, second) -> first));
    this.coverage = results.context().sources().coverage();
    this.knowsAll = lookup.knowsAll();
    this.view = RunView.of(results, texts);
  }

  /**
   * @param where what the list is called in messages
   */
  public GivenList read(InputStream in, String where) throws IOException {
    return ListReading.read(in, where, known::exactOrNear);
  }

  /** Hands on an answer for each id, in the order of the list. */
  public void answer(List<String> ids, Consumer<ListedAnswer> answers) {
    Map<String, SortedSet<String>> meant = meant(ids);
    Set<String> all = meant.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
    all.addAll(ids);
    Map<String, UnlistedParcel> unlisted = lookup.unlisted(all);
    Map<String, SortedSet<RecordRef>> rejects = rejects(all);
    for (List<String> batch : KnownIds.batches(ids)) {
      Set<String> wanted =
          batch.stream()
              .flatMap(id -> Stream.concat(Stream.of(id), meantBy(id, meant).stream().limit(1)))
              .filter(id -> !unlisted.containsKey(id))
              .collect(Collectors.toSet());
      Batch found = new Batch(lookup.parcels(wanted), unlisted, rejects);
      batch.forEach(id -> answers.accept(found.answer(id, meantBy(id, meant))));
    }
  }

  private Map<String, SortedSet<String>> meant(List<String> ids) {
    Set<String> exact = known.exact(ids);
    return known.near(ids.stream().filter(id -> !exact.contains(id)).toList());
  }

  private static Collection<String> meantBy(String id, Map<String, SortedSet<String>> meant) {
    return meant.getOrDefault(id, new TreeSet<>());
  }

  private Map<String, SortedSet<RecordRef>> rejects(Set<String> ids) {
    Map<String, SortedSet<RecordRef>> rejects = new HashMap<>();
    results.forEachReject(
        reject -> {
          if (reject.parcelId() != null && ids.contains(reject.parcelId())) {
            rejects.computeIfAbsent(reject.parcelId(), id -> new TreeSet<>()).add(reject.ref());
          }
        });
    return rejects;
  }

  /** Which sources the run looked at, and which of them could not show all. */
  public String sources() {
    return words.coverage(sources(true), sources(false));
  }

  private Set<SourceName> sources(boolean isComplete) {
    return coverage.keySet().stream()
        .filter(source -> source != SourceName.STORES && source != SourceName.ANSWERS)
        .filter(source -> isComplete(source) == isComplete)
        .collect(Collectors.toSet());
  }

  private boolean isComplete(SourceName source) {
    return coverage.get(source).state() == Coverage.State.COMPLETE;
  }

  /** What is known of some ids of the list. */
  private final class Batch {

    private final Map<String, ParcelRow> parcels;
    private final Map<String, UnlistedParcel> unlisted;
    private final Map<String, SortedSet<RecordRef>> rejects;

    private Batch(
        Map<String, ParcelRow> parcels,
        Map<String, UnlistedParcel> unlisted,
        Map<String, SortedSet<RecordRef>> rejects) {
      this.parcels = parcels;
      this.unlisted = unlisted;
      this.rejects = rejects;
    }

    private ListedAnswer answer(String id, Collection<String> meant) {
      Optional<ListedAnswer> known = known(id);
      if (known.isPresent()) {
        return known.get();
      }
      if (IdFold.isShortened(id) || id.length() > ID_CHARACTERS_MAX || IdFold.of(id).isEmpty()) {
        return bare(id, Place.NOT_UNDERSTOOD, words.notUnderstood(IdFold.isShortened(id)));
      }
      if (meant.isEmpty()) {
        return bare(id, Place.NOT_READ, words.notRead(sources(false).isEmpty(), knowsAll));
      }
      String first = meant.iterator().next();
      String aboutTheFirst =
          meant.size() > 1 ? "" : known(first).map(ListedAnswer::explanation).orElse("");
      return new ListedAnswer(
          id,
          Place.NEARLY,
          new ArrayList<>(meant),
          Optional.empty(),
          List.of(),
          Optional.empty(),
          List.of(),
          words.nearly(meant, aboutTheFirst));
    }

    private static ListedAnswer bare(String id, Place place, String explanation) {
      return new ListedAnswer(
          id,
          place,
          List.of(),
          Optional.empty(),
          List.of(),
          Optional.empty(),
          List.of(),
          explanation);
    }

    private Optional<ListedAnswer> known(String id) {
      if (parcels.containsKey(id)) {
        return Optional.of(found(parcels.get(id)));
      }
      if (unlisted.containsKey(id)) {
        return Optional.of(unlisted(unlisted.get(id)));
      }
      return rejects.containsKey(id)
          ? Optional.of(
              bare(id, Place.UNREADABLE, words.unreadable("listed.UNREADABLE", rejects.get(id))))
          : Optional.empty();
    }

    private ListedAnswer found(ParcelRow parcel) {
      Place place = place(parcel);
      Store store = store(parcel.storeId());
      return new ListedAnswer(
          parcel.parcelId(),
          place,
          List.of(),
          Optional.of(store),
          parcel.mismatches().stream().map(row -> row.mismatch().kind()).distinct().toList(),
          parcel.verdict(),
          parcel.datafixes().stream().map(Datafix::suggestion).distinct().toList(),
          place == Place.CLEAN
              ? withRejects(parcel.parcelId(), words.settled(parcel))
              : withRejects(
                  parcel.parcelId(), words.found(place, parcel, store, Story.of(view, parcel))));
    }

    private ListedAnswer unlisted(UnlistedParcel parcel) {
      if (!parcel.inScope() && parcel.from() == null && rejects.containsKey(parcel.parcelId())) {
        return bare(
            parcel.parcelId(),
            Place.UNREADABLE,
            words.unreadable("listed.UNREADABLE", rejects.get(parcel.parcelId())));
      }
      return new ListedAnswer(
          parcel.parcelId(),
          parcel.inScope() ? Place.CLEAN : Place.OUTSIDE,
          List.of(),
          Optional.ofNullable(parcel.storeId()).map(Listing.this::store),
          List.of(),
          Optional.empty(),
          List.of(),
          withRejects(parcel.parcelId(), words.unlisted(parcel)));
    }

    private String withRejects(String id, String explanation) {
      return rejects.containsKey(id)
          ? words.join(
              Stream.of(explanation, words.unreadable("listed.alsoUnreadable", rejects.get(id))))
          : explanation;
    }
  }

  private static Place place(ParcelRow parcel) {
    return switch (parcel.standing()) {
      case AFFECTED -> Place.ON_LIST;
      case DOWNSTREAM_ONLY -> isNotYetDue(parcel) ? Place.NOT_YET_DUE : Place.DOWNSTREAM_ONLY;
      case INFORMATIONAL -> isNotYetDue(parcel) ? Place.NOT_YET_DUE : Place.FOR_INFORMATION;
      case CLEAN -> Place.CLEAN;
    };
  }

  private static boolean isNotYetDue(ParcelRow parcel) {
    return parcel.mismatches().stream()
        .map(row -> row.mismatch())
        .map(Mismatch::proof)
        .anyMatch(Proof.NOT_DUE::equals);
  }

  private Store store(String storeId) {
    String id = storeId == null ? "" : storeId;
    return stores.getOrDefault(id, new Store(id, "", "", "", ""));
  }
}
