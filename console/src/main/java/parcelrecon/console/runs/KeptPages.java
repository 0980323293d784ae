package parcelrecon.console.runs;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * The pages of finished runs that were looked at lately. Who asks for one that somebody else is
 * having made waits for that.
 */
final class KeptPages {

  /** In all languages together. */
  static final int KEPT_MAX = 200;

  private record Key(long run, String language) {}

  private final Map<Key, FutureTask<RunPage>> kept =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, FutureTask<RunPage>> eldest) {
          return size() > KEPT_MAX;
        }
      };

  /** The page, made now where it is not kept. A failure is not kept. */
  RunPage of(long run, String language, Callable<RunPage> make) {
    Key key = new Key(run, language);
    FutureTask<RunPage> page;
    synchronized (kept) {
      page = kept.computeIfAbsent(key, absent -> new FutureTask<>(make));
    }
    page.run();
    try {
      return page.get();
    } catch (ExecutionException e) {
      synchronized (kept) {
        kept.remove(key, page);
      }
      throw e.getCause() instanceof RuntimeException failure
          ? failure
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
