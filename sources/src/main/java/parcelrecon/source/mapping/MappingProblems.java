package parcelrecon.source.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parcelrecon.model.SourceName;
import parcelrecon.problem.ExitCode;
import parcelrecon.problem.Problem;
import parcelrecon.problem.ProblemException;
import parcelrecon.source.SourceSettings;
import parcelrecon.source.SourceSettings.Amounts;
import parcelrecon.source.SourceSettings.Footer;
import parcelrecon.source.SourceSettings.Mapping;
import parcelrecon.source.SourceSettings.Negative;

/**
 * What contradicts itself in a mapping whose every part is well-formed; that parts are, the
 * configuration sees to.
 */
final class MappingProblems {

  private final String where;
  private final List<Problem> problems = new ArrayList<>();

  private MappingProblems(SourceSettings settings) {
    this.where = "sources." + settings.name().text() + ".";
  }

  /**
   * @throws ProblemException CONFIGURATION with all of them
   */
  static void check(SourceSettings settings) {
    MappingProblems check = new MappingProblems(settings);
    check.columnsAndConstants(settings.mapping());
    check.separators(settings.mapping().amounts());
    check.timeOfCalls(settings.mapping());
    check.sumOfFooter(settings);
    check.negativeAmounts(settings);
    if (!check.problems.isEmpty()) {
      throw new ProblemException(ExitCode.CONFIGURATION, check.problems);
    }
  }

  private void columnsAndConstants(Mapping mapping) {
    for (String name : mapping.constants().keySet()) {
      if (mapping.columns().containsKey(name)) {
        add("constants." + name, "has a column as well, expected one of them", "Remove one");
      }
    }
  }

  /** 1,234 would be either. */
  private void separators(Amounts amounts) {
    if (amounts.groupingSeparator().equals(Optional.of(amounts.decimalSeparator()))) {
      add(
          "grouping-separator",
          "\"" + amounts.decimalSeparator() + "\" is the decimal-separator too",
          "Correct one of them");
    }
  }

  private void timeOfCalls(Mapping mapping) {
    if (isNamed(mapping, "started_at") && isNamed(mapping, "ended_at")) {
      add(
          "ended_at",
          "is the time of the calls, and so is started_at, expected one of them",
          "Keep the one the log's time means");
    }
  }

  private void sumOfFooter(SourceSettings settings) {
    boolean isSummed = settings.reader().footer().flatMap(Footer::sum).isPresent();
    if (isSummed && CanonicalColumns.amount(settings.name()) == null) {
      add(
          settings.reader().type() + ".footer.sum",
          "has nothing to be compared with: the rows have no amount",
          "Remove it, and have the rows counted");
    }
  }

  private void negativeAmounts(SourceSettings settings) {
    boolean isSet = settings.mapping().amounts().negative() != Negative.REJECTED;
    if (isSet && settings.name() != SourceName.PAYMENTS) {
      add("negative-amounts", "is for payments only", "Remove the key");
    }
  }

  private static boolean isNamed(Mapping mapping, String column) {
    return mapping.columns().containsKey(column) || mapping.constants().containsKey(column);
  }

  private void add(String key, String what, String remedy) {
    problems.add(new Problem(where + key, what, "Nothing was started", remedy));
  }
}
