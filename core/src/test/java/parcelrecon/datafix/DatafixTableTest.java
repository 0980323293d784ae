package parcelrecon.datafix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import parcelrecon.datafix.Datafix.Form;
import parcelrecon.rule.MismatchKind;

class DatafixTableTest {

  private static final Path PAGE = Path.of("../docs/rules.md");

  private static final String HEAD =
      "| verdict and kinds | suggestion | form | who | confirmed first | rests on |\n"
          + "|---|---|---|---|---|---|\n";

  @Test
  void rows_areThoseOfTheRulesPage() throws IOException {
    String table =
        DatafixTable.rows().stream().map(DatafixTableTest::line).collect(Collectors.joining());
    assertThat(Files.readString(PAGE))
        .as("expected in docs/rules.md 6:\n" + HEAD + table)
        .contains(HEAD + table + "\n");
  }

  private static String line(Decision row) {
    return Stream.of(
            row.condition().when(),
            row.act().suggestion().name(),
            word(row.act().form()),
            row.act().owner().text(),
            row.precondition().by().map(by -> by.text() + ": ").orElse("")
                + row.precondition().what(),
            row.confirmedBy().stream().map(Confirmation::what).collect(Collectors.joining("; ")))
        .collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  private static String word(Form form) {
    return switch (form) {
      case CALL -> "call list";
      case SQL -> "guarded SQL and rollback";
      case REPLAY -> "replay line";
      case FINANCE_TASK -> "finance task";
      case OPS_TASK -> "ops task";
      case NOTE -> "note";
    };
  }

  @Test
  void statement_restsOnARecordThatConfirms_neverOnAnAbsence() {
    assertThat(DatafixTable.rows())
        .filteredOn(row -> row.act().form() == Form.SQL)
        .hasSize(2)
        .allSatisfy(
            row ->
                assertThat(row.confirmedBy())
                    .contains(Confirmation.ANSWER)
                    .doesNotContain(Confirmation.ABSENCE, Confirmation.UNPROVEN));
  }

  @Test
  void whatMoves_isConfirmedFirst_bySomebody() {
    Set<Form> moving = EnumSet.of(Form.SQL, Form.REPLAY, Form.FINANCE_TASK);
    assertThat(DatafixTable.rows())
        .filteredOn(row -> moving.contains(row.act().form()))
        .filteredOn(row -> row.act().suggestion() != Suggestion.INVESTIGATE)
        .allSatisfy(row -> assertThat(row.precondition().by()).isPresent());
  }

  @Test
  void rows_holdEverySuggestionPreconditionAndConfirmation() {
    List<Decision> rows = DatafixTable.rows();
    assertThat(rows.stream().map(row -> row.act().suggestion())).contains(Suggestion.values());
    assertThat(rows.stream().map(Decision::precondition)).contains(Precondition.values());
    assertThat(rows.stream().flatMap(row -> row.confirmedBy().stream()))
        .contains(Confirmation.values());
  }

  @Test
  void datafix_findsTheRowThatGaveIt() {
    for (Decision row : DatafixTable.MISMATCH) {
      for (MismatchKind kind : row.condition().kinds()) {
        assertThat(DatafixTable.of(datafix(row, kind))).isSameAs(row);
      }
    }
    for (Decision row : DatafixTable.PARCEL) {
      assertThat(DatafixTable.of(datafix(row, MismatchKind.SHOWN_AS_FAILED))).isSameAs(row);
    }
    assertThat(DatafixTable.of(datafix(DatafixTable.NOT_DUE, MismatchKind.SHORT_PAID)))
        .isSameAs(DatafixTable.NOT_DUE);
  }

  @Test
  void datafix_isForOps_whenThereIsNoTableToChange() {
    Decision revert = DatafixTable.PARCEL.get(1);
    assertThat(datafix(revert, MismatchKind.SHOWN_AS_FAILED).owner()).isEqualTo(Owner.DBA);
    assertThat(
            new Datafix(
                    Suggestion.REVERT_OUTBOUND,
                    Form.OPS_TASK,
                    MismatchKind.SHOWN_AS_FAILED,
                    "",
                    null,
                    null)
                .owner())
        .isEqualTo(Owner.OPS);
  }

  private static Datafix datafix(Decision row, MismatchKind kind) {
    return new Datafix(row.act().suggestion(), row.act().form(), kind, "", null, null);
  }
}
