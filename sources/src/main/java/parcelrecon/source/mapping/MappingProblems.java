package parcelrecon.source.mapping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import parcelrecon.model.Attempt.AttemptOutcome;
import parcelrecon.model.Currencies;
import parcelrecon.model.Outbound.OutboundState;
import parcelrecon.model.Outbound.PaymentTerm;
import parcelrecon.model.Payment.PaymentKind;
import parcelrecon.model.Payment.PaymentState;
import parcelrecon.model.SourceName;
import parcelrecon.problem.DidYouMean;
import parcelrecon.problem.ExitCode;
import parcelrecon.problem.Problem;
import parcelrecon.problem.ProblemException;
import parcelrecon.source.SourceSettings;
import parcelrecon.source.SourceSettings.Mapping;

/** What makes no sense in a source's mapping, found before any row is read. */
final class MappingProblems {

  private final SourceName source;
  private final Mapping mapping;
  private final List<Problem> problems = new ArrayList<>();

  private MappingProblems(SourceSettings settings) {
    this.source = settings.name();
    this.mapping = settings.mapping();
  }

  static void check(SourceSettings settings) {
    MappingProblems check = new MappingProblems(settings);
    check.names("columns", check.mapping.columns().keySet());
    check.names("constants", check.mapping.constants().keySet());
    check.names("values", check.mapping.values().keySet());
    check.columnsAndConstants();
    check.choices();
    check.timeFormat();
    check.currency();
    if (!check.problems.isEmpty()) {
      throw new ProblemException(ExitCode.CONFIGURATION, check.problems);
    }
  }

  private void names(String key, Set<String> names) {
    Set<String> known = CanonicalColumns.of(source);
    for (String name : names) {
      if (!known.contains(name)) {
        add(
            key,
            "unknown column \"" + name + "\"" + DidYouMean.question(name, known),
            "Use one of " + String.join(", ", known));
      }
    }
  }

  private void columnsAndConstants() {
    for (String name : mapping.constants().keySet()) {
      if (mapping.columns().containsKey(name)) {
        add(
            "constants",
            name + " has both a column and a constant, expected one of them",
            "Remove one");
      }
    }
  }

  private void choices() {
    choices("payment", PaymentTerm.values(), source == SourceName.OUTBOUND);
    choices("status", OutboundState.values(), source == SourceName.OUTBOUND);
    choices("status", PaymentState.values(), source == SourceName.PAYMENTS);
    choices("kind", PaymentKind.values(), source == SourceName.PAYMENTS);
    choices("outcome", AttemptOutcome.values(), source == SourceName.ATTEMPTS);
  }

  private void choices(String column, Enum<?>[] choices, boolean applies) {
    if (!applies) {
      return;
    }
    List<String> known = Arrays.stream(choices).map(Enum::name).toList();
    if (mapping.constants().containsKey(column)) {
      choices("constants." + column, List.of(mapping.constants().get(column)), known);
    }
    choices("values." + column, mapping.values().getOrDefault(column, Map.of()).values(), known);
  }

  private void choices(String key, Collection<String> ours, List<String> known) {
    for (String choice : ours) {
      if (!known.contains(choice)) {
        add(
            key,
            "\"" + choice + "\" is none of " + known + DidYouMean.question(choice, known),
            "Map to one of these");
      }
    }
  }

  private void timeFormat() {
    try {
      TimePattern.of(mapping.timeFormat());
    } catch (IllegalArgumentException e) {
      add(
          "time-format",
          "\"" + mapping.timeFormat() + "\" cannot be used: " + e.getMessage(),
          "Use iso-8601, epoch-millis, epoch-seconds or a pattern such as yyyy/MM/dd HH:mm:ss");
    }
  }

  private void currency() {
    String currency = mapping.currency();
    if (currency != null && !currency.isEmpty() && !Currencies.isKnown(currency)) {
      add("currency", "\"" + currency + "\" is not of ISO 4217", "Use a code such as TWD");
    }
  }

  private void add(String key, String what, String remedy) {
    problems.add(
        new Problem("sources." + source.text() + "." + key, what, "Nothing was started", remedy));
  }
}
