package parcelrecon.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** How much of the window a source could really show, and why not more. */
public record Coverage(List<Reason> reasons) {

  /** Codes whose last argument is a count; each part of a source tells its own. */
  private static final Set<Code> COUNTED =
      EnumSet.of(Code.READ_TO_FROZEN_ENDS, Code.LEADER_CHANGED, Code.OFFSETS_WITHOUT_RECORD);

  /** From best to worst: a source is as good as its worst reason. */
  public enum State {
    COMPLETE,
    INCOMPLETE,
    UNKNOWN
  }

  /** What a reason says, what it does to the source, and what its arguments are. */
  public enum Code {
    /** Files read to their last byte. */
    TAKEN_AS_ALL_THERE_IS(State.COMPLETE),
    /** A database read in one snapshot, for records from one instant to another. */
    ONE_SNAPSHOT(State.COMPLETE, "from", "to"),
    /** A topic read to the ends frozen at plan time. */
    READ_TO_FROZEN_ENDS(State.COMPLETE, "topic", "partitions", "offsets"),
    /** A topic's partition as it was read: the first offset, and the end, not read. */
    PARTITION_READ(State.COMPLETE, "topic", "partition", "first", "end"),
    /** Payments are complete through an instant. */
    COMPLETE_THROUGH(State.COMPLETE, "instant"),
    /** The same record was read more than once and counts once. */
    DUPLICATES(State.COMPLETE, "count"),
    /** Rejected rows without a readable parcel id could belong to any parcel. */
    ROWS_OF_ANY_PARCEL(State.COMPLETE, "count"),
    /** Parcels known before were asked for by key, whatever the time of their records. */
    ASKED_BY_KEY(State.COMPLETE),
    /** A database without a by-key query: records outside what was read are not known. */
    NO_BY_KEY(State.COMPLETE),
    /** A watched group has no committed offsets in the topic. */
    GROUP_WITHOUT_OFFSETS(State.COMPLETE, "group", "topic"),
    /** What was read does not tell what consumer groups had read. */
    GROUPS_NOT_SEEN(State.COMPLETE),
    /** Records without a timestamp of their topic: whether events were late cannot be told. */
    WITHOUT_TIMESTAMPS(State.COMPLETE),
    /** A footer's count and sum are those of its file; the sum as it is written. */
    CONTROL_TOTAL_MET(State.COMPLETE, "file", "rows", "sum"),
    /** A partition changed its leader within what was read. */
    LEADER_CHANGED(State.COMPLETE, "topic", "partition", "changes"),
    /** Offsets without a record: markers of transactions, aborted ones, deleted keys. */
    OFFSETS_WITHOUT_RECORD(State.COMPLETE, "topic", "partition", "offsets"),
    /**
     * Which parcels there are is known from an earlier run only, in which this source could not
     * show everything. Nothing of the parcels themselves is in doubt by it: its gap is empty.
     */
    PARCELS_OF_RUN(State.INCOMPLETE, "run"),
    /** The last row of a file breaks off. */
    CUT_LAST_ROW(State.INCOMPLETE, "file", "line"),
    /** Retention deleted records of the wanted time; nothing is there where that is empty. */
    HISTORY_DELETED(State.INCOMPLETE, "topic", "partition", "wanted", "there"),
    /** A compacted topic keeps only the latest record of a key. */
    COMPACTED(State.INCOMPLETE, "topic"),
    /** An open transaction hides records. */
    OPEN_TRANSACTION(State.INCOMPLETE, "topic", "partition", "hidden"),
    /**
     * A footer tells another count or sum than its file has, both as they are written, or has rows
     * behind it.
     */
    CONTROL_TOTAL_DIFFERS(State.INCOMPLETE, "file", "told", "read", "behind"),
    /** A file that should end with a footer has none. */
    FOOTER_MISSING(State.INCOMPLETE, "file"),
    /** A replica had not yet seen what was written later. */
    REPLICA_BEHIND(State.INCOMPLETE, "instant"),
    /** A replica does not tell how far it is behind. */
    REPLICA_OF_UNKNOWN_AGE(State.UNKNOWN),
    /** A log segment breaks off at the offset of the first record missing. */
    SEGMENT_CUT(State.INCOMPLETE, "topic", "partition", "file", "offset"),
    /** A batch of a log segment is damaged; its last offset is empty when unknown. */
    SEGMENT_DAMAGED(State.INCOMPLETE, "topic", "partition", "file", "first", "last"),
    /** Offsets of a partition that no segment holds. */
    SEGMENTS_MISSING(State.INCOMPLETE, "topic", "partition", "first", "last"),
    /** Copies of one partition hold different records, from the first offset on. */
    COPIES_DISAGREE(State.INCOMPLETE, "topic", "partition", "first", "count"),
    /** A partition of the topic of which there is no folder. */
    PARTITION_NOT_THERE(State.INCOMPLETE, "topic", "partition");

