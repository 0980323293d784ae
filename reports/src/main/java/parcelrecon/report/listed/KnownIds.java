package parcelrecon.report.listed;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import parcelrecon.results.ParcelLookup;

/** Which ids a run knows as they are written, and which it knows nearly so. */
final class KnownIds {

  /** Of very many that are near only some are told. */
  static final int NEAR_MAX = 3;

  private static final int BATCH = 500;

  private final ParcelLookup lookup;

  KnownIds(ParcelLookup lookup) {
    this.lookup = lookup;
  }

  /** Those of the ids that are written as the run knows them. */
  Set<String> exact(Collection<String> ids) {
    Set<String> exact = new HashSet<>(lookup.unlisted(ids).keySet());
    List<String> rest = ids.stream().filter(id -> !exact.contains(id)).distinct().toList();
    for (List<String> batch : batches(rest)) {
      exact.addAll(lookup.parcels(batch).keySet());
    }
    return exact;
  }

  /** By each of the ids, those of the run that are near to it; one without any is absent. */
  Map<String, SortedSet<String>> near(Collection<String> ids) {
    Map<String, SortedSet<String>> byFold = new HashMap<>();
    Map<String, SortedSet<String>> byNumber = new HashMap<>();
    for (String id : ids) {
      byFold.put(IdFold.of(id), new TreeSet<>());
      byNumber.put(IdFold.number(id), new TreeSet<>());
    }
    byFold.remove("");
    byNumber.remove("");
    if (!byFold.isEmpty()) {
      lookup.forEachId(
          id -> {
            add(byFold.get(IdFold.of(id)), id);
            add(byNumber.get(IdFold.number(id)), id);
          });
    }
    Map<String, SortedSet<String>> near = new HashMap<>();
    for (String id : ids) {
      SortedSet<String> alike = byFold.getOrDefault(IdFold.of(id), new TreeSet<>());
      SortedSet<String> found =
          alike.isEmpty() ? byNumber.getOrDefault(IdFold.number(id), new TreeSet<>()) : alike;
      if (!found.isEmpty()) {
        near.put(id, found);
      }
    }
    return near;
  }

  private static void add(SortedSet<String> near, String id) {
    if (near != null) {
      near.add(id);
      if (near.size() > NEAR_MAX) {
        near.remove(near.last());
      }
    }
  }

  /** Those of the ids that the run knows as they are written, or nearly so. */
  Set<String> exactOrNear(Collection<String> ids) {
    Set<String> found = exact(ids);
    List<String> rest = ids.stream().filter(id -> !found.contains(id)).toList();
    found.addAll(near(rest).keySet());
    return found;
  }

  static List<List<String>> batches(List<String> ids) {
    List<List<String>> batches = new ArrayList<>();
    for (int from = 0; from < ids.size(); from += BATCH) {
      batches.add(ids.subList(from, Math.min(ids.size(), from + BATCH)));
    }
    return batches;
  }
}
