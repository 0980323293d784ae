package parcelrecon.report.datafix.script;

import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.sf.jsqlparser.JSQLParserException;
import net.sf.jsqlparser.statement.SavepointStatement;
import net.sf.jsqlparser.statement.Statement;
import net.sf.jsqlparser.statement.create.table.CreateTable;
import net.sf.jsqlparser.statement.delete.Delete;
import net.sf.jsqlparser.statement.insert.Insert;
import net.sf.jsqlparser.statement.update.Update;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import parcelrecon.datafix.ScriptForm;
import parcelrecon.report.HostileTexts;
import parcelrecon.report.SampleSettings;
import parcelrecon.report.datafix.change.Change;
import parcelrecon.report.datafix.change.DatafixSettings.Dialect;
import parcelrecon.report.datafix.change.PlainText;
import parcelrecon.report.text.Texts;

/**
 * The statements that a parser sees, which knows neither the product nor a database, are exactly
 * those expected, whatever the ids: each is what it is for everyday ids but for the id's literal,
 * and that is the change's id. JSqlParser reads every file whole; {@link ParsedScript} lists the
 * few lines and words of ours that it does not know.
 */
class ScriptsSeenByAParserTest {

  private static final String NAME = "001-revert-outbound";
  private static final int ROWS = Scripts.BATCH_CHANGES_MAX + 1;
  private static final List<Integer> BATCHES = List.of(Scripts.BATCH_CHANGES_MAX, 1);
  private static final String CHANGE =
      "update parcel_outbound pickup_deadline, status, row_version";

  private record File(Dialect dialect, ScriptForm form, String suffix) {

    String text(List<Change> changes) throws IOException {
      Rendering rendering =
          new Rendering(
              SampleSettings.datafix(dialect, "(?s).*"), Texts.of("en"), form, Optional.empty());
      return H2Site.script(NAME + suffix + ".sql", changes, rendering);
    }

    boolean isTicket() {
      return form == ScriptForm.TICKET;
    }

    boolean isRollback() {
      return suffix.equals(".rollback");
    }

    boolean isCount() {
      return suffix.equals(".pre") || suffix.equals(".post");
    }
  }

  private static Stream<File> files() {
    return Stream.of(Dialect.POSTGRESQL, Dialect.MARIADB, Dialect.H2)
        .flatMap(
            dialect ->
                Stream.concat(
                    Stream.of("", ".rollback")
                        .map(suffix -> new File(dialect, ScriptForm.SCRIPT, suffix)),
                    Stream.of("", ".rollback", ".pre", ".post")
                        .map(suffix -> new File(dialect, ScriptForm.TICKET, suffix))));
  }

  @ParameterizedTest
  @MethodSource("files")
  void statements_areThoseExpected_whateverTheIds(File file)
      throws IOException, JSQLParserException {
    List<Change> everyday = H2Site.changes(ROWS);
    List<Change> hostile = withHostileIds(everyday);
    ParsedScript expected = ParsedScript.of(file.text(everyday), file.dialect());
    ParsedScript seen = ParsedScript.of(file.text(hostile), file.dialect());
    assertThat(seen.statements()).extracting(each -> kind(each)).isEqualTo(kinds(file));
    assertThat(seen.told()).isEqualTo(expected.told());
    assertThat(seen.ids()).isEqualTo(ids(file, hostile));
    assertThat(expected.ids()).isEqualTo(ids(file, everyday));
  }

  /** The last batch has one of them, too. */
  private static List<Change> withHostileIds(List<Change> changes) {
    List<String> ids = HostileTexts.readable().stream().filter(PlainText::is).toList();
    assertThat(ids).hasSizeBetween(300, changes.size());
    int everyday = changes.size() - ids.size();
    return IntStream.range(0, changes.size())
        .mapToObj(
            i -> i < everyday ? changes.get(i) : renamed(changes.get(i), ids.get(i - everyday)))
        .toList();
  }

  private static Change renamed(Change change, String id) {
    return new Change(
        change.parcelId(),
        id,
        change.seenState(),
        change.newState(),
        change.seenVersion(),
        change.seenDeadline(),
        change.newDeadline(),
        change.suggestion(),
        change.standsOn(),
        change.confirmedBy());
  }

