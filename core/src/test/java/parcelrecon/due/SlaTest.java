package parcelrecon.due;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import parcelrecon.rule.MismatchClass;
import parcelrecon.rule.MismatchKind;

class SlaTest {

  private static final LocalDate WEDNESDAY = LocalDate.parse("2022-04-13");
  private static final Sla.Money NO_MONEY = new Sla.Money(null, null);

  private static final Sla SLA =
      new Sla(
          List.of(
              promise(null, null, "1000", 1),
              promise(MismatchKind.PAID_TWICE, null, null, 2),
              promise(null, MismatchClass.MONEY, null, 5)));

  @Test
  void due_isThatOfTheFirstPromiseThatFits() {
    assertThat(SLA.due(WEDNESDAY, MismatchKind.PAID_TWICE, twd(99_999))).contains(day("15"));
    assertThat(SLA.due(WEDNESDAY, MismatchKind.PAID_TWICE, twd(100_000))).contains(day("14"));
    assertThat(SLA.due(WEDNESDAY, MismatchKind.SHORT_PAID, twd(1))).contains(day("20"));
  }

  @Test
  void due_isAbsent_whenNoPromiseFits() {
    assertThat(SLA.due(WEDNESDAY, MismatchKind.SHOWN_AS_FAILED, NO_MONEY)).isEmpty();
    assertThat(Sla.NONE.due(WEDNESDAY, MismatchKind.UNCOLLECTED, twd(100_000))).isEmpty();
  }

  @Test
  void amount_isOfTheMajorUnit_whateverTheCurrency() {
    assertThat(SLA.due(WEDNESDAY, MismatchKind.SHORT_PAID, new Sla.Money(1_000L, "JPY")))
        .contains(day("14"));
    assertThat(SLA.due(WEDNESDAY, MismatchKind.SHORT_PAID, twd(1_000))).contains(day("20"));
  }

  @Test
  void mismatchWithoutAmount_isDue_whenTheAmountDoesNotMatter() {
    assertThat(SLA.due(WEDNESDAY, MismatchKind.CURRENCY_DIFFERS, NO_MONEY)).contains(day("20"));
  }

  private static Sla.Promise promise(
      MismatchKind kind, MismatchClass of, String amountFrom, int businessDays) {
    return new Sla.Promise(
        Optional.ofNullable(kind),
        Optional.ofNullable(of),
        Optional.ofNullable(amountFrom).map(BigDecimal::new),
        businessDays);
  }

  private static Sla.Money twd(long minor) {
    return new Sla.Money(minor, "TWD");
  }

  private static LocalDate day(String dayOfMonth) {
    return LocalDate.parse("2022-04-" + dayOfMonth);
  }
}
