package parcelrecon.report.workbook;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import parcelrecon.datafix.Datafix;
import parcelrecon.datafix.Suggestion;
import parcelrecon.model.RecordRef;
import parcelrecon.report.text.Texts;
import parcelrecon.results.MismatchRow;
import parcelrecon.results.ParcelRow;

/** Lists of names and refs as a cell shows them, one a line. */
final class Wording {

  private static final int REFS_MAX = 20;

  private Wording() {}

  /** Those of the row; where none stands on it, those of the parcel. */
  static String suggestions(ParcelRow parcel, MismatchRow row, Texts texts) {
    return row.suggestions().isEmpty()
        ? suggestions(parcel, texts)
        : lines(row.suggestions(), texts);
  }

  static String suggestions(ParcelRow parcel, Texts texts) {
    return lines(parcel.datafixes().stream().map(Datafix::suggestion).distinct().toList(), texts);
  }

  private static String lines(Collection<Suggestion> suggestions, Texts texts) {
    return suggestions.stream().map(texts::name).collect(Collectors.joining("\n"));
  }

  static String kinds(ParcelRow parcel, Texts texts) {
    return parcel.mismatches().stream()
        .map(MismatchRow::mismatch)
        .map(mismatch -> texts.aside(texts.name(mismatch.kind()), texts.name(mismatch.proof())))
        .distinct()
        .collect(Collectors.joining("\n"));
  }

  static String verdict(ParcelRow parcel, Texts texts) {
    return parcel.verdict().map(texts::name).orElseGet(() -> texts.text("none"));
  }

  static String refs(MismatchRow row, Texts texts) {
    return refs(row.mismatch().refs(), texts);
  }

  static String refs(List<RecordRef> refs, Texts texts) {
    String listed =
        refs.stream().limit(REFS_MAX).map(RecordRef::text).collect(Collectors.joining(" "));
    return refs.size() <= REFS_MAX
        ? listed
        : listed + " " + texts.text("more", refs.size() - REFS_MAX);
  }
}
