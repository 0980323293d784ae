package parcelrecon.report.file;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.core.util.Separators.Spacing;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON as outputs write it: keys in the order given, LF line ends, times as UTC milliseconds. */
public final class Json {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final JsonMapper RECORDS =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();
  private static final DefaultIndenter INDENTER = new DefaultIndenter("  ", "\n");
  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private Json() {}

  /** Indented, ending with a line end. */
  public static String pretty(Map<String, ?> object) {
    Separators separators =
        Separators.createDefaultInstance()
            .withObjectNameValueSpacing(Spacing.AFTER)
            .withObjectEmptySeparator("")
            .withArrayEmptySeparator("");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter(separators)
            .withObjectIndenter(INDENTER)
            .withArrayIndenter(INDENTER);
    return MAPPER.writer().with(printer).writeValueAsString(object) + "\n";
  }

  /** Keys and values in turn, in the order in which they are to be written. */
  public static Map<String, Object> object(Object... keysAndValues) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      object.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return object;
  }

  /** On one line, ending with a line end. */
  public static String line(Map<String, ?> object) {
    return MAPPER.writeValueAsString(object) + "\n";
  }

  /** A record with all its components, maps in the order of their keys: equal for equal records. */
  public static String record(Record content) {
    return RECORDS.writeValueAsString(content);
  }

  /** 2022-04-13T11:42:39.123Z; absent stays absent. Used in CSV and JSON alike. */
  public static String time(Instant instant) {
    return instant == null ? null : MILLIS.format(instant);
  }
}
