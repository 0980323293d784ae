package parcelrecon.console.parcels;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import parcelrecon.model.Incident;
import parcelrecon.model.Verdict;
import parcelrecon.rule.MismatchClass;
import parcelrecon.rule.MismatchKind;
import parcelrecon.rule.Standing;

/**
 * A part of a list's address that means nothing. A list without that part would be taken for what
 * was asked for, and one that is empty for an answer; so none is shown. A page that is none is no
 * such part: the list begins at its beginning.
 *
 * @param label of its field, the key of a text
 */
public record NotUnderstood(String label, String given) {

  /** In the order of the fields; empty when all is understood. */
  static List<NotUnderstood> of(ListForm form, Incident incident) {
    List<NotUnderstood> parts = new ArrayList<>();
    add(parts, "column.kind", form.kind(), isIn(MismatchKind.values()));
    add(parts, "parcels.class", form.about(), isIn(MismatchClass.values()));
    add(parts, "column.verdict", form.verdict(), isIn(Verdict.values()).or(ListForm.NONE::equals));
    add(parts, "parcels.standing", form.standing(), isIn(Standing.values()));
    add(
        parts,
        "column.phase",
        form.phase(),
        phase -> phase.equals(ListForm.NONE) || isPhase(phase, incident));
    add(parts, "review.decision", form.decision(), Choices.DECISIONS::contains);
    add(parts, "review.dueDate", form.due(), ListForm.OVERDUE::equals);
    add(parts, "parcels.amount", form.amount(), amount -> !form.isAmountWrong());
    return parts;
  }

  private static void add(
      List<NotUnderstood> parts, String label, String given, Predicate<String> isUnderstood) {
    String value = ListForm.text(given);
    if (!value.isEmpty() && !isUnderstood.test(value)) {
      parts.add(new NotUnderstood(label, value));
    }
  }

  private static <E extends Enum<E>> Predicate<String> isIn(E[] values) {
    return given -> Stream.of(values).anyMatch(value -> value.name().equals(given));
  }

  private static boolean isPhase(String given, Incident incident) {
    return given.matches("0|[1-9]\\d{0,3}") && Integer.parseInt(given) < incident.phases().size();
  }
}