  /** What is written, and of the site's table which columns. */
  private static String kind(Statement statement) {
    if (statement instanceof Update update) {
      String table = update.getTable().getName();
      return table.startsWith("parcel_recon_")
          ? "update " + table
          : "update "
              + table
              + " "
              + update.getUpdateSets().stream()
                  .flatMap(set -> set.getColumns().stream())
                  .map(column -> column.getColumnName())
                  .collect(Collectors.joining(", "));
    }
    if (statement instanceof Insert insert) {
      return "insert " + insert.getTable().getName();
    }
    if (statement instanceof Delete delete) {
      return "delete " + delete.getTable().getName();
    }
    if (statement instanceof CreateTable create) {
      return "create " + create.getTable().getName();
    }
    return statement instanceof SavepointStatement line
        ? line.getSavepointName()
        : statement.getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }

  private static List<String> kinds(File file) {
    if (file.isCount()) {
      return nCopies(1 + BATCHES.size(), "plainselect");
    }
    if (file.isTicket()) {
      return nCopies(ROWS, CHANGE);
    }
    List<String> kinds = new ArrayList<>(session(file.dialect()));
    if (!file.isRollback()) {
      kinds.addAll(tables(file.dialect()));
    }
    kinds.addAll(
        List.of("insert parcel_recon_fix", "update parcel_recon_fix", "update parcel_recon_fix"));
    for (int rows : BATCHES) {
      kinds.addAll(file.isRollback() ? batchPutBack(rows) : batch(rows, file.dialect()));
    }
    if (file.isRollback()) {
      kinds.add("delete parcel_recon_fix");
    }
    kinds.add("plainselect");
    return kinds;
  }

  private static List<String> session(Dialect dialect) {
    return switch (dialect) {
      case H2 -> List.of("setstatement", "setstatement", "setstatement", "isolation");
      case POSTGRESQL ->
          joined(
              List.of(List.of("stop_at_errors"), nCopies(5, "setstatement"), List.of("isolation")));
      case MARIADB, MYSQL ->
          joined(List.of(nCopies(6, "setstatement"), List.of("isolation", "setstatement")));
    };
  }

  private static List<String> tables(Dialect dialect) {
    List<String> tables =
        List.of("create parcel_recon_fix", "create parcel_recon_batch", "create parcel_recon_kept");
    return switch (dialect) {
      case H2, POSTGRESQL -> joined(List.of(tables, List.of("createindex")));
      case MARIADB, MYSQL -> tables;
    };
  }

  private static List<String> batch(int rows, Dialect dialect) {
    return joined(
        List.of(
            List.of("begin_batch", "plainselect", "plainselect", "delete parcel_recon_kept"),
            nCopies(rows, "insert parcel_recon_kept"),
            List.of("plainselect", "plainselect", "insert parcel_recon_batch"),
            nCopies(rows, CHANGE),
            List.of("update parcel_recon_batch"),
            switch (dialect) {
              case H2 -> List.of("execute");
              case POSTGRESQL -> List.of("commit");
              case MARIADB, MYSQL -> List.of("setstatement", "prepare_end", "execute");
            }));
  }

  private static List<String> batchPutBack(int rows) {
    return joined(
        List.of(
            List.of("begin_batch", "plainselect", "plainselect", "plainselect"),
            nCopies(rows, CHANGE),
            List.of("delete parcel_recon_kept", "delete parcel_recon_batch", "commit")));
  }

  private static List<String> joined(List<List<String>> parts) {
    return parts.stream().flatMap(List::stream).toList();
  }

  /** Each as often as its row's statements name it. */
  private static List<String> ids(File file, List<Change> changes) {
    List<String> ids = changes.stream().map(Change::outboundId).toList();
    if (file.isTicket() && !file.isCount()) {
      return ids;
    }
    if (file.isRollback()) {
      return ids.stream().flatMap(id -> Stream.of(id, id)).toList();
    }
    List<String> first = ids.subList(0, Scripts.BATCH_CHANGES_MAX);
    List<String> second = ids.subList(Scripts.BATCH_CHANGES_MAX, ROWS);
    return joined(List.of(first, first, second, second));
  }
}
