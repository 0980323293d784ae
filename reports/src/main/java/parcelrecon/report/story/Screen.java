package parcelrecon.report.story;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import parcelrecon.model.Call;
import parcelrecon.model.Window;
import parcelrecon.results.ParcelRow;

/**
 * The errors of the incident that the counter's screen showed for a parcel.
 *
 * @param errors calls that failed and overlap the window, the one that ended last at the end
 */
public record Screen(List<Call> errors) {

  public static Screen of(ParcelRow parcel, Window window) {
    return new Screen(
        parcel.evidence().calls().stream()
            .filter(call -> !call.isOk())
            .filter(call -> window.overlaps(call.startedAt(), call.endedAt()))
            .sorted(Comparator.comparing(Call::endedAt))
            .toList());
  }

  public Optional<Call> last() {
    return errors.isEmpty() ? Optional.empty() : Optional.of(errors.get(errors.size() - 1));
  }
}
