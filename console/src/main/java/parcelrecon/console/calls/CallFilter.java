package parcelrecon.console.calls;

import java.util.Map;
import org.springframework.web.util.UriComponentsBuilder;
import parcelrecon.report.calls.CallPages.StoreLine;
import parcelrecon.results.CallStore.Progress;

/**
 * Which part of the call list is shown, as the address of the page says it.
 *
 * @param caller null: all callers
 * @param area null or empty: all areas
 * @param left only stores with a question that has no answer; null: all
 * @param page from 1; null: the first
 */
record CallFilter(Integer caller, String area, Boolean left, Integer page) {

  /** Stands for stores whose area is not known. */
  static final String NO_AREA = "?";

  CallFilter {
    area = area == null ? "" : area;
    left = Boolean.TRUE.equals(left);
    page = page == null || page < 1 ? 1 : page;
  }

  boolean fits(StoreLine line, Progress progress) {
    String of = line.store().area();
    boolean isArea = area.isEmpty() || area.equals(of.isEmpty() ? NO_AREA : of);
    return isArea
        && (caller == null || caller == line.caller())
        && (!left || progress.answered() < line.calls().asked());
  }

  /**
   * Of the page of a run's list that this is.
   *
   * @param place a parcel's id on it
   */
  String address(long run, String place) {
    UriComponentsBuilder address = UriComponentsBuilder.fromPath("/runs/{run}/calls");
    if (caller != null) {
      address.queryParam("caller", caller);
    }
    return address
        .queryParam("area", "{area}")
        .queryParam("left", left)
        .queryParam("page", page)
        .fragment(place)
        .build()
        .expand(Map.of("run", run, "area", area))
        .encode()
        .toUriString();
  }

  CallFilter onPage(int other) {
    return new CallFilter(caller, area, left, other);
  }
}
