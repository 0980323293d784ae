package parcelrecon.report.workbook;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import parcelrecon.model.Incident;
import parcelrecon.model.Outbound.PaymentTerm;
import parcelrecon.model.Verdict;
import parcelrecon.report.calls.CallList;
import parcelrecon.report.followup.FollowUp;
import parcelrecon.report.story.RunView;
import parcelrecon.results.MismatchRow;
import parcelrecon.results.ParcelRow;
import parcelrecon.rule.Mismatch;
import parcelrecon.rule.MismatchClass;
import parcelrecon.rule.MismatchKind;
import parcelrecon.rule.Proof;
import parcelrecon.rule.Standing;

/** A first look at all parcels: what must be known before the first sheet is written. */
final class Overview implements AutoCloseable {

  private final RunView view;
  private final CallList calls;
  private final Optional<FollowUp> followUp;
  private final Map<Optional<Verdict>, Money> byVerdict = new HashMap<>();
  private final Map<Incident.Phase, Long> byPhase = new HashMap<>();
  private final Money notYetDue = new Money();
  private final Map<String, Long> idleGroups = new TreeMap<>();
  private long unknownPrepaid;

  /** Amounts to be moved, in minor units by currency; never netted. */
  static final class Money {
    private final Map<String, Long> toCollect = new TreeMap<>();
    private final Map<String, Long> toRefund = new TreeMap<>();

    private void add(Mismatch.Amounts amounts) {
      if (amounts.toCollectMinor() != null) {
        toCollect.merge(amounts.currency(), amounts.toCollectMinor(), Long::sum);
      }
      if (amounts.toRefundMinor() != null) {
        toRefund.merge(amounts.currency(), amounts.toRefundMinor(), Long::sum);
      }
    }

    Map<String, Long> toCollect() {
      return toCollect;
    }

    Map<String, Long> toRefund() {
      return toRefund;
    }
  }

  private Overview(RunView view, Path folder) {
    this.view = view;
    calls = new CallList(view, folder);
    followUp = FollowUp.of(view.results());
  }

  /**
   * @param folder of temporary files, one that looks at other runs do not use
   */
  static Overview of(RunView view, Path folder) {
    Overview overview = new Overview(view, folder);
    view.results().forEachParcel(overview::add);
    return overview;
  }

  private void add(ParcelRow parcel) {
    calls.add(parcel);
    boolean affected = parcel.standing() == Standing.AFFECTED;
    if (affected) {
      view.phases(parcel).forEach(phase -> byPhase.merge(phase, 1L, Long::sum));
    }
    for (MismatchRow row : parcel.mismatches()) {
      Mismatch mismatch = row.mismatch();
      if (mismatch.kind().mismatchClass() == MismatchClass.MONEY) {
        Money money =
            mismatch.proof() == Proof.NOT_DUE
                ? notYetDue
                : byVerdict.computeIfAbsent(parcel.verdict(), verdict -> new Money());
        money.add(mismatch.amounts());
      }
      if (mismatch.kind() == MismatchKind.EVENT_NOT_CONSUMED) {
        idleGroups.merge(mismatch.group(), 1L, Long::sum);
      }
    }
    if (affected && parcel.verdict().filter(Verdict.UNKNOWN::equals).isPresent()) {
      unknownPrepaid +=
          parcel.subject().filter(each -> each.payment() == PaymentTerm.PREPAID).isPresent()
              ? 1
              : 0;
    }
  }

  CallList calls() {
    return calls;
  }

  /** Absent where nothing differs from what was first found. */
  Optional<FollowUp> followUp() {
    return followUp;
  }

  /**
   * @param verdict absent: parcels without a completed outbound
   */
  Money money(Optional<Verdict> verdict) {
    return byVerdict.getOrDefault(verdict, new Money());
  }

  /** Affected parcels picked up in the phase. */
  long affected(Incident.Phase phase) {
    return byPhase.getOrDefault(phase, 0L);
  }

  /** Amounts of payments that may still come; in no sum. */
  Money notYetDue() {
    return notYetDue;
  }

  /** Affected parcels that only the store can tell about, and no money record ever could. */
  long unknownPrepaid() {
    return unknownPrepaid;
  }

  /** Parcels by consumer group that stood still, ordered by group. */
  Map<String, Long> idleGroups() {
    return idleGroups;
  }

  /** All verdicts, and none, in the order they are shown. */
  static List<Optional<Verdict>> verdicts() {
    List<Optional<Verdict>> all = new ArrayList<>();
    for (Verdict verdict : Verdict.values()) {
      all.add(Optional.of(verdict));
    }
    all.add(Optional.empty());
    return all;
  }

  /** Removes the temporary files. */
  @Override
  public void close() {
    calls.close();
  }
}
