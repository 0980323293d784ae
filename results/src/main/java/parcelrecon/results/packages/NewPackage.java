package parcelrecon.results.packages;

import java.util.Map;
import java.util.TreeMap;

/**
 * What a package is when it is made.
 *
 * @param by its author's name
 * @param manifestSha256 the package's hash
 * @param rows of its changes, replay lines and tasks
 * @param sums what its tasks collect and refund, by currency
 */
public record NewPackage(
    long run,
    String by,
    String form,
    String language,
    String manifestSha256,
    long rows,
    Map<String, Sum> sums) {

  public NewPackage {
    sums = new TreeMap<>(sums);
  }
}
