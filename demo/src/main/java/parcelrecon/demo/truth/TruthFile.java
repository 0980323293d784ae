package parcelrecon.demo.truth;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Writes {@code truth.csv}: a row per mismatch, one with an empty kind where nothing is wrong. */
public final class TruthFile {

  private static final String HEADER =
      "parcel_id,story,kind,evidence,edge,group,currency,due_minor,paid_minor,to_collect_minor,"
          + "to_refund_minor,reason,verdict_as_found,datafix_as_found,reply,verdict_after_answers,"
          + "datafix_after_answers\n";

  private TruthFile() {}

  public static void write(Path file, List<ParcelTruth> parcels) {
    try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      out.write(HEADER);
      for (ParcelTruth parcel : parcels) {
        for (Told told : parcel.told()) {
          out.write(line(parcel, told));
        }
        if (parcel.told().isEmpty()) {
          out.write(line(parcel, null));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String line(ParcelTruth parcel, Told told) {
    return String.join(
            ",",
            parcel.parcelId(),
            parcel.story().name(),
            told == null ? ",,,,,,,,," : mismatch(parcel, told),
            finding(parcel.asFound()),
            parcel.reply().name(),
            finding(parcel.afterAnswers()))
        + "\n";
  }

  private static String mismatch(ParcelTruth parcel, Told told) {
    Told.Money money = told.money();
    return String.join(
        ",",
        told.kind().name(),
        told.evidence().name(),
        String.valueOf(parcel.edge()),
        told.group(),
        money.currency(),
        text(money.dueMinor()),
        text(money.paidMinor()),
        text(money.toCollectMinor()),
        text(money.toRefundMinor()),
        told.reason());
  }

  private static String finding(Finding finding) {
    String remedies =
        finding.remedies().stream().map(Remedy::name).collect(Collectors.joining("+"));
    return finding.whereabouts().text() + "," + remedies;
  }

  private static String text(Long minor) {
    return minor == null ? "" : minor.toString();
  }
}
