package parcelrecon.outcome;

import java.util.Set;
import java.util.stream.Collectors;
import parcelrecon.rule.JudgingContext;
import parcelrecon.rule.Mismatch;
import parcelrecon.rule.MismatchKind;
import parcelrecon.rule.Prospect;
import parcelrecon.rule.Provable;

/**
 * Which mismatches a run could find at all. That it did not find another says nothing.
 *
 * @param groups the watched consumer groups whose offsets it knew
 */
public record LookedFor(Set<MismatchKind> kinds, Set<String> groups) {

  public LookedFor {
    kinds = Set.copyOf(kinds);
    groups = Set.copyOf(groups);
  }

  public static LookedFor in(JudgingContext context) {
    return new LookedFor(
        Provable.in(context).stream()
            .filter(prospect -> prospect.outlook() != Prospect.Outlook.NOT_JUDGED)
            .map(Prospect::kind)
            .collect(Collectors.toSet()),
        context.events().groups().stream()
            .map(JudgingContext.GroupOffsets::group)
            .collect(Collectors.toSet()));
  }

  boolean includes(Mismatch mismatch) {
    return kinds.contains(mismatch.kind())
        && (mismatch.group().isEmpty() || groups.contains(mismatch.group()));
  }
}
