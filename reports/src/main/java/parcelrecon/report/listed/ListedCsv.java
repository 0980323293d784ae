package parcelrecon.report.listed;

import static parcelrecon.report.text.CellText.safe;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import parcelrecon.model.Store;
import parcelrecon.report.file.CsvFile;

/** The answers as a CSV file: a row for each id of the list, in its order. */
public final class ListedCsv implements AutoCloseable {

  static final List<String> COLUMNS =
      List.of(
          "given",
          "place",
          "meant",
          "store_id",
          "store_name",
          "area",
          "kinds",
          "verdict",
          "suggestions",
          "explanation");

  private final CsvFile csv;

  public ListedCsv(Path path) throws IOException {
    csv = CsvFile.create(path, COLUMNS);
  }

  public void write(ListedAnswer answer) {
    csv.row(
        safe(answer.given()),
        answer.place().name(),
        safe(String.join(";", answer.meant())),
        answer.store().map(Store::storeId).map(id -> safe(id)).orElse(""),
        answer.store().map(Store::name).map(name -> safe(name)).orElse(""),
        answer.store().map(Store::area).map(area -> safe(area)).orElse(""),
        names(answer.kinds()),
        answer.verdict().map(Enum::name).orElse(""),
        names(answer.suggestions()),
        safe(answer.explanation()));
  }

  private static String names(Collection<? extends Enum<?>> constants) {
    return constants.stream().map(Enum::name).collect(Collectors.joining(";"));
  }

  @Override
  public void close() throws IOException {
    csv.close();
  }
}
