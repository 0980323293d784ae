package parcelrecon.results;

import com.zaxxer.hikari.HikariConfig;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * One run held by one connection. The server drops the lock with the connection; a thread looks
 * once a second whether both are still there.
 */
final class AdvisoryLease implements AutoCloseable {

  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

  /** A look that takes longer is taken for a lost connection. */
  private static final Duration ANSWER_MAX = Duration.ofSeconds(10);

  private final Handle connection;
  private final long run;
  private final CountDownLatch released = new CountDownLatch(1);
  private volatile long number;
  private boolean lost;
  private Runnable whenLost = () -> {};

  private AdvisoryLease(Handle connection, long run) {
    this.connection = connection;
    this.run = run;
  }

  /** Empty when another connection holds the run. */
  static Optional<AdvisoryLease> take(HikariConfig connections, long run) {
    AdvisoryLease lease = new AdvisoryLease(connect(connections), run);
    try {
      lease.connection.createQuery(Sql.of("postgresql/watch_host")).mapToMap().one();
      if (lease.isTrue("postgresql/take_lease")) {
        Thread watch = new Thread(lease::watch, "lease-of-run-" + run);
        watch.setDaemon(true);
        watch.start();
        return Optional.of(lease);
      }
    } catch (RuntimeException e) {
      lease.connection.close();
      throw e;
    }
    lease.connection.close();
    return Optional.empty();
  }

  private static Handle connect(HikariConfig connections) {
    Properties properties = new Properties();
    properties.putAll(connections.getDataSourceProperties());
    properties.setProperty("user", connections.getUsername());
    properties.setProperty("password", connections.getPassword());
    try {
      Connection connection = DriverManager.getConnection(connections.getJdbcUrl(), properties);
      connection.setNetworkTimeout(Runnable::run, Math.toIntExact(ANSWER_MAX.toMillis()));
      return Jdbi.open(connection);
    } catch (SQLException e) {
      throw new ConnectionException(e);
    }
  }

  /** What the run's row counts this taking by. */
  long number() {
    return number;
  }

  void numbered(long holder) {
    number = holder;
  }

  synchronized boolean isLost() {
    return lost;
  }

  /** Calls back at once when it is lost already. */
  void whenLost(Runnable then) {
    boolean already;
    synchronized (this) {
      whenLost = then;
      already = lost;
    }
    if (already) {
      then.run();
    }
  }

  /** Somebody else may hold the run by now. */
  void lose() {
    Runnable then;
    synchronized (this) {
      then = lost ? () -> {} : whenLost;
      lost = true;
    }
    then.run();
  }

  private void watch() {
    try {
      while (!released.await(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
        if (!isTrue("postgresql/is_lease_held")) {
          lose();
          return;
        }
      }
    } catch (JdbiException e) {
      if (released.getCount() > 0) {
        lose();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      connection.close();
    }
  }

  private boolean isTrue(String statement) {
    return connection.createQuery(Sql.of(statement)).bind("run", run).mapTo(Boolean.class).one();
  }

  /** Lets go of the run before it returns. */
  @Override
  public void close() {
    released.countDown();
    connection.close();
  }
}
