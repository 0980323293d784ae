package parcelrecon.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import parcelrecon.model.ParcelEvidence;
import parcelrecon.model.SourceRecord;
import parcelrecon.results.PartitionStore.Others;
import parcelrecon.results.PartitionTotals;
import parcelrecon.rule.Deduplicated;
import parcelrecon.rule.Judgement;
import parcelrecon.rule.Rulebook;
import parcelrecon.spill.EvidenceReader;
import parcelrecon.spill.EvidenceReader.ParcelRecords;
import parcelrecon.spill.UnlistedBlock;
import parcelrecon.spill.UnlistedWriter;

/**
 * Judges a share of the partitions, one after the other, but for those that are matched already.
 */
final class MatchShare implements Tasklet {

  static final String SHARE = "share";

  private final RunInHand inHand;
  private final MatchPlan plan;
  private final StageTimer timer;

  MatchShare(RunInHand inHand, MatchPlan plan, StageTimer timer) {
    this.inHand = inHand;
    this.plan = plan;
    this.timer = timer;
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext context)
      throws Exception {
    int share = context.getStepContext().getStepExecution().getExecutionContext().getInt(SHARE);
    for (int partition : plan.left(share)) {
      inHand.stop().check();
      try {
        match(partition);
      } catch (StopSwitch.Stopped e) {
        throw new JobInterruptedException(e.getMessage());
      }
    }
    return RepeatStatus.FINISHED;
  }

  private void match(int partition) throws IOException {
    MatchPass pass = new MatchPass(partition);
    new EvidenceReader(plan.spill()).read(partition, pass.expected(), pass::judge);
    PartitionTotals totals = pass.totals();
    inHand
        .stores()
        .partitions()
        .finish(
            inHand.run(),
            partition,
            pass.kept.iterator(),
            new Others(pass.unlisted(), pass.keptFollowed.iterator()),
            totals);
    timer.add(pass.judged);
    inHand.progress().advance(Stage.MATCH.text(), "", pass.judged, 1);
  }

  /** The passes over one partition. */
  private final class MatchPass {

    private final int partition;
    private final Rulebook rulebook = new Rulebook(plan.context());
    private final SecondLook secondLook = new SecondLook(inHand, plan.sources());
    private final PartitionTally tally = new PartitionTally(plan.context(), secondLook.sources());
    private final Map<String, Optional<Instant>> followed;
    private final Optional<EarlierPartition> earlier;
    private final List<Judgement> kept = new ArrayList<>();
    private final List<Judgement> keptFollowed = new ArrayList<>();
    private final UnlistedWriter unlisted = new UnlistedWriter();
    private long judged;
    private int number;

    private MatchPass(int partition) {
      this.partition = partition;
      this.followed = plan.followed(partition);
      this.earlier = plan.earlier(partition, followed.keySet());
      earlier.ifPresent(run -> kept.addAll(run.left()));
    }

    private EvidenceReader.Expected expected() {
      return earlier
          .map(run -> new EvidenceReader.Expected(run.parcelIds(), run.bytes()))
          .orElseGet(() -> new EvidenceReader.Expected(followed.keySet(), 0));
    }

    private void judge(Collection<ParcelRecords> parcels) {
      List<FirstLook> looks = new ArrayList<>(parcels.size());
      for (ParcelRecords parcel : parcels) {
        inHand.stop().checkInside();
        if (isOfRun(parcel)) {
          looks.add(firstLook(parcel));
        } else {
          tally.addPassedOver(parcel.records());
        }
      }
      Map<String, List<SourceRecord>> found = lookAgain(looks);
      for (FirstLook look : looks) {
        ParcelMatch match = conclude(look, found.getOrDefault(look.parcel().parcelId(), List.of()));
        tally.add(match, look.lookAgain());
        keep(match.judgement());
      }
    }

    private boolean isOfRun(ParcelRecords parcel) {
      return earlier.isEmpty() || earlier.get().parcelIds().contains(parcel.parcelId());
    }

    private UnlistedBlock unlisted() {
      earlier.ifPresent(run -> run.addUnlisted(unlisted));
      return unlisted.finish();
    }

    private PartitionTotals totals() {
      PartitionTotals totals = tally.totals();
      judged = totals.parcelsInScope();
      return earlier.map(run -> run.with(totals)).orElse(totals);
    }

    private void keep(Judgement judgement) {
      if (!judgement.mismatches().isEmpty()) {
        kept.add(judgement);
        return;
      }
      if (!judgement.evidence().isUnseen()) {
        unlisted.add(rulebook.unlisted(judgement));
      }
      if (isFollowed(judgement.evidence())) {
        keptFollowed.add(judgement);
      }
    }

    private Judgement judge(ParcelEvidence evidence) {
      return isFollowed(evidence)
          ? rulebook.judgeFollowed(evidence, followed.get(evidence.parcelId()))
          : rulebook.judge(evidence);
    }

    private boolean isFollowed(ParcelEvidence evidence) {
      return followed.containsKey(evidence.parcelId());
    }

    private FirstLook firstLook(ParcelRecords parcel) {
      String id = parcel.parcelId();
      Deduplicated unique =
          Deduplicated.of(id, records(parcel, earlier.map(run -> run.seen(id)).orElse(List.of())));
      Judgement judgement = judge(unique.evidence());
      return new FirstLook(
          parcel, unique, judgement, earlier.isPresent() || judgement.restsOnAbsence());
    }

    private Map<String, List<SourceRecord>> lookAgain(List<FirstLook> looks) {
      Path file = inHand.folder().secondLook(partition, number++);
      List<String> parcelIds =
          looks.stream()
              .filter(FirstLook::lookAgain)
              .map(look -> look.parcel().parcelId())
              .toList();
      try {
        return secondLook.look(file, parcelIds);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private ParcelMatch conclude(FirstLook look, List<SourceRecord> found) {
      return new ParcelMatch(
          look.parcel().records(), look.unique(), look.judgement(), found, judgement(look, found));
    }

    private Judgement judgement(FirstLook look, List<SourceRecord> found) {
      if (earlier.isEmpty() && found.isEmpty()) {
        return look.judgement();
      }
      String id = look.parcel().parcelId();
      List<SourceRecord> more = new ArrayList<>(found);
      earlier.ifPresent(run -> more.addAll(run.lasting(id)));
      return judge(Deduplicated.of(id, records(look.parcel(), more)).evidence());
    }

    private List<SourceRecord> records(ParcelRecords parcel, List<SourceRecord> more) {
      List<SourceRecord> all = new ArrayList<>(parcel.records());
      all.addAll(plan.answersOf(parcel.parcelId()));
      all.addAll(more);
      return all;
    }
  }

  private record FirstLook(
      ParcelRecords parcel, Deduplicated unique, Judgement judgement, boolean lookAgain) {}
}
