package parcelrecon.report.packages;

import static java.util.stream.Collectors.groupingBy;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import parcelrecon.datafix.Datafix;
import parcelrecon.results.FoundParcels;
import parcelrecon.results.MismatchRow;
import parcelrecon.results.ParcelRow;
import parcelrecon.results.RunRow;
import parcelrecon.results.packages.PackageMismatch;
import parcelrecon.rule.JudgingContext;
import parcelrecon.rule.Mismatch;
import parcelrecon.rule.MismatchClass;

/**
 * Of a run's parcels only what stands on some of its mismatches, those confirmed. Memory: the
 * mismatches.
 */
final class ConfirmedParcels implements FoundParcels {

  private final FoundParcels all;
  private final Map<String, List<PackageMismatch>> byParcel;

  ConfirmedParcels(FoundParcels all, Collection<PackageMismatch> confirmed) {
    this.all = all;
    this.byParcel = confirmed.stream().collect(groupingBy(each -> each.id().parcelId()));
  }

  @Override
  public RunRow run() {
    return all.run();
  }

  @Override
  public JudgingContext context() {
    return all.context();
  }

  @Override
  public void forEachParcel(Consumer<ParcelRow> parcel) {
    all.forEachParcel(
        row -> {
          List<PackageMismatch> confirmed = byParcel.get(row.parcelId());
          if (confirmed != null) {
            parcel.accept(of(row, confirmed));
          }
        });
  }

  private static ParcelRow of(ParcelRow row, List<PackageMismatch> confirmed) {
    List<MismatchRow> mismatches =
        row.mismatches().stream().filter(each -> isCited(each.mismatch(), confirmed)).toList();
    List<Datafix> datafixes =
        row.datafixes().stream()
            .filter(each -> isOne(each.standsOn().name(), each.group(), confirmed))
            .toList();
    return new ParcelRow(
        row.evidence(), row.standing(), row.verdict(), row.storeId(), mismatches, datafixes);
  }

  /**
   * What changes a system rests on the whole parcel, all of which was confirmed but what asks for
   * nothing.
   */
  private static boolean isCited(Mismatch mismatch, List<PackageMismatch> confirmed) {
    return isOne(mismatch.kind().name(), mismatch.group(), confirmed)
        || mismatch.kind().mismatchClass() != MismatchClass.INFO
            && confirmed.stream().anyMatch(PackageMismatch::wholeParcel);
  }

  private static boolean isOne(String kind, String group, List<PackageMismatch> confirmed) {
    return confirmed.stream()
        .anyMatch(each -> each.id().kind().name().equals(kind) && each.id().group().equals(group));
  }
}
