package parcelrecon.app.configuration;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import parcelrecon.model.Attempt.AttemptOutcome;
import parcelrecon.model.Outbound.OutboundState;
import parcelrecon.model.Outbound.PaymentTerm;
import parcelrecon.model.Payment.PaymentKind;
import parcelrecon.model.Payment.PaymentState;
import parcelrecon.model.SourceName;

/** The words that some canonical columns are limited to. */
final class CanonicalWords {

  private static final Map<SourceName, Map<String, List<String>>> WORDS =
      Map.of(
          SourceName.OUTBOUND,
          Map.of("payment", names(PaymentTerm.values()), "status", names(OutboundState.values())),
          SourceName.PAYMENTS,
          Map.of("kind", names(PaymentKind.values()), "status", names(PaymentState.values())),
          SourceName.ATTEMPTS,
          Map.of("outcome", names(AttemptOutcome.values())));

  private CanonicalWords() {}

  /** Empty when the column may hold any text. */
  static List<String> of(SourceName source, String column) {
    return WORDS.getOrDefault(source, Map.of()).getOrDefault(column, List.of());
  }

  private static List<String> names(Enum<?>[] constants) {
    return Stream.of(constants).map(Enum::name).toList();
  }
}
