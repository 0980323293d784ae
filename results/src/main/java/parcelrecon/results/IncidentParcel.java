package parcelrecon.results;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import parcelrecon.model.UnlistedParcel;
import parcelrecon.model.Utf8Order;
import parcelrecon.outcome.Change;
import parcelrecon.rule.Mismatch;

/**
 * A parcel in all runs of an incident.
 *
 * @param at as each of the runs keeps it, in their order; null where one does not
 */
record IncidentParcel(byte[] key, StoredParcel[] at) {

  private static final Comparator<Mismatch> BY_KIND_AND_GROUP =
      Comparator.comparing((Mismatch mismatch) -> mismatch.kind().name())
          .thenComparing(Mismatch::group, Utf8Order.COMPARATOR);

  /** Where in the order of the runs a mismatch was listed and open. */
  private record Course(int firstListed, int lastListed, int lastOpen) {}

  private static final int NEVER = -1;

  String id() {
    return new String(key, StandardCharsets.UTF_8);
  }

  /** How many runs keep it. */
  long kept() {
    return Arrays.stream(at).filter(Objects::nonNull).count();
  }

  /** Whether what a run kept instead of records can tell of one of its mismatches. */
  boolean asks(int run) {
    return at[run] == null
        && mismatches().values().stream()
            .anyMatch(course -> course.lastOpen() != NEVER && course.lastOpen() < run);
  }

  /**
   * @param unlisted what each run kept of a parcel about which it found nothing, by id
   */
  List<MismatchEnd> ends(List<RunSide> runs, List<Map<String, UnlistedParcel>> unlisted) {
    List<MismatchEnd> ends = new ArrayList<>();
    mismatches().forEach((mismatch, course) -> ends.add(end(mismatch, course, runs, unlisted)));
    return ends;
  }

  private SortedMap<Mismatch, Course> mismatches() {
    SortedMap<Mismatch, Course> courses = new TreeMap<>(BY_KIND_AND_GROUP);
    for (int run = 0; run < at.length; run++) {
      if (at[run] != null) {
        for (Mismatch mismatch : at[run].mismatches()) {
          Course before = courses.remove(mismatch);
          courses.put(mismatch, course(before, run, at[run].isOpen(mismatch)));
        }
      }
    }
    return courses;
  }

  private static Course course(Course before, int run, boolean isOpen) {
    return before == null
        ? new Course(run, run, isOpen ? run : NEVER)
        : new Course(before.firstListed(), run, isOpen ? run : before.lastOpen());
  }

  private MismatchEnd end(
      Mismatch mismatch,
      Course course,
      List<RunSide> runs,
      List<Map<String, UnlistedParcel>> unlisted) {
    MismatchEnd.State state =
        course.lastOpen() == NEVER
            ? MismatchEnd.State.NOTHING_TO_DO
            : course.lastOpen() == at.length - 1
                ? MismatchEnd.State.OPEN
                : MismatchEnd.State.NOT_KNOWN;
    MismatchEnd end =
        new MismatchEnd(
            mismatch,
            state,
            runs.get(course.firstListed()).run(),
            runs.get(course.lastListed()).run(),
            course.lastOpen() == NEVER
                ? OptionalLong.empty()
                : OptionalLong.of(runs.get(course.lastOpen()).run()),
            OptionalLong.empty(),
            List.of());
    return state == MismatchEnd.State.NOT_KNOWN
        ? healed(end, course.lastOpen(), runs, unlisted)
        : end;
  }

  /** By the first run behind that shows it healed; none has it open. */
  private MismatchEnd healed(
      MismatchEnd end, int open, List<RunSide> runs, List<Map<String, UnlistedParcel>> unlisted) {
    Mismatch then = at[open].find(end.mismatch()).orElseThrow();
    for (int run = open + 1; run < at.length; run++) {
      HeldParcel held =
          new HeldParcel(
              runs.get(open),
              at[open],
              runs.get(run),
              Optional.ofNullable(at[run]),
              Optional.ofNullable(unlisted.get(run).get(id())));
      if (held.change(then) == Change.HEALED) {
        return new MismatchEnd(
            end.mismatch(),
            MismatchEnd.State.HEALED,
            end.firstListed(),
            end.lastListed(),
            end.lastOpen(),
            OptionalLong.of(runs.get(run).run()),
            held.healers(then));
      }
    }
    return end;
  }
}
