package parcelrecon.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How much of the window a source could really show, and why not more. */
public record Coverage(List<Reason> reasons) {

  /** From best to worst: a source is as good as its worst reason. */
  public enum State {
    COMPLETE,
    INCOMPLETE,
    UNKNOWN
  }

  /**
   * What a reason says, and what it does to the source. Arguments are listed in the order given.
   */
  public enum Code {
    /** A file read to its last byte. Files. */
    TAKEN_AS_ALL_THERE_IS(State.COMPLETE),
    /** A database read in one snapshot. From, to (instants). */
    ONE_SNAPSHOT(State.COMPLETE),
    /** A topic read to the ends frozen at plan time. Topic, partitions, records. */
    READ_TO_FROZEN_ENDS(State.COMPLETE),
    /**
     * A topic's partition as it was read. Topic, partition, first offset, end offset (exclusive).
     */
    PARTITION_READ(State.COMPLETE),
    /** Payments are complete through an instant. Instant. */
    COMPLETE_THROUGH(State.COMPLETE),
    /** The same record was read more than once and counts once. Count. */
    DUPLICATES(State.COMPLETE),
    /** Rejected rows without a readable parcel id could belong to any parcel. Count. */
    ROWS_OF_ANY_PARCEL(State.COMPLETE),
    /** A database without a by-key query: records outside what was read are not known. */
    NO_BY_KEY(State.COMPLETE),
    /** A watched group has no committed offsets in the topic. Group, topic. */
    GROUP_WITHOUT_OFFSETS(State.COMPLETE),
    /** What was read does not tell what consumer groups had read. */
    GROUPS_NOT_SEEN(State.COMPLETE),
    /** Records without a timestamp of their topic: whether events were late cannot be told. */
    WITHOUT_TIMESTAMPS(State.COMPLETE),
    /** A footer's count and sum are those of its file. File, rows, sum (as written). */
    CONTROL_TOTAL_MET(State.COMPLETE),
    /** Records with a timestamp later than the reading itself. Topic, count, latest. */
    FUTURE_TIMESTAMPS(State.COMPLETE),
    /** A partition changed its leader within what was read. Topic, partition, changes. */
    LEADER_CHANGED(State.COMPLETE),
    /** Offsets without a record: control records, aborted ones. Topic, partition, offsets. */
    OFFSETS_WITHOUT_RECORD(State.COMPLETE),
    /** The last row of a file breaks off. File, line. */
    CUT_LAST_ROW(State.INCOMPLETE),
    /**
     * Retention deleted records of the wanted time. Topic, partition, first wanted, first there.
     */
    HISTORY_DELETED(State.INCOMPLETE),
    /** A compacted topic keeps only the latest record of a key. Topic. */
    COMPACTED(State.INCOMPLETE),
    /** An open transaction hides records. Topic, partition, hidden records. */
    OPEN_TRANSACTION(State.INCOMPLETE),
    /** A footer tells another count or sum than its file has. File, told, read (as written). */
    CONTROL_TOTAL_DIFFERS(State.INCOMPLETE),
    /** A file that should end with a footer has none. File. */
    FOOTER_MISSING(State.INCOMPLETE),
    /** A replica had not yet seen what was written later. Instant. */
    REPLICA_BEHIND(State.INCOMPLETE),
    /** A replica does not tell how far it is behind. */
    REPLICA_OF_UNKNOWN_AGE(State.UNKNOWN),
    /** A log segment breaks off. File, offset of the first record missing. */
    SEGMENT_CUT(State.INCOMPLETE),
    /**
     * A batch of a log segment is damaged. File, first offset, last offset (empty when unknown).
     */
    SEGMENT_DAMAGED(State.INCOMPLETE),
    /** Offsets of a partition that no segment holds. Topic, partition, first, last. */
    SEGMENTS_MISSING(State.INCOMPLETE),
    /** Copies of one partition hold different records. Topic, partition, first offset, count. */
    COPIES_DISAGREE(State.INCOMPLETE),
    /** A partition of the topic of which there is no folder. Topic, partition. */
    PARTITION_NOT_THERE(State.INCOMPLETE);

    private final State state;

    Code(State state) {
      this.state = state;
    }

    public State state() {
      return state;
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
    }

    public static Reason of(Code code, Object... arguments) {
      return new Reason(
          code, java.util.Arrays.stream(arguments).map(String::valueOf).toList(), Optional.empty());
    }
  }

  /** A half-open span of time in which a source could not show everything. */
  public record Gap(Instant from, Instant to) {}

  public Coverage {
    reasons = List.copyOf(reasons);
  }

  public State state() {
    return reasons.stream()
        .map(reason -> reason.code().state())
        .max(State::compareTo)
        .orElse(State.COMPLETE);
  }

  /** Whether the source could have shown every record of {@code [from, to]}. */
  public boolean isCompleteFor(Instant from, Instant to) {
    return reasons.stream()
        .filter(reason -> reason.code().state() != State.COMPLETE)
        .allMatch(
            reason ->
                reason.gap().isPresent()
                    && (to.isBefore(reason.gap().get().from())
                        || !from.isBefore(reason.gap().get().to())));
  }
}
