package parcelrecon.tell;

import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import parcelrecon.model.Coverage;
import parcelrecon.model.Incident;
import parcelrecon.model.SourceName;
import parcelrecon.problem.ExitCode;
import parcelrecon.problem.ProblemException;
import parcelrecon.results.DiffTotals;
import parcelrecon.results.EndStore;
import parcelrecon.results.MismatchEnd;
import parcelrecon.results.OpenCounts;
import parcelrecon.results.OpenStore;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.RunDiff;
import parcelrecon.results.RunRow;
import parcelrecon.results.RunStore;
import parcelrecon.results.SourceRow;
import parcelrecon.results.StoredResults;
import parcelrecon.results.telling.Message;
import parcelrecon.results.telling.Message.Found;
import parcelrecon.results.telling.Message.OfRun;
import parcelrecon.results.telling.Message.Recheck;
import parcelrecon.results.telling.Message.Subject;
import parcelrecon.results.telling.Occasion;
import parcelrecon.results.telling.Telling;
import parcelrecon.rule.MismatchKind;

/**
 * Makes what is to be told of re-checks by the clock: what has changed since the run that a
 * re-check rests on, and nothing where that is nothing.
 *
 * @param targets names; empty: nobody is told
 * @param zone of times shown
 */
public record RecheckTellings(
    List<String> targets, ZoneId zone, String language, ResultsDatabase database) {

  private static final Logger LOG = Logger.getLogger(RecheckTellings.class.getName());

  public RecheckTellings {
    targets = List.copyOf(targets);
  }

  /** Of a re-check that has ended; one message, of what matters most. */
  public List<Telling> ofRun(RunRow run) {
    if (targets.isEmpty()) {
      return List.of();
    }
    try {
      return run.hasResults() ? ofResults(run) : failed(run);
    } catch (ProblemException e) {
      if (e.exitCode() == ExitCode.UNREACHABLE) {
        throw e;
      }
      LOG.log(Level.SEVERE, "re-check " + run.run() + " cannot be told of", e);
      return failed(run);
    }
  }

  private List<Telling> failed(RunRow run) {
    return toAll(message(Occasion.RECHECK_FAILED, run, Optional.empty(), Optional.empty()));
  }

  private List<Telling> ofResults(RunRow run) {
    OpenCounts open = new OpenStore(database).of(run);
    Optional<RunRow> earlier = earlier(run);
    long cameBack = earlier.map(before -> cameBack(before, run)).orElse(0L);
    return occasion(run, earlier, open, cameBack)
        .map(
            occasion ->
                message(
                    occasion,
                    run,
                    Optional.of(found(open, run)),
                    Optional.of(new Recheck(cameBack, open.parcels() > 0 ? 0 : notKnown(run)))))
        .map(this::toAll)
        .orElse(List.of());
  }

  /** Absent where retention took what it found: nothing can be held against it. */
  private Optional<RunRow> earlier(RunRow run) {
    return new RunStore(database).find(run.recheckOf().orElseThrow()).filter(RunRow::hasResults);
  }

  private long cameBack(RunRow earlier, RunRow run) {
    return RunDiff.between(database, earlier, run)
        .read(row -> {})
        .of(List.of(MismatchKind.values()))
        .get(DiffTotals.Line.REOPENED)
        .mismatches();
  }

  private Optional<Occasion> occasion(
      RunRow run, Optional<RunRow> earlier, OpenCounts open, long cameBack) {
    if (cameBack > 0) {
      return Optional.of(Occasion.CAME_BACK);
    }
    if (open.parcels() == 0) {
      return Optional.of(Occasion.NOTHING_OPEN);
    }
    Map<SourceName, Set<Coverage.Code>> known = earlier.map(this::whyLacking).orElse(Map.of());
    boolean isNews =
        whyLacking(run).entrySet().stream()
            .anyMatch(
                source ->
                    !known.getOrDefault(source.getKey(), Set.of()).containsAll(source.getValue()));
    return isNews ? Optional.of(Occasion.RECHECK_INCOMPLETE) : Optional.empty();
  }

  /** Without what a re-check only inherits. */
  private Map<SourceName, Set<Coverage.Code>> whyLacking(RunRow run) {
    Map<SourceName, Set<Coverage.Code>> why = new EnumMap<>(SourceName.class);
    for (SourceRow source : sources(run)) {
      why.put(
          source.name(),
          source.coverage().reasons().stream()
              .map(Coverage.Reason::code)
              .filter(code -> code.state() != Coverage.State.COMPLETE)
              .filter(code -> code != Coverage.Code.PARCELS_OF_RUN)
              .collect(Collectors.toCollection(() -> EnumSet.noneOf(Coverage.Code.class))));
    }
    return why;
  }

  private List<SourceRow> sources(RunRow run) {
    return new StoredResults(database, run.run()).sources();
  }

  private Found found(OpenCounts open, RunRow run) {
    Map<MismatchKind, Long> kinds = new EnumMap<>(MismatchKind.class);
    open.kinds().forEach((kind, counts) -> kinds.put(kind, counts.sum().mismatches()));
    return new Found(
        open.parcels(),
        kinds,
        open.sum().toCollectMinor(),
        open.sum().toRefundMinor(),
        Tellings.lacking(sources(run)));
  }

  private long notKnown(RunRow run) {
    return new EndStore(database).of(run).sum(MismatchEnd.State.NOT_KNOWN).mismatches();
  }

  /**
   * Of a round that the next one came before.
   *
   * @param next when it came
   */
  public List<Telling> missed(Instant round, Instant next) {
    return toAll(
        new Message(
            Occasion.RECHECK_MISSED,
            new Subject(Subject.RECHECKS, "", zone, language),
            round,
            next,
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
  }

  private Message message(
      Occasion occasion, RunRow run, Optional<Found> found, Optional<Recheck> recheck) {
    Incident incident = run.incident();
    return new Message(
        occasion,
        new Subject(
            Subject.RECHECKS,
            incident.title().isBlank() ? incident.id() : incident.title(),
            zone,
            language),
        incident.window().from(),
        incident.window().to(),
        Optional.of(new OfRun(incident.id(), run.run(), run.exitCode(), found)),
        Optional.empty(),
        recheck);
  }

  private List<Telling> toAll(Message message) {
    return targets.stream().map(target -> new Telling(target, message)).toList();
  }
}
