package parcelrecon.report.listed;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import parcelrecon.report.text.Texts;

/**
 * Finds the ids in a list as people give it. A table has them in the column whose heading says
 * parcel id in any language, else in the one in which the run knows most cells, else in the one
 * with most digits. Any other text has one a line; of a line with several words those with a digit,
 * unless the run knows the line as a whole.
 */
public final class ListReading {

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s\\p{Z},;，；、|]+");
  private static final Pattern DIGIT = Pattern.compile("\\p{Nd}");
  private static final Pattern FORMULA_TEXT = Pattern.compile("=\"(.*)\"", Pattern.DOTALL);
  private static final char[] SEPARATORS = {'\t', ';', ','};

  private static final Set<String> HEADINGS =
      Stream.concat(
              Stream.of("parcel_id", "parcel id", "parcelid"),
              Texts.LANGUAGES.stream().map(language -> Texts.of(language).text("column.parcelId")))
          .map(ListReading::plain)
          .collect(Collectors.toSet());

  private final String where;
  private final Function<Collection<String>, Set<String>> known;
  private final Set<String> ids = new LinkedHashSet<>();
  private long repeated;
  private String column = "";

  private ListReading(String where, Function<Collection<String>, Set<String>> known) {
    this.where = where;
    this.known = known;
  }

  /**
   * @param where what the list is called in messages
   * @param known which of these ids the run knows, or nearly
   * @throws parcelrecon.problem.ProblemException USAGE when it is no list of ids
   */
  public static GivenList read(
      InputStream in, String where, Function<Collection<String>, Set<String>> known)
      throws IOException {
    return new ListReading(where, known).read(ListText.read(in, where));
  }

  private GivenList read(String text) {
    List<List<String>> rows = table(text);
    if (rows.isEmpty()) {
      readLines(text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList());
    } else {
      readTable(rows);
    }
    if (ids.isEmpty()) {
      throw ListText.bad(where, "holds no parcel id", "Give one parcel id a line");
    }
    return new GivenList(new ArrayList<>(ids), repeated, column);
  }

  /** The rows of a table; empty when the text is none. */
  private static List<List<String>> table(String text) {
    String first = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
    for (char separator : SEPARATORS) {
      if (first.indexOf(separator) >= 0 || HEADINGS.contains(plain(first))) {
        List<List<String>> rows = rows(text, separator);
        boolean isNamed = !rows.isEmpty() && headed(rows.get(0)).isPresent();
        boolean isEven =
            rows.size() > 1 && rows.stream().allMatch(row -> row.size() == rows.get(0).size());
        if (isNamed || isEven) {
          return rows;
        }
      }
    }
    return List.of();
  }

  private static List<List<String>> rows(String text, char separator) {
    List<List<String>> rows = new ArrayList<>();
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .fieldSeparator(separator)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofCsvRecord(text)) {
      reader.forEach(row -> rows.add(row.getFields()));
    } catch (CsvParseException | IOException e) {
      return List.of();
    }
    rows.removeIf(row -> row.stream().allMatch(String::isBlank));
    return rows;
  }

  private static OptionalInt headed(List<String> row) {
    return IntStream.range(0, row.size())
        .filter(place -> HEADINGS.contains(plain(row.get(place))))
        .findFirst();
  }

  private static String plain(String heading) {
    return heading.strip().toLowerCase(Locale.ROOT);
  }

  private void readTable(List<List<String>> rows) {
    OptionalInt headed = headed(rows.get(0));
    int place = headed.orElseGet(() -> mostKnown(rows));
    String heading = cell(rows.get(0), place);
    boolean isHeading = headed.isPresent() || rows.size() > 1 && !DIGIT.matcher(heading).find();
    column = isHeading ? heading.strip() : "";
    rows.stream().skip(isHeading ? 1 : 0).forEach(row -> add(cell(row, place)));
  }

  private int mostKnown(List<List<String>> rows) {
    Comparator<List<String>> better =
        Comparator.<List<String>>comparingInt(cells -> known.apply(cells).size())
            .thenComparing(
                cells -> cells.stream().filter(cell -> DIGIT.matcher(cell).find()).count());
    int best = 0;
    for (int place = 1; place < rows.get(0).size(); place++) {
      if (better.compare(cells(rows, place), cells(rows, best)) > 0) {
        best = place;
      }
    }
    return best;
  }

  private static List<String> cells(List<List<String>> rows, int place) {
    return rows.stream().map(row -> cell(row, place)).distinct().limit(GivenList.IDS_MAX).toList();
  }

  private static String cell(List<String> row, int place) {
    return place < row.size() ? row.get(place) : "";
  }

  private void readLines(List<String> lines) {
    boolean hasHeading = lines.size() > 1 && isHeading(lines.get(0), lines.get(1));
    column = hasHeading ? lines.get(0) : "";
    List<String> rest = lines.subList(hasHeading ? 1 : 0, lines.size());
    Set<String> whole =
        known.apply(
            rest.stream()
                .filter(line -> BETWEEN_WORDS.matcher(line).find())
                .limit(GivenList.IDS_MAX)
                .toList());
    for (String line : rest) {
      String[] words = BETWEEN_WORDS.split(line);
      if (words.length == 1 || whole.contains(line)) {
        add(line);
      } else {
        Stream.of(words).filter(word -> DIGIT.matcher(word).find()).forEach(this::add);
      }
    }
  }

  private static boolean isHeading(String first, String second) {
    return HEADINGS.contains(plain(first))
        || !DIGIT.matcher(first).find() && DIGIT.matcher(second).find();
  }

  /** What a spreadsheet wraps a text in, to keep it one, is no part of the id. */
  private void add(String cell) {
    String id = FORMULA_TEXT.matcher(cell).replaceFirst("$1");
    if (id.isBlank()) {
      return;
    }
    if (!ids.add(id)) {
      repeated++;
    } else if (ids.size() > GivenList.IDS_MAX) {
      throw ListText.bad(
          where, "has more than " + GivenList.IDS_MAX + " parcel ids", "Give it in parts");
    }
  }
}