    private final State state;
    private final List<String> arguments;

    Code(State state, String... arguments) {
      this.state = state;
      this.arguments = List.of(arguments);
    }

    public State state() {
      return state;
    }

    /** What each argument is, in their order. */
    public List<String> arguments() {
      return arguments;
    }

    private boolean isOfPartition() {
      return arguments.size() >= 2 && arguments.subList(0, 2).equals(List.of("topic", "partition"));
    }

    private boolean isOfTopic() {
      return !isOfPartition() && arguments.indexOf("topic") == 0;
    }
  }

  /**
   * One reason, in a form every language can say.
   *
   * @param gap what it takes away, half-open; absent means all the source holds
   */
  public record Reason(Code code, List<String> arguments, Optional<Gap> gap) {
    public Reason {
      arguments = List.copyOf(arguments);
      if (arguments.size() != code.arguments().size()) {
        throw new IllegalArgumentException(
            code + " takes " + code.arguments() + ", not " + arguments);
      }
    }

    public static Reason of(Code code, Object... arguments) {
      return new Reason(
          code, java.util.Arrays.stream(arguments).map(String::valueOf).toList(), Optional.empty());
    }

    private boolean isLacking() {
      return code.state() != State.COMPLETE;
    }

    /** The same whatever its count. */
    private Reason uncounted() {
      return COUNTED.contains(code) ? counting(0) : this;
    }

    private Reason plus(Reason other) {
      return COUNTED.contains(code) ? counting(count() + other.count()) : this;
    }

    private long count() {
      return Long.parseLong(arguments.get(arguments.size() - 1));
    }

    private Reason counting(long count) {
      List<String> counted = new ArrayList<>(arguments);
      counted.set(arguments.size() - 1, String.valueOf(count));
      return new Reason(code, counted, gap);
    }
  }

  /** A half-open span of time in which a source could not show everything. */
  public record Gap(Instant from, Instant to) {
    /** No record is in it. */
    public static final Gap EMPTY = new Gap(Window.ALL_TO, Window.ALL_TO);
  }

  public Coverage {
    reasons = List.copyOf(reasons);
  }

  /** The coverage of a whole by the reasons of its parts: each once, counts added up. */
  public static Coverage together(Collection<Reason> parts) {
    Map<Reason, Reason> whole = new LinkedHashMap<>();
    parts.forEach(part -> whole.merge(part.uncounted(), part, Reason::plus));
    return new Coverage(List.copyOf(whole.values()));
  }

  public State state() {
    return worst(reasons);
  }

  static State worst(List<Reason> reasons) {
    return reasons.stream()
        .map(reason -> reason.code().state())
        .max(State::compareTo)
        .orElse(State.COMPLETE);
  }

  /** The reasons why it is not COMPLETE. */
  public List<Reason> lacking() {
    return reasons.stream().filter(Reason::isLacking).toList();
  }

  /** The reasons about the source or a topic as a whole, not about single partitions. */
  public List<Reason> general() {
    return reasons.stream().filter(reason -> !reason.code().isOfPartition()).toList();
  }

  /** The partitions of its topics that reasons are about, in order; none of other sources. */
  public List<PartitionCoverage> partitions() {
    SortedMap<PartitionCoverage.Place, List<Reason>> byPlace = new TreeMap<>();
    reasons.stream()
        .filter(reason -> reason.code().isOfPartition())
        .forEach(
            reason ->
                byPlace
                    .computeIfAbsent(
                        PartitionCoverage.Place.of(reason.arguments()), at -> new ArrayList<>())
                    .add(reason));
    return byPlace.entrySet().stream()
        .map(
            entry ->
                PartitionCoverage.of(
                    entry.getKey(), entry.getValue(), lacking(entry.getKey().topic())))
        .toList();
  }

  /** What a topic as a whole could not show, none of its partitions could. */
  private List<Reason> lacking(String topic) {
    return reasons.stream()
        .filter(reason -> reason.code().isOfTopic() && reason.isLacking())
        .filter(reason -> reason.arguments().get(0).equals(topic))
        .toList();
  }

  /** Whether the source could have shown every record of {@code [from, to]}. */
  public boolean isCompleteFor(Instant from, Instant to) {
    return lacking().stream()
        .allMatch(
            reason ->
                reason.gap().isPresent()
                    && (to.isBefore(reason.gap().get().from())
                        || !from.isBefore(reason.gap().get().to())));
  }
}
