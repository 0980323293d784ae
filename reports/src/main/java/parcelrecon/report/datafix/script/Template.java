package parcelrecon.report.datafix.script;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import parcelrecon.report.datafix.change.DatafixSettings.Dialect;

/**
 * A file of {@code sql/datafix/DIALECT}: lines with places to fill, in parts that stand once in a
 * script, once a batch or once a row. Its comments are for who maintains it and go; a script has
 * those of its language, where a line {@code -- text KEY} asks for them.
 *
 * @param parts in their order; those between two that stand once are repeated together
 */
record Template(List<Part> parts) {

  private static final String ONCE = "-- once";
  private static final String EACH_BATCH = "-- for each batch";
  private static final String EACH_ROW = "-- for each row";

  /** What a part is repeated for. */
  enum Scope {
    ONCE,
    BATCH,
    ROW
  }

  record Part(Scope scope, List<TemplateLine> lines) {}

  /** MySQL has the statements of MariaDB. */
  static Template load(Dialect dialect, String name) {
    String folder = (dialect == Dialect.MYSQL ? Dialect.MARIADB : dialect).name();
    String file = "/datafix/" + folder.toLowerCase(Locale.ROOT) + "/" + name + ".sql";
    try (InputStream bytes = Template.class.getResourceAsStream(file)) {
      if (bytes == null) {
        throw new IllegalStateException("no template " + file);
      }
      return of(new String(bytes.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Template of(String text) {
    List<Part> parts = new ArrayList<>();
    List<String> lines = text.lines().toList();
    for (String line : lines.subList(lines.indexOf(ONCE), lines.size())) {
      Optional<Scope> begun = begun(line);
      if (begun.isPresent()) {
        parts.add(new Part(begun.get(), new ArrayList<>()));
      } else if (TemplateLine.isTemplate(line)) {
        parts.get(parts.size() - 1).lines().add(TemplateLine.of(line));
      }
    }
    return new Template(List.copyOf(parts));
  }

  private static Optional<Scope> begun(String line) {
    return switch (line) {
      case ONCE -> Optional.of(Scope.ONCE);
      case EACH_BATCH -> Optional.of(Scope.BATCH);
      case EACH_ROW -> Optional.of(Scope.ROW);
      default -> Optional.empty();
    };
  }
}
