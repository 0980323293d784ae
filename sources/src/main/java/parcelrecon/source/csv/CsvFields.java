package parcelrecon.source.csv;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.StringArrayHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Cuts the text of one record into its fields. Thread-safe. */
final class CsvFields {

  private final CsvReader.CsvReaderBuilder strict;
  private final CsvReader.CsvReaderBuilder unclosed;

  CsvFields(char delimiter) {
    this.strict = reader(delimiter);
    this.unclosed = reader(delimiter).allowUnclosedQuote(true);
  }

  private static CsvReader.CsvReaderBuilder reader(char delimiter) {
    return CsvReader.builder()
        .fieldSeparator(delimiter)
        .skipEmptyLines(false)
        .allowUnclosedQuote(false);
  }

  /** The fields; absent when the quotes make no sense. */
  Optional<String[]> of(String text) {
    return fields(strict, text);
  }

  /** The fields of a record that breaks off inside quotes; what is behind them is in the last. */
  Optional<String[]> ofUnclosed(String text) {
    return fields(unclosed, text);
  }

  private static Optional<String[]> fields(CsvReader.CsvReaderBuilder builder, String text) {
    try (CloseableIterator<String[]> records =
        builder.build(StringArrayHandler.of(), text).iterator()) {
      Optional<String[]> fields = Optional.of(records.next());
      return records.hasNext() ? Optional.empty() : fields;
    } catch (CsvParseException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
