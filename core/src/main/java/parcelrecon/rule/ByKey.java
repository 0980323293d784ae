package parcelrecon.rule;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Rows to be taken one by one, each once, by what makes them equal. */
final class ByKey<T> {

  private final List<T> rows;
  private final Function<T, Object> key;
  private final Map<Object, Deque<T>> waiting = new HashMap<>();
  private final Map<T, Boolean> taken = new IdentityHashMap<>();

  ByKey(List<T> rows, Function<T, Object> key) {
    this.rows = rows;
    this.key = key;
    rows.forEach(
        row -> waiting.computeIfAbsent(key.apply(row), none -> new ArrayDeque<>()).add(row));
  }

  /** The first row that is left of those equal to this one. */
  Optional<T> take(T row) {
    Optional<T> equal = Optional.ofNullable(waiting.get(key.apply(row))).map(Deque::poll);
    equal.ifPresent(found -> taken.put(found, true));
    return equal;
  }

  /** Those not taken, in their order. */
  List<T> left() {
    List<T> left = new ArrayList<>(rows);
    left.removeIf(taken::containsKey);
    return left;
  }
}
