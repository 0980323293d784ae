package parcelrecon.app.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parcelrecon.due.Sla;
import parcelrecon.rule.MismatchClass;
import parcelrecon.rule.MismatchKind;

/** The list {@code console.sla}. */
class SlaSectionTest {

  @TempDir Path folder;
  private SiteFolder site;

  @BeforeEach
  void site() {
    site = new SiteFolder(folder);
  }

  @Test
  void sla_isWhatTheListSays_inItsOrder() {
    assertThat(
            site.read(
                    console(
                        "[ { amount-from: 1000.50, business-days: 1 },"
                            + " { kind: PAID_TWICE, business-days: 0 },"
                            + " { class: MONEY, amount-from: 1, business-days: 5 } ]"))
                .console()
                .sla())
        .isEqualTo(
            new Sla(
                List.of(
                    promise(null, null, "1000.50", 1),
                    promise(MismatchKind.PAID_TWICE, null, null, 0),
                    promise(null, MismatchClass.MONEY, "1", 5))));
  }

  @Test
  void nothing_isDue_withoutTheList() {
    assertThat(site.read(SiteFolder.SMALLEST).console().sla()).isEqualTo(Sla.NONE);
    assertThat(site.read(SiteFolder.SMALLEST + "console: { port: 0 }\n").console().sla())
        .isEqualTo(Sla.NONE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[ { kind: MONEY, business-days: 1 } ] | sla[1].kind is \"MONEY\"",
        "[ { class: MONY, business-days: 1 } ] | did you mean \"MONEY\"",
        "[ { kind: STUCK } ] | business-days is missing",
        "[ { kind: STUCK, class: GOODS, business-days: 1 } ] | has a kind and a class",
        "[ { business-days: 1001 } ] | is more than 1000",
        "[ { business-days: -1 } ] | is not a whole number",
        "[ { amount-from: x, business-days: 1 } ] | is not a decimal",
        "[ { amount: 1, business-days: 1 } ] | unknown key console.sla[1].amount",
        "[ STUCK ] | expected keys and values"
      })
  void sla_isRefused_whenItSaysNoPromise(String list, String told) {
    assertThat(site.problems(console(list))).singleElement().asString().contains(told);
  }

  private static String console(String list) {
    return SiteFolder.SMALLEST + "console:\n  sla: " + list + "\n";
  }

  private static Sla.Promise promise(
      MismatchKind kind, MismatchClass of, String amountFrom, int businessDays) {
    return new Sla.Promise(
        Optional.ofNullable(kind),
        Optional.ofNullable(of),
        Optional.ofNullable(amountFrom).map(BigDecimal::new),
        businessDays);
  }
}
