package parcelrecon.console.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import parcelrecon.model.RecordRef;
import parcelrecon.report.text.Texts;
import parcelrecon.results.DiffRow;
import parcelrecon.results.RunDiff;
import parcelrecon.rule.Mismatch;
import parcelrecon.rule.Proof;

/**
 * A mismatch as the page shows it.
 *
 * @param run whose page of the parcel tells most: the later one that lists the mismatch
 * @param look how the change is marked
 * @param verdict as known after, else before; empty when neither tells
 */
record DiffLine(
    String parcelId,
    long run,
    String kind,
    String change,
    String look,
    String verdict,
    List<String> before,
    List<String> after,
    String healedBy) {

  static DiffLine of(DiffRow row, RunDiff diff, Texts texts) {
    String kind = texts.name(row.kind());
    return new DiffLine(
        row.parcelId(),
        row.after().isPresent() ? diff.after().run() : diff.before().run(),
        row.group().isEmpty() ? kind : texts.aside(kind, row.group()),
        texts.name(row.change()),
        look(row),
        row.after().or(row::before).flatMap(DiffRow.Side::verdict).map(texts::name).orElse(""),
        amounts(row.before(), texts),
        amounts(row.after(), texts),
        row.healedBy().stream().map(RecordRef::text).collect(Collectors.joining(" ")));
  }

  private static String look(DiffRow row) {
    return switch (row.change()) {
      case HEALED -> "good";
      case NOT_KNOWN -> "warn";
      case NEW, REOPENED -> "bad";
      case OPEN -> "";
    };
  }

  private static List<String> amounts(Optional<DiffRow.Side> side, Texts texts) {
    List<String> told = new ArrayList<>();
    side.ifPresent(
        found -> {
          Mismatch.Amounts amounts = found.mismatch().amounts();
          if (amounts.toCollectMinor() != null) {
            String key =
                found.mismatch().proof() == Proof.NOT_DUE
                    ? "parcels.notYetDue"
                    : "parcels.toCollect";
            told.add(texts.text(key, texts.money(amounts.toCollectMinor(), amounts.currency())));
          }
          if (amounts.toRefundMinor() != null) {
            told.add(
                texts.text(
                    "parcels.toRefund", texts.money(amounts.toRefundMinor(), amounts.currency())));
          }
        });
    return told;
  }
}
